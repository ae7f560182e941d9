declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  import type { AddProtocolAction } from 'maplibre-gl';
  export default class MapLibreWorker {
    readonly self: { addProtocol(protocol: string, load: AddProtocolAction): void };
  }
}

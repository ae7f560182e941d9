/// <reference types="vite/client" />
import { type LngLatBoundsLike, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): unknown;
}
declare global {
  var trustedTypes: PolicyFactory | undefined;
}

const KUPANG: LngLatBoundsLike = [123.52, -10.28, 123.7, -10.13];

globalThis.trustedTypes?.createPolicy('default', { createScriptURL: (text) => text });
setWorkerUrl(workerUrl);
const map = new MapLibre({
  container: 'map',
  style: {
    version: 8,
    sources: { areas: { type: 'geojson', data: '/demo/areas.geojson' } },
    layers: [
      { id: 'fill', type: 'fill', source: 'areas', paint: { 'fill-color': '#2f7d6b' } },
      { id: 'line', type: 'line', source: 'areas', paint: { 'line-color': '#fff' } },
    ],
  },
  attributionControl: false,
  bounds: KUPANG,
  fadeDuration: 0,
});
map.once('idle', () => performance.mark('first-map'));

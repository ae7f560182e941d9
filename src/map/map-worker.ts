import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';

// Its package says that importing it does nothing; only what is used of it stays in a build.
if (!('worker' in self && self.worker instanceof MapLibreWorker)) throw new Error('no worker of the map');
liveAs(new URLSearchParams(self.location.search).get('life') ?? 'map');
// Areas come from the page: nothing here is ever fetched.
sealWorker(self);

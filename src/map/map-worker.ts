import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import { sealWorker } from '#core/sealed-worker.ts';
import { liveAs } from '#thread/worker-life.ts';
import { TILE_PROTOCOL } from './tile-channel.ts';
import { serveTiles } from './tile-service.ts';

// Its package says that importing it does nothing; only what is used of it stays in a build.
if (!('worker' in self && self.worker instanceof MapLibreWorker)) throw new Error('no worker of the map');
const life = new URLSearchParams(self.location.search).get('life') ?? 'map';
liveAs(life);
self.worker.self.addProtocol(TILE_PROTOCOL, serveTiles(life));
// Areas come from the page: nothing here is ever fetched.
sealWorker(self);

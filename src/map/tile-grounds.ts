import type { BoundaryCollection } from '#core/boundary.ts';
import { packGeometries } from '#core/packed-boundaries.ts';
import { MAP_WORKER } from './map-worker-watch.ts';
import { type GroundNews, type GroundRequest, openTileChannel, tileAddress } from './tile-channel.ts';

interface Held {
  readonly number: number;
  users: number;
}

/** What the maps of this page have cut into tiles. Maps of the same boundaries share one ground. */
const held = new Map<BoundaryCollection, Held>();
let channel: BroadcastChannel | null = null;
let numbers = 0;

function tell(news: GroundNews): void {
  channel?.postMessage(news);
}

function answer({ data: { wanted } }: MessageEvent<GroundRequest>): void {
  const [boundaries] = [...held].find(([, { number }]) => number === wanted) ?? [];
  const packed = boundaries ? packGeometries(boundaries.features.map(({ geometry }) => geometry)) : null;
  tell({ ground: wanted, packed });
}

/** Boundaries from which the map's worker may cut tiles, and their address, until they are released. */
export interface HeldGround {
  readonly address: string;
  release(): void;
}

export function holdGround(boundaries: BoundaryCollection): HeldGround {
  if (channel === null) {
    channel = openTileChannel(MAP_WORKER);
    channel.addEventListener('message', answer);
  }
  const one = held.get(boundaries) ?? { number: ++numbers, users: 0 };
  one.users += 1;
  held.set(boundaries, one);
  return {
    address: tileAddress(one.number),
    release() {
      one.users -= 1;
      if (one.users > 0) return;
      held.delete(boundaries);
      tell({ dropped: one.number });
      if (held.size > 0) return;
      channel?.close();
      channel = null;
    },
  };
}

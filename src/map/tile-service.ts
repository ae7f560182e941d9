import type { AddProtocolAction } from 'maplibre-gl';
import { type GroundNews, type GroundRequest, openTileChannel, tilePlace } from './tile-channel.ts';
import { cutTile, encodeTile, groundOf, type TileGround } from './tile-cutting.ts';

interface Awaited {
  readonly ground: Promise<TileGround | null>;
  readonly arrive: (ground: TileGround | null) => void;
}

/** The worker's side: cuts the tiles that MapLibre asks for out of grounds that the page holds. */
export function serveTiles(life: string): AddProtocolAction {
  const channel = openTileChannel(life);
  const known = new Map<number, Awaited>();

  function groundFor(wanted: number): Promise<TileGround | null> {
    const before = known.get(wanted);
    if (before) return before.ground;
    let arrive: Awaited['arrive'] = () => undefined;
    const ground = new Promise<TileGround | null>((resolve) => {
      arrive = resolve;
    });
    known.set(wanted, { ground, arrive });
    channel.postMessage({ wanted } satisfies GroundRequest);
    return ground;
  }

  channel.addEventListener('message', ({ data }: MessageEvent<GroundNews>) => {
    const number = 'dropped' in data ? data.dropped : data.ground;
    const packed = 'dropped' in data ? null : data.packed;
    known.get(number)?.arrive(packed && groundOf(packed));
    if (packed === null) known.delete(number);
  });

  return async ({ url }) => {
    const { ground: wanted, zoom, x, y } = tilePlace(url);
    const ground = await groundFor(wanted);
    const bytes = encodeTile(ground === null ? [] : cutTile(ground, zoom, x, y));
    return { data: bytes.buffer };
  };
}

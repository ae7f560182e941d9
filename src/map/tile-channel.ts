import type { PackedGeometries } from '#core/packed-boundaries.ts';

/** Addresses `tiles://{ground}/{z}/{x}/{y}` are answered in the map's worker. */
export const TILE_PROTOCOL = 'tiles';
/** The one layer of a tile. */
export const TILE_LAYER = 'areas';
/** Beyond it tiles are drawn larger: a step of the snapping is 60 cm there. */
export const DEEPEST_TILE_ZOOM = 16;

/** The worker asks for a ground when it first cuts a tile of it: so does one that has taken another's place. */
export interface GroundRequest {
  readonly wanted: number;
}
/** What the page says: a ground, null where it holds it no longer; or that it is needed no more. */
export type GroundNews =
  | { readonly ground: number; readonly packed: PackedGeometries | null }
  | { readonly dropped: number };

export function tileAddress(ground: number): string {
  return `${TILE_PROTOCOL}://${ground}/{z}/{x}/{y}`;
}

interface TilePlace {
  readonly ground: number;
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export function tilePlace(address: string): TilePlace {
  const [ground = Number.NaN, zoom = Number.NaN, x = Number.NaN, y = Number.NaN] = address
    .slice(`${TILE_PROTOCOL}://`.length)
    .split('/')
    .map(Number);
  return { ground, zoom, x, y };
}

/** @param life the name of the map's worker, which no other page knows. */
export function openTileChannel(life: string): BroadcastChannel {
  return new BroadcastChannel(`${life}-tiles`);
}

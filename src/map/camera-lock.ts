import type { LonLat } from '#core/area.ts';

/** Where a map looks: the middle of its frame, and the zoom of a web map of 512 px tiles. */
export interface MapCamera {
  readonly center: LonLat;
  readonly zoom: number;
}

export interface LockableMap {
  camera(): MapCamera;
  /** At once, without animation. */
  setCamera(camera: MapCamera): void;
  /** Tells of every move, whoever made it. Returns what ends it. */
  onMove(listener: () => void): () => void;
}

/** Far less than a pixel: a map that only changed its size looks where it did. */
const STILL = 1e-9;

function same(a: MapCamera, b: MapCamera): boolean {
  const away = [a.center[0] - b.center[0], a.center[1] - b.center[1], a.zoom - b.zoom];
  return away.every((difference) => Math.abs(difference) < STILL);
}

/** Makes the second map look where the first does, and from then on each where the other is moved to. */
export function lockCameras(first: LockableMap, second: LockableMap): () => void {
  let passing = false;
  const pass = (from: LockableMap, to: LockableMap) => () => {
    const camera = from.camera();
    if (passing || same(camera, to.camera())) return;
    passing = true;
    to.setCamera(camera);
    passing = false;
  };
  const ends = [first.onMove(pass(first, second)), second.onMove(pass(second, first))];
  pass(first, second)();
  return () => {
    for (const end of ends) end();
  };
}

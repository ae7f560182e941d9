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

/** Makes the second map look where the first does, and from then on each where the other is moved to. */
export function lockCameras(first: LockableMap, second: LockableMap): () => void {
  let passing = false;
  const pass = (from: LockableMap, to: LockableMap) => () => {
    if (passing) return;
    passing = true;
    to.setCamera(from.camera());
    passing = false;
  };
  const ends = [first.onMove(pass(first, second)), second.onMove(pass(second, first))];
  pass(first, second)();
  return () => {
    for (const end of ends) end();
  };
}

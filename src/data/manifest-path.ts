export const MANIFEST = 'manifest.json';

/** Whether a path, within an archive or a folder, is that of a dataset package's manifest. */
export function isManifestPath(path: string): boolean {
  return path === MANIFEST || path.endsWith(`/${MANIFEST}`);
}

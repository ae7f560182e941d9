import { isManifestPath } from './manifest-path.ts';

/** Path within the folder picked, or the bare name. */
export function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** Files that are read as one, under the name of the whole. */
export interface FileJob {
  readonly name: string;
  readonly files: readonly File[];
}

const SHAPEFILE_PART = /\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|qpj|qmd|shp\.xml)$/i;
const stemOf = (file: File): string => pathOf(file).replace(SHAPEFILE_PART, '').toLowerCase();

/** Files beside a manifest are one package, the parts of a shapefile one map; all others stand alone. */
export function jobsOf(files: readonly File[]): readonly FileJob[] {
  if (!files.some((file) => isManifestPath(pathOf(file)))) {
    const shapes = files.filter((file) => /\.shp$/i.test(file.name));
    const partsOf = (shape: File) =>
      files.filter((file) => SHAPEFILE_PART.test(file.name) && stemOf(file) === stemOf(shape));
    const maps = shapes.map((shape): FileJob => ({ name: shape.name, files: partsOf(shape) }));
    const taken = new Set(maps.flatMap(({ files: parts }) => parts));
    const alone = files.filter((file) => !taken.has(file));
    return [...maps, ...alone.map((file): FileJob => ({ name: file.name, files: [file] }))];
  }
  const [folder = ''] = files.map((file) => pathOf(file).split('/')).flatMap((path) => path.slice(0, -1));
  return [{ name: folder || 'manifest.json', files }];
}

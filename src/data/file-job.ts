import { isManifestPath } from './manifest-path.ts';

/** Path within the folder picked, or the bare name. */
export function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

/** Files that are read as one, under the name of the whole. */
export interface FileJob<F = File> {
  readonly name: string;
  readonly files: readonly F[];
}

const SHAPEFILE_PART = /\.(?:shp|dbf|prj|cpg|shx|sbn|sbx|qpj|qmd|shp\.xml)$/i;
const stemOf = (path: string): string => path.replace(SHAPEFILE_PART, '').toLowerCase();
const baseOf = (path: string): string => path.split('/').at(-1) ?? path;

/** Files beside a manifest are one package, the parts of a shapefile one map; all others stand alone. */
export function jobsAmong<F>(files: readonly F[], path: (file: F) => string): readonly FileJob<F>[] {
  if (!files.some((file) => isManifestPath(path(file)))) {
    const shapes = files.filter((file) => /\.shp$/i.test(path(file)));
    const partsOf = (shape: F) =>
      files.filter((file) => SHAPEFILE_PART.test(path(file)) && stemOf(path(file)) === stemOf(path(shape)));
    const maps = shapes.map((shape) => ({ name: baseOf(path(shape)), files: partsOf(shape) }));
    const taken = new Set(maps.flatMap(({ files: parts }) => parts));
    const alone = files.filter((file) => !taken.has(file));
    return [...maps, ...alone.map((file) => ({ name: baseOf(path(file)), files: [file] }))];
  }
  const [folder = ''] = files.map((file) => path(file).split('/')).flatMap((parts) => parts.slice(0, -1));
  return [{ name: folder || 'manifest.json', files }];
}

export function jobsOf(files: readonly File[]): readonly FileJob[] {
  return jobsAmong(files, pathOf);
}

/** Name under which the properties of a boundary file stand as a table. */
export function attributeName(name: string): string {
  return `${name} (atribut)`;
}

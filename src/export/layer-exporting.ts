import type { Picture } from '#picture/picture.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import type { ExportColumn } from './export-column.ts';

export interface Exporting {
  readonly picture: Picture;
  readonly rows: readonly number[];
  readonly words: Words;
  readonly format: Format;
}

/** What one kind of question adds to what leaves the program. */
export interface LayerExport<Layer> {
  /** Of the table, after those of the indicator. */
  columns(layer: Layer, exporting: Exporting): readonly ExportColumn[];
  /** Of the column of ranks, where the areas stand by something else than their value. */
  readonly rankHead?: (words: Words) => string;
  /** The periods that a sheet names, where it is not the one of the view. */
  periods?(layer: Layer, picture: Picture, format: Format): string;
  /** What a file is named after, where it is not the indicator in the period of the view. */
  name?(layer: Layer, picture: Picture, words: Words): Partial<NameParts>;
}

export interface NameParts {
  readonly what: readonly string[];
  readonly periods: readonly string[];
}

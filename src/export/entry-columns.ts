import { deadlineOf } from '#core/entry-stage.ts';
import type { EntryLayer } from '#picture/entry-layer.ts';
import { entryReason, snapshotText } from '#words/entry-wording.ts';
import { numberColumn, percentOf, textColumn } from './export-column.ts';
import type { LayerExport } from './layer-exporting.ts';

/** Children in and to be in, with the snapshot and the posts they are from. */
export const entryExport: LayerExport<EntryLayer> = {
  columns: (layer, { rows, words, format }) => {
    const { columns: heads, parts } = words.entry;
    const { areas, part, stage } = layer;
    const name = parts[part].column;
    const at = (column: ArrayLike<number>) => (i: number) => column[i] ?? Number.NaN;
    return [
      numberColumn('asked-share', heads.share(name), 1, rows, (i) => percentOf(at(areas.share)(i))),
      numberColumn('asked-entered', name, 0, rows, at(areas.n)),
      numberColumn('asked-target', heads.of, 0, rows, at(areas.N)),
      numberColumn('asked-missing', heads.missing, 0, rows, at(areas.missing)),
      numberColumn('noted-gain', heads.gain, 0, rows, at(areas.gain)),
      numberColumn('noted-reported', heads.reported, 0, rows, at(areas.reported)),
      numberColumn('noted-posts', heads.posts, 0, rows, at(areas.posts)),
      textColumn('noted-why', heads.why, rows, (i) => entryReason(areas, i, words) ?? ''),
      textColumn('noted-day', heads.day, rows, () => snapshotText(layer, { words, format })),
      ...(stage === null
        ? []
        : [textColumn('noted-deadline', heads.deadline, rows, () => format.day(deadlineOf(stage)))]),
    ];
  },
  rankHead: (words) => words.entry.rank,
  periods: (layer, _picture, format) => {
    const day = layer.days[layer.at];
    return day === undefined ? '' : format.day(day);
  },
  name: (layer, _, words) => ({
    what: [words.entry.heading(words.entry.parts[layer.part].phrase)],
    periods: layer.days.slice(layer.at, layer.at + 1),
  }),
};

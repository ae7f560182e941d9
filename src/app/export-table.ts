import { CellStatus } from '#core/area-table.ts';
import { legendDecimals, NO_CLASS } from '#core/classification.ts';
import { roundTo } from '#core/rates.ts';
import type { ReportColumn, ReportTable } from '#report/report-table.ts';
import { classLabels, statusLabel } from './area-words.ts';
import { DASH, type Format } from './format.ts';
import { coverageColumns, coverageRate } from './panels/ranking-rows.ts';
import type { Picture } from './picture.ts';
import { sentenceOf } from './sentence.ts';
import type { Words } from './words/id.ts';

type ColumnKey = Exclude<keyof Words['export']['columns'], 'interval'> | 'name' | 'district' | 'others';

/** A table in which print finds its columns again. */
export interface ExportTable extends ReportTable {
  readonly columns: readonly (ReportColumn & { readonly key: ColumnKey })[];
}

type Counted = keyof Words['export']['counted'];

/**
 * The indicator under whose name the counts may be read back: alone, of all children, and with a name that a table of
 * the field gives it. Null where n is of something that no table of counts can say.
 */
function countedIndicator({ view, atlas }: Picture): Counted | null {
  const filtered = Object.values(view.filters.classes).some((classes) => (classes?.length ?? 0) > 0);
  if (filtered) return null;
  switch (view.indicator) {
    case 'stunting':
    case 'wasting':
    case 'underweight':
      return view.indicator;
    case 'extreme-poverty':
      return atlas.manifest.extremePovertyDecile === 1 ? view.indicator : null;
    default:
      return null;
  }
}

/** Areas that the filter of districts keeps: by rank, then by name those that have none. */
function orderedRows({ view, geography, measure }: Picture): readonly number[] {
  const kept = new Set<string | null>(view.filters.districts);
  const rows = [...geography.areas.keys()].filter((i) => {
    const area = geography.areas[i];
    return kept.size === 0 || kept.has((view.level === 'district' ? area?.code : area?.parent) ?? null);
  });
  const rank = (i: number) => (measure.rank[i] === 0 ? Number.POSITIVE_INFINITY : (measure.rank[i] ?? 0));
  const name = (i: number) => geography.areas[i]?.name ?? '';
  const collator = new Intl.Collator('id', { numeric: true });
  const compare = (a: number, b: number): number => {
    const [first, second] = [rank(a), rank(b)];
    return first === second ? collator.compare(name(a), name(b)) : first < second ? -1 : 1;
  };
  return rows.sort(compare);
}

const percentOf = (rate: number): number => roundTo(rate, legendDecimals('rate')) * 100;

/** Columns of names and places. */
function placeColumns(picture: Picture, rows: readonly number[], words: Words): ExportTable['columns'] {
  const { geography, atlas, view, measure } = picture;
  const heads = words.export.columns;
  const districts = new Map<string, string>(
    atlas.territory.districts.areas.map(({ code, name }) => [code, name]),
  );
  const text = (key: ColumnKey, header: string, of: (i: number) => string) => ({
    kind: 'text' as const,
    key,
    header,
    cells: rows.map(of),
  });
  const village = view.level === 'village';
  return [
    {
      kind: 'number',
      key: 'rank',
      header: heads.rank,
      decimals: 0,
      cells: rows.map((i) => (measure.rank[i] === 0 ? Number.NaN : (measure.rank[i] ?? Number.NaN))),
    },
    text('code', heads.code, (i) => geography.areas[i]?.code ?? ''),
    text('name', village ? words.level.Village : words.level.District, (i) => geography.areas[i]?.name ?? ''),
    ...(village
      ? [text('district', words.level.District, (i) => districts.get(geography.areas[i]?.parent ?? '') ?? '')]
      : []),
    text('period', heads.period, () => view.period),
  ];
}

/** Columns of numbers, each only where the view has it. */
function numberColumns(picture: Picture, rows: readonly number[], words: Words): ExportTable['columns'] {
  const { measure, atlas, view, indicator } = picture;
  const { table, value, low, high, status } = measure;
  const heads = words.export.columns;
  const counted = countedIndicator(picture);
  const own = counted === null ? null : words.export.counted[counted];
  const coverage = coverageColumns(atlas, view.level, view.period);
  const number = (key: ColumnKey, header: string, decimals: number, of: (i: number) => number) => ({
    kind: 'number' as const,
    key,
    header,
    decimals,
    cells: rows.map(of),
  });
  const at = (column: ArrayLike<number>) => (i: number) => column[i] ?? Number.NaN;
  const [n, N] = [at(table.numerator), at(table.denominator)];
  const [d, s] = [at(coverage.measured), at(coverage.target)];
  const unknown = (i: number) => d(i) - N(i);
  const unaffected = (i: number) => N(i) - n(i);
  const shown = (column: Float64Array) => (i: number) =>
    status[i] === CellStatus.observed ? percentOf(column[i] ?? Number.NaN) : Number.NaN;
  const parts =
    indicator.kind === 'coverage'
      ? []
      : [
          number('numerator', own?.affected ?? heads.numerator, 0, n),
          ...(own === null
            ? []
            : [number('others', own.others, 0, counted === 'extreme-poverty' ? unknown : unaffected)]),
          number('denominator', heads.denominator, 0, N),
        ];
  const rates =
    view.measure === 'count' || indicator.kind === 'coverage'
      ? []
      : [
          number('value', own?.value ?? heads.value, 1, shown(value)),
          number('low', heads.low, 1, shown(low)),
          number('high', heads.high, 1, shown(high)),
        ];
  return [
    number('target', heads.target, 0, s),
    number('measured', heads.measured, 0, d),
    ...parts,
    ...rates,
    number('coverage', heads.coverage, 1, (i) => percentOf(coverageRate(d(i), s(i)))),
  ];
}

/** Columns that say what the numbers are. */
function wordColumns(
  picture: Picture,
  rows: readonly number[],
  words: Words,
  format: Format,
): ExportTable['columns'] {
  const { measure, classification, atlas } = picture;
  const heads = words.export.columns;
  const labels = classLabels(picture, words, format);
  const { title, parts } = sentenceOf(picture, words, format);
  const sentence = [title, ...parts].join(' · ');
  const source = atlas.manifest.sources[0]?.title ?? DASH;
  const text = (key: ColumnKey, header: string, of: (i: number) => string) => ({
    kind: 'text' as const,
    key,
    header,
    cells: rows.map(of),
  });
  return [
    text('class', heads.class, (i) => {
      const own = classification.classOf[i] ?? NO_CLASS;
      return own === NO_CLASS ? '' : (labels[own] ?? '');
    }),
    text('status', heads.status, (i) => {
      const status = measure.status[i] ?? CellStatus.notApplicable;
      return status === CellStatus.observed ? words.export.hasValue : statusLabel(status, picture, words);
    }),
    text('notes', heads.notes, () => sentence),
    text('tier', heads.tier, () => words.tier[atlas.manifest.tier]),
    text('source', heads.source, () => source),
  ];
}

/**
 * The table that leaves: what the screen's table shows, by rank. Its headers are those by which the program knows an
 * office's columns, so that it reads its own tables back; what is no count of all children has headers it passes over.
 * Source, tier and the sentence stand in columns, because lines around a table break sorting and other programs.
 */
export function exportTable(picture: Picture, words: Words, format: Format): ExportTable {
  const rows = orderedRows(picture);
  return {
    rows: rows.length,
    columns: [
      ...placeColumns(picture, rows, words),
      ...numberColumns(picture, rows, words),
      ...wordColumns(picture, rows, words, format),
    ],
  };
}

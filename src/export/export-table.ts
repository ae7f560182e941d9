import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { NO_CLASS } from '#core/classification.ts';
import { coverageOf, coverageRate } from '#core/coverage.ts';
import { layerOf } from '#picture/layer.ts';
import { isListed } from '#picture/listed-areas.ts';
import type { Picture } from '#picture/picture.ts';
import { reportOf } from '#picture/report-status.ts';
import { tierOf } from '#picture/tier.ts';
import type { ReportTable } from '#report/report-table.ts';
import { classLabels } from '#words/class-words.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { sourcesText } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { areaStatusLabel } from '#words/status-words.ts';
import { type ExportColumn, numberColumn, percentOf, textColumn } from './export-column.ts';
import { hotspotColumns, serviceColumns } from './export-layers.ts';
import { layerColumns, rankHead } from './layer-export.ts';

/** A table in which print finds its columns again. */
export interface ExportTable extends ReportTable {
  readonly columns: readonly ExportColumn[];
}

const at = (column: ArrayLike<number>) => (i: number) => column[i] ?? Number.NaN;

type Counted = keyof Words['export']['counted'];
type CountedUnits = keyof Words['export']['countedUnits'];

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

/** The headers of n, N and the rate of an indicator of families or persons; null of children. */
function unitHeads(
  { view }: Picture,
  { export: say }: Words,
): Words['export']['countedUnits'][CountedUnits] | null {
  const { indicator: id } = view;
  return id in say.countedUnits ? say.countedUnits[id as CountedUnits] : null;
}

/** Areas that the filter of districts keeps: by their place in a list of a rule of its own, by rank, then by name. */
function orderedRows(picture: Picture): readonly number[] {
  const { view, geography, ranks } = picture;
  const kept = new Set<string | null>(view.filters.districts);
  const rows = [...geography.areas.keys()].filter((i) => {
    const area = geography.areas[i];
    return kept.size === 0 || kept.has((view.level === 'district' ? area?.code : area?.parent) ?? null);
  });
  const rank = (i: number) => (ranks[i] === 0 ? Number.POSITIVE_INFINITY : (ranks[i] ?? 0));
  const priority = layerOf(picture, 'priority');
  const ruled = priority !== null && priority.listing.order !== 'index';
  const place = (i: number) =>
    ruled && isListed(priority, i) ? (priority.listing.list.place[i] ?? 0) : Number.POSITIVE_INFINITY;
  const name = (i: number) => geography.areas[i]?.name ?? '';
  const collator = new Intl.Collator('id', { numeric: true });
  const compare = (a: number, b: number): number => {
    if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
    const [first, second] = [rank(a), rank(b)];
    return first === second ? collator.compare(name(a), name(b)) : first < second ? -1 : 1;
  };
  return rows.sort(compare);
}

/** Columns of names and places. */
function placeColumns(picture: Picture, rows: readonly number[], words: Words): readonly ExportColumn[] {
  const { geography, atlas, view, ranks } = picture;
  const heads = words.export.columns;
  const districts = new Map<string, string>(
    atlas.territory.districts.areas.map(({ code, name }) => [code, name]),
  );
  const village = view.level === 'village';
  const own = village ? words.level.Village : words.level.District;
  const district = (i: number) => districts.get(geography.areas[i]?.parent ?? '') ?? '';
  return [
    numberColumn('rank', rankHead(picture, words), 0, rows, (i) => {
      const rank = ranks[i] ?? 0;
      return rank === 0 ? Number.NaN : rank;
    }),
    textColumn('code', heads.code, rows, (i) => geography.areas[i]?.code ?? ''),
    textColumn('name', own, rows, (i) => geography.areas[i]?.name ?? ''),
    ...(village ? [textColumn('district', words.level.District, rows, district)] : []),
    textColumn('period', heads.period, rows, () => view.period),
  ];
}

/** n and N, and beside n of an indicator that can be read back the children that make N of it. */
function partColumns(picture: Picture, rows: readonly number[], words: Words): readonly ExportColumn[] {
  const { measure, atlas, view } = picture;
  const { numerator, denominator } = measure.table;
  const heads = words.export.columns;
  const counted = countedIndicator(picture);
  const own = counted === null ? null : words.export.counted[counted];
  const units = unitHeads(picture, words);
  const { measured } = coverageOf(atlas.coverage, atlas.territory, view.level, view.period);
  const [n, N] = [at(numerator), at(denominator)];
  const others =
    counted === 'extreme-poverty' ? (i: number) => at(measured)(i) - N(i) : (i: number) => N(i) - n(i);
  return [
    numberColumn('numerator', own?.affected ?? units?.affected ?? heads.numerator, 0, rows, n),
    ...(own === null ? [] : [numberColumn('others', own.others, 0, rows, others)]),
    numberColumn('denominator', units?.all ?? heads.denominator, 0, rows, N),
  ];
}

function rateColumns(picture: Picture, rows: readonly number[], words: Words): readonly ExportColumn[] {
  const { value, low, high, status } = picture.measure;
  const heads = words.export.columns;
  const counted = countedIndicator(picture);
  const header =
    counted === null
      ? (unitHeads(picture, words)?.value ?? heads.value)
      : words.export.counted[counted].value;
  const shown = (column: Float64Array) => (i: number) =>
    status[i] === CellStatus.observed ? percentOf(at(column)(i)) : Number.NaN;
  return [
    numberColumn('value', header, 1, rows, shown(value)),
    numberColumn('low', heads.low, 1, rows, shown(low)),
    numberColumn('high', heads.high, 1, rows, shown(high)),
  ];
}

/** Columns of numbers, each only where the view has it. */
function numberColumns(picture: Picture, rows: readonly number[], words: Words): readonly ExportColumn[] {
  const { atlas, view, indicator } = picture;
  const heads = words.export.columns;
  const { target, measured } = coverageOf(atlas.coverage, atlas.territory, view.level, view.period);
  const prevalence = indicator.kind === 'prevalence';
  const coverage = (i: number) => percentOf(coverageRate(at(measured)(i), at(target)(i)));
  const ofChildren = indicator.unit === 'child';
  return [
    ...(ofChildren
      ? [
          numberColumn('target', heads.target, 0, rows, at(target)),
          numberColumn('measured', heads.measured, 0, rows, at(measured)),
        ]
      : []),
    ...(prevalence ? partColumns(picture, rows, words) : []),
    ...(prevalence && view.measure === 'rate' ? rateColumns(picture, rows, words) : []),
    ...(ofChildren ? [numberColumn('coverage', heads.coverage, 1, rows, coverage)] : []),
  ];
}

/** The class as the first indicator's own legend names it, and why there is none. */
function classColumns(
  picture: Picture,
  rows: readonly number[],
  words: Words,
  format: Format,
): readonly ExportColumn[] {
  const { measure, classification } = picture;
  const heads = words.export.columns;
  const labels = classLabels(picture, words, format);
  const reports = {
    [ReportStatus.reported]: words.status.whole,
    [ReportStatus.notReported]: words.status.notReported,
    [ReportStatus.incomplete]: words.status.partial,
    [ReportStatus.setAside]: words.status.setAsideShort,
  };
  return [
    textColumn('class', heads.class, rows, (i) => labels[classification.classOf[i] ?? NO_CLASS] ?? ''),
    textColumn('status', heads.status, rows, (i) => {
      const status = measure.status[i] ?? CellStatus.notApplicable;
      return status === CellStatus.observed
        ? words.export.hasValue
        : areaStatusLabel(status, picture, i, words, 'setAsideShort');
    }),
    ...(picture.view.level === 'village'
      ? [textColumn('report', heads.report, rows, (i) => reports[reportOf(picture, i)])]
      : []),
  ];
}

/** What the numbers are, the same in every row. */
function aboutColumns(
  picture: Picture,
  rows: readonly number[],
  words: Words,
  format: Format,
): readonly ExportColumn[] {
  const heads = words.export.columns;
  const { title, parts } = sentenceOf(picture, words, format);
  return [
    textColumn('notes', heads.notes, rows, () => [title, ...parts].join(' · ')),
    textColumn('tier', heads.tier, rows, () => words.tier[tierOf(picture)]),
    textColumn('source', heads.source, rows, () => sourcesText(picture, words, format)),
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
      ...classColumns(picture, rows, words, format),
      ...layerColumns({ picture, rows, words, format }),
      ...(picture.hotspots ? hotspotColumns(picture.hotspots, rows, words) : []),
      ...serviceColumns(picture, rows, words),
      ...aboutColumns(picture, rows, words, format),
    ],
  };
}

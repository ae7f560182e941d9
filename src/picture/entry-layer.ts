import type { AreaCode } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Day } from '#core/calendar-day.ts';
import { restricts } from '#core/cell-selection.ts';
import { NO_CLASS } from '#core/classification.ts';
import { DIMENSIONS } from '#core/dimension.ts';
import { type EntryPace, entryPace } from '#core/entry-pace.ts';
import {
  type EntryPart,
  type EntryRow,
  type EntrySeries,
  entriesOf,
  entrySeries,
  snapshotDays,
} from '#core/entry-snapshot.ts';
import { type EntryStage, type StageDates, stageOn } from '#core/entry-stage.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import type { Period } from '#core/period.ts';
import type { Entry, View } from '#core/view.ts';
import type { Atlas } from './atlas.ts';
import type { LayerKind, LayerMaker } from './layer-maker.ts';
import { remember } from './remember.ts';
import type { Shading } from './shading.ts';
import { ordered } from './told-areas.ts';

/** Units of one grouping at one snapshot, columns by position. */
export interface EntryUnits {
  /** Children in, and to be in, of posts that have reported both; NaN where none has. */
  readonly n: Float64Array;
  readonly N: Float64Array;
  /** n of N per 1; NaN where there is none. More than 1 is shown as it is. */
  readonly share: Float64Array;
  /** Children not in yet, at least 0; NaN where there is no share. */
  readonly missing: Float64Array;
  readonly status: Uint8Array;
  /** Posts that are in the snapshot, and that any snapshot names. */
  readonly reported: Uint32Array;
  readonly posts: Uint32Array;
  /** Growth of n since the snapshot before, of posts that are in both; NaN where there are none. */
  readonly gain: Float64Array;
}

/** A puskesmas, a posyandu or a kelurahan of the list of whom to call. */
export interface EntryCall {
  readonly key: string;
  readonly puskesmas: string;
  readonly posyandu: string;
  /** null of a puskesmas, whose posts may lie in several. */
  readonly area: AreaCode | null;
  readonly n: number;
  readonly N: number;
  readonly missing: number;
  readonly reported: number;
  readonly posts: number;
  /** Posts that have reported without their target. */
  readonly untold: number;
  /** Of the last snapshot in which it was, where it is not in this one; null: in none before it. */
  readonly last: { readonly day: Day; readonly n: number; readonly N: number } | null;
}
export type CallGrouping = 'puskesmas' | 'posyandu' | 'area';

export interface EntryLayer {
  readonly kind: 'entry';
  readonly part: EntryPart;
  /** Of the children; null where the export does not say. */
  readonly period: Period | null;
  /** All snapshots of the period, ascending; [] where there is none. */
  readonly days: readonly Day[];
  /** Position of the one shown; -1 where there is none. */
  readonly at: number;
  readonly stage: EntryStage | null;
  /** The dates are the reader's. */
  readonly isOwnStage: boolean;
  readonly areas: EntryUnits;
  readonly districts: EntryUnits;
  /** Position 0: of all kelurahan that the filter keeps. */
  readonly city: EntryUnits;
  /** Over the snapshots, by position in the level that is shown; undefined where no snapshot names it. */
  readonly seriesOf: (index: number) => EntrySeries | undefined;
  readonly citySeries: EntrySeries | null;
  readonly pace: EntryPace | null;
  /** Kelurahan that the filter keeps, and those that no snapshot names. */
  readonly villages: number;
  readonly silent: number;
  /** Filters of classes are set, by which entry is not divided: nothing is shown. */
  readonly isDivided: boolean;
  readonly calls: (grouping: CallGrouping) => readonly EntryCall[];
}

/** Edges of the shares, conventions of this program; complete is a class of its own. */
export const ENTRY_EDGES = [0.5, 0.75, 0.9, 1] as const;
/** Least first: who is behind is seen, who is done is paper. */
const COLORS = ['#8f3206', '#d2691e', '#f0a55a', '#f8dcb4', '#f1eee6'] as const;

/** A share as it is printed: all is only said where nobody is missing, and never of a part. */
export function printedShare(n: number, N: number): number {
  const share = Math.round((n / N) * 1000) / 1000;
  return n < N ? Math.min(share, 0.999) : share;
}

/** The class of a share by its position among the colors. */
export function entryClass(n: number, N: number): number {
  const share = printedShare(n, N);
  const k = ENTRY_EDGES.findIndex((edge) => share < edge);
  return k < 0 ? ENTRY_EDGES.length : k;
}

/** Why a unit has no share: no post has reported, none says its target, none the part, or nobody is to be entered. */
function statusAt(series: EntrySeries | undefined, k: number): CellStatus {
  if (series === undefined || (series.reported[k] ?? 0) === 0) return CellStatus.notReported;
  const N = series.N[k] ?? Number.NaN;
  if (N > 0) return CellStatus.observed;
  if (N === 0) return CellStatus.noDenominator;
  return (series.withoutPart[k] ?? 0) > 0 ? CellStatus.notApplicable : CellStatus.noDenominator;
}

function unitsAt(
  series: readonly (EntrySeries | undefined)[],
  k: number,
  kept: (i: number) => boolean,
): EntryUnits {
  const column = (of: (one: EntrySeries) => number | undefined) =>
    Float64Array.from(series, (one) => (one === undefined ? Number.NaN : (of(one) ?? Number.NaN)));
  const n = column((one) => one.n[k]);
  const N = column((one) => one.N[k]);
  const status = Uint8Array.from(series, (one, i) => (kept(i) ? statusAt(one, k) : CellStatus.notApplicable));
  const known = (i: number) => status[i] === CellStatus.observed;
  return {
    n,
    N,
    share: n.map((own, i) => (known(i) ? own / (N[i] ?? Number.NaN) : Number.NaN)),
    missing: n.map((own, i) => (known(i) ? Math.max(0, (N[i] ?? Number.NaN) - own) : Number.NaN)),
    status,
    reported: Uint32Array.from(series, (one) => one?.reported[k] ?? 0),
    posts: Uint32Array.from(series, (one) => one?.posts ?? 0),
    gain: column((one) => one.gain[k]),
  };
}

function callsOf(
  rows: readonly EntryRow[],
  days: readonly Day[],
  k: number,
  part: EntryPart,
  grouping: CallGrouping,
): readonly EntryCall[] {
  const keyOf = ({ area, puskesmas, posyandu }: EntryRow): string | null => {
    if (grouping === 'area') return area;
    if (grouping === 'puskesmas') return puskesmas === '' ? null : puskesmas;
    return posyandu === '' ? null : `${puskesmas}|${area}|${posyandu}`;
  };
  const firsts = new Map<string, EntryRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null && !firsts.has(key)) firsts.set(key, row);
  }
  return [...entrySeries(rows, days, part, keyOf)]
    .map(([key, series]): EntryCall => {
      const first = firsts.get(key);
      const [n, N] = [series.n[k] ?? Number.NaN, series.N[k] ?? Number.NaN];
      const before = days.findLastIndex((_, j) => j < k && !Number.isNaN(series.N[j] ?? Number.NaN));
      const day = days[before];
      const isSilent = (series.reported[k] ?? 0) === 0;
      return {
        key,
        puskesmas: grouping === 'area' ? '' : (first?.puskesmas ?? ''),
        posyandu: grouping === 'posyandu' ? (first?.posyandu ?? '') : '',
        area: grouping === 'puskesmas' ? null : (first?.area ?? null),
        n,
        N,
        missing: Math.max(0, N - n),
        reported: series.reported[k] ?? 0,
        posts: series.posts,
        untold: series.withoutTarget[k] ?? 0,
        last:
          isSilent && day !== undefined
            ? { day, n: series.n[before] ?? Number.NaN, N: series.N[before] ?? Number.NaN }
            : null,
      };
    })
    .filter(
      ({ missing, reported, posts, untold }) =>
        missing > 0 || reported < posts || untold > 0 || Number.isNaN(missing),
    )
    .sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
}

/** Children missing; of a post that is silent those that were missing when it was last heard of. */
function weight({ missing, last }: EntryCall): number {
  if (!Number.isNaN(missing)) return missing;
  return last === null ? 0 : Math.max(0, last.N - last.n);
}

/** The period of a row, where all have one. */
const periodOf = (rows: readonly EntryRow[]): Period | null => rows[0]?.period ?? null;

function stageFor(
  own: StageDates | null,
  stages: readonly EntryStage[],
  day: Day | undefined,
): EntryStage | null {
  const stated = day === undefined ? null : stageOn(stages, day);
  if (own === null) return stated;
  return { id: stated?.id ?? '', title: stated?.title ?? '', ...own };
}

const makeEntryLayer: LayerMaker<'entry', EntryLayer> = () => {
  const layers = remember(
    (
      dataset: NonNullable<Atlas['dataset']>,
      level: View['level'],
      period: Period,
      filters: View['filters'],
      asked: Entry,
    ) => {
      const { territory, monitoring = NO_MONITORING } = dataset;
      const { villages, districts, districtOf } = territory;
      const parents = new Set(filters.districts);
      const isKept = (i: number): boolean =>
        parents.size === 0 || parents.has(districts.areas[districtOf[i] ?? -1]?.code ?? ('' as AreaCode));
      const isDivided = restricts(filters.classes, DIMENSIONS);
      const all = isDivided ? [] : entriesOf(monitoring.entries, period);
      const keptCodes = new Set(villages.areas.flatMap(({ code }, i) => (isKept(i) ? [code] : [])));
      const rows = all.filter(({ area }) => keptCodes.has(area));
      const days = snapshotDays(all);
      const wanted = asked.snapshot === null ? -1 : days.indexOf(asked.snapshot);
      const at = wanted >= 0 ? wanted : days.length - 1;
      const stage = stageFor(asked.stage, monitoring.stages, days[at]);
      const byVillage = entrySeries(rows, days, asked.part, ({ area }) => area);
      const districtCode = (code: AreaCode) =>
        districts.areas[districtOf[villages.indexOf.get(code) ?? -1] ?? -1]?.code ?? null;
      const byDistrict = entrySeries(rows, days, asked.part, ({ area }) => districtCode(area));
      const citySeries = entrySeries(rows, days, asked.part, () => 'city').get('city') ?? null;
      const villageSeries = villages.areas.map(({ code }) => byVillage.get(code));
      const districtSeries = districts.areas.map(({ code }) => byDistrict.get(code));
      const keptDistrict = (i: number) =>
        parents.size === 0 || parents.has(districts.areas[i]?.code ?? ('' as AreaCode));
      const usable = (kept: (i: number) => boolean) => (i: number) => kept(i) && !isDivided;
      const village = unitsAt(villageSeries, at, usable(isKept));
      const district = unitsAt(districtSeries, at, usable(keptDistrict));
      const shown = level === 'village' ? villageSeries : districtSeries;
      const kinds = remember((grouping: CallGrouping) => callsOf(rows, days, at, asked.part, grouping));
      const layer: EntryLayer = {
        kind: 'entry',
        part: asked.part,
        period: periodOf(all),
        days,
        at,
        stage,
        isOwnStage: asked.stage !== null,
        areas: level === 'village' ? village : district,
        districts: district,
        city: unitsAt(
          [citySeries ?? undefined],
          at,
          usable(() => true),
        ),
        seriesOf: (index) => shown[index],
        citySeries,
        pace: citySeries && entryPace(citySeries, days, at, stage),
        villages: keptCodes.size,
        silent: [...keptCodes].filter((code) => !byVillage.has(code)).length,
        isDivided,
        calls: kinds,
      };
      return layer;
    },
  );
  const shadings = remember(shadingOf);
  return ({ atlas, view }, question) => {
    if (atlas.dataset === null) return 'waiting';
    const layer = layers(atlas.dataset, view.level, view.period, view.filters, question);
    return { layer, shading: shadings(layer), ranks: ranksOf(layer) };
  };
};

function shadingOf({ areas: { n, N, status, reported, posts } }: EntryLayer): Shading {
  const classes = n.map((own, i) =>
    status[i] === CellStatus.observed ? entryClass(own, N[i] ?? Number.NaN) : NO_CLASS,
  );
  const areasPerClass = new Uint32Array(COLORS.length);
  for (const own of classes) if (own !== NO_CLASS) areasPerClass[own] = (areasPerClass[own] ?? 0) + 1;
  return {
    kind: 'entry',
    classOf: Uint8Array.from(classes),
    status,
    colors: COLORS,
    areasPerClass,
    hatched: status.map((own, i) =>
      own === CellStatus.observed && (reported[i] ?? 0) < (posts[i] ?? 0) ? 1 : 0,
    ),
  };
}

/** 1 where most children are missing; equal numbers share a place. */
const ranksOf = remember(({ areas: { missing } }: EntryLayer): Uint32Array => {
  const { areas, places } = ordered(missing.map((own) => -own));
  const ranks = new Uint32Array(missing.length);
  areas.forEach((index, k) => {
    ranks[index] = places[k] ?? 0;
  });
  return ranks;
});

export const entryKind: LayerKind<'entry', EntryLayer> = {
  settle: (asked) => asked,
  make: makeEntryLayer,
  /** Those of whom most children are missing. */
  told: (_, { areas: { missing } }) => ordered(missing.map((own) => (own > 0 ? -own : Number.NaN))),
};

/** Whether these data hold any snapshot. */
export function canAskEntry({ dataset }: Pick<Atlas, 'dataset'>): boolean {
  return (dataset?.monitoring?.entries.length ?? 0) > 0;
}

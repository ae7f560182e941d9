import { describe, expect, it } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import { TrendVerdict } from '#core/area-trend.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import { TREND, type View } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { layerOf, toldAreas } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { settleView } from '#picture/view-layers.ts';
import { keepHistory, undo } from '#state/history.ts';
import { enterRoom } from '#state/rooms.ts';
import { createAppStore, setView } from '#state/store.ts';
import { datasetOf, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 2] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);

function period(text: string): Period {
  const found = parsePeriod(text);
  if (found === null) throw new Error(text);
  return found;
}

const QUARTERS = Array.from({ length: 8 }, (_, k) => period(`${2024 + (k >> 2)}-Q${(k % 4) + 1}`));
const SHORT = [
  [40, 38, 35, 31, 28, 26, 22, 20],
  [10, 12, 15, 16, 19, 22, 24, 28],
  [20, 22, 19, 21, 20, 22, 18, 21],
  [30, 28, 26, 24, 22, 20, 18, 16],
] as const;

/** v0 falls, v1 rises, v2 goes up and down, v3 falls but has no figure in the last period. */
function city(quarters: readonly Period[] = QUARTERS, unreported: readonly number[] = [3]): Atlas {
  const last = quarters.at(-1) ?? period('2024-Q1');
  const children = quarters.flatMap((quarter, k) =>
    SHORT.flatMap((short, i) =>
      quarter === last && unreported.includes(i) ? [] : village(i, 100, short[k] ?? 0, 2, 5, quarter),
    ),
  );
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES, { periods: quarters })],
    periods: quarters,
    notReported: unreported.map((i) => (quarters.length - 1) * SHORT.length + i),
  });
  const { manifest, territory, coverage } = dataset;
  return {
    manifest,
    territory,
    coverage,
    boundaries: { villages: NONE, districts: NONE },
    dataset,
    first: null,
  };
}

function paint(atlas: Atlas, patch: Partial<View> = {}) {
  const picture = createPainter()(atlas, {
    ...openingView(atlas.manifest),
    room: 'monitoring',
    question: TREND,
    ...patch,
  });
  const layer = picture && layerOf(picture, 'trend');
  if (!picture || !layer) throw new Error('no trend');
  return { picture, layer };
}

describe('the trend until a period', () => {
  it('names what falls and rises in deep colors; a missing last figure keeps its reason', () => {
    const { picture, layer } = paint(city());
    const { verdict } = layer.areas;
    expect([...verdict]).toEqual([
      TrendVerdict.falling,
      TrendVerdict.rising,
      TrendVerdict.unclear,
      TrendVerdict.none,
    ]);
    expect(picture.shading.status[3]).toBe(CellStatus.notReported);
    expect(toldAreas(picture).areas).toEqual([1, 0]);
  });

  it('is said by title, facts, legend and table, with what it rests on', () => {
    const { picture } = paint(city());
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toBe('Tren prevalensi stunting per kelurahan, sampai Triwulan IV 2025');
    expect(parts[0]).toBe('terbukti turun 1, naik 1; tidak terbukti 1');
    expect(parts[1]).toContain('8 triwulan (Triwulan I 2024 – Triwulan IV 2025)');
    const legend = legendWords(picture, id, format);
    expect(legend.classes.map(({ count }) => count)).toEqual(['1', '0', '1', '0', '1', '0']);
    expect(areaWords(picture, 0, id, format).more).toEqual([
      'tren: turun, −3,0 poin per triwulan, dari 8 periode',
    ]);
    const cells = (key: string) =>
      exportTable(picture, id, format).columns.find((column) => column.key === key)?.cells;
    expect(cells('asked-verdict')).toEqual(['naik', 'tidak tampak', 'turun', '']);
    expect(cells('noted-periods')).toEqual([8, 8, 8, 7]);
  });

  it('names nobody of six periods, and judges nobody of four', () => {
    const of = (n: number) => paint(city(QUARTERS.slice(0, n), [])).layer;
    expect([...of(6).areas.verdict]).toEqual([
      TrendVerdict.maybeFalling,
      TrendVerdict.maybeRising,
      TrendVerdict.unclear,
      TrendVerdict.maybeFalling,
    ]);
    expect([...of(4).areas.verdict]).toEqual(Array.from({ length: 4 }, () => TrendVerdict.short));
    const { picture } = paint(city(QUARTERS.slice(0, 4), []));
    expect(sentenceOf(picture, id, format).parts[0]).toBe('4 terlalu pendek untuk dinilai');
  });

  it('knows nothing of what came after the period', () => {
    const { layer } = paint(city(), { period: period('2025-Q2') });
    expect(layer.periods).toEqual(QUARTERS.slice(0, 6));
  });

  it('is kept in a link, ends with counts, and is undone in one step', () => {
    const atlas = city();
    const opening = openingView(atlas.manifest);
    const view: View = { ...opening, room: 'monitoring', question: TREND };
    expect(decodeView(encodeView(view), atlas.manifest, atlas.territory, opening)).toEqual({
      ok: true,
      value: view,
      problems: [],
    });
    expect(settleView(view, { measure: 'count' }, atlas.manifest).question).toEqual({ kind: 'single' });
    const store = createAppStore();
    store.setState({ atlas, view: opening });
    keepHistory(store);
    enterRoom(store, 'monitoring');
    expect(store.getState().view).toMatchObject({ room: 'monitoring', question: TREND });
    undo(store);
    expect(store.getState().view).toEqual(opening);
  });
});

describe('entering the room', () => {
  const months = Array.from({ length: 24 }, (_, k) =>
    period(`${2024 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`),
  );
  const both = [...months, ...QUARTERS];

  function opened(periods: readonly Period[], at: Period) {
    const children = periods.flatMap((one) => village(0, 100, 20, 2, 5, one));
    const dataset = datasetOf({
      villagesPerDistrict: VILLAGES,
      tables: [tableOf(children, VILLAGES, { periods })],
      periods,
    });
    const { manifest, territory, coverage } = dataset;
    const boundaries = { villages: NONE, districts: NONE };
    const atlas: Atlas = { manifest, territory, coverage, boundaries, dataset, first: null };
    const store = createAppStore();
    store.setState({ atlas, view: { ...openingView(manifest), period: at } });
    return { store, atlas };
  }

  it('takes the quarter of the month, and gives the month back to the room it came from', () => {
    const { store } = opened(both, period('2025-08'));
    enterRoom(store, 'monitoring');
    expect(store.getState().view?.period).toBe('2025-Q3');
    enterRoom(store, 'map');
    expect(store.getState().view?.period).toBe('2025-08');
  });

  it('goes on with the period that was chosen there', () => {
    const { store } = opened(both, period('2025-08'));
    enterRoom(store, 'monitoring');
    setView(store, { period: period('2025-Q1') });
    enterRoom(store, 'map');
    expect(store.getState().view?.period).toBe('2025-Q1');
  });

  it('of months alone uses one in three, counted back', () => {
    const { atlas } = opened(months, period('2025-08'));
    const { layer } = paint(atlas, { period: period('2025-08') });
    expect(layer.periods).toEqual(
      ['2024-02', '2024-05', '2024-08', '2024-11', '2025-02', '2025-05', '2025-08'].map(period),
    );
  });
});

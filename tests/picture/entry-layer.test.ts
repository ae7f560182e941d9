import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { parseDay } from '#core/calendar-day.ts';
import { ENTRY_PARTS, type EntryRow } from '#core/entry-snapshot.ts';
import type { EntryStage } from '#core/entry-stage.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import type { Entry, View } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { canAskEntry, entryClass, printedShare } from '#picture/entry-layer.ts';
import { layerOf, toldAreas } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { keepHistory, undo } from '#state/history.ts';
import { createAppStore, setView } from '#state/store.ts';
import { datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 3] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);
const [EARLY, LATE] = ['2026-07-06', '2026-07-20'].map((text) => parseDay(text)!);
const STAGE: EntryStage = {
  id: '1',
  title: 'NIK',
  start: parseDay('2026-07-01')!,
  target: parseDay('2026-07-25')!,
  final: parseDay('2026-07-31')!,
  extensions: [],
};
const NIK: Entry = { kind: 'entry', part: 'nik', snapshot: null, stage: null };

function row(
  i: number,
  posyandu: string,
  day: typeof EARLY,
  target: number | null,
  nik: number | null,
): EntryRow {
  const { territory } = blank.dataset!;
  return {
    snapshot: day!,
    area: territory.villages.areas[i]!.code,
    puskesmas: i < 2 ? 'Alak' : 'Oepoi',
    posyandu,
    period: JULY,
    target,
    measured: null,
    nik,
    kk: null,
    linked: null,
  };
}

function atlasOf(entries: readonly EntryRow[] | null): Atlas {
  const children = VILLAGES.flatMap((count) => Array.from({ length: count }, (_, k) => k)).flatMap((_, i) =>
    village(i, 100, 20, 2, 5, JULY),
  );
  const dataset = {
    ...datasetOf({ villagesPerDistrict: VILLAGES, tables: [tableOf(children, VILLAGES)], periods: [JULY] }),
    ...(entries === null ? {} : { monitoring: { ...NO_MONITORING, entries, stages: [STAGE] } }),
  };
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
const blank = atlasOf(null);

function paint(atlas: Atlas, patch: Partial<View> = {}) {
  const view: View = { ...openingView(atlas.manifest), room: 'monitoring', question: NIK, ...patch };
  const picture = createPainter()(atlas, view);
  const layer = picture && layerOf(picture, 'entry');
  if (!picture || !layer) throw new Error('no entry');
  return { picture, layer };
}

/** v0: a post silent in the second; v1: complete; v2: target 0; v3: no target; v4: in no snapshot. */
const CITY = atlasOf([
  row(0, 'A', EARLY, 50, 10),
  row(0, 'B', EARLY, 50, 20),
  row(0, 'A', LATE, 50, 40),
  row(1, 'A', EARLY, 40, 39),
  row(1, 'A', LATE, 40, 40),
  row(2, 'A', LATE, 0, 0),
  row(3, 'A', LATE, null, 7),
]);

describe('data entry on a day', () => {
  it('gives every area its share or the reason why it has none, and never 0 for silence', () => {
    const { picture, layer } = paint(CITY);
    expect([...layer.areas.status]).toEqual([
      CellStatus.observed,
      CellStatus.observed,
      CellStatus.noDenominator,
      CellStatus.noDenominator,
      CellStatus.notReported,
    ]);
    const said = [0, 1, 2, 3, 4].map((i) => areaWords(picture, i, id, format).value);
    expect(said).toEqual([
      '80,0\u00a0%',
      '100,0\u00a0%',
      'sasaran 0',
      'sasaran tidak diketahui',
      'belum melapor',
    ]);
    expect(areaWords(picture, 0, id, format).more).toEqual([
      'belum masuk: 10 balita',
      '+30 balita sejak potret sebelumnya',
      '1 dari 2 pos melapor',
    ]);
    expect([...(picture.shading.hatched ?? [])]).toEqual([1, 0, 0, 0, 0]);
    expect(toldAreas(picture).areas).toEqual([0]);
    expect([...picture.ranks]).toEqual([1, 2, 0, 0, 0]);
  });

  it('is said by title, facts and legend, in both languages', () => {
    const { picture } = paint(CITY);
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toBe('Balita sasaran ber-NIK per kelurahan, potret 20 Juli 2026');
    expect(parts.slice(0, 5)).toEqual([
      '88,9\u00a0% (80 dari 90 balita sasaran)',
      '4 dari 5 pos melapor',
      '1 kelurahan belum pernah melapor',
      'batas 31 Juli 2026, 11 hari lagi',
      'Juli 2026',
    ]);
    expect(sentenceOf(picture, en, createFormat(en)).title).toContain(
      'Target children with a NIK by kelurahan',
    );
    expect(legendWords(picture, id, format).classes.map(({ count }) => count)).toEqual([
      '0',
      '0',
      '1',
      '0',
      '1',
    ]);
  });

  it('goes back to an earlier snapshot, by kecamatan too', () => {
    const { layer } = paint(CITY, { question: { ...NIK, snapshot: EARLY! }, level: 'district' });
    expect([...layer.areas.n]).toEqual([69, Number.NaN]);
    expect([...layer.areas.N]).toEqual([140, Number.NaN]);
    expect(layer.city.n[0]).toBe(69);
    expect(layer.pace).toMatchObject({ missing: 71, daysLeft: 25, recent: null });
  });

  it('lists posts to call by children missing, the silent ones with what was last heard', () => {
    const { layer } = paint(CITY);
    expect(
      layer.calls('posyandu').map(({ posyandu, area, missing, last }) => [posyandu, area, missing, last?.n]),
    ).toEqual([
      ['B', 'd0v0', Number.NaN, 20],
      ['A', 'd0v0', 10, undefined],
      ['A', 'd1v3', Number.NaN, undefined],
    ]);
    expect(layer.calls('puskesmas').map(({ puskesmas }) => puskesmas)).toEqual(['Alak', 'Oepoi']);
  });

  it('leaves with its parts, its day and its reasons', () => {
    const { picture } = paint(CITY);
    const cells = (key: string) =>
      exportTable(picture, id, format).columns.find((one) => one.key === key)?.cells;
    expect(cells('asked-missing')?.slice(0, 2)).toEqual([10, 0]);
    expect(cells('asked-target')?.slice(0, 2)).toEqual([50, 40]);
    expect([...(cells('noted-why') ?? [])].map(String).sort()).toEqual(
      ['', '', 'belum melapor', 'sasaran 0', 'sasaran tidak diketahui'].sort(),
    );
    expect(new Set<unknown>(cells('noted-day'))).toEqual(new Set(['20 Juli 2026']));
  });

  it('is kept in a link with the dates that the reader has put, and undone in one step', () => {
    const opening = openingView(CITY.manifest);
    const stage = { ...STAGE, final: parseDay('2026-08-10')!, extensions: [parseDay('2026-08-20')!] };
    const { id: _, title: __, ...dates } = stage;
    const view: View = {
      ...opening,
      room: 'monitoring',
      question: { kind: 'entry', part: 'linked', snapshot: EARLY!, stage: dates },
    };
    expect(decodeView(encodeView(view), CITY.manifest, CITY.territory, opening)).toEqual({
      ok: true,
      value: view,
      problems: [],
    });
    expect(paint(CITY, { question: view.question }).layer.stage?.extensions).toEqual(['2026-08-20']);
    const store = createAppStore();
    store.setState({ atlas: CITY, view: { ...opening, room: 'monitoring', question: NIK } });
    keepHistory(store);
    setView(store, { question: { ...NIK, stage: dates } });
    undo(store);
    expect(store.getState().view?.question).toEqual(NIK);
  });

  it('answers no filter of classes, and says so; of data without snapshots it is not asked', () => {
    const { picture, layer } = paint(CITY, { filters: { classes: { sex: ['male'] }, districts: [] } });
    expect([...layer.areas.status].every((status) => status === CellStatus.notApplicable)).toBe(true);
    expect(sentenceOf(picture, id, format).parts[0]).toBe(id.entry.notes.divided);
    expect(canAskEntry(blank)).toBe(false);
    expect(canAskEntry(CITY)).toBe(true);
    expect(paint(blank).layer.days).toEqual([]);
  });

  it('sums kelurahan to kecamatan to the whole, whatever is filtered', () => {
    const count = fc.option(fc.nat(200));
    const rows = fc.uniqueArray(
      fc.record({
        i: fc.nat(4),
        posyandu: fc.constantFrom('A', 'B'),
        day: fc.constantFrom(EARLY!, LATE!),
        target: count,
        nik: count,
      }),
      { selector: ({ i, posyandu, day }) => `${i}${posyandu}${day}` },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom<readonly string[]>([], ['d0'], ['d1']), (given, districts) => {
        const atlas = atlasOf(
          given.map(({ i, posyandu, day, target, nik }) => row(i, posyandu, day, target, nik)),
        );
        const filters = { classes: {}, districts: districts as never };
        const { layer } = paint(atlas, { filters });
        const sum = (column: Float64Array, keep: (i: number) => boolean) => {
          const known = column.filter((value, i) => keep(i) && !Number.isNaN(value));
          return known.length === 0 ? Number.NaN : known.reduce((a, b) => a + b, 0);
        };
        for (const key of ['n', 'N'] as const) {
          expect(sum(layer.areas[key], () => true)).toEqual(layer.city[key][0]);
          expect(sum(layer.districts[key], () => true)).toEqual(layer.city[key][0]);
        }
        expect(layer.areas.reported.reduce((a, b) => a + b, 0)).toBe(layer.city.reported[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('never prints all where somebody is missing, and classes as it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (N, n) => {
        expect(printedShare(n, N) >= 1).toBe(n >= N);
        expect(entryClass(n, N) === 4).toBe(n >= N);
      }),
    );
    expect(printedShare(3081, 10_000)).toBe(0.308);
    expect(ENTRY_PARTS).toHaveLength(4);
  });
});

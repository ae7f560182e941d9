import { expect, it } from 'vitest';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { ShareKey } from '#core/budget.ts';
import type { BudgetRow } from '#core/budget-record.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { openingBudget } from '#picture/budget-layer.ts';
import { layerOf, toldAreas } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { sentenceOf } from '#words/sentence.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 2] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);
const SHORT = [30, 10, 20, 0];
const dataset = datasetOf({
  villagesPerDistrict: VILLAGES,
  tables: [
    tableOf(
      SHORT.flatMap((short, i) => village(i, 60, short, 2, 5, JULY)),
      VILLAGES,
    ),
  ],
});
const { manifest, territory, coverage } = dataset;
const codes = territory.villages.areas.map(({ code }) => code);
const row = (amount: number, areas: readonly number[], rest: Partial<BudgetRow> = {}): BudgetRow => ({
  year: 2026,
  agency: 'Dinas Kesehatan',
  program: '',
  activity: 'PMT',
  subActivity: '',
  location: { kind: 'areas', areas: areas.map((i) => codes[i]!) },
  targetGroup: '',
  volume: '',
  amount,
  source: 'APBD',
  kind: 'specific',
  proposed: false,
  ...rest,
});
const BUDGET: readonly BudgetRow[] = [
  row(40_000_001, [0, 1]),
  row(60_000_000, [2]),
  row(7, [], { location: { kind: 'territory' } }),
  row(5_000_000, [0], { year: 2025 }),
  row(9_000_000, [3], { proposed: true }),
];
const atlas: Atlas = {
  manifest,
  territory,
  coverage,
  boundaries: { villages: NONE, districts: NONE },
  dataset: { ...dataset, budget: BUDGET },
  first: null,
};

function paint(key: ShareKey = 'affected', level: 'village' | 'district' = 'village', of: Atlas = atlas) {
  const opening = openingView(manifest);
  const view = {
    ...opening,
    indicator: 'stunting',
    period: JULY,
    room: 'monitoring',
    level,
    question: { kind: 'budget', year: 2026, key },
  } as const;
  const picture = createPainter()(of, view);
  if (picture === null) throw new Error('no picture');
  return { picture, view, layer: layerOf(picture, 'budget') };
}

it('money shared by affected children lies against them, to the rupiah, at either level', () => {
  const { layer, picture } = paint();
  expect([...layer!.budget.placed]).toEqual([30_000_001, 10_000_000, 60_000_000, 0]);
  expect(layer!.budget.unlocated.territory).toBe(7);
  expect(layer!.gaps).toEqual(['gap', 'lightly-funded', 'burdened', 'lightly-burdened']);
  expect([...picture.shading.classOf]).toEqual([0, 2, 1, 3]);
  expect(toldAreas(picture).areas).toEqual([0]);
  expect([...paint('equal').layer!.budget.placed]).toEqual([20_000_001, 20_000_000, 60_000_000, 0]);
  expect([...paint('affected', 'district').layer!.budget.placed]).toEqual([40_000_001, 60_000_000]);
});

it('an area says its money, the year before and what is proposed; proposals are in no sum', () => {
  const { picture, layer } = paint();
  expect(areaWords(picture, 0, id, format).more).toEqual([
    'Rp30.000.001 untuk 30 anak terdampak',
    'Rp1.000.000 per anak terdampak',
    id.budget.classes.gap,
    '2025: Rp5.000.000',
  ]);
  expect(areaWords(picture, 3, id, format).more).toContain('diusulkan: Rp9.000.000');
  expect(layer!.budget.total).toBe(100_000_008);
  expect(sentenceOf(picture, id, format).title).toContain('Anggaran 2026 terhadap');
});

it('leaves as a table of whole rupiah, and is kept in a link', () => {
  const { picture, view } = paint();
  const { columns } = exportTable(picture, id, format);
  const cells = columns.find((column) => 'key' in column && column.key === 'asked-budget')?.cells ?? [];
  expect([...cells].sort()).toEqual([0, 10_000_000, 30_000_001, 60_000_000]);
  const back = decodeView(encodeView(view), manifest, territory, openingView(manifest));
  expect(back.ok && back.value.question).toEqual(view.question);
});

it('without a budget of the year the indicator stands alone', () => {
  expect(paint('equal', 'village', { ...atlas, dataset }).layer).toBeNull();
  expect(openingBudget(undefined)).toBeNull();
  expect(openingBudget(BUDGET.filter(({ proposed }) => proposed))).toBeNull();
  expect(openingBudget(BUDGET)).toEqual({ kind: 'budget', year: 2025, key: 'affected' });
});

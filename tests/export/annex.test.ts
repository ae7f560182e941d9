import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { USUAL_RULE } from '#core/priority-rule-text.ts';
import type { Priority, View } from '#core/view.ts';
import { annexAreas, annexTable, draftedReason, isOfPicture } from '#export/annex.ts';
import type { AreaDecision, Scenario } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { openingView } from '#picture/opening-view.ts';
import { questionText } from '#picture/question-text.ts';
import { compareScenarios, pictureOf } from '#picture/scenario-comparison.ts';
import { keptText } from '#state/scenario.ts';
import { ratedCity } from '#tests/picture/rated-city.ts';
import { createFormat } from '#words/format.ts';
import { id as words } from '#words/id.ts';

const ATLAS = ratedCity();
const format = createFormat(words);
const PRIORITY: Priority = {
  kind: 'priority',
  criteria: [
    { indicator: 'stunting', weight: 40 },
    { indicator: 'wasting', weight: 60 },
  ],
  scaling: 'goalposts',
  aggregation: 'arithmetic',
  top: 2,
  seed: 7,
  runs: 200,
  colors: 'score',
  ...USUAL_RULE,
};

function decided(village: number, patch: Partial<AreaDecision> = {}): AreaDecision {
  const code = areaCode(`d${village < 2 ? 0 : 1}v${village}`);
  return { code, chosen: true, reason: '', dissent: '', ...patch };
}

function scenario(id: number, areas: readonly AreaDecision[], priority: Partial<Priority> = {}): Scenario {
  const view: View = { ...openingView(ATLAS.manifest), question: { ...PRIORITY, ...priority } };
  const figures = ATLAS.dataset ? figuresOf(ATLAS.dataset) : '';
  return { id, title: `Usulan ${id}`, text: questionText(view), data: 'a', figures, areas };
}

function pictured(one: Scenario) {
  const picture = pictureOf(ATLAS, one);
  if (!picture || !ATLAS.dataset) throw new Error('no picture');
  return { picture, dataset: ATLAS.dataset };
}

/** As they are printed: cells are rounded where they are written. */
function tenths(cells: readonly (string | number)[] | undefined): readonly string[] {
  return (cells ?? []).map((cell) => Number(cell).toFixed(1));
}

describe('the annex', () => {
  // Scores by hand, goalposts 60 and 30 %: v0 100/3, v1 50 x 0.4 + 40/3 x 0.6 = 28, v2 250/3 x 0.4 + 20/3 x 0.6 = 112/3.
  const one = scenario(1, [
    decided(1, { reason: 'jauh dari puskesmas' }),
    decided(0, { chosen: false, reason: 'sudah dibantu', dissent: 'lurah' }),
    decided(4),
  ]);

  it('names who is put forward first, then who of the list is not, each with its reasons', () => {
    const { picture, dataset } = pictured(one);
    expect(annexAreas(picture, one)).toEqual([1, 4, 2, 0]);
    const table = annexTable(picture, one, dataset, words, format);
    const column = (key: string) => table.columns.find((each) => each.key === key)?.cells;
    expect(column('name')).toEqual(['d0v1', 'd1v4', 'd1v2', 'd0v0']);
    expect(column('annex-decision')).toEqual([
      'diusulkan',
      'diusulkan',
      'tidak diusulkan',
      'tidak diusulkan',
    ]);
    expect(column('annex-reason')).toEqual(['jauh dari puskesmas', '', '', 'sudah dibantu']);
    expect(column('annex-dissent')).toEqual(['', '', '', 'lurah']);
    expect(column('rank')).toEqual([3, Number.NaN, 1, 2]);
    expect(tenths(column('score'))).toEqual(['28.0', 'NaN', '37.3', '33.3']);
  });

  it('holds every count, and what repeats it: weights, seed, runs, digest, sources', () => {
    const { picture, dataset } = pictured(one);
    const { columns, rows } = annexTable(picture, one, dataset, words, format);
    const column = (key: string) => columns.find((each) => each.key === key)?.cells;
    expect(rows).toBe(4);
    expect(column('criterion-n-0')).toEqual([30, Number.NaN, 50, 20]);
    expect(column('annex-all-0')).toEqual([100, Number.NaN, 100, 100]);
    expect(column('criterion-n-1')).toEqual([4, Number.NaN, 2, 10]);
    const score = tenths(column('score'));
    const points = [column('points-0'), column('points-1')] as readonly (readonly number[])[];
    expect(tenths(score.map((_, row) => (points[0]?.[row] ?? 0) + (points[1]?.[row] ?? 0)))).toEqual(score);
    expect(column('annex-seed')?.[0]).toBe('7');
    expect(column('annex-runs')?.[0]).toBe('200');
    expect(column('annex-figures')?.[0]).toBe(figuresOf(dataset));
    expect(column('weights')?.[0]).toContain('stunting 40\u00a0%, wasting 60\u00a0%');
    expect(column('source')?.[0]).toContain('test');
    expect(column('notes')?.[0]).toContain('bukan penetapan');
    expect(JSON.stringify(columns).toLowerCase()).not.toMatch(/(?<!bukan angka )resmi/);
  });

  it('is of just the question it was made of', () => {
    const { picture } = pictured(one);
    expect(isOfPicture(one, picture)).toBe(true);
    expect(isOfPicture(scenario(1, [], { seed: 8 }), picture)).toBe(false);
    const { view } = picture;
    const shown = { ...view, priority: { ...PRIORITY, colors: 'list' as const }, burden: true };
    expect(isOfPicture(one, { ...picture, view: shown })).toBe(true);
  });

  it('drafts a reason of what was counted, which no weight can make untrue', () => {
    const { picture } = pictured(one);
    expect(draftedReason(picture, 1, words, format).replaceAll('\u00a0', ' ')).toBe(
      'stunting 30,0 % (30 dari 100); wasting 4,0 % (4 dari 100); Juli 2026',
    );
    // A file brings it back letter by letter.
    expect(keptText(draftedReason(picture, 1, words, format))).toBe(draftedReason(picture, 1, words, format));
  });
});

describe('scenarios side by side', () => {
  it('are made anew, and counted where they agree', () => {
    const a = scenario(1, [decided(0), decided(1)]);
    const b = scenario(2, [decided(0)], { criteria: [{ indicator: 'stunting', weight: 100 }] });
    const { columns, areas, listed, chosen } = compareScenarios(ATLAS, [a, b]);
    expect(columns.map((column) => [...column.listed])).toEqual([
      [2, 0],
      [2, 1],
    ]);
    // Mean ranks: v2 1 and 1, v0 2 and 3, v1 3 and 2.
    expect(areas).toEqual([2, 0, 1]);
    expect([listed, chosen]).toEqual([
      { every: 1, any: 3 },
      { every: 1, any: 2 },
    ]);
  });

  it('leave out what the data cannot answer, and another level', () => {
    const a = scenario(1, [decided(0)]);
    const unknown = { ...a, id: 2, text: a.text.replace('i=stunting', 'i=height') };
    const view = { ...openingView(ATLAS.manifest), level: 'district' as const, priority: PRIORITY };
    const district = { ...a, id: 3, text: questionText(view) };
    const { columns, listed } = compareScenarios(ATLAS, [a, unknown, district]);
    expect(columns.map(({ picture }) => picture !== null)).toEqual([true, false, false]);
    expect(listed).toEqual({ every: 2, any: 2 });
  });
});

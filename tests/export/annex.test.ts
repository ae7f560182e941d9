import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { USUAL_RULE } from '#core/priority-rule-text.ts';
import type { Priority, View } from '#core/view.ts';
import { annexAreas, annexReason, annexTable, heldText, isLowCoverage, isOfPicture } from '#export/annex.ts';
import { type AreaDecision, type Scenario, undecided } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { openingView } from '#picture/opening-view.ts';
import { questionText } from '#picture/question-text.ts';
import { compareScenarios, movesBetween, pictureOf } from '#picture/scenario-comparison.ts';
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
  return { ...undecided(code), chosen: true, ...patch };
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
    expect(column('criterion-all-0')).toEqual([100, Number.NaN, 100, 100]);
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

  it('fills a drafted reason in from what was counted, which no weight can make untrue, before what was written', () => {
    const { picture } = pictured(one);
    const said = (village: number, patch: Partial<AreaDecision>) =>
      annexReason(picture, decided(village, patch), village, words, format).replaceAll('\u00a0', ' ');
    expect(said(1, { drafted: 'counts' })).toBe(
      'stunting 30,0 % (30 dari 100); wasting 4,0 % (4 dari 100); Juli 2026',
    );
    expect(said(1, { drafted: 'counts', reason: 'jauh dari puskesmas' })).toMatch(
      /; Juli 2026; jauh dari puskesmas$/,
    );
    expect(said(1, { reason: 'jauh' })).toBe('jauh');
    // v4 has not reported: a dash, never a 0.
    expect(said(4, { drafted: 'counts' })).toBe('stunting – (– dari –); wasting – (– dari –); Juli 2026');
  });

  it('says how many were weighed of how many, where these are few, and what the proposal holds', () => {
    const { picture, dataset } = pictured(one);
    const { columns } = annexTable(picture, one, dataset, words, format);
    const column = (key: string) => columns.find((each) => each.key === key)?.cells;
    const { measured, target } = picture.priority.listing.place;
    const rows = [1, 4, 2, 0];
    expect(column('measured')).toEqual(rows.map((i) => measured[i] ?? Number.NaN));
    expect(column('target')).toEqual(rows.map((i) => target[i] ?? Number.NaN));
    // v1 and v4 are put forward: 30 of the 105 stunted, of v4 nothing is known.
    expect(heldText(picture, one, words, format)?.replaceAll('\u00a0', ' ')).toBe(
      '28,6 % balita stunting (30 dari 105)',
    );
    expect(column('annex-held')?.[0]).toBe(heldText(picture, one, words, format));
    expect(column('annex-method')?.[0]).toBe(String(picture.view.method));
    const { priority } = picture;
    const few = { ...priority.listing.place, weighed: Float64Array.of(0.79, 0.8, Number.NaN, 1, 1) };
    const layer = {
      ...priority,
      choice: { ...priority.choice, leastWeighed: 0.8 },
      listing: { ...priority.listing, place: few },
    };
    expect([0, 1, 2, 3].map((i) => isLowCoverage(layer, i))).toEqual([true, false, false, false]);
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

  it('say who came in and who went out, against the list and against the one before', () => {
    // The list of both is v2 and v0.
    const a = scenario(1, [decided(0), decided(1)]);
    const undone = scenario(2, []);
    const b = scenario(3, [decided(1), decided(4)]);
    const { columns } = compareScenarios(ATLAS, [a, undone, b]);
    expect(columns.map(({ againstList }) => againstList)).toEqual([
      { entered: [1], left: [2] },
      null,
      { entered: [1, 4], left: [0, 2] },
    ]);
    expect(
      columns.map(({ againstEarlier: moves }) => moves && [moves.earlier.id, moves.entered, moves.left]),
    ).toEqual([null, null, [1, [4], [0]]]);
  });

  it('move so that what was, without who left and with who entered, is what is', () => {
    const areas = fc.uniqueArray(fc.nat(30)).map((all) => new Set(all));
    fc.assert(
      fc.property(areas, areas, (before, after) => {
        const { entered, left } = movesBetween(before, after);
        const gone: readonly number[] = left;
        const kept = [...before].filter((i) => !gone.includes(i));
        expect([...kept, ...entered].sort((x, y) => x - y)).toEqual([...after].sort((x, y) => x - y));
        expect(entered.some((i) => before.has(i))).toBe(false);
        expect(movesBetween(after, before)).toEqual({ entered: left, left: entered });
      }),
    );
  });

  it('leave out what the data cannot answer, and another level', () => {
    const a = scenario(1, [decided(0)]);
    const unknown = { ...a, id: 2, text: a.text.replace('pri=stunting', 'pri=height') };
    const view = { ...openingView(ATLAS.manifest), level: 'district' as const, priority: PRIORITY };
    const district = { ...a, id: 3, text: questionText(view) };
    const { columns, listed } = compareScenarios(ATLAS, [a, unknown, district]);
    expect(columns.map(({ picture }) => picture !== null)).toEqual([true, false, false]);
    expect(listed).toEqual({ every: 2, any: 2 });
  });
});

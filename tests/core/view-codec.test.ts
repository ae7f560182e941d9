import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import type { ClassificationMethod } from '#core/classification.ts';
import type { Dataset, Tier } from '#core/dataset.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { indicators } from '#core/indicator.ts';
import { PLAIN_RULE } from '#core/list-rule.ts';
import { type Period, periodKind } from '#core/period.ts';
import { USUAL_RULE } from '#core/priority-rule-text.ts';
import { QUESTION_KINDS } from '#core/question-kinds.ts';
import { indicatorAmong } from '#core/region-classes.ts';
import { homeRoom, isAskedIn } from '#core/room-rules.ts';
import { tabulate } from '#core/tabulation.ts';
import { UNITS } from '#core/unit.ts';
import {
  type Hotspots,
  type Overlay,
  type Priority,
  type Question,
  type RegionProblem,
  type Regions,
  ROOMS,
  SINGLE,
  type View,
} from '#core/view.ts';
import { decodeView, encodeView, type ViewPart } from '#core/view-codec.ts';
import { openingView } from '#picture/opening-view.ts';
import { AUGUST, datasetOf, filterOn, JULY, tableOf } from './small-city.ts';

const PERIODS = [JULY, AUGUST, '2026-Q3' as Period];
const VILLAGES = [3, 2];

function city(tier: Tier = 'internal'): Dataset {
  const tables = [tableOf([], VILLAGES, { periods: PERIODS })];
  const dataset = datasetOf({ villagesPerDistrict: VILLAGES, tables, periods: PERIODS, tier });
  const { manifest } = dataset;
  return {
    ...dataset,
    manifest: {
      ...manifest,
      periods: manifest.periods.map((entry) => ({ ...entry, units: UNITS })),
      tables: [
        ...manifest.tables,
        { id: 'families', level: 'village', unit: 'family', dimensions: ['poverty', 'risk'] },
        { id: 'persons', level: 'village', unit: 'person', dimensions: ['poverty'] },
      ],
    },
  };
}

const DATASET = city();
const OPENING = openingView(DATASET.manifest);
const decode = (text: string, { manifest, territory }: Dataset = DATASET) =>
  decodeView(text, manifest, territory, openingView(manifest), true);

/** The view read, and what was left out of it. */
function read(text: string, dataset: Dataset = DATASET): { view: View; left: readonly string[] } {
  const result = decode(text, dataset);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return { view: result.value, left: result.problems.map(({ detail }) => String(detail?.part)) };
}

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const edges = (least: number, most: number) =>
  fc.uniqueArray(number, { minLength: least, maxLength: most }).map((all) => all.sort((a, b) => a - b));
const pair = edges(2, 2).map(([low = 0, high = 0]) => [low, high] as const);

const method: fc.Arbitrary<ClassificationMethod> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('quantile' as const, 'equal-interval' as const, 'natural-breaks' as const),
    classes: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('standard-deviation' as const),
    step: fc.double({ min: 1e-9, max: 100, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('fixed' as const), breaks: edges(1, 8) }),
);

const overlay = (not: View['indicator']): fc.Arbitrary<Overlay> =>
  fc.record({
    kind: fc.constant('overlay' as const),
    indicator: fc.constantFrom(...ALL.filter((id) => id !== not)),
    classes: fc.oneof(
      fc.record({ kind: fc.constantFrom('bands' as const, 'tertiles' as const) }),
      fc.record({ kind: fc.constant('own' as const), first: pair, second: pair }),
    ),
  });
const hotspots: fc.Arbitrary<Hotspots> = fc.record({
  method: fc.constantFrom('clusters' as const, 'hot-cold' as const, 'co-location' as const),
  neighbors: fc.oneof(
    fc.record({ kind: fc.constantFrom('queen' as const, 'rook' as const) }),
    fc.record({ kind: fc.constant('nearest' as const), k: fc.integer({ min: 1, max: 50 }) }),
    fc.record({
      kind: fc.constant('distance-band' as const),
      kilometers: fc.double({ min: 1e-3, max: 1000, noNaN: true }),
    }),
  ),
  permutations: fc.integer({ min: 99, max: 999_999 }),
  seed: fc.nat(999_999_999),
  // In the order in which they are written: first those added.
  edits: fc
    .tuple(fc.boolean(), fc.boolean())
    .map(([added, cut]) => [
      ...(added ? [{ kind: 'added' as const, between: [areaCode('d0v0'), areaCode('d1v3')] as const }] : []),
      ...(cut ? [{ kind: 'cut' as const, between: [areaCode('d0v1'), areaCode('d0v2')] as const }] : []),
    ]),
});
const priority: fc.Arbitrary<Priority> = fc.record({
  kind: fc.constant('priority' as const),
  criteria: fc
    .shuffledSubarray(
      indicators(1).map(({ id }) => id),
      { minLength: 1, maxLength: 6 },
    )
    .chain((ids) =>
      fc
        .array(fc.integer({ min: 0, max: 100 }), { minLength: ids.length, maxLength: ids.length })
        .filter((weights) => weights.some((weight) => weight > 0))
        .map((weights) => ids.map((indicator, k) => ({ indicator, weight: weights[k] ?? 0 }))),
    ),
  scaling: fc.constantFrom('goalposts' as const, 'z' as const, 'percentile' as const),
  aggregation: fc.constantFrom('arithmetic' as const, 'geometric' as const, 'mazziotta-pareto' as const),
  top: fc.integer({ min: 1, max: 100_000 }),
  seed: fc.nat(999_999_999),
  runs: fc.integer({ min: 100, max: 20_000 }),
  colors: fc.constantFrom('score' as const, 'list' as const),
  list: fc
    .record({
      order: fc.constantFrom('index' as const, 'rate' as const, 'count' as const),
      of: fc.option(fc.constantFrom('stunting' as const, 'wasting' as const)),
      limit: fc.constantFrom('areas' as const, 'budget' as const, 'share' as const),
      budget: fc.option(fc.integer({ min: 0, max: 1e15 })),
      perArea: fc.option(fc.integer({ min: 0, max: 1e15 })),
      perChild: fc.option(fc.nat(1e9)),
      share: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
      least: fc.nat(1000),
      most: fc.option(fc.integer({ min: 1, max: 1000 })),
    })
    .filter(({ least, most }) => most === null || least <= most),
  concentration: fc.integer({ min: 1, max: 1000 }),
  leastWeighed: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
});
const regions: fc.Arbitrary<Regions> = fc
  .tuple(
    fc.shuffledSubarray(
      indicators(1).map(({ id }) => id),
      { minLength: 3, maxLength: 3 },
    ),
    fc.array(fc.option(fc.double({ min: 0, max: 10, noNaN: true })), { minLength: 3, maxLength: 3 }),
  )
  .map(([ids, thresholds]) => {
    const problem = (k: number): RegionProblem => ({
      indicator: ids[k] ?? 'stunting',
      threshold: thresholds[k] == null ? null : thresholds[k] + 0,
    });
    return { kind: 'regions', problems: [problem(0), problem(1), problem(2)] };
  });
const ALL = indicators(1).map(({ id }) => id);

/** Any question of a rate. */
const asked = (indicator: View['indicator'], others: readonly Period[]): fc.Arbitrary<Question> =>
  fc.oneof(
    fc.constant(SINGLE),
    overlay(indicator),
    ...(others.length === 0
      ? []
      : [fc.constantFrom(...others).map((comparedWith) => ({ kind: 'change' as const, comparedWith }))]),
    fc.record({
      kind: fc.constant('agreement' as const),
      agreesWithin: fc.integer({ min: 1, max: 20 }),
      nearestPeriod: fc.boolean(),
    }),
    priority,
    regions,
  );

/** Any view that fits the small city. */
const view: fc.Arbitrary<View> = fc
  .record({
    indicator: fc.constantFrom(...ALL),
    measure: fc.constantFrom('rate' as const, 'count' as const),
    level: fc.constantFrom('village' as const, 'district' as const),
    period: fc.constantFrom(...PERIODS),
  })
  .chain(({ indicator, measure, level, period }) => {
    const { villages, districts } = DATASET.territory;
    const codes = (level === 'village' ? villages : districts).areas.map(({ code }) => code);
    const banded = measure === 'rate' && (indicator === 'stunting' || indicator === 'wasting');
    const others = PERIODS.filter((other) => other !== period && periodKind(other) === periodKind(period));
    return fc.record({
      version: fc.constant(2 as const),
      method: fc.constantFrom(1 as const, 2 as const),
      room: fc.constantFrom(...ROOMS),
      level: fc.constant(level),
      indicator: fc.constant(indicator),
      measure: fc.constant(measure),
      period: fc.constant(period),
      filters: fc.record({
        classes: filterOn(CHILD_DIMENSIONS).map((classes) =>
          Object.fromEntries(Object.entries(classes).filter(([, chosen]) => chosen.length > 0)),
        ),
        districts: fc.subarray(districts.areas.map(({ code }) => code)),
      }),
      classification: banded ? fc.oneof(method, fc.constant({ kind: 'bands' as const })) : method,
      classesLocked: fc.boolean(),
      showSmallRates: fc.boolean(),
      selected: fc.shuffledSubarray(codes),
      question: measure === 'rate' ? asked(indicator, others) : fc.constant(SINGLE),
      hotspots: fc.option(hotspots),
      burden: fc.boolean(),
    });
  })
  .map((one) => (QUESTION_KINDS[one.question.kind].carriesHotspots ? one : { ...one, hotspots: null }))
  .map((one) => (isAskedIn(one.room, one) ? one : { ...one, room: homeRoom(one) }))
  .filter(
    ({ question, ...one }) =>
      question.kind !== 'regions' || indicatorAmong(question, one.indicator) === one.indicator,
  );

describe('a view as text', () => {
  it('is short and can be read', () => {
    expect(encodeView(OPENING)).toBe('v2;i=stunting;p=2026-08;c=bands;by=2');
    expect(
      encodeView({
        ...OPENING,
        indicator: 'wasting',
        filters: { classes: { poverty: ['1', '2'], age: [] }, districts: [areaCode('d1')] },
        classification: { kind: 'fixed', breaks: [0.1, 0.205] },
        classesLocked: false,
        selected: [areaCode('d0v1'), areaCode('d1v3')],
        question: { kind: 'overlay', indicator: 'stunting', classes: { kind: 'tertiles' } },
      }),
    ).toBe(
      'v2;i=wasting;p=2026-08;c=fixed:0.1,0.205;by=2;poverty=1,2;in=d1;lock=0;over=stunting:tertiles;sel=d0v1,d1v3',
    );
    const question = { kind: 'change', comparedWith: JULY } as const;
    expect(encodeView({ ...OPENING, room: 'clusters', question, burden: true })).toBe(
      'v2;r=clusters;i=stunting;p=2026-08;c=bands;by=2;vs=2026-07;burden=1',
    );
  });

  it('is read back as it was, and needs no escape in an address', () => {
    fc.assert(
      fc.property(view, (one) => {
        const text = encodeView(one);
        expect(read(text)).toEqual({ view: one, left: [] });
        expect(new URL(`https://example.org/#${text}`).hash).toBe(`#${text}`);
      }),
    );
  });

  it('reads an index of before lists had rules, and writes it as it was', () => {
    const text =
      'i=stunting;p=2026-07;c=bands;pri=stunting~40,wasting~60:goalposts:arithmetic:8:20261:2000:list';
    const { view: found, left } = read(`v1;${text}`);
    expect(left).toEqual([]);
    expect(found.question).toMatchObject({ kind: 'priority', top: 8, list: PLAIN_RULE, concentration: 30 });
    expect(encodeView(found)).toBe(`v2;${text.replace('c=bands', 'c=bands;by=1')}`);
  });

  it.each<[text: string, seen: Partial<View>]>([
    ['v1;i=stunting;p=2026-08;c=bands', { room: 'map', question: SINGLE }],
    [
      'v1;i=stunting;p=2026-08;c=bands;pri=stunting~40,wasting~60:goalposts:arithmetic:8:20261:2000:score',
      {
        room: 'priority',
        question: {
          kind: 'priority',
          criteria: [
            { indicator: 'stunting', weight: 40 },
            { indicator: 'wasting', weight: 60 },
          ],
          scaling: 'goalposts',
          aggregation: 'arithmetic',
          top: 8,
          seed: 20_261,
          runs: 2_000,
          colors: 'score',
          ...USUAL_RULE,
        },
      },
    ],
    [
      'v1;i=stunting;p=2026-08;c=bands;over=wasting:own:0.1,0.2:0.05,0.1',
      {
        room: 'map',
        question: {
          kind: 'overlay',
          indicator: 'wasting',
          classes: { kind: 'own', first: [0.1, 0.2], second: [0.05, 0.1] },
        },
      },
    ],
    [
      'v1;i=wasting;p=2026-08;c=bands;vs=2026-07',
      { room: 'map', question: { kind: 'change', comparedWith: JULY } },
    ],
    [
      'v1;i=stunting;p=2026-08;c=bands;two=3:nearest',
      { room: 'map', question: { kind: 'agreement', agreesWithin: 3, nearestPeriod: true } },
    ],
    [
      'v1;i=stunting;p=2026-08;c=bands;reg=stunting~0.25,wasting,extreme-poverty',
      {
        room: 'map',
        question: {
          kind: 'regions',
          problems: [
            { indicator: 'stunting', threshold: 0.25 },
            { indicator: 'wasting', threshold: null },
            { indicator: 'extreme-poverty', threshold: null },
          ],
        },
      },
    ],
    [
      'v1;i=stunting;p=2026-08;c=bands;over=wasting:tertiles;burden=1;hot=hot-cold:nearest-6:999:7;added=d0v0:d1v3;sel=d0v1',
      {
        room: 'clusters',
        question: { kind: 'overlay', indicator: 'wasting', classes: { kind: 'tertiles' } },
        hotspots: {
          method: 'hot-cold',
          neighbors: { kind: 'nearest', k: 6 },
          permutations: 999,
          seed: 7,
          edits: [{ kind: 'added', between: [areaCode('d0v0'), areaCode('d1v3')] }],
        },
        burden: true,
        selected: [areaCode('d0v1')],
      },
    ],
  ])('%s, of before there were rooms, opens at home', (text, seen) => {
    const { view: found, left } = read(text);
    expect(left).toEqual([]);
    expect(found).toEqual({ ...OPENING, method: 1, indicator: found.indicator, ...seen });
    // At home a room is not written: only the versions, of the text and of the method, differ.
    expect(encodeView(found)).toBe(text.replace('v1;', 'v2;').replace('c=bands', 'c=bands;by=1'));
  });

  it.each(ROOMS)('keeps the room: %s', (room) => {
    const plain = { ...OPENING, room };
    expect(read(encodeView(plain))).toEqual({ view: plain, left: [] });
    expect(encodeView(plain)).toBe(
      room === 'map'
        ? 'v2;i=stunting;p=2026-08;c=bands;by=2'
        : `v2;r=${room};i=stunting;p=2026-08;c=bands;by=2`,
    );
  });

  it('never throws, and what is read can always be asked', () => {
    const likely = fc.array(
      fc.oneof(
        fc.constantFrom(
          'v1',
          'v2',
          'r=priority',
          'i=wasting',
          'i=',
          'p=2026-07',
          'sex=male,x',
          'sel=d0v0',
          'sel=%',
          '=',
          ';',
        ),
        fc
          .tuple(
            fc.constantFrom('r', 'i', 'p', 'c', 'over', 'vs', 'in', 'sel', 'lock', 'small', 'm', 'l'),
            fc.string(),
          )
          .map((each) => each.join('=')),
        fc.string(),
      ),
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      likely.map((parts) => parts.join(';')),
      fc.tuple(fc.constantFrom('v1', 'v2'), likely).map(([version, parts]) => [version, ...parts].join(';')),
      fc.tuple(view, fc.nat(), fc.string()).map(([one, at, noise]) => {
        const text = encodeView(one);
        return text.slice(0, at % text.length) + noise + text.slice(at % text.length);
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const result = decode(text);
        if (result.ok) {
          tabulate(DATASET, result.value);
          expect(read(encodeView(result.value)).view).toEqual(result.value);
        } else expect(result.problems).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what does not fit', () => {
  it.each<[what: string, text: string, part: ViewPart, seen: Partial<View>]>([
    ['an unknown indicator', 'i=height;p=2026-07;c=bands', 'indicator', { indicator: 'stunting' }],
    ['no indicator', 'p=2026-07;c=bands', 'indicator', { period: JULY }],
    [
      'a period the data lack',
      'i=wasting;p=2031-07;c=bands',
      'period',
      { indicator: 'wasting', period: AUGUST },
    ],
    [
      'bands of none',
      'i=underweight;p=2026-07;c=bands',
      'classes',
      { classification: { kind: 'quantile', classes: 5 } },
    ],
    ['ten classes', 'i=stunting;p=2026-07;c=quantile:10', 'classes', { classification: { kind: 'bands' } }],
    [
      'falling edges',
      'i=stunting;p=2026-07;c=fixed:0.2,0.1',
      'classes',
      { classification: { kind: 'bands' } },
    ],
    [
      'an unknown class',
      'i=stunting;p=2026-07;sex=male,other',
      'filters',
      { filters: { classes: {}, districts: [] } },
    ],
    [
      'an unknown district',
      'i=stunting;p=2026-07;in=d0,d9',
      'districts',
      { filters: { classes: {}, districts: [] } },
    ],
    [
      'an area of another level',
      'i=stunting;p=2026-07;sel=d0v0,d1',
      'selection',
      { selected: [areaCode('d0v0')] },
    ],
    ['itself laid over', 'i=stunting;p=2026-07;over=stunting:bands', 'overlay', { question: SINGLE }],
    [
      'counts with something laid over',
      'i=stunting;p=2026-07;m=count;over=wasting:bands',
      'overlay',
      { question: SINGLE },
    ],
    [
      'hotspots of an unknown method',
      'i=stunting;p=2026-07;hot=warm:queen:999:1',
      'hotspots',
      { hotspots: null },
    ],
    [
      'hotspots with too few draws',
      'i=stunting;p=2026-07;hot=clusters:queen:9:1',
      'hotspots',
      { hotspots: null },
    ],
    [
      'a link to an unknown area',
      'i=stunting;p=2026-07;hot=clusters:nearest-6:999:1;cut=d0v0:nowhere',
      'hotspots',
      {
        hotspots: {
          method: 'clusters',
          neighbors: { kind: 'nearest', k: 6 },
          permutations: 999,
          seed: 1,
          edits: [],
        },
      },
    ],
    [
      'an index of an unknown indicator',
      'i=stunting;p=2026-07;pri=height~100:goalposts:arithmetic:8:1:2000:score',
      'priority',
      { question: SINGLE },
    ],
    [
      'an index in which nothing weighs',
      'i=stunting;p=2026-07;pri=stunting~0,wasting~0:goalposts:arithmetic:8:1:2000:score',
      'priority',
      { question: SINGLE },
    ],
    [
      'an index with one indicator twice',
      'i=stunting;p=2026-07;pri=stunting~50,stunting~50:goalposts:arithmetic:8:1:2000:score',
      'priority',
      { question: SINGLE },
    ],
    [
      'an index whose list has a rule said twice',
      'i=stunting;p=2026-07;pri=stunting~100:goalposts:arithmetic:8:1:2000:score:most~2:most~3',
      'priority',
      { question: SINGLE },
    ],
    [
      'an index whose quota is at odds',
      'i=stunting;p=2026-07;pri=stunting~100:goalposts:arithmetic:8:1:2000:score:least~3:most~2',
      'priority',
      { question: SINGLE },
    ],
    [
      'an index with amounts below 0',
      'i=stunting;p=2026-07;pri=stunting~100:goalposts:arithmetic:8:1:2000:score:budget~-1',
      'priority',
      { question: SINGLE },
    ],
    [
      'an index beside counts',
      'i=stunting;p=2026-07;m=count;pri=stunting~100:goalposts:arithmetic:8:1:2000:score',
      'priority',
      { question: SINGLE },
    ],
    ['two problems', 'i=stunting;p=2026-07;reg=stunting,wasting', 'regions', { question: SINGLE }],
    [
      'one problem twice',
      'i=stunting;p=2026-07;reg=stunting,wasting,stunting~0.3',
      'regions',
      { question: SINGLE },
    ],
    [
      'a threshold that is none',
      'i=stunting;p=2026-07;reg=stunting~-0.1,wasting,coverage',
      'regions',
      { question: SINGLE },
    ],
    [
      'three problems beside counts',
      'i=stunting;p=2026-07;m=count;reg=stunting,wasting,coverage',
      'regions',
      { question: SINGLE },
    ],
    [
      'an indicator that is none of the three problems',
      'i=underweight;p=2026-07;reg=stunting,wasting,coverage',
      'indicator',
      { indicator: 'stunting' },
    ],
    [
      'marks that cannot lie over the question',
      'i=stunting;p=2026-07;reg=stunting,wasting,coverage;hot=clusters:queen:999:1',
      'hotspots',
      { room: 'map', hotspots: null },
    ],
    ['a period of another kind', 'i=stunting;p=2026-07;vs=2026-Q3', 'change', { question: SINGLE }],
    ['a room that is none', 'r=attic;i=stunting;p=2026-07', 'room', { room: 'map' }],
    [
      'a room in which that is not asked',
      'r=priority;i=stunting;p=2026-07;vs=2026-08',
      'room',
      { room: 'map', question: { kind: 'change', comparedWith: AUGUST } },
    ],
    [
      'a room beside that of its marks',
      'r=map;i=stunting;p=2026-07;hot=clusters:queen:999:1',
      'room',
      { room: 'clusters' },
    ],
    [
      'a second question',
      'i=stunting;p=2026-07;over=wasting:bands;vs=2026-08',
      'overlay',
      { question: { kind: 'change', comparedWith: AUGUST } },
    ],
    ['a key of the future', 'i=stunting;p=2026-07;zoom=3', 'unknown', { period: JULY }],
  ])('%s is left out, and the rest holds', (_, text, part, seen) => {
    const { view: one, left } = read(`v1;${text}`);
    expect(left).toEqual([part]);
    expect(one).toMatchObject(seen);
  });

  it('small rates stay hidden in a release', () => {
    const { view: one, left } = read('v1;i=stunting;p=2026-07;c=bands;small=1', city('release'));
    expect(one.showSmallRates).toBe(false);
    expect(left).toEqual(['small']);
  });

  it('another version, and what is no view, are refused as a whole', () => {
    const code = (text: string) => decode(text).problems.map((problem) => problem.code);
    expect(code('v3;i=stunting;p=2026-07')).toEqual(['link/other-version']);
    for (const text of ['', 'v', 'peringkat', 'v1.i=stunting', '%', '\u0000'.repeat(9)]) {
      expect(code(text)).toEqual(['link/unreadable']);
    }
  });
});

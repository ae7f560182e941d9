import { describe, expect, it } from 'vitest';
import { talkList } from '#app/kinds/question-views.ts';
import { rankingOf } from '#app/map/ranking-rows.ts';
import { criteriaNames } from '#app/question/list-parts.tsx';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import { USUAL_RULE } from '#core/priority-rule-text.ts';
import { priorityUncertainty } from '#core/priority-uncertainty.ts';
import { type Priority, SINGLE, type View } from '#core/view.ts';
import { isSameQuestion, jobOf, uncertaintyInput } from '#desk/priority-desk.ts';
import { sheetContent } from '#export/export-sheet.ts';
import { exportTable } from '#export/export-table.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { layerOf } from '#picture/layer.ts';
import { listCover, listedAreas } from '#picture/listed-areas.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { reasonsOf } from '#picture/priority-reasons.ts';
import { settleView } from '#picture/view-layers.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { priorityFacts } from '#words/priority-facts.ts';
import { constantText } from '#words/priority-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { ratedCity } from './rated-city.ts';

const format = createFormat(id);
const ATLAS = ratedCity();
const OPENING = openingView(ATLAS.manifest);
const PRIORITY: Priority = {
  kind: 'priority',
  criteria: [
    { indicator: 'stunting', weight: 40 },
    { indicator: 'wasting', weight: 30 },
    { indicator: 'extreme-poverty', weight: 30 },
  ],
  scaling: 'goalposts',
  aggregation: 'arithmetic',
  top: 2,
  seed: 1,
  runs: 200,
  colors: 'score',
  ...USUAL_RULE,
};

function paint(priority: Partial<Priority> = {}, view: Partial<View> = {}) {
  const picture = createPainter()(ATLAS, { ...OPENING, ...view, question: { ...PRIORITY, ...priority } });
  const layer = picture && layerOf(picture, 'priority');
  if (!layer) throw new Error('no index');
  return { picture, layer };
}
const rounded = (column: Float64Array) => Array.from(column, (each) => Math.round(each * 1e6) / 1e6);

describe('an index in the picture', () => {
  it('is what one computes by hand', () => {
    const { layer } = paint();
    // Goalposts 60, 30 and 100 %. v0: 100/3, 100/3, 20. v1: 50, 40/3, 10. v2: 250/3, 20/3, 40.
    expect(rounded(layer.index.score)).toEqual([29.333333, 27, 47.333333, Number.NaN, Number.NaN]);
    expect([...layer.index.rank]).toEqual([2, 3, 1, 0, 0]);
    expect(layer.contributions.map((column) => Math.round((column[1] ?? 0) * 1e6) / 1e6)).toEqual([20, 4, 3]);
    expect([...layer.scaled.drawnIn]).toEqual([0, 0, 0]);
    // A product of powers of 1 + 0.99 u: 34, 34 and 20.8.
    expect(paint({ aggregation: 'geometric' }).layer.index.score[0]).toBeCloseTo(34 ** 0.7 * 20.8 ** 0.3, 9);
  });

  it('says why its list is empty, and what would fill it, instead of ranges of nothing', () => {
    const filters = { classes: { poverty: ['2'] }, districts: [] } as const;
    const { picture, layer } = paint({ colors: 'list' }, { filters });
    const legend = legendWords(picture, id, format);
    expect(legend.classes).toEqual([]);
    expect(legend.notes).toContain(
      'Daftar kosong, karena tidak satu kelurahan pun dapat diurutkan: 4 tak ada anak dalam saringan, 1 tidak melapor. Coba hapus saringan atau lihat per kecamatan.',
    );
    expect(JSON.stringify([legend, sentenceOf(picture, id, format)])).not.toMatch(
      /1[–-]0|0 kelurahan teratas/,
    );
    expect(layer.listing.list.ranked).toBe(0);
    expect(priorityFacts(layer, picture, id, format)).toEqual([
      expect.stringMatching(/^Daftar kosong/),
      'bobot pilihan rapat, bukan ketetapan',
    ]);
  });

  it('says that a filter makes a criterion the same everywhere, also where most areas have too few', () => {
    const filters = { classes: { poverty: ['1'] }, districts: [] } as const;
    const { layer } = paint({}, { filters });
    expect([...layer.measures[2]!.rank].filter((rank) => rank > 0)).toEqual([1]);
    expect(constantText(layer, filters, id)).toBe(
      'Stunting dan kemiskinan ekstrem sama di semua wilayah karena saringan: bobotnya tidak membedakan.',
    );
  });

  it('colors by fixed classes, or by who is in the list; who lacks a criterion keeps its hatch', () => {
    const { picture } = paint();
    expect([...picture.shading.classOf]).toEqual([1, 1, 2, NO_CLASS, NO_CLASS]);
    expect(picture.shading.status[3]).toBe(CellStatus.tooFew);
    expect(picture.shading.status[4]).toBe(CellStatus.notReported);
    expect([...paint({ colors: 'list', top: 1 }).picture.shading.classOf]).toEqual([
      1,
      0,
      2,
      NO_CLASS,
      NO_CLASS,
    ]);
    const list = legendWords(paint({ colors: 'list', top: 1 }).picture, id, format);
    expect(list.classes.map(({ label }) => label)).toEqual([
      'peringkat 3 ke bawah',
      'peringkat 2',
      'peringkat 1',
    ]);
    const legend = legendWords(picture, id, format);
    expect(legend.heading).toBe('Indeks prioritas, 0–100');
    expect(legend.classes.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      '< 20: 0',
      '20 – < 40: 2',
      '40 – < 60: 1',
      '60 – < 80: 0',
      '≥ 80: 0',
    ]);
    expect(legend.notes[0]).toMatch(/^stunting 40\u00a0%, wasting 30\u00a0%/);
  });

  it('ranks few children only where the reader asks for it', () => {
    const { layer } = paint({}, { showSmallRates: true });
    // 50 % of each: 250/3, 100 of 500/3 and 50.
    expect(layer.index.score[3]).toBeCloseTo(235 / 3, 9);
    expect([...layer.scaled.drawnIn]).toEqual([0, 1, 0]);
    expect(layer.scaled.beyond[1]?.[3]).toBeCloseTo(200 / 3, 9);
    expect(layer.index.rank[3]).toBe(1);
  });

  it('remembers what a weight does not touch', () => {
    const painter = createPainter();
    const painted = (question: Priority) => {
      const picture = painter(ATLAS, { ...OPENING, question });
      return picture && layerOf(picture, 'priority');
    };
    const first = painted(PRIORITY);
    const other = { ...PRIORITY, criteria: PRIORITY.criteria.map((each) => ({ ...each, weight: 1 })) };
    const second = painted(other);
    expect(second).not.toBeNull();
    expect(second?.scaled).toBe(first?.scaled);
    expect(second?.index.score[1]).toBeCloseTo(220 / 9, 9);
  });

  it('starts with equal weights of what the data has', () => {
    expect(openingPriority(['wasting', 'coverage', 'stunting'])?.criteria).toEqual([
      { indicator: 'stunting', weight: 1 },
      { indicator: 'wasting', weight: 1 },
    ]);
    expect(openingPriority(['coverage'])?.criteria).toEqual([{ indicator: 'coverage', weight: 1 }]);
    expect(openingPriority([])).toBeNull();
  });
});

describe('the index that a room opens with', () => {
  const opening = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
  if (!opening) throw new Error('no index');
  const { picture, layer } = paint({ ...opening, top: 1 });

  it('is drawn as a list, and is the same list in legend, sentence and table', () => {
    expect(opening.colors).toBe('list');
    const legend = legendWords(picture, id, format);
    expect(legend.heading).toBe('Peringkat indeks prioritas');
    expect(legend.classes.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      'peringkat 3 ke bawah: 1',
      'peringkat 2: 1',
      'peringkat 1: 1',
    ]);
    expect(legend.classes.map(({ color }) => color)).toEqual([...picture.shading.colors]);
    expect(sentenceOf(picture, id, format).parts).toContain('1 kelurahan teratas');
    const { columns } = exportTable(picture, id, format);
    const cells = (key: string) => columns.find((column) => column.key === key)?.cells ?? [];
    const listed = cells('code').filter((_, row) => cells('listed')[row] === 'ya');
    const { areas } = picture.geography;
    const drawn = areas.filter((_, i) => picture.shading.classOf[i] === 2).map(({ code }) => code);
    expect(listed).toEqual(drawn);
    expect(listedAreas(layer).map((i) => areas[i]?.code)).toEqual(drawn);
    expect(columns.find(({ key }) => key === 'rank')?.header).toBe(id.priority.columns.rank);
  });

  it('names the places of the list that results where the city has fewer areas', () => {
    const whole = paint(opening).picture;
    const { classes } = legendWords(whole, id, format);
    expect(classes.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      'peringkat 7 ke bawah: 0',
      'peringkat 4–6: 0',
      'peringkat 1–3: 3',
    ]);
  });
});

describe('an index in words', () => {
  const weights =
    'stunting 40\u00a0%, wasting 30\u00a0%, kemiskinan ekstrem 30\u00a0%; aritmetik, rentang tetap';

  it('the sentence carries the weights', () => {
    const { picture } = paint();
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toBe('Indeks prioritas per kelurahan, Juli 2026');
    expect(parts.slice(0, 3)).toEqual([weights, 'bobot pilihan pemakai', '3 dari 5 kelurahan punya skor']);
    expect(sentenceOf(picture, en, createFormat(en)).title).toBe('Priority index by kelurahan, July 2026');
    for (const words of [id, en])
      expect(JSON.stringify(sentenceOf(picture, words, format))).not.toMatch(/resmi|official/);
  });

  it('a list by one value is said to be by that value, in title and control', () => {
    const opening = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
    if (!opening) throw new Error('no index');
    const { picture } = paint({
      ...opening,
      colors: 'list',
      list: { ...opening.list, order: 'rate', of: 'wasting' },
    });
    expect(sentenceOf(picture, id, format).title).toBe(
      'Daftar prioritas menurut persen wasting per kelurahan, Juli 2026',
    );
    expect(criteriaNames(picture, id)).toBe('persen wasting');
    expect(criteriaNames(paint(opening).picture, id)).toContain('stunting, wasting');
  });

  it('an area says its score and parts, or the criterion it lacks', () => {
    const { picture } = paint();
    const told = areaWords(picture, 1, id, format);
    expect(told.value).toBe('indeks 27,0');
    expect(told.rank).toBe('peringkat 3 dari 3');
    expect(told.more).toEqual([
      'stunting 30,0\u00a0%: 20,0 poin',
      'wasting 4,0\u00a0%: 4,0 poin',
      'kemiskinan ekstrem 10,0\u00a0%: 3,0 poin',
    ]);
    const lacking = areaWords(picture, 3, id, format);
    expect(lacking.value).toBe('tanpa skor: stunting terlalu sedikit (N < 30)');
    expect(lacking.more).toEqual([]);
  });

  it('table, presentation and export stand in the order of the index', () => {
    const { picture } = paint();
    const { view } = picture;
    const ranking = rankingOf({ ...picture, districts: view.filters.districts, showSmallRates: false });
    expect([...ranking.areas.measure.rank]).toEqual([2, 3, 1, 0, 0]);
    expect(ranking.areas.measure.value[0]).toBeCloseTo(0.88 / 3, 9);
    expect(talkList({ picture, words: id, format }).areas).toEqual([2, 0, 1]);
    const table = exportTable(picture, id, format);
    const cells = (key: string) => table.columns.find((column) => column.key === key)?.cells;
    expect(cells('code')?.slice(0, 3)).toEqual(['d1v2', 'd0v0', 'd0v1']);
    const tenths = (key: string) =>
      cells(key)
        ?.slice(0, 3)
        .map((cell) => Number(cell).toFixed(1));
    expect(tenths('score')).toEqual(['47.3', '29.3', '27.0']);
    expect(tenths('points-0')).toEqual(['33.3', '13.3', '20.0']);
    expect(cells('weights')?.[0]).toBe(weights);
    expect(cells('lacks')?.filter((text) => text !== '')).toHaveLength(2);
    expect(new Set(table.columns.map(({ header }) => header)).size).toBe(table.columns.length);
    expect(cells('inTop')).toBeUndefined();
  });
});

describe('the list', () => {
  it('holds so many of the affected children', () => {
    const { layer } = paint();
    expect(listedAreas(layer)).toEqual([2, 0]);
    const cover = listCover(layer);
    // 50 and 20 of the 105 whose status is known, those of the village too small for a rate too.
    expect(cover?.all).toBe(105);
    expect(cover?.held).toBe(70);
    expect(cover?.share).toBeCloseTo(70 / 105, 9);
    expect([cover?.cost, cover?.next]).toEqual([null, null]);
  });

  it('says what would take an area out of it, and what one outside lacks', () => {
    const { layer } = paint();
    // v0 leads v1 by 7/3 points: 35/6 of 100 of stunting, 3.5 % of the children.
    const value = reasonsOf(layer, 0)?.ways.find(
      ({ kind, criterion }) => kind === 'value' && criterion === 0,
    );
    expect(value).toMatchObject({ side: 'below', from: 0.2 });
    expect(value?.to).toBeCloseTo(0.165, 9);
    expect(reasonsOf(layer, 1)?.gap).toBeCloseTo(7 / 3, 9);
    expect(reasonsOf(layer, 3)).toBeNull();
  });

  it('asks the worker for just its question, whatever the colors', () => {
    const painter = createPainter();
    const of = (patch: Partial<Priority>): Picture => {
      const picture = painter(ATLAS, { ...OPENING, question: { ...PRIORITY, ...patch } });
      if (!picture) throw new Error('no picture');
      return picture;
    };
    const [a, b] = [uncertaintyInput(of({})), uncertaintyInput(of({ colors: 'list' }))];
    const c = uncertaintyInput(of({ top: 1 }));
    if (!a || !b || !c) throw new Error('nothing to ask');
    expect([isSameQuestion(a, b), isSameQuestion(a, c)]).toEqual([true, false]);
    const { criteria, options } = jobOf(a);
    const work = priorityUncertainty(criteria, options);
    let step = work.next();
    while (!step.done) step = work.next();
    expect(step.value.runs).toBe(200);
    expect(Number.isNaN(step.value.inTop[3])).toBe(true);
    expect((step.value.inTop[0] ?? 0) + (step.value.inTop[1] ?? 0) + (step.value.inTop[2] ?? 0)).toBeCloseTo(
      2,
      9,
    );
  });
});

describe('the rule of the list', () => {
  const rule = (patch: Partial<Priority['list']>, rest: Partial<Priority> = {}) =>
    paint({ colors: 'list', ...rest, list: { ...USUAL_RULE.list, ...patch } });

  it('is the order of every table, and its value what pages say of the numbered', () => {
    const { picture, layer } = rule({ order: 'count' });
    const { columns } = exportTable(picture, id, format);
    const places = (columns.find(({ key }) => key === 'place')?.cells ?? []).map(Number);
    const listed = places.filter((place) => place > 0);
    expect(listed.length).toBeGreaterThan(1);
    expect(places.slice(0, listed.length)).toEqual([...listed].sort((a, b) => a - b));
    const [first] = sheetContent(picture, id, format).list?.rows ?? [];
    const top = layer.listing.list.place.indexOf(1);
    expect([first?.name, first?.value]).toEqual([picture.geography.areas[top]?.name, '50']);
  });

  it('orders by affected children, those of villages too small for a rate too', () => {
    const { picture, layer } = rule({ order: 'count' });
    // 20, 30, 50 and 5 stunted.
    expect([...layer.listing.list.place]).toEqual([3, 2, 1, 4, 0]);
    expect([...picture.shading.classOf]).toEqual([1, 2, 2, 1, NO_CLASS]);
    const legend = legendWords(picture, id, format);
    expect([legend.heading, ...legend.classes.map(({ label }) => label)]).toEqual([
      'Daftar prioritas',
      'lainnya',
      'berikutnya',
      'dalam daftar',
    ]);
    expect(sentenceOf(picture, id, format).parts).toContain('daftar menurut jumlah balita stunting');
    const talk = talkList({ picture, words: id, format });
    expect(talk.areas).toEqual([2, 1, 0, 3]);
    expect(talk.columns[0]?.write(2)).toBe('50');
    // Another criterion's children: 10, 4, 2 and 5 wasted.
    expect([...rule({ order: 'count', of: 'wasting' }).layer.listing.list.place]).toEqual([1, 3, 4, 2, 0]);
  });

  it('draws that rate alone, and says no way out by the index', () => {
    const { layer } = rule({ order: 'count' });
    const { criteria, options } = jobOf(layer);
    expect(criteria).toHaveLength(1);
    expect(options).toMatchObject({ top: 2, scalings: [], aggregations: [] });
    const work = priorityUncertainty(criteria, options);
    let step = work.next();
    while (!step.done) step = work.next();
    expect(step.value.inTop[2]).toBeGreaterThan(0.95);
    expect(step.value.inTop[3]).toBeLessThan(0.05);
    expect(reasonsOf(layer, 2)).toMatchObject({ listed: true, byIndex: false, ways: [] });
  });

  it('ends where the money does, and says what it and the next cost', () => {
    const { layer, picture } = rule({ limit: 'budget', budget: 2_000, perArea: 500, perChild: 10 });
    // By the index v2, v0, v1 with 50, 20 and 30 children: 1,000, 1,700, 2,500.
    expect([layer.top, listedAreas(layer)]).toEqual([2, [2, 0]]);
    expect(listCover(layer)).toMatchObject({ held: 70, cost: 1_700, next: 800 });
    const table = exportTable(picture, id, format);
    const cells = (key: string) => table.columns.find((column) => column.key === key)?.cells;
    expect(cells('listed')?.slice(0, 3)).toEqual(['ya', 'ya', 'tidak']);
    expect(cells('rule')?.[0]).toBe(
      'daftar menurut indeks, sampai anggaran Rp2.000, Rp500 per kelurahan, Rp10 per kasus',
    );
    expect(rule({ limit: 'budget', budget: 900, perArea: 1_000 }).layer.top).toBe(0);
    expect(uncertaintyInput(rule({ limit: 'budget', budget: 900, perArea: 1_000 }).picture)).toBeNull();
  });

  it('counts the quota in every run', () => {
    const { layer } = rule({ most: 1 });
    // v0 and v1 lie in one district, v2 in the other.
    expect(listedAreas(layer)).toEqual([2, 0]);
    expect(jobOf(layer).options.quota).toMatchObject({ least: 0, most: 1 });
    expect(jobOf(rule({}).layer).options.quota).toBeNull();
  });

  it('marks low rates where few were weighed', () => {
    // 50 of 100 weighed everywhere; of three rates the lowest is that of v0.
    const { picture, layer } = paint();
    expect([...layer.apparent]).toEqual([1, 0, 0, 0, 0]);
    expect(areaWords(picture, 0, id, format).more).toContain(
      'semu baik: stunting 20,0\u00a0%, tetapi hanya 50 dari 100 sasaran ditimbang (50,0\u00a0%)',
    );
    expect([...paint({ leastWeighed: 0.5 }).layer.apparent]).not.toContain(1);
  });
});

describe('an index beside other layers', () => {
  const { manifest } = ATLAS;
  const asked = settleView(OPENING, { question: PRIORITY }, manifest);

  it('takes the place of an overlay and of counts', () => {
    const overlay = { kind: 'overlay', indicator: 'wasting', classes: { kind: 'bands' } } as const;
    expect(settleView({ ...OPENING, question: overlay }, { question: PRIORITY }, manifest)).toMatchObject({
      question: PRIORITY,
    });
    expect(settleView({ ...OPENING, measure: 'count' }, { question: PRIORITY }, manifest).measure).toBe(
      'rate',
    );
    expect(settleView(asked, { question: overlay }, manifest).question).toBe(overlay);
  });

  it('takes the place of hotspots, and they of it', () => {
    const hotspots = DEFAULT_HOTSPOTS;
    expect(settleView({ ...OPENING, hotspots }, { question: PRIORITY }, manifest).hotspots).toBeNull();
    expect(settleView(asked, { hotspots }, manifest)).toMatchObject({ hotspots, question: SINGLE });
  });

  it('ends where counts or another indicator are asked for, and stays through filters', () => {
    expect(settleView(asked, { measure: 'count' }, manifest).question).toEqual(SINGLE);
    expect(settleView(asked, { indicator: 'wasting' }, manifest).question).toEqual(SINGLE);
    expect(settleView(asked, { showSmallRates: true }, manifest).question).toBe(PRIORITY);
  });
});

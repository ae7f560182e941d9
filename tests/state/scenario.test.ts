import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { questionOf, SINGLE } from '#core/view.ts';
import { type AreaDecision, decisionOf, undecided } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { isAskedBy, scenarioView } from '#picture/scenario-view.ts';
import { keepHistory, redo, undo } from '#state/history.ts';
import { openLink } from '#state/link.ts';
import { enterRoom } from '#state/rooms.ts';
import { saveView, showSaved } from '#state/saved-views.ts';
import {
  addScenarios,
  decide,
  deleteScenario,
  isUnsaved,
  keepScenarios,
  keptText,
  markDrafted,
  openScenario,
  renewScenario,
  SCENARIOS_KEY,
  scenariosFile,
  scenariosHere,
  showScenario,
  startScenario,
} from '#state/scenario.ts';
import { aloneWith } from '#state/shared-machine.ts';
import { setView } from '#state/store.ts';
import { JULY } from '#tests/core/small-city.ts';
import { atlasOf, fakeStorage, openAtlas, storeWith } from './kept-view.ts';

const FIGURES = 'a'.repeat(64);
const V1 = areaCode('d0v1');
const indexOf = (ids: readonly IndicatorId[]) => openingPriority(ids) ?? SINGLE;

function said(patch: Partial<AreaDecision>): AreaDecision {
  return { ...undecided(V1), ...patch };
}

function cityWithIndex() {
  const store = storeWith(atlasOf());
  setView(store, { question: indexOf(['stunting', 'wasting']) });
  return store;
}

const worked = (store: ReturnType<typeof storeWith>) => openScenario(store.getState())?.id ?? 0;

describe('a scenario', () => {
  it('is made of the question on the screen, without what is selected', () => {
    const store = storeWith(atlasOf());
    expect(startScenario(store, 'A', FIGURES)).toBe(false);
    setView(store, { question: indexOf(['stunting']), selected: [V1] });
    expect(startScenario(store, '  ', FIGURES)).toBe(false);
    expect(startScenario(store, '  Usulan\n2027 ', FIGURES)).toBe(true);
    const one = openScenario(store.getState());
    expect(one).toMatchObject({ title: 'Usulan 2027', figures: FIGURES, areas: [] });
    expect(one?.text).toContain('pri=stunting');
    expect(one?.text).not.toContain('sel=');
  });

  it('keeps what is decided of an area until nothing is left to say of it', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    const id = openScenario(store.getState())?.id ?? 0;
    const one = () => openScenario(store.getState()) ?? { areas: [] };
    decide(store, id, [said({ chosen: true, reason: 'tertinggi', dissent: '' })]);
    decide(store, id, [{ ...decisionOf(one(), V1), chosen: false }]);
    expect(decisionOf(one(), V1)).toEqual(said({ reason: 'tertinggi' }));
    decide(store, id, [{ ...decisionOf(one(), V1), reason: '' }]);
    expect(one().areas).toEqual([]);
  });

  it('carries decisions into the next one, and each has its own from then on', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    const first = openScenario(store.getState())?.id ?? 0;
    decide(store, first, [said({ chosen: true, reason: '', dissent: 'camat' })]);
    setView(store, { question: indexOf(['wasting']) });
    startScenario(store, 'B', FIGURES);
    const second = openScenario(store.getState());
    expect(second?.areas).toHaveLength(1);
    decide(store, second?.id ?? 0, [said({ chosen: false, reason: '', dissent: '' })]);
    const [a, b] = store.getState().scenarios;
    expect([a?.areas.length, b?.areas.length]).toEqual([1, 0]);
    if (a) showScenario(store, a);
    const { view } = store.getState();
    expect(view && questionOf(view, 'priority')?.criteria.map(({ indicator }) => indicator)).toEqual([
      'stunting',
      'wasting',
    ]);
    expect(openScenario(store.getState())?.id).toBe(first);
    setView(store, { question: indexOf(['wasting']) });
    renewScenario(store, first, 'b'.repeat(64));
    expect(store.getState().scenarios[0]).toMatchObject({ figures: 'b'.repeat(64), areas: a?.areas });
    deleteScenario(store, first);
    expect(openScenario(store.getState())?.title).toBe('B');
  });

  it('brings the map to its kecamatan, from its room and from its list, and to everything again', () => {
    const store = cityWithIndex();
    const filters = { classes: {}, districts: [areaCode('d1')] };
    setView(store, { filters });
    startScenario(store, 'A', FIGURES);
    setView(store, { filters: { classes: {}, districts: [] } });
    startScenario(store, 'B', FIGURES);
    const camera = () => store.getState().camera;
    const [a, b] = store.getState().scenarios;
    if (!a || !b) throw new Error('two scenarios');
    showScenario(store, a);
    expect(camera()).toEqual({ districts: ['d1'] });
    const here = camera();
    showScenario(store, a);
    expect(camera()).toBe(here);
    showScenario(store, b);
    expect(camera()).toEqual({ district: null });
    setView(store, { room: 'map', question: SINGLE });
    store.setState({ scenarioOpen: a.id });
    enterRoom(store, 'proposal');
    expect(camera()).toEqual({ districts: ['d1'] });
  });

  it('is shown only over data of the same areas', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    openAtlas(store, atlasOf([4, 4]));
    expect(scenariosHere(store.getState())).toEqual([]);
    expect(openScenario(store.getState())).toBeNull();
    expect(store.getState().scenarios).toHaveLength(1);
  });

  it('is shown over other figures of the same areas, as far as these can answer it', () => {
    const store = cityWithIndex();
    setView(store, { period: JULY });
    startScenario(store, 'A', FIGURES);
    decide(store, worked(store), [said({ chosen: true, drafted: 'counts', dissent: 'camat' })]);
    const [made] = store.getState().scenarios;
    openAtlas(store, atlasOf([3, 2], 'release'));
    const here = openScenario(store.getState());
    expect(here).toBe(made);
    enterRoom(store, 'proposal');
    expect(store.getState().view).toMatchObject({
      room: 'proposal',
      period: JULY,
      question: { kind: 'priority' },
    });
    expect(store.getState().scenarios).toEqual([made]);
    // A link is for just its own data.
    if (made) expect(openLink(store, made)).toBe(false);
    expect(store.getState().notice).toMatchObject({ kind: 'link' });
  });

  it('is worked on when a slide that was made of it is shown', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    enterRoom(store, 'proposal');
    saveView(store, 'Slide A');
    const question = openingPriority(['wasting']);
    if (!question) throw new Error('no question');
    setView(store, { question });
    startScenario(store, 'B', FIGURES);
    expect(openScenario(store.getState())?.title).toBe('B');
    const [slide] = store.getState().saved;
    if (slide) showSaved(store, slide);
    expect(openScenario(store.getState())?.title).toBe('A');
    expect(store.getState().view?.room).toBe('proposal');
  });

  it('keeps its question to itself while another is asked in the room of priorities', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    enterRoom(store, 'priority');
    const question = openingPriority(['wasting']);
    if (!question) throw new Error('no question');
    setView(store, { question });
    enterRoom(store, 'proposal');
    expect(store.getState().view?.question).toMatchObject({ criteria: [{ indicator: 'stunting' }, {}] });
    enterRoom(store, 'priority');
    expect(store.getState().view?.question).toEqual(question);
  });

  it('takes no other question for its own where the data cannot answer it', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    enterRoom(store, 'map');
    store.setState(({ scenarios }) => ({
      scenarios: scenarios.map((one) => ({ ...one, text: one.text.replace('pri=stunting', 'pri=height') })),
    }));
    enterRoom(store, 'proposal');
    expect(store.getState().view).toMatchObject({ room: 'proposal', question: { kind: 'single' } });
    expect(openScenario(store.getState())?.title).toBe('A');
  });

  it('takes the period of the screen where its own is not in the data, and nothing else', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    const { atlas, view, scenarios } = store.getState();
    const [one] = scenarios;
    if (!atlas || !view || !one) throw new Error('nothing is open');
    const other = { text: one.text.replace(/p=\d{4}-\d{2}/, 'p=2019-03') };
    const now = { ...view, period: JULY };
    expect(scenarioView(atlas, other, now)).toMatchObject({ period: JULY, question: view.question });
    expect(isAskedBy(other, atlas, { ...now, room: 'proposal', selected: [V1] })).toBe(true);
    expect(isAskedBy(one, atlas, { ...view, filters: { classes: {}, districts: [areaCode('d0')] } })).toBe(
      false,
    );
    for (const [from, to] of [
      ['pri=stunting', 'pri=height'],
      ['i=', 'sex=green;i='],
    ] as const)
      expect(scenarioView(atlas, { text: one.text.replace(from, to) }, now)).toBeNull();
  });

  it('never keeps the number of a person', () => {
    expect(keptText('atas permintaan  5371010101900001')).toBeNull();
    expect(keptText('  tiga\nposyandu ')).toBe('tiga posyandu');
  });
});

describe('what is decided', () => {
  it('is taken back and brought again, and leaves the question as it is', () => {
    const store = cityWithIndex();
    keepHistory(store);
    startScenario(store, 'A', FIGURES);
    decide(store, worked(store), [said({ chosen: true, reason: '', dissent: '' })]);
    const { view } = store.getState();
    undo(store);
    expect(openScenario(store.getState())?.areas).toEqual([]);
    expect(store.getState().view).toBe(view);
    redo(store);
    expect(openScenario(store.getState())?.areas).toHaveLength(1);
  });

  it('is asked for before the page goes, unless something keeps it', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    expect(isUnsaved(store.getState())).toBe(false);
    decide(store, worked(store), [said({ chosen: true, reason: '', dissent: '' })]);
    expect(isUnsaved(store.getState())).toBe(true);
    store.setState({ scenariosSaved: store.getState().scenarios });
    expect(isUnsaved(store.getState())).toBe(false);
    decide(store, worked(store), [said({ chosen: true, reason: 'jauh', dissent: '' })]);
    expect(isUnsaved(store.getState())).toBe(true);
    store.setState({ scenariosKept: true });
    expect(isUnsaved(store.getState())).toBe(false);
  });
});

describe('a file of scenarios', () => {
  it('comes back as it was, once', () => {
    const store = cityWithIndex();
    startScenario(store, 'A', FIGURES);
    decide(store, worked(store), [said({ chosen: true, reason: 'dekat', dissent: 'lurah' })]);
    const file = scenariosFile(store.getState().scenarios);
    expect(addScenarios(store, file)).toBe(0);
    const other = storeWith(atlasOf());
    expect(addScenarios(other, file)).toBe(1);
    const { id: _, ...first } = store.getState().scenarios[0] ?? { id: 0 };
    expect(openScenario(other.getState())).toMatchObject(first);
  });

  it('is refused where it is none of ours, and loses only what cannot be read', () => {
    const store = cityWithIndex();
    for (const file of ['', '{}', '[]', '{"format":"peta-sasaran/saved-views","version":1,"views":[]}'])
      expect(addScenarios(store, file)).toBeNull();
    const whole = { title: 'A', text: 'v1;i=stunting;p=2026-07', data: 'abc', figures: FIGURES, areas: [] };
    const areas = [
      { code: V1, chosen: true, reason: 'NIK 5371010101900001', dissent: 'camat' },
      { code: V1, chosen: 'yes' },
      { code: '<b>', chosen: true },
      null,
    ];
    const scenarios = [{ ...whole, areas }, { ...whole, title: ' ' }, { ...whole, figures: 'x' }, 7];
    expect(addScenarios(store, JSON.stringify({ format: SCENARIOS_KEY, version: 1, scenarios }))).toBe(1);
    expect(store.getState().scenarios[0]?.areas).toEqual([said({ chosen: true, dissent: 'camat' })]);
  });
});

describe('a reason kept as text by version 1', () => {
  const DRAFT = 'stunting 35,1\u00a0% (39 dari 111); Juli 2026';
  const kept = (reason: string) => {
    const store = cityWithIndex();
    keepHistory(store);
    startScenario(store, 'A', FIGURES);
    const { id: _, ...one } = openScenario(store.getState()) ?? { id: 0 };
    const areas = [{ code: V1, chosen: true, reason, dissent: '' }];
    const scenarios = [{ ...one, title: 'B', areas }];
    expect(addScenarios(store, JSON.stringify({ format: SCENARIOS_KEY, version: 1, scenarios }))).toBe(1);
    return { store, one: () => openScenario(store.getState())?.areas[0] };
  };

  it('becomes a mark where the figures say it again, with what was written after it', () => {
    const { store, one } = kept(`${DRAFT}; jauh dari puskesmas`);
    const { past } = store.getState();
    expect(one()).toEqual(said({ chosen: true, reason: `${DRAFT}; jauh dari puskesmas` }));
    markDrafted(store, worked(store), new Map([[V1, DRAFT]]));
    expect(one()).toEqual(said({ chosen: true, drafted: 'counts', reason: 'jauh dari puskesmas' }));
    expect(store.getState().past).toHaveLength(past.length);
    expect(JSON.stringify([store.getState().past, scenariosFile(store.getState().scenarios)])).not.toContain(
      '35,1',
    );
    const { scenarios } = store.getState();
    markDrafted(store, worked(store), new Map([[V1, DRAFT]]));
    expect(store.getState().scenarios).toBe(scenarios);
  });

  it('stays as it was written where they say otherwise', () => {
    for (const reason of ['stunting 35,2\u00a0% (39 dari 111); Juli 2026', `${DRAFT}0`, 'jauh']) {
      const { store, one } = kept(reason);
      markDrafted(store, worked(store), new Map([[V1, DRAFT]]));
      expect(one()).toEqual(said({ chosen: true, reason }));
    }
  });
});

describe('scenarios on this machine', () => {
  it('are kept only when the reader asks, and taken away when no more', () => {
    const storage = fakeStorage();
    const store = cityWithIndex();
    keepScenarios(store, aloneWith(storage));
    startScenario(store, 'A', FIGURES);
    expect(storage.getItem(SCENARIOS_KEY)).toBeNull();
    store.setState({ scenariosKept: true });
    const next = storeWith(atlasOf());
    keepScenarios(next, aloneWith(storage));
    expect(next.getState()).toMatchObject({ scenariosKept: true, scenarios: [{ title: 'A' }] });
    store.setState({ scenariosKept: false });
    expect(storage.getItem(SCENARIOS_KEY)).toBeNull();
  });

  it('takes the wish back where the machine keeps nothing', () => {
    const store = cityWithIndex();
    keepScenarios(store, aloneWith(null));
    store.setState({ scenariosKept: true });
    expect(store.getState().scenariosKept).toBe(false);
    expect(store.getState().notice).not.toBeNull();
  });
});

it('the digest of the figures is made once', () => {
  const { dataset } = atlasOf();
  expect(dataset && figuresOf(dataset)).toBe(dataset && figuresOf(dataset));
});

import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { alignDataset } from '#core/dataset-alignment.ts';
import type { Period } from '#core/period.ts';
import { type Overlay, type Question, SINGLE, type View } from '#core/view.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { openingRegions } from '#picture/region-layer.ts';
import { keepHistory, redo, undo } from '#state/history.ts';
import { enterRoom } from '#state/rooms.ts';
import { placeSecond, removeSecond } from '#state/second-actions.ts';
import { type AppStore, setView } from '#state/store.ts';
import { AUGUST, JULY } from '#tests/core/small-city.ts';
import { atlasOf, storeWith } from './kept-view.ts';
import { saidNotice } from './said-notice.ts';

const OVERLAY: Overlay = { kind: 'overlay', indicator: 'wasting', classes: { kind: 'tertiles' } };
const OTHER_OVERLAY: Overlay = { ...OVERLAY, indicator: 'stunting' };
const REGIONS = openingRegions(['stunting', 'wasting', 'coverage']) ?? SINGLE;
const JUNE = '2026-06' as Period;
const HOT_COLD = { ...DEFAULT_HOTSPOTS, method: 'hot-cold' } as const;

function opened(): AppStore {
  const store = storeWith(atlasOf());
  keepHistory(store);
  return store;
}

function viewOf(store: AppStore): View {
  const { view } = store.getState();
  if (!view) throw new Error('there is no view');
  return view;
}
const questionIn = (store: AppStore): readonly [View['room'], Question['kind']] => {
  const { room, question } = viewOf(store);
  return [room, question.kind];
};

describe('a room', () => {
  it('keeps its question with the indicator, classes and marks it was asked with', () => {
    const store = opened();
    const classification = { kind: 'quantile', classes: 4 } as const;
    setView(store, { indicator: 'underweight', classification, question: OVERLAY, burden: true });
    const left = viewOf(store);
    enterRoom(store, 'priority');
    setView(store, { burden: false });
    enterRoom(store, 'clusters');
    setView(store, { indicator: 'coverage', hotspots: HOT_COLD });
    enterRoom(store, 'map');
    expect(viewOf(store)).toEqual(left);
    enterRoom(store, 'clusters');
    expect(viewOf(store)).toMatchObject({ room: 'clusters', indicator: 'coverage', hotspots: HOT_COLD });
    enterRoom(store, 'priority');
    expect(questionIn(store)).toEqual(['priority', 'priority']);
    expect(viewOf(store).burden).toBe(false);
  });

  it('leaves an index as it is where clusters are asked for beside it', () => {
    const store = opened();
    enterRoom(store, 'priority');
    const index = viewOf(store).question;
    setView(store, { hotspots: DEFAULT_HOTSPOTS });
    expect(questionIn(store)).toEqual(['clusters', 'single']);
    expect(store.getState().notice).toBeNull();
    enterRoom(store, 'priority');
    expect(viewOf(store).question).toEqual(index);
  });

  it('shares period, level, filters and selection with all others', () => {
    const store = opened();
    setView(store, { question: OVERLAY });
    enterRoom(store, 'priority');
    const shared = {
      period: JULY,
      level: 'district',
      filters: { classes: { sex: ['male'] }, districts: [areaCode('d1')] },
      selected: [areaCode('d1')],
    } as const;
    setView(store, shared);
    for (const room of ['map', 'data', 'clusters', 'proposal', 'priority'] as const) {
      enterRoom(store, room);
      expect(viewOf(store)).toMatchObject({ room, ...shared });
    }
    enterRoom(store, 'map');
    expect(viewOf(store).question).toEqual(OVERLAY);
  });

  it('opens with as little as it can be about: clusters with marks, priority with the opening index', () => {
    const store = opened();
    setView(store, { question: OVERLAY });
    enterRoom(store, 'clusters');
    expect(viewOf(store)).toMatchObject({ room: 'clusters', question: OVERLAY, hotspots: DEFAULT_HOTSPOTS });
    enterRoom(store, 'priority');
    const index = openingPriority(['stunting', 'wasting', 'extreme-poverty']);
    expect(viewOf(store)).toMatchObject({ room: 'priority', question: index, hotspots: null });
    enterRoom(store, 'proposal');
    expect(viewOf(store)).toMatchObject({ room: 'proposal', question: index });
  });

  it('opens clusters of one indicator where marks cannot lie over what was asked', () => {
    const store = opened();
    setView(store, { question: REGIONS });
    enterRoom(store, 'clusters');
    expect(viewOf(store)).toMatchObject({ question: SINGLE, hotspots: DEFAULT_HOTSPOTS });
    expect(saidNotice(store)).toBeNull();
    enterRoom(store, 'map');
    expect(viewOf(store)).toMatchObject({ question: REGIONS, hotspots: null });
  });

  it('takes its marks along when it is left, and brings them back', () => {
    const store = opened();
    enterRoom(store, 'clusters');
    setView(store, { hotspots: HOT_COLD });
    for (const room of ['data', 'priority', 'map'] as const) {
      enterRoom(store, room);
      expect(viewOf(store).hotspots).toBeNull();
    }
    enterRoom(store, 'clusters');
    expect(viewOf(store).hotspots).toEqual(HOT_COLD);
  });

  it('without marks of its own stays without them', () => {
    const store = opened();
    enterRoom(store, 'clusters');
    setView(store, { hotspots: null });
    enterRoom(store, 'map');
    enterRoom(store, 'clusters');
    expect(viewOf(store)).toMatchObject({ room: 'clusters', hotspots: null });
  });

  it('goes on comparing with the period before the one it comes back to', () => {
    const atlas = atlasOf();
    const periods = [JUNE, JULY, AUGUST].map((id) => ({ id, complete: true }));
    const store = storeWith({ ...atlas, manifest: { ...atlas.manifest, periods } });
    setView(store, { period: AUGUST, question: { kind: 'change', comparedWith: JULY } });
    enterRoom(store, 'priority');
    setView(store, { period: JULY });
    enterRoom(store, 'map');
    expect(viewOf(store)).toMatchObject({ period: JULY, question: { kind: 'change', comparedWith: JUNE } });
    expect(saidNotice(store)).toBeNull();
  });

  it('says that it compares with nothing where the period it comes back to has none before it', () => {
    const store = opened();
    setView(store, { period: AUGUST, question: { kind: 'change', comparedWith: JULY } });
    enterRoom(store, 'priority');
    setView(store, { period: JULY });
    enterRoom(store, 'map');
    expect(questionIn(store)).toEqual(['map', 'single']);
    expect(saidNotice(store)).toMatch(/^Perbandingan periode ditutup\./);
  });

  it('forgets a second source with all others', () => {
    const store = opened();
    const { dataset } = atlasOf();
    if (!dataset) throw new Error('there is no dataset');
    placeSecond(store, { ...alignDataset(dataset, dataset.territory), title: 'e-PPGBM', date: '' });
    enterRoom(store, 'priority');
    removeSecond(store);
    enterRoom(store, 'map');
    expect(questionIn(store)).toEqual(['map', 'single']);
    undo(store);
    undo(store);
    expect(store.getState().questions.map?.question.kind).not.toBe('agreement');
    expect(viewOf(store).question.kind).not.toBe('agreement');
  });
});

describe('a question asked from another room', () => {
  it('takes the place of what is kept there, which is said and can be taken back', () => {
    const store = opened();
    setView(store, { question: REGIONS });
    const map = viewOf(store);
    enterRoom(store, 'priority');
    expect(saidNotice(store)).toBeNull();
    setView(store, { indicator: 'wasting', question: OTHER_OVERLAY });
    expect(questionIn(store)).toEqual(['map', 'overlay']);
    expect(saidNotice(store)).toBe('Pertanyaan di Peta diganti.');
    undo(store);
    expect(viewOf(store).room).toBe('priority');
    enterRoom(store, 'map');
    expect(viewOf(store)).toEqual(map);
    expect(saidNotice(store)).toBeNull();
  });

  it('says nothing where it is the question that is kept there', () => {
    const store = opened();
    setView(store, { question: OVERLAY });
    const { indicator, question } = viewOf(store);
    enterRoom(store, 'priority');
    setView(store, { indicator, question });
    expect(questionIn(store)).toEqual(['map', 'overlay']);
    expect(saidNotice(store)).toBeNull();
  });
});

describe('a step back over a room', () => {
  it('returns to the question of the other room, and forward again', () => {
    const store = opened();
    setView(store, { question: REGIONS });
    const map = viewOf(store);
    enterRoom(store, 'priority');
    const priority = viewOf(store);
    undo(store);
    expect(viewOf(store)).toBe(map);
    redo(store);
    expect(viewOf(store)).toBe(priority);
    enterRoom(store, 'map');
    expect(viewOf(store)).toEqual(map);
  });

  it('takes back what the rooms keep, too', () => {
    const store = opened();
    enterRoom(store, 'clusters');
    setView(store, { hotspots: HOT_COLD });
    enterRoom(store, 'map');
    for (let step = 0; step < 3; step += 1) undo(store);
    expect(viewOf(store).room).toBe('map');
    enterRoom(store, 'clusters');
    expect(viewOf(store).hotspots).toEqual(DEFAULT_HOTSPOTS);
  });
});

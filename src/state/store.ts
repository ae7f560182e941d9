import { createStore } from 'zustand/vanilla';
import type { AreaCode } from '#core/area.ts';
import type { Tier } from '#core/dataset.ts';
import type { EmergingMap } from '#core/emerging-hotspot.ts';
import type { Fault } from '#core/fault.ts';
import type { Language } from '#core/language.ts';
import type { LoadStage } from '#core/load-stage.ts';
import { periodKind } from '#core/period.ts';
import type { PlaceLayer } from '#core/places.ts';
import { QUESTION_PARTNERS } from '#core/room-rules.ts';
import type { Filters, QuestionOf, Room, View } from '#core/view.ts';
import { type Arrangement, ONE_MAP } from '#picture/arrangement.ts';
import type { Atlas } from '#picture/atlas.ts';
import { periodsOf } from '#picture/comparable-periods.ts';
import { tierOfKey } from '#picture/data-key.ts';
import type { Scenario } from '#picture/decision-value.ts';
import type { EmergingInput } from '#picture/emerging-layer.ts';
import type { HotspotLayer } from '#picture/hotspot-layer.ts';
import { type HotspotState, NO_HOTSPOTS } from '#picture/hotspot-state.ts';
import type { KeptDataset } from '#picture/kept-dataset.ts';
import { layerNotice } from '#picture/layer-notice.ts';
import type { Loadable } from '#picture/loadable.ts';
import type { Notice } from '#picture/notice.ts';
import { defaultClassification } from '#picture/opening-view.ts';
import type { PriorityState } from '#picture/priority-state.ts';
import type { SavedView } from '#picture/saved-view.ts';
import type { SurveyFigures } from '#picture/survey-figure.ts';
import { settleView } from '#picture/view-layers.ts';

/** What a room keeps for itself; period, level, filters and selection are shared by all. */
export type RoomQuestion = Pick<
  View,
  'indicator' | 'measure' | 'classification' | 'question' | 'hotspots' | 'burden'
>;
/** With the period it was last asked of: a comparison goes on from there. */
export type RoomQuestions = Readonly<Partial<Record<Room, RoomQuestion & Pick<View, 'period'>>>>;

/** A room, presenting, or what stands beside them. */
export type HelpTopic = Room | 'presentation' | 'learn' | 'terms' | 'samples' | 'about';

/** How far the engine is with the dataset on the screen. */
export type Engine =
  | { readonly state: 'loading'; readonly stage: LoadStage | null }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly fault: Fault };

/** What undo takes back: the question, and what was decided of it. */
export interface Step {
  readonly view: View;
  readonly scenarios: readonly Scenario[];
  readonly scenarioOpen: Scenario['id'] | null;
  readonly questions: RoomQuestions;
}

export interface AppState {
  readonly language: Language;
  readonly atlas: Atlas | null;
  readonly view: View | null;
  readonly engine: Engine;
  /** What was asked in each room when it was left. */
  readonly questions: RoomQuestions;
  /** The tab that is open in each room; its first where none was chosen. */
  readonly panels: Readonly<Partial<Record<Room, string>>>;
  /** Index of the area under the pointer or the keyboard cursor, in the view's level. */
  readonly hovered: number | null;
  /** Where the map should go; a new object is a new wish. */
  readonly camera:
    | { readonly district: AreaCode | null }
    | { readonly districts: readonly AreaCode[] }
    | { readonly area: AreaCode };
  /** Whether the file dialog is open. */
  readonly importing: boolean;
  /** Files for that dialog, dropped while it was not there yet. */
  readonly brought: readonly File[];
  /** What was confirmed of tables ("padanan"), in the form of its file; null where nothing was. */
  readonly confirmed: { readonly form: string } | null;
  /** What help is open at; null: it is closed. */
  readonly help: HelpTopic | null;
  /** Whether the map has drawn its first scene, or has said that it cannot. */
  readonly mapSettled: boolean;
  readonly folded: { readonly left: boolean; readonly right: boolean };
  /** What was before, the latest last. */
  readonly past: readonly Step[];
  /** What was taken back, the next to come again first. */
  readonly future: readonly Step[];
  /** In the reader's own order. */
  readonly saved: readonly SavedView[];
  /** Whether the saved views are kept on this machine. */
  readonly savedKept: boolean;
  /** Those that a file of the reader's holds; null before one was saved. */
  readonly savedFiled: readonly SavedView[] | null;
  /** The saved view shown last. */
  readonly savedShown: SavedView['id'] | null;
  /** Shortlists, in the reader's own order. */
  readonly scenarios: readonly Scenario[];
  /** Whether they are kept on this machine. */
  readonly scenariosKept: boolean;
  /** Those that a file of the reader's holds; null before one was saved or opened. */
  readonly scenariosSaved: readonly Scenario[] | null;
  /** The one that is worked on. */
  readonly scenarioOpen: Scenario['id'] | null;
  /** Of what was kept, by its key: what could not be read. It stays where it is until the reader has seen to it. */
  readonly aside: Readonly<Partial<Record<string, readonly unknown[]>>>;
  /** What the reader has opened; null: the example, or nothing yet. */
  readonly opened: { readonly name: string; readonly tier: Tier } | null;
  /** Whether the open dataset is kept on this machine: only where the reader asks for it. */
  readonly datasetKept: 'no' | 'keeping' | 'kept';
  /** What is kept on this machine from before, until the reader has said what to open. */
  readonly keptBefore: KeptDataset | null;
  /** What was open when the page was loaded again, until something is opened. */
  readonly openedBefore: AppState['opened'];
  readonly presenting: boolean;
  /** Whether the presenter has made the screen black. */
  readonly blank: boolean;
  /** How many maps there are; the view is that of the first. */
  readonly arrangement: Arrangement;
  readonly hotspots: HotspotState;
  /** Those computed last, also while none are asked for; of whatever they were computed from. */
  readonly hotspotsKnown: HotspotLayer | null;
  /** What became of hotspots over periods. */
  readonly emerging: Loadable<EmergingInput, EmergingMap>;
  /** How sure the ranks of the index are. */
  readonly priority: PriorityState;
  /** What surveys say of the whole city. */
  readonly surveys: SurveyFigures;
  /** The index as it was when it was last closed. */
  readonly priorityBefore: QuestionOf<'priority'> | null;
  /** Neighbors drawn on the map. */
  readonly linksShown: boolean;
  /** Services laid over the map, in the reader's order; never written to the machine. */
  readonly places: readonly PlaceLayer[];
  /** Ids of the layers that are not drawn. */
  readonly placesHidden: readonly string[];
  /** A short word to the reader, for instance that data was removed. */
  readonly notice: Notice | null;
}

export type AppStore = ReturnType<typeof createAppStore>;

/** The same object each time: settings are written down when they change, and a state that is fresh changes none. */
const NOT_FOLDED: AppState['folded'] = { left: false, right: false };

/** Before anything was opened, asked or decided. */
export function freshState(): AppState {
  return {
    language: 'id',
    atlas: null,
    view: null,
    engine: { state: 'loading', stage: null },
    questions: {},
    panels: {},
    hovered: null,
    camera: { district: null },
    importing: false,
    confirmed: null,
    brought: [],
    help: null,
    mapSettled: false,
    folded: NOT_FOLDED,
    past: [],
    future: [],
    saved: [],
    savedKept: false,
    savedFiled: null,
    savedShown: null,
    scenarios: [],
    scenariosKept: false,
    scenariosSaved: null,
    scenarioOpen: null,
    aside: {},
    opened: null,
    datasetKept: 'no',
    keptBefore: null,
    openedBefore: null,
    presenting: false,
    blank: false,
    arrangement: ONE_MAP,
    hotspots: NO_HOTSPOTS,
    hotspotsKnown: null,
    emerging: { state: 'idle' },
    priority: { state: 'idle' },
    surveys: {},
    priorityBefore: null,
    linksShown: false,
    places: [],
    placesHidden: [],
    notice: null,
  };
}

export function createAppStore() {
  return createStore<AppState>(freshState);
}

function leavingRoom(store: AppStore, view: View): RoomQuestions {
  const { indicator, measure, classification, question, hotspots, burden, period } = view;
  const left = { indicator, measure, classification, question, hotspots, burden, period };
  const { atlas, scenarios, questions } = store.getState();
  const proposed = atlas !== null && scenarios.some(({ data }) => tierOfKey(data, atlas.territory) !== null);
  const partner = view.room === 'proposal' && proposed ? null : QUESTION_PARTNERS[view.room];
  return { ...questions, [view.room]: left, ...(partner && { [partner]: left }) };
}

/** That a question asked in one room takes the place of what is kept in another. Whoever names the room goes there. */
function replacedNotice(store: AppStore, before: View, patch: Partial<View>, after: View): Notice | null {
  const kept = store.getState().questions[after.room];
  if (after.room === before.room || patch.room !== undefined || !kept) return null;
  // Nothing is lost of one indicator by itself that is gone on from.
  const plain = kept.question.kind === 'single' && kept.hotspots === null && kept.measure === after.measure;
  if (plain && kept.indicator === after.indicator) return null;
  const said = ({ indicator, measure, question, hotspots }: RoomQuestion) =>
    JSON.stringify([indicator, measure, question, hotspots]);
  return said(kept) === said(after) ? null : { kind: 'replaced', room: after.room };
}

/** The one way in: replaces parts of the view, and keeps the rest consistent with them. */
export function setView(store: AppStore, patch: Partial<View>): void {
  const { view, atlas } = store.getState();
  if (!view || !atlas) return;
  let next = settleView(view, patch, atlas.manifest);
  const indicatorChanged = next.indicator !== view.indicator || next.measure !== view.measure;
  if (indicatorChanged && !patch.classification) {
    next = { ...next, classification: defaultClassification(next.indicator, next.measure) };
  }
  if (next.level !== view.level) next = { ...next, selected: patch.selected ?? [] };
  const { question } = view;
  const closed = question.kind === 'priority' && next.question.kind !== 'priority';
  store.setState({
    view: next,
    ...goingAlong(view, next),
    ...(next.room === view.room ? {} : { questions: leavingRoom(store, view) }),
    ...(closed ? { priorityBefore: question } : {}),
    hovered: next.level === view.level ? store.getState().hovered : null,
    notice: layerNotice(view, patch, next) ?? replacedNotice(store, view, patch, next),
  });
}

/** Where the map goes for a filter: to its kecamatan, or to everything. */
export function cameraOn(districts: readonly AreaCode[]): AppState['camera'] {
  return districts.length === 0 ? { district: null } : { districts };
}

/** Where a view is of other kecamatan than the one before, the map goes there, whatever brought it. */
export function goingAlong(before: View | null, after: View): Partial<Pick<AppState, 'camera'>> {
  const { districts } = after.filters;
  return districts.join() === before?.filters.districts.join() ? {} : { camera: cameraOn(districts) };
}

export function setFilters(store: AppStore, change: (filters: Filters) => Filters): void {
  const { view } = store.getState();
  if (view) setView(store, { filters: change(view.filters) });
}

/** Steps to the neighbouring period of the same kind; stays at the ends. */
export function stepPeriod(store: AppStore, step: -1 | 1): void {
  const { view, atlas } = store.getState();
  if (!view || !atlas) return;
  const periods = periodsOf(atlas.manifest, view.indicator);
  const same = periods.filter((entry) => periodKind(entry.id) === periodKind(view.period));
  const next = same[same.findIndex((entry) => entry.id === view.period) + step];
  if (next) setView(store, { period: next.id });
}

/** Selects one area, or with `add` toggles it among those selected. */
export function select(store: AppStore, code: AreaCode | null, add: boolean): void {
  const { view } = store.getState();
  if (!view) return;
  const others = view.selected.filter((other) => other !== code);
  const removed = others.length < view.selected.length;
  const one = code === null || (removed && others.length === 0) ? [] : [code];
  const several = removed || code === null ? others : [...others, code];
  setView(store, { selected: add ? several : one });
}

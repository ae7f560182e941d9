import * as v from 'valibot';
import { areaCode } from '#core/area.ts';
import { identityNumberIn } from '#core/identity-number.ts';
import { dataKey, tierOfKey } from '#picture/data-key.ts';
import { type AreaDecision, DRAFTS, isSaid, type Scenario } from '#picture/decision-value.ts';
import { questionText } from '#picture/question-text.ts';
import { isAskedBy, scenarioView } from '#picture/scenario-view.ts';
import {
  keptKey,
  keptList,
  keptTitle,
  keptView,
  OTHER_TITLE,
  type OtherTitle,
  titleOf,
} from './kept-list.ts';
import { besideOther, foundIn, keepPart, newId } from './kept-part.ts';
import { parsedFile } from './machine-storage.ts';
import { mergedScenario } from './scenario-merge.ts';
import type { SharedMachine } from './shared-machine.ts';
import { type AppState, type AppStore, setView } from './store.ts';

export const SCENARIOS_KEY = 'peta-sasaran/scenarios';
const MOST_SCENARIOS = 50;
const MOST_AREAS = 2_000;
export const LONGEST_REASON = 600;

/** The question on the screen; null where there is no index. */
function present({ atlas, view }: AppState): Pick<Scenario, 'text' | 'data'> | null {
  return atlas && view?.question.kind === 'priority'
    ? { text: questionText(view), data: dataKey(atlas) }
    : null;
}

/** The scenarios of the areas on the screen, whatever figures they were made of, in the reader's order. */
export function scenariosHere({ scenarios, atlas }: Pick<AppState, 'scenarios' | 'atlas'>) {
  return atlas ? scenarios.filter(({ data }) => tierOfKey(data, atlas.territory) !== null) : [];
}

/** The scenario that is worked on, else the first; null where there is none for these data. */
export function openScenario(state: Pick<AppState, 'scenarios' | 'atlas' | 'scenarioOpen'>): Scenario | null {
  const here = scenariosHere(state);
  return here.find(({ id }) => id === state.scenarioOpen) ?? here[0] ?? null;
}

/**
 * A new scenario of what is on the screen, with the decisions of the one worked on before.
 * @param figures their digest (figuresOf).
 */
export function startScenario(store: AppStore, title: string, figures: string): boolean {
  const state = store.getState();
  const now = present(state);
  const plain = titleOf(title);
  if (!now || plain === '' || state.scenarios.length >= MOST_SCENARIOS) return false;
  const id = newId();
  const areas = openScenario(state)?.areas ?? [];
  const one: Scenario = { id, title: plain, ...now, figures, areas };
  store.setState({ scenarios: [...state.scenarios, one], scenarioOpen: id });
  return true;
}

function change(store: AppStore, id: number, patch: (one: Scenario) => Partial<Scenario>): void {
  store.setState(({ scenarios }) => ({
    scenarios: scenarios.map((one) => (one.id === id ? { ...one, ...patch(one) } : one)),
  }));
}

/** Takes over the question and the figures on the screen. */
export function renewScenario(store: AppStore, id: number, figures: string): void {
  const now = present(store.getState());
  if (now) change(store, id, () => ({ ...now, figures }));
}

export function renameScenario(store: AppStore, id: number, title: string): void {
  const plain = titleOf(title);
  if (plain !== '') change(store, id, () => ({ title: plain }));
}

export function deleteScenario(store: AppStore, id: number): void {
  store.setState(({ scenarios, scenarioOpen }) => ({
    scenarios: scenarios.filter((one) => one.id !== id),
    scenarioOpen: scenarioOpen === id ? null : scenarioOpen,
  }));
}

/** Works on a scenario, and puts its question on the screen as far as the data there can answer it. */
export function showScenario(store: AppStore, one: Scenario): void {
  store.setState({ scenarioOpen: one.id });
  const { atlas, view } = store.getState();
  const asked = atlas && view && scenarioView(atlas, one, view);
  if (!asked) return;
  const { selected: _, room, ...question } = asked;
  setView(store, { ...question, room: view.room === 'proposal' ? 'proposal' : room });
}

/** In the room of proposals, works on the one that asks what is on the screen, as a slide that was made of it does. */
export function openAsked(store: AppStore): void {
  const state = store.getState();
  const { atlas, view } = state;
  if (!atlas || view?.room !== 'proposal') return;
  const open = openScenario(state);
  const asks = (one: Scenario) => isAskedBy(one, atlas, view);
  if (open === null || asks(open)) return;
  const asked = scenariosHere(state).find(asks);
  if (asked) store.setState({ scenarioOpen: asked.id });
}

/** A text as it is kept; null where it may hold the number of a person or family, which never is. */
export function keptText(text: string): string | null {
  if (identityNumberIn(text) !== null) return null;
  return text
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
}

/** Changes what is decided of some areas. An area of which nothing is left to say is taken out. */
export function decide(store: AppStore, id: number, decisions: readonly AreaDecision[]): void {
  change(store, id, ({ areas }) => {
    const byCode = new Map(areas.map((one) => [one.code, one]));
    for (const one of decisions) byCode.set(one.code, one);
    return { areas: [...byCode.values()].filter(isSaid) };
  });
}

/** A text of the reader's; left out where it may name a person by number. */
const written = v.fallback(
  v.pipe(
    v.string(),
    v.transform((text) => keptText(text) ?? ''),
  ),
  '',
);
const keptDecision = v.object({
  code: v.pipe(v.string(), v.regex(/^[\w.-]{1,40}$/), v.transform(areaCode)),
  chosen: v.boolean(),
  drafted: v.fallback(v.nullable(v.picklist(DRAFTS)), null),
  reason: written,
  dissent: written,
});
const keptScenario = v.object({
  title: keptTitle,
  text: keptView,
  data: keptKey,
  figures: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  areas: v.pipe(
    keptList(keptDecision, MOST_AREAS),
    v.transform((areas) => [...new Map(areas.map((one) => [one.code, one])).values()]),
  ),
});
/** Version 1 had no marks: its drafted reasons are text until they are known again (markDrafted). */
const keptScenarios = v.object({
  version: v.picklist([1, 2]),
  scenarios: keptList(keptScenario, MOST_SCENARIOS),
});

/** The scenarios in what was kept, or in a file; null where it is none of ours. */
function scenariosIn(kept: unknown): readonly Omit<Scenario, 'id'>[] | null {
  const read = v.safeParse(keptScenarios, kept);
  return read.success ? read.output.scenarios : null;
}

/** What a file holds of them. */
export function scenariosForm(scenarios: readonly Scenario[]): object {
  return { version: 2, scenarios: scenarios.map(({ id: _, ...one }) => one) };
}

/** Scenarios as a file of their own: titles, questions, decisions and a digest of the figures; no figures. */
export function scenariosFile(scenarios: readonly Scenario[]): string {
  return `${JSON.stringify({ format: SCENARIOS_KEY, ...scenariosForm(scenarios) }, null, 2)}\n`;
}

/**
 * Adds the scenarios of a file that are not in the list yet, and works on the first of them that the data can show.
 * Their number, or null where the file holds none of ours.
 */
export function addScenarios(store: AppStore, file: string): number | null {
  const read = scenariosIn(parsedFile(file, SCENARIOS_KEY));
  if (read === null) return null;
  const { scenarios, atlas, scenarioOpen } = store.getState();
  const known = new Set(scenarios.map(plainScenario));
  const fresh = read
    .filter((one) => !known.has(plainScenario(one)))
    .slice(0, MOST_SCENARIOS - scenarios.length);
  const added = fresh.map((one): Scenario => ({ ...one, id: newId() }));
  const first = scenariosHere({ scenarios: added, atlas })[0];
  store.setState({ scenarios: [...scenarios, ...added], scenarioOpen: first?.id ?? scenarioOpen });
  if (first && store.getState().view?.room === 'proposal') showScenario(store, first);
  return added.length;
}

/**
 * Turns reasons that say again what figures say into the mark they are now kept as. Nothing is decided by it: it is no
 * step to be taken back.
 * @param drafts by code, what the open figures say of an area.
 */
export function markDrafted(store: AppStore, id: number, drafts: ReadonlyMap<string, string>): void {
  const marked = (one: AreaDecision): AreaDecision => {
    const draft = drafts.get(one.code);
    if (one.drafted !== null || draft === undefined || !one.reason.startsWith(draft)) return one;
    const rest = one.reason.slice(draft.length);
    return /^([\s.,;]|$)/.test(rest)
      ? { ...one, drafted: 'counts', reason: rest.replace(/^[\s.,;]+/, '') }
      : one;
  };
  const renewed = (scenarios: readonly Scenario[]): readonly Scenario[] =>
    scenarios.map((one) => (one.id === id ? { ...one, areas: one.areas.map(marked) } : one));
  const { scenarios, past, future } = store.getState();
  const open = scenarios.find((one) => one.id === id);
  if (!open?.areas.some((one) => marked(one) !== one)) return;
  const stepped = (steps: AppState['past']) =>
    steps.map((step) => ({ ...step, scenarios: renewed(step.scenarios) }));
  store.setState({ scenarios: renewed(scenarios), past: stepped(past), future: stepped(future) });
}

/** Whether something was decided that would be gone with the page. */
export function isUnsaved({ scenarios, scenariosKept, scenariosSaved }: AppState): boolean {
  const decided = scenarios.some(({ areas }) => areas.length > 0);
  return decided && !scenariosKept && scenarios !== scenariosSaved;
}

/** The same text for the same content, in whatever order it was put together. */
function plainScenario({ title, text, data, figures, areas }: Omit<Scenario, 'id'>): string {
  return JSON.stringify([title, text, data, figures, areas.map(plainDecision)]);
}

function plainDecision({ code, chosen, drafted, reason, dissent }: AreaDecision): AreaDecision {
  return { code, chosen, drafted, reason, dissent };
}

/**
 * Brings back what was kept, and keeps the scenarios on this machine for as long as the reader wants it, in all windows.
 * @param otherTitle names the version of another window.
 */
export function keepScenarios(
  store: AppStore,
  machine: SharedMachine,
  otherTitle: OtherTitle = OTHER_TITLE,
): void {
  keepPart<Scenario>(store, machine, {
    key: SCENARIOS_KEY,
    list: ({ scenarios }) => scenarios,
    kept: ({ scenariosKept }) => scenariosKept,
    put: (scenarios) => ({ scenarios }),
    wish: (scenariosKept) => ({ scenariosKept }),
    follow: ({ scenarioOpen }, from, to) => (scenarioOpen === from ? { scenarioOpen: to } : {}),
    carried: ({ past, future }, carry) => {
      const over = (steps: AppState['past']) =>
        steps.map((step) => ({ ...step, scenarios: carry(step.scenarios) }));
      return { past: over(past), future: over(future) };
    },
    form: (scenarios) => ({
      version: 2,
      scenarios: scenarios.map(({ id, title, text, data, figures, areas }) => ({
        id,
        title,
        text,
        data,
        figures,
        areas: areas.map(plainDecision),
      })),
    }),
    read: (value) => foundIn(value, { version: 2, list: 'scenarios', entry: keptScenario }),
    title: ({ title }) => title,
    content: plainScenario,
    together: mergedScenario,
    apart: (one) => besideOther(one, plainScenario, otherTitle),
  });
}

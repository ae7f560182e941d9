import { areaCode } from '#core/area.ts';
import { identityNumberIn } from '#core/identity-number.ts';
import { dataKey } from '#picture/data-key.ts';
import type { AreaDecision, Scenario } from '#picture/decision-value.ts';
import { questionText } from '#picture/question-text.ts';
import { keepPart } from './kept-part.ts';
import { openLink } from './link.ts';
import { isRecord, type MachineStorage, parsedFile } from './machine-storage.ts';
import { titleOf } from './saved-views.ts';
import type { AppState, AppStore } from './store.ts';

export const SCENARIOS_KEY = 'peta-sasaran/scenarios';
const MOST_SCENARIOS = 50;
const MOST_AREAS = 2_000;
const LONGEST_VIEW = 100_000;
export const LONGEST_REASON = 600;

/** The question on the screen; null where there is no index. */
function present({ atlas, view }: AppState): Pick<Scenario, 'text' | 'data'> | null {
  return atlas && view?.question.kind === 'priority'
    ? { text: questionText(view), data: dataKey(atlas) }
    : null;
}

/** The scenarios that the data on the screen can show, in the reader's order. */
export function scenariosHere({ scenarios, atlas }: Pick<AppState, 'scenarios' | 'atlas'>) {
  return atlas ? scenarios.filter(({ data }) => data === dataKey(atlas)) : [];
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
  const id = nextId(state.scenarios);
  const areas = openScenario(state)?.areas ?? [];
  const one: Scenario = { id, title: plain, ...now, figures, areas };
  store.setState({ scenarios: [...state.scenarios, one], scenarioOpen: id });
  return true;
}

function nextId(scenarios: readonly Scenario[]): number {
  return scenarios.reduce((most, { id }) => Math.max(most, id), 0) + 1;
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

/** Puts the question of a scenario on the screen. */
export function showScenario(store: AppStore, one: Scenario): void {
  if (openLink(store, one)) store.setState({ scenarioOpen: one.id });
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
    const said = [...byCode.values()].filter((one) => one.chosen || one.reason !== '' || one.dissent !== '');
    return { areas: said };
  });
}

/** Reads one decision; its texts are left out where they may name a person by number. */
function decisionIn(value: unknown): AreaDecision | null {
  if (!isRecord(value)) return null;
  const { code, chosen, reason, dissent } = value;
  if (typeof code !== 'string' || !/^[\w.-]{1,40}$/.test(code) || typeof chosen !== 'boolean') return null;
  const text = (written: unknown) => (typeof written === 'string' ? (keptText(written) ?? '') : '');
  return { code: areaCode(code), chosen, reason: text(reason), dissent: text(dissent) };
}

function scenarioIn(value: unknown): Omit<Scenario, 'id'> | null {
  if (!isRecord(value) || !Array.isArray(value.areas)) return null;
  const { title, text, data, figures, areas } = value;
  const fits =
    typeof title === 'string' &&
    titleOf(title) !== '' &&
    typeof text === 'string' &&
    /^v\d/.test(text) &&
    text.length <= LONGEST_VIEW &&
    typeof data === 'string' &&
    /^[0-9a-z]{1,13}$/.test(data) &&
    typeof figures === 'string' &&
    /^[0-9a-f]{64}$/.test(figures);
  if (!fits) return null;
  const decisions = areas.slice(0, MOST_AREAS).flatMap((one) => decisionIn(one) ?? []);
  const first = new Map(decisions.map((one) => [one.code, one]));
  return { title: titleOf(title), text, data, figures, areas: [...first.values()] };
}

/** The scenarios in what was kept, or in a file; null where it is none of ours. */
function scenariosIn(kept: unknown): readonly Omit<Scenario, 'id'>[] | null {
  if (!isRecord(kept) || kept.version !== 1 || !Array.isArray(kept.scenarios)) return null;
  return kept.scenarios.flatMap((one) => scenarioIn(one) ?? []).slice(0, MOST_SCENARIOS);
}

function keptForm(scenarios: readonly Scenario[]): object {
  return { version: 1, scenarios: scenarios.map(({ id: _, ...one }) => one) };
}

/** Scenarios as a file of their own: titles, questions, decisions and a digest of the figures; no figures. */
export function scenariosFile(scenarios: readonly Scenario[]): string {
  return `${JSON.stringify({ format: SCENARIOS_KEY, ...keptForm(scenarios) }, null, 2)}\n`;
}

/**
 * Adds the scenarios of a file that are not in the list yet, and works on the first of them that the data can show.
 * Their number, or null where the file holds none of ours.
 */
export function addScenarios(store: AppStore, file: string): number | null {
  const read = scenariosIn(parsedFile(file, SCENARIOS_KEY));
  if (read === null) return null;
  const { scenarios, atlas, scenarioOpen } = store.getState();
  const plain = ({ title, text, data, figures, areas }: Omit<Scenario, 'id'>) =>
    JSON.stringify([title, text, data, figures, areas]);
  const known = new Set(scenarios.map(plain));
  const fresh = read.filter((one) => !known.has(plain(one))).slice(0, MOST_SCENARIOS - scenarios.length);
  const from = nextId(scenarios);
  const added = fresh.map((one, k): Scenario => ({ ...one, id: from + k }));
  const first = scenariosHere({ scenarios: added, atlas })[0];
  store.setState({ scenarios: [...scenarios, ...added], scenarioOpen: first?.id ?? scenarioOpen });
  return added.length;
}

/** Whether something was decided that would be gone with the page. */
export function isUnsaved({ scenarios, scenariosKept, scenariosSaved }: AppState): boolean {
  const decided = scenarios.some(({ areas }) => areas.length > 0);
  return decided && !scenariosKept && scenarios !== scenariosSaved;
}

/** Brings back what was kept, and keeps the scenarios on this machine for as long as the reader wants it. */
export function keepScenarios(store: AppStore, storage: MachineStorage | null): void {
  keepPart(store, storage, {
    key: SCENARIOS_KEY,
    part: ({ scenarios }) => scenarios,
    kept: ({ scenariosKept }) => scenariosKept,
    form: keptForm,
    restored: (value) => {
      const read = scenariosIn(value);
      return read && { scenarios: read.map((one, k) => ({ ...one, id: k + 1 })), scenariosKept: true };
    },
    notKept: { scenariosKept: false },
  });
}

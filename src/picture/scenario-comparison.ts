import type { AreaIndex } from '#core/area.ts';
import type { Atlas } from './atlas.ts';
import { decisionOf, type Scenario } from './decision-value.ts';
import { layerOf } from './layer.ts';
import { listedAreas } from './listed-areas.ts';
import { createPainter, type Picture } from './picture.ts';
import type { PriorityLayer } from './priority-layer.ts';
import { scenarioView } from './scenario-view.ts';

/** A picture with an index. */
export type PriorityPicture = Picture & { readonly priority: PriorityLayer };

/** What a scenario asks, answered with the data on the screen. */
export interface ScenarioColumn {
  readonly scenario: Scenario;
  /** null where the data cannot answer it. */
  readonly picture: PriorityPicture | null;
  readonly listed: ReadonlySet<number>;
  readonly chosen: ReadonlySet<number>;
  /** What is put forward against its own list; null where nothing is put forward, or nothing can be answered. */
  readonly againstList: Moves | null;
  /** The same against the nearest scenario before it that puts something forward. */
  readonly againstEarlier: (Moves & { readonly earlier: Scenario }) | null;
}

/** Areas of one set that another has not, ascending. */
export interface Moves {
  readonly entered: readonly AreaIndex[];
  readonly left: readonly AreaIndex[];
}

export function movesBetween(before: ReadonlySet<number>, after: ReadonlySet<number>): Moves {
  const beyond = (all: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...all].filter((i) => !others.has(i)).sort((a, b) => a - b) as AreaIndex[];
  return { entered: beyond(after, before), left: beyond(before, after) };
}

/** Scenarios beside each other, over the areas that any of them lists or puts forward. */
export interface ScenarioComparison {
  readonly columns: readonly ScenarioColumn[];
  /** Those of the best mean rank first; an area without a rank counts as one after the last. */
  readonly areas: readonly AreaIndex[];
  /** In every list, and in any. */
  readonly listed: { readonly every: number; readonly any: number };
  readonly chosen: { readonly every: number; readonly any: number };
}

/** The picture a scenario asks for; null where the data cannot answer it (scenarioView). */
export function pictureOf(atlas: Atlas, scenario: Pick<Scenario, 'text'>): PriorityPicture | null {
  const view = scenarioView(atlas, scenario, null);
  const picture = view && createPainter()(atlas, view);
  const priority = picture && layerOf(picture, 'priority');
  return priority ? { ...picture, priority } : null;
}

type PlainColumn = Omit<ScenarioColumn, 'againstList' | 'againstEarlier'>;

/** Columns with what each puts forward against its list, and against the one before it. */
function moved(columns: readonly PlainColumn[]): readonly ScenarioColumn[] {
  return columns.map((column, k) => {
    const { listed, chosen } = column;
    const earlier = columns.slice(0, k).findLast((one) => one.chosen.size > 0);
    return {
      ...column,
      againstList: chosen.size > 0 ? movesBetween(listed, chosen) : null,
      againstEarlier:
        chosen.size > 0 && earlier
          ? { ...movesBetween(earlier.chosen, chosen), earlier: earlier.scenario }
          : null,
    };
  });
}

function columnOf(atlas: Atlas, scenario: Scenario): PlainColumn {
  const picture = pictureOf(atlas, scenario);
  const areas = picture?.geography.areas ?? [];
  const chosen = areas.flatMap(({ code }, i) => (decisionOf(scenario, code).chosen ? [i] : []));
  return {
    scenario,
    picture,
    listed: new Set(picture ? listedAreas(picture.priority) : []),
    chosen: new Set(chosen),
  };
}

function agreement(sets: readonly ReadonlySet<number>[]): { readonly every: number; readonly any: number } {
  const any = new Set(sets.flatMap((set) => [...set]));
  return { every: [...any].filter((i) => sets.every((set) => set.has(i))).length, any: any.size };
}

/**
 * Scenarios of one level, made anew with one atlas. Those that the data cannot answer, or that are of another level than
 * the first that can, have no picture and take no part in what is counted.
 */
export function compareScenarios(atlas: Atlas, scenarios: readonly Scenario[]): ScenarioComparison {
  const made = scenarios.map((scenario) => columnOf(atlas, scenario));
  const level = made.find(({ picture }) => picture)?.picture?.view.level;
  const columns = moved(
    made.map(
      (column): PlainColumn =>
        column.picture?.view.level === level
          ? column
          : { ...column, picture: null, listed: new Set(), chosen: new Set() },
    ),
  );
  const answered = columns.filter(({ picture }) => picture !== null);
  const named = new Set(answered.flatMap(({ listed, chosen }) => [...listed, ...chosen]));
  const meanRank = (i: number) =>
    answered.reduce((sum, { picture }) => {
      const ranks = picture?.priority.index.rank ?? [];
      const rank = ranks[i] ?? 0;
      return sum + (rank === 0 ? ranks.length + 1 : rank);
    }, 0);
  const areas = [...named].sort((a, b) => meanRank(a) - meanRank(b) || a - b) as AreaIndex[];
  return {
    columns,
    areas,
    listed: agreement(answered.map(({ listed }) => listed)),
    chosen: agreement(answered.map(({ chosen }) => chosen)),
  };
}

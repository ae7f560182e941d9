import type { AreaIndex } from '#core/area.ts';
import { decodeView } from '#core/view-codec.ts';
import type { Atlas } from './atlas.ts';
import { decisionOf, type Scenario } from './decision-value.ts';
import { layerOf } from './layer.ts';
import { listedAreas } from './listed-areas.ts';
import { openingView } from './opening-view.ts';
import { createPainter, type Picture } from './picture.ts';
import type { PriorityLayer } from './priority-layer.ts';

/** A picture with an index. */
export type PriorityPicture = Picture & { readonly priority: PriorityLayer };

/** What a scenario asks, answered with the data on the screen. */
export interface ScenarioColumn {
  readonly scenario: Scenario;
  /** null where the data cannot answer it. */
  readonly picture: PriorityPicture | null;
  readonly listed: ReadonlySet<number>;
  readonly chosen: ReadonlySet<number>;
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

/** The picture a scenario asks for; null where a part of its question does not fit the data. */
export function pictureOf(atlas: Atlas, scenario: Pick<Scenario, 'text'>): PriorityPicture | null {
  const read = decodeView(scenario.text, atlas.manifest, atlas.territory, openingView(atlas.manifest));
  if (!read.ok || read.problems.length > 0) return null;
  const picture = createPainter()(atlas, read.value);
  const priority = picture && layerOf(picture, 'priority');
  return priority ? { ...picture, priority } : null;
}

function columnOf(atlas: Atlas, scenario: Scenario): ScenarioColumn {
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
  const columns = made.map(
    (column): ScenarioColumn =>
      column.picture?.view.level === level
        ? column
        : { ...column, picture: null, listed: new Set(), chosen: new Set() },
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

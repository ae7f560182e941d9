import type { AreaCode, AreaLevel } from './area.ts';
import type { ShareKey } from './budget.ts';
import type { Day } from './calendar-day.ts';
import type { ClassificationMethod } from './classification.ts';
import type { ConvergenceFormula } from './convergence-score.ts';
import type { Scaling } from './criterion-scaling.ts';
import type { DimensionId } from './dimension.ts';
import type { EntryPart } from './entry-snapshot.ts';
import type { StageDates } from './entry-stage.ts';
import type { Exceedance } from './exceedance.ts';
import type { IndicatorId } from './indicator.ts';
import type { ListRule } from './list-rule.ts';
import type { MethodVersion } from './method-version.ts';
import type { Period } from './period.ts';
import type { Aggregation } from './priority-index.ts';

/** By dimension the classes kept; a dimension left out or empty is not restricted. */
export type ClassFilter = { readonly [D in DimensionId]?: readonly string[] };

export interface Filters {
  /** sex, age and poverty restrict N and n; stunting, wasting and underweight restrict n only. */
  readonly classes: ClassFilter;
  /** Codes of the districts kept; empty: all. */
  readonly districts: readonly AreaCode[];
}
export const NO_FILTERS: Filters = { classes: {}, districts: [] };

/** A second indicator laid over the first: three classes each, nine together. */
export interface Overlay {
  readonly kind: 'overlay';
  readonly indicator: IndicatorId;
  /** bands: low, medium, high by the indicator's own bands, tertiles for one that has none. own: inner edges, per 1. */
  readonly classes:
    | { readonly kind: 'bands' }
    | { readonly kind: 'tertiles' }
    | {
        readonly kind: 'own';
        readonly first: readonly [low: number, high: number];
        readonly second: readonly [low: number, high: number];
      };
}

/** Whose values are beside whose: a common border or corner, a common border, the k nearest, or all within reach. */
export type NeighborChoice =
  | { readonly kind: 'queen' }
  | { readonly kind: 'rook' }
  | { readonly kind: 'nearest'; readonly k: number }
  | { readonly kind: 'distance-band'; readonly kilometers: number };

/** A link between two areas made or cut by hand, taken both ways. */
export interface LinkEdit {
  readonly kind: 'added' | 'cut';
  readonly between: readonly [AreaCode, AreaCode];
}

/** Local clusters of the first indicator, drawn over its colors, with all that makes them repeatable. */
export interface Hotspots {
  /** Local Moran of EB-standardized rates, Getis-Ord Gi* of the same, or places where both indicators are high. */
  readonly method: 'clusters' | 'hot-cold' | 'co-location';
  readonly neighbors: NeighborChoice;
  readonly edits: readonly LinkEdit[];
  readonly permutations: number;
  readonly seed: number;
}

/** An index of several indicators, 100 the most urgent, with all that makes it and its uncertainty repeatable. */
export interface Priority {
  readonly kind: 'priority';
  /** Each indicator once. Weights are whole and at least 0; only their proportions matter, and one is above 0. */
  readonly criteria: readonly { readonly indicator: IndicatorId; readonly weight: number }[];
  /** Of all criteria; the goalposts are the indicators' own. */
  readonly scaling: Scaling['kind'];
  readonly aggregation: Aggregation;
  /** How many areas the list is to have, where it is limited by nothing else. */
  readonly top: number;
  readonly list: ListRule;
  readonly seed: number;
  /** Of the uncertainty. */
  readonly runs: number;
  /** Of the Dirichlet distribution from which weights are drawn: the higher, the closer to those chosen. */
  readonly concentration: number;
  /** Below this share of children weighed (D/S, per 1, in whole percents) a low rate is only apparently good. */
  readonly leastWeighed: number;
  /** Whether colors show the score, or who is in the list. */
  readonly colors: 'score' | 'list';
}

/** The same question put to a second source: its rates against those of the first, area by area. */
export interface SecondSource {
  readonly kind: 'agreement';
  /** Whole percentage points, at least 1: a smaller difference is taken for agreement. A convention, the reader's to move. */
  readonly agreesWithin: number;
  /** Where the second source lacks the period of the view, whether its nearest of the same kind stands in. */
  readonly nearestPeriod: boolean;
}

/** One of three problems: where it is, an area has it. */
export interface RegionProblem {
  readonly indicator: IndicatorId;
  /** A rate per 1; null: the indicator's own (regionThreshold). */
  readonly threshold: number | null;
}

/** Three different indicators at once, each with its threshold: eight combinations. */
export interface Regions {
  readonly kind: 'regions';
  readonly problems: readonly [RegionProblem, RegionProblem, RegionProblem];
}

/** One indicator by itself. */
export interface Single {
  readonly kind: 'single';
}
export const SINGLE: Single = { kind: 'single' };

/** Change of the indicator against an earlier or later period of the same kind. */
export interface Change {
  readonly kind: 'change';
  readonly comparedWith: Period;
}

/** Whether the indicator falls or rises, over the periods of the kind of the view's up to it. */
export interface Trend {
  readonly kind: 'trend';
}
export const TREND: Trend = { kind: 'trend' };

/** What became of hotspots, over the periods of the kind of the view's up to it. */
export interface EmergingOf {
  readonly kind: 'emerging';
}

/** How areas stand to their targets in a measure. */
export interface Target {
  readonly kind: 'target';
  readonly measure: 'rate' | 'count';
}

/** The poorest against those better off, by the decile of the family. */
export interface Gap {
  readonly kind: 'gap';
}

/** One service by its id, or all of them as a convergence score. */
export type ServiceShown =
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'score'; readonly formula: ConvergenceFormula };

/** How services reach those they are for, in a period of their own: forms are filled in by semester. */
export interface ServiceAsked {
  readonly kind: 'service';
  readonly shown: ServiceShown;
  readonly period: Period;
}

/** How far data entry has come towards all children who are to be entered. */
export interface Entry {
  readonly kind: 'entry';
  /** Of these children: how many are measured, have a NIK, a KK number, are linked. */
  readonly part: EntryPart;
  /** The day of the export that is looked at; null: the latest. */
  readonly snapshot: Day | null;
  /** Dates of the stage as the reader has put them; null: as the data state them. */
  readonly stage: StageDates | null;
}

/** The money of a year against the affected children of the indicator; amounts over several areas by a key. */
export interface BudgetAsked {
  readonly kind: 'budget';
  readonly year: number;
  readonly key: ShareKey;
}

/** What is asked of the areas: one of these at a time. All but single are of rates only. */
export type Question =
  | Single
  | Overlay
  | Change
  | SecondSource
  | Regions
  | Priority
  | Exceedance
  | Trend
  | EmergingOf
  | Gap
  | ServiceAsked
  | Entry
  | Target
  | BudgetAsked;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { readonly kind: Kind }>;

/** The question where it is of a kind, else null. */
export function questionOf<Kind extends QuestionKind>(
  { question }: { readonly question: Question },
  kind: Kind,
): QuestionOf<Kind> | null {
  return question.kind === kind ? (question as QuestionOf<Kind>) : null;
}

/** Where a question is asked, in the order of the work. Each room keeps a question of its own. */
export const ROOMS = ['data', 'map', 'clusters', 'priority', 'proposal', 'monitoring'] as const;
export type Room = (typeof ROOMS)[number];

/** All that is being looked at: small, plain, versioned. A link, a saved view and an undo step are each one of these. */
export interface View {
  readonly version: 2;
  /** The conventions by which it is computed: those of the day on which it was asked, until the reader takes newer ones. */
  readonly method: MethodVersion;
  readonly room: Room;
  readonly level: AreaLevel;
  readonly indicator: IndicatorId;
  readonly measure: 'rate' | 'count';
  readonly period: Period;
  readonly filters: Filters;
  readonly classification: ClassificationMethod;
  /** Edges come from the unfiltered latest complete period of the kind, and stay while filters and periods move. */
  readonly classesLocked: boolean;
  /** Colour and rank rates over fewer than MINIMUM_RATE_DENOMINATOR children too; never in a release. */
  readonly showSmallRates: boolean;
  readonly selected: readonly AreaCode[];
  readonly question: Question;
  /** A mark over the question; null for none. Over one indicator, an overlay or a change alone. */
  readonly hotspots: Hotspots | null;
  /** A mark: circles as large as the counts, over the colors. */
  readonly burden: boolean;
}

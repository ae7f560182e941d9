import type { Indicator, IndicatorId } from './indicator.ts';
import type { Period } from './period.ts';
import type { QuestionKind, QuestionOf, Room } from './view.ts';

/** What the text of a question is read against. */
export interface QuestionContext {
  readonly indicator: IndicatorId;
  readonly period: Period;
  /** Indicators that the dataset answers. */
  readonly known: readonly Indicator[];
  /** A period of the dataset by its id; null where it has none. */
  readonly periodOf: (id: string) => Period | null;
  readonly hasSecond: boolean;
}

/** What a kind of question is to a view: where it is asked, what may be marked over it, and how it is written. */
export interface KindRules<Kind extends QuestionKind> {
  /** Where it is asked; the first is its home. One indicator by itself is asked everywhere. */
  readonly rooms: readonly [Room, ...Room[]];
  /** Whether clusters of the indicator may be marked over it: they are of one indicator, whose colors lie below. */
  readonly carriesHotspots: boolean;
  /** In the text of a view; null for what is asked where nothing else is. */
  readonly part: QuestionPart<Kind> | null;
}

/** A question within the text of a view. */
export interface QuestionPart<Kind extends QuestionKind> {
  readonly key: string;
  readonly text: (question: QuestionOf<Kind>) => string;
  /** null where it is none, or does not fit. */
  readonly read: (text: string, context: QuestionContext) => QuestionOf<Kind> | null;
}

import type { Indicator, IndicatorId } from './indicator.ts';
import {
  overlayText,
  priorityText,
  readOverlay,
  readPriority,
  readRegions,
  readSecond,
  regionsText,
  secondText,
} from './link-part.ts';
import { type Period, periodKind } from './period.ts';
import type { QuestionKind, QuestionOf, View } from './view.ts';

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

/** A question within the text of a view. */
export interface QuestionPart<Kind extends QuestionKind> {
  readonly key: string;
  readonly text: (question: QuestionOf<Kind>) => string;
  /** null where it is none, or does not fit. */
  readonly read: (text: string, context: QuestionContext) => QuestionOf<Kind> | null;
}

/** A single question is not written: it is what is asked where nothing else is. */
export type WrittenKind = Exclude<QuestionKind, 'single'>;

/** By kind, in the order in which they are looked for. */
export const QUESTION_PARTS: { readonly [Kind in WrittenKind]: QuestionPart<Kind> } = {
  priority: {
    key: 'pri',
    text: priorityText,
    read: (text, { known }) => readPriority(text, known),
  },
  regions: {
    key: 'reg',
    text: regionsText,
    read: (text, { known }) => readRegions(text, known),
  },
  agreement: {
    key: 'two',
    text: secondText,
    read: (text, { hasSecond }) => (hasSecond ? readSecond(text) : null),
  },
  change: {
    key: 'vs',
    text: ({ comparedWith }) => comparedWith,
    read: (text, { period, periodOf }) => {
      const other = periodOf(text);
      return other !== null && other !== period && periodKind(other) === periodKind(period)
        ? { kind: 'change', comparedWith: other }
        : null;
    },
  },
  overlay: {
    key: 'over',
    text: overlayText,
    read: (text, { indicator, known }) => {
      const overlay = readOverlay(text, known);
      return overlay?.indicator === indicator ? null : overlay;
    },
  },
};
export const WRITTEN_KINDS = Object.keys(QUESTION_PARTS) as readonly WrittenKind[];

/** Key and text of a question; null for a single one. */
export function questionPart({
  question,
}: Pick<View, 'question'>): readonly [key: string, text: string] | null {
  if (question.kind === 'single') return null;
  const { key, text } = QUESTION_PARTS[question.kind] as QuestionPart<WrittenKind>;
  return [key, text(question)];
}

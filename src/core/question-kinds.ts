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
import type { QuestionKind, QuestionOf, Room, View } from './view.ts';

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

/** By kind, in the order in which they are looked for in a text. */
export const QUESTION_KINDS: { readonly [Kind in QuestionKind]: KindRules<Kind> } = {
  single: {
    rooms: ['map', 'data', 'clusters', 'priority', 'proposal'],
    carriesHotspots: true,
    part: null,
  },
  priority: {
    rooms: ['priority', 'proposal'],
    carriesHotspots: false,
    part: {
      key: 'pri',
      text: priorityText,
      read: (text, { known }) => readPriority(text, known),
    },
  },
  regions: {
    rooms: ['map', 'data'],
    carriesHotspots: false,
    part: {
      key: 'reg',
      text: regionsText,
      read: (text, { known }) => readRegions(text, known),
    },
  },
  agreement: {
    rooms: ['map', 'data'],
    carriesHotspots: false,
    part: {
      key: 'two',
      text: secondText,
      read: (text, { hasSecond }) => (hasSecond ? readSecond(text) : null),
    },
  },
  change: {
    rooms: ['map', 'data', 'clusters'],
    carriesHotspots: true,
    part: {
      key: 'vs',
      text: ({ comparedWith }) => comparedWith,
      read: (text, { period, periodOf }) => {
        const other = periodOf(text);
        return other !== null && other !== period && periodKind(other) === periodKind(period)
          ? { kind: 'change', comparedWith: other }
          : null;
      },
    },
  },
  overlay: {
    rooms: ['map', 'data', 'clusters'],
    carriesHotspots: true,
    part: {
      key: 'over',
      text: overlayText,
      read: (text, { indicator, known }) => {
        const overlay = readOverlay(text, known);
        return overlay?.indicator === indicator ? null : overlay;
      },
    },
  },
};
export const KINDS = Object.keys(QUESTION_KINDS) as readonly QuestionKind[];

/** Key and text of a question; null for a single one. */
export function questionPart({
  question,
}: Pick<View, 'question'>): readonly [key: string, text: string] | null {
  const part = QUESTION_KINDS[question.kind].part as QuestionPart<QuestionKind> | null;
  return part && [part.key, part.text(question)];
}

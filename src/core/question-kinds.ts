import { budgetRules } from './budget-question.ts';
import { emergingRules } from './emerging-question.ts';
import { entryRules } from './entry-question.ts';
import { exceedanceRules } from './exceedance-question.ts';
import { gapRules } from './gap-question.ts';
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
import { periodKind } from './period.ts';
import type { KindRules, QuestionPart } from './question-rule.ts';
import { serviceRules } from './service-question.ts';
import { targetRules } from './target-question.ts';
import { trendRules } from './trend-question.ts';
import type { QuestionKind, View } from './view.ts';

/** By kind, in the order in which they are looked for in a text. */
export const QUESTION_KINDS: { readonly [Kind in QuestionKind]: KindRules<Kind> } = {
  single: {
    rooms: ['map', 'data', 'clusters', 'priority', 'proposal', 'monitoring'],
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
  exceedance: exceedanceRules,
  trend: trendRules,
  emerging: emergingRules,
  gap: gapRules,
  service: serviceRules,
  entry: entryRules,
  target: targetRules,
  budget: budgetRules,
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

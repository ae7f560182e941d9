import type { PriorityLayer } from '#picture/priority-layer.ts';
import { shortStanding } from '#words/decision-words.ts';
import { DASH } from '#words/format.ts';
import { orderName, orderValue, ruleText } from '#words/list-words.ts';
import { rankRangeText, robustness, scoreText } from '#words/priority-words.ts';
import type { QuestionView } from './question-view.ts';

export const priorityView: QuestionView<PriorityLayer> = {
  Legend: null,
  column: null,
  against: null,
  talk({ words, format }, layer) {
    const { index, listing, decision } = layer;
    const order = orderName(layer, words);
    return {
      caption: decision === null ? ruleText(layer, words, format) : decision.title,
      color: null,
      columns: [
        ...(decision === null
          ? []
          : [
              {
                header: words.decision.layer.decided,
                about: words.decision.layer.legend,
                write: (i: number) => shortStanding(decision, i, words),
                isSure: (i: number) => decision.disputed[i] !== 1,
                isWorded: true,
              },
            ]),
        ...(listing.order === 'index'
          ? []
          : [
              {
                header: listing.order === 'rate' ? words.table.value : words.table.count,
                about: order,
                write: (i: number) => orderValue(layer, i, format) ?? DASH,
                isSure: () => true,
              },
            ]),
        {
          header: words.priority.table.score,
          about: words.priority.name,
          write: (i) => scoreText(index.score[i] ?? Number.NaN, format),
          isSure: () => true,
        },
        ...(layer.uncertainty && listing.order === 'index'
          ? [
              {
                header: words.priority.table.range,
                about: words.priority.columns.ranks,
                write: (i: number) => rankRangeText(layer, i, format),
                isSure: (i: number) => (robustness(layer, i) ?? 'sure') === 'sure',
              },
            ]
          : []),
      ],
    };
  },
};

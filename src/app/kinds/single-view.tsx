import type { SingleLayer } from '#picture/single-layer.ts';
import type { QuestionView } from './question-view.ts';

export const singleView: QuestionView<SingleLayer> = {
  Legend: null,
  column: null,
  against: null,
  talk({ picture, words, format }) {
    const { measure, view, indicator } = picture;
    const rate = view.measure === 'rate';
    const write = rate ? format.percent : format.count;
    return {
      caption: null,
      color: null,
      columns: [
        {
          header: rate ? words.table.value : words.table.count,
          about: words.indicator[indicator.id][view.measure],
          write: (i) => write(measure.value[i] ?? Number.NaN),
          isSure: () => true,
        },
      ],
    };
  },
};

import type { PriorityLayer } from '#picture/priority-layer.ts';
import { emptyListText } from './empty-list.ts';
import { type LayerWording, legendClasses, PLAIN, periodOfView } from './layer-wording.ts';
import { orderName, ruleText } from './list-words.ts';
import { periodParts } from './period-words.ts';
import {
  lackText,
  priorityFormula,
  priorityLines,
  priorityParts,
  priorityRanges,
  scoreText,
} from './priority-words.ts';

export const priorityWording: LayerWording<PriorityLayer> = {
  ...PLAIN,
  title: (layer, { picture: { view }, words, format }) => {
    const [level, period] = [words.level[view.level], format.period(view.period)];
    if (layer.decision !== null) return words.decision.layer.title(level, period);
    return layer.choice.colors === 'list' && layer.listing.order !== 'index'
      ? words.list.title(orderName(layer, words), level, period)
      : words.priority.title(level, period);
  },
  parts: (layer, { marks, filters }, { picture, words, format }) => {
    const { view, totals } = picture;
    // Of an index there is no one n and N.
    const { incomplete, rest } = periodParts(picture, view.period, totals.city, words, format, []);
    return [...priorityParts(layer, words, format), ...marks, ...incomplete, ...filters, ...rest];
  },
  legend: {
    ...PLAIN,
    heading: (layer, { words, format }) => {
      if (layer.decision !== null) return words.decision.layer.legend;
      if (layer.choice.colors !== 'list') return words.priority.legend;
      return ruleText(layer, words, format) === null ? words.priority.legendList : words.list.legend;
    },
    classes: (layer, telling) => legendClasses(priorityRanges(layer, telling.words, telling.format), telling),
    notes: (layer, { picture, words, format }) => {
      const { decision } = layer;
      const byList = layer.choice.colors === 'list' || decision !== null;
      const rule = byList ? ruleText(layer, words, format) : null;
      const disputed = decision?.disputed.some((one) => one === 1) ?? false;
      const empty = emptyListText(layer, picture, words, format);
      return [
        ...(empty === null ? [] : [empty]),
        ...(disputed ? [words.decision.layer.disputed] : []),
        ...(rule === null ? [] : [rule]),
        priorityFormula(layer, words),
        words.priority.own,
      ];
    },
    periods: (_, telling) => periodOfView(telling),
    isCut: () => false,
  },
  /** The score and its parts, or what it lacks. */
  area: (layer, index, { picture, words, format }) => {
    const lack = lackText(picture, layer, index, words);
    const rank = layer.index.rank[index] ?? 0;
    const score = scoreText(layer.index.score[index] ?? Number.NaN, format);
    return {
      value: lack ?? words.priority.score(score),
      observed: lack === null,
      parts: null,
      interval: null,
      band: null,
      crosses: null,
      rank: rank > 0 ? words.area.rank(format.count(rank), format.count(layer.scaled.complete.length)) : null,
    };
  },
  areaLines: (layer, index, { words, format }) => priorityLines(layer, index, words, format),
};

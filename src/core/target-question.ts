import type { KindRules } from './question-rule.ts';

/** How areas stand to their targets, in prevalence or in cases. */
export const targetRules: KindRules<'target'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'target',
    text: ({ measure }) => measure,
    read: (text, { indicator, known }) => {
      const asked = known.find(({ id }) => id === indicator);
      if (asked?.kind !== 'prevalence') return null;
      return text === 'rate' || text === 'count' ? { kind: 'target', measure: text } : null;
    },
  },
};

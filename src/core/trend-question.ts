import type { KindRules } from './question-rule.ts';

/** Whether the indicator falls or rises up to the period of the view. */
export const trendRules: KindRules<'trend'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'trend',
    text: () => '1',
    read: (text) => (text === '1' ? { kind: 'trend' } : null),
  },
};

import type { KindRules } from './question-rule.ts';

/** What became of hotspots up to the period of the view. */
export const emergingRules: KindRules<'emerging'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'emerging',
    text: () => '1',
    read: (text) => (text === '1' ? { kind: 'emerging' } : null),
  },
};

import { SHARE_KEYS } from './budget.ts';
import type { KindRules } from './question-rule.ts';

/** Money against burden in a year, shared amounts by a key: `2026~affected`. */
export const budgetRules: KindRules<'budget'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'bud',
    text: ({ year, key }) => `${year}~${key}`,
    read: (text) => {
      const [written = '', by, ...rest] = text.split('~');
      const key = SHARE_KEYS.find((one) => one === by);
      if (rest.length > 0 || key === undefined || !/^20\d{2}$/.test(written)) return null;
      return { kind: 'budget', year: Number(written), key };
    },
  },
};

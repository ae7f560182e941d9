import type { Indicator } from './indicator.ts';
import { indicators } from './indicator.ts';
import type { KindRules } from './question-rule.ts';

/** Whether rich and poor can be held against each other in an indicator: of children, and not of poverty itself. */
export function hasGap(indicator: Indicator): boolean {
  return (
    indicator.kind === 'prevalence' &&
    indicator.unit === 'child' &&
    indicator.conditions.every(({ dimension }) => dimension !== 'poverty')
  );
}

/** How much more common the indicator is among children of the poorest families than among those better off. */
export const gapRules: KindRules<'gap'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'gap',
    text: () => '1',
    read: (text, { indicator, known }) => {
      const asked =
        known.find(({ id }) => id === indicator) ?? indicators(1).find(({ id }) => id === indicator);
      return text === '1' && asked && hasGap(asked) ? { kind: 'gap' } : null;
    },
  },
};

import { CONVERGENCE_FORMULAS } from './convergence-score.ts';
import { parsePeriod } from './period.ts';
import type { KindRules } from './question-rule.ts';
import type { ServiceShown } from './view.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$/;

function shownIn(text: string): ServiceShown | null {
  const formula = CONVERGENCE_FORMULAS.find((one) => text === `score.${one}`);
  if (formula !== undefined) return { kind: 'score', formula };
  return ID.test(text) ? { kind: 'indicator', id: text } : null;
}

/** How a service reaches those it is for, or all of them as a score: `E17~2025-S2`, `score.mean~2025-S2`. */
export const serviceRules: KindRules<'service'> = {
  rooms: ['monitoring'],
  carriesHotspots: false,
  part: {
    key: 'svc',
    text: ({ shown, period }) => `${shown.kind === 'score' ? `score.${shown.formula}` : shown.id}~${period}`,
    read: (text) => {
      const [what = '', when = '', ...rest] = text.split('~');
      const [shown, period] = [shownIn(what), parsePeriod(when)];
      return rest.length > 0 || shown === null || period === null ? null : { kind: 'service', shown, period };
    },
  },
};

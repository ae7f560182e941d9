import type { RateThreshold } from './exceedance.ts';
import type { KindRules } from './question-rule.ts';

function readThreshold(text: string, bands: readonly number[] | null): RateThreshold | null {
  if (text === 'city') return { kind: 'city' };
  const [kind, number = '', ...rest] = text.split(':');
  const rate = /^(0\.\d{1,3})$/.test(number) ? Number(number) : Number.NaN;
  if (rest.length > 0 || !(rate > 0 && rate < 1)) return null;
  if (kind === 'own') return { kind, rate };
  return kind === 'band' && bands?.includes(rate) ? { kind, rate } : null;
}

/** How probable it is that an area's rate lies above a threshold, for instance `band:0.2`, `city`, `own:0.25`. */
export const exceedanceRules: KindRules<'exceedance'> = {
  rooms: ['map', 'data', 'clusters'],
  carriesHotspots: true,
  part: {
    key: 'exc',
    text: ({ threshold }) =>
      threshold.kind === 'city' ? threshold.kind : `${threshold.kind}:${threshold.rate}`,
    read: (text, { indicator, known }) => {
      const asked = known.find(({ id }) => id === indicator);
      if (asked?.kind !== 'prevalence') return null;
      const threshold = readThreshold(text, asked.bands);
      return threshold && { kind: 'exceedance', threshold };
    },
  },
};

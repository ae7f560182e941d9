import type { Words } from './id.ts';

/** Whether the indicator falls or rises, in English. */
export const trendEn: Words['trend'] = {
  name: 'Trend',
  leads: 'Trend of ',
  title: (what, level, period) => `Trend of ${what} by ${level}, until ${period}`,
  heading: (what) => `Trend of ${what}`,
  classes: [
    'falls, shown',
    'seems to fall, not shown',
    'neither rise nor fall seen',
    'seems to rise, not shown',
    'rises, shown',
    'too short to judge',
  ],
  short: ['falls', 'seems to fall', 'not seen', 'seems to rise', 'rises', 'too short'],
  steps: {
    month: 'months, one in three',
    quarter: 'quarters',
    semester: 'semesters',
    year: 'years',
  },
  step: { month: 'three months', quarter: 'quarter', semester: 'semester', year: 'year' },
  notes: {
    reading:
      'A rise or fall is called shown only where it holds after all areas have been looked at together (Mann-Kendall, FDR 5%).',
    least: (named) => `Areas are named from ${named} periods on; with 5 or 6 no area can be shown yet.`,
    short: (least) => `Fewer than ${least} periods: neither rise nor fall can be judged yet.`,
    months: 'Neighboring months measure nearly the same children, so that one month in three is used.',
  },
  said: (falling, rising, unclear) => `shown to fall ${falling}, to rise ${rising}; not shown ${unclear}`,
  tooShort: (n) => `${n} too short to judge`,
  series: (n, steps, first, last) => `${n} ${steps} (${first} – ${last})`,
  incomplete: (n) => `${n} incomplete`,
  slope: (points, step) => `${points} points a ${step}`,
  line: (verdict, slope, periods) => `trend: ${verdict}, ${slope}, of ${periods} periods`,
  ofPeriods: (n) => `trend: too short, ${n} periods`,
  column: (step) => `a ${step}`,
  order: 'slope of the trend',
  talk: { worse: 'Shown to become worse first', none: 'No area is shown to rise or fall yet' },
  columns: {
    verdict: 'Trend',
    slope: (step) => `Slope (points a ${step})`,
    p: 'p of the trend (Mann-Kendall)',
    q: 'p of the trend, adjusted (FDR)',
    periods: 'Periods used',
    span: 'Span of the trend',
  },
  panel: {
    falling: 'shown to fall',
    rising: 'shown to rise',
    unclear: 'not shown',
    city: (name, verdict) => `${name}: ${verdict}.`,
    verdicts: {
      none: 'no figure in this period',
      short: (n) => `${n} periods so far, cannot be judged yet`,
      unclear: (slope) => `neither rise nor fall seen (${slope})`,
      falling: (slope) => `falls (${slope})`,
      rising: (slope) => `rises (${slope})`,
    },
    named: 'Those shown',
    nobody:
      'No area is shown to rise or fall. That does not mean that nothing has changed: with few periods small changes are not seen.',
    tooShort: (n, least) =>
      `Monitoring takes at least ${least} periods of a kind; until this period there are ${n}.`,
    toData: 'Add periods in the room Data',
    quarters: 'See by quarter',
    attendance: (from, to) => `D/S of the whole: ${from} at the beginning, ${to} at the end of this span.`,
  },
};

import type { Words } from './id.ts';

/** Month by month between limits, and early alarms, in English. */
export const controlEn: Words['control'] = {
  heading: (name) => `Period by period, ${name}`,
  calm: (name) => `${name}: all periods within the usual limits.`,
  signals: (name, n, periods) =>
    `${name}: ${n} periods outside the usual (${periods}). Look at the data and at how many were measured first.`,
  head: ['Period', 'Value (n/N)', 'Limits', 'Sign'],
  kinds: {
    beyond: 'beyond the limits, look at the data',
    run: 'eight in a row on one side, look at the data',
    ewma: 'shifting slowly, look at the data',
  },
  note: (baseline) =>
    `Grey field: limits of three standard deviations from the first ${baseline} periods, with Laney’s correction. Rings: outside the usual.`,
  drift: 'Slow shift (EWMA), in standard deviations:',
  hint: 'Point at it to read.',
  readout: (period, value, limits) => `${period}: ${value}, limits ${limits}`,
  alarms: {
    heading: 'Look at the data',
    found: (n, level, month) => `${n} ${level} in ${month} are far from the half year before.`,
    none: (month) => `In ${month} no area is far from the half year before.`,
    higher: (value) => `higher than usual: ${value}`,
    lower: (value) => `lower than usual: ${value}`,
    more: (n) => `${n} more areas`,
    tooShort: (least, n) => `Early signs take ${least} months; until this period there are ${n}.`,
    note: 'Such a sign (EARS C1 and C2) means that the data are to be looked at: a slip, other children coming, or a true change. Some appear by chance alone.',
  },
};

import type { Words } from './id.ts';

/** Poor against better off, in English. */
export const gapEn: Words['gap'] = {
  name: 'Gap',
  title: (what, level, period) =>
    `Gap in ${what} between the poorest and better-off families by ${level}, ${period}`,
  heading: (what) => `Gap in ${what}`,
  classes: {
    down: 'better off higher, shown',
    unclear: 'no difference shown',
    up: (wide) => `poorest higher by < ${wide} points, shown`,
    wide: (wide) => `poorest higher by ≥ ${wide} points, shown`,
  },
  verdicts: { up: 'poorest higher', down: 'better off higher', unclear: 'not shown' },
  groups: {
    poor: 'decile 1',
    rich: 'decile 5 and above',
  },
  said: (up, down, unclear) => `poorest higher in ${up}, lower in ${down}, not shown in ${unclear}`,
  compared: 'decile 1 against decile 5 and above',
  note: 'Poorest: children of families of decile 1. Better off: decile 5 and above. Shown at an FDR of 5% among all areas.',
  line: (poor, rich, difference) =>
    `decile 1: ${poor}; decile 5 and above: ${rich}; difference ${difference} points`,
  group: (rate, n, total) => `${rate} (${n}/${total})`,
  column: 'difference',
  order: 'difference between poorest and better off',
  talk: 'Gaps that are shown, the widest first',
  talkNone: 'No area has a gap that is shown yet',
  columns: {
    difference: 'Difference of deciles 1 and 5+ (points)',
    low: 'Difference, lower 95%',
    high: 'Difference, upper 95%',
    ratio: 'Ratio of decile 1 to 5+',
    verdict: 'Gap',
    poor: 'n decile 1',
    poorAll: 'N decile 1',
    rich: 'n decile 5+',
    richAll: 'N decile 5+',
  },
  panel: {
    heading: (what, place) => `${what} by decile, ${place}`,
    sentence: (poor, rich, difference, interval) =>
      `Of families of decile 1 ${poor}, of decile 5 and above ${rich}: a difference of ${difference} points (${interval}).`,
    unknown: 'The figures of one of the groups are missing or too few, so that no difference is told.',
    measures: 'Measures of the gap',
    names: {
      difference: 'Difference, points',
      ratio: 'Ratio',
      slope: 'Slope index (SII), points',
      concentration: 'Concentration index (CIX)',
    },
    estimate: (value, low, high) => `${value} (${low} to ${high})`,
    decile: (group) => `Decile ${group}`,
    head: ['Group', 'Per cent', 'n/N', '95% interval'],
    note: 'Lines: 95% interval. A decile is an estimate of the welfare of a family; children of unknown decile take no part.',
    byDistrict: 'By kecamatan',
    place: 'Area',
    cannot:
      'A gap takes children counted by the decile of their family, and an indicator that is not poverty itself.',
  },
};

import type { Words } from './id.ts';

/** What the children who were not measured leave open, in English. */
export const unmeasuredEn: Words['unmeasured'] = {
  bounds: (low, high, who) => `Bounds with ${who}, whatever they are: ${low}–${high}%`,
  unmeasured: (unknown) => `the ${unknown} of the target not measured`,
  unknown: (unknown, unmeasured, withoutStatus) =>
    `the ${unknown} of the target not known (${unmeasured} not measured, ${withoutStatus} measured without a result)`,
  allKnown: 'All of the target measured',
  none: (why) => `No bounds for the unmeasured: ${why}`,
  reasons: {
    filtered: 'the target (S) is not broken down by the filter',
    'no-target': 'the target (S) is not known',
    'more-than-target': 'more measured than the target (S)',
  },
  stays: (name, unknown, times) =>
    `Stays in the list unless ${name} among the ${unknown} not measured is less than ${times} times that of the measured.`,
  staysAnyway: (name, unknown) => `Stays in the list, whatever ${name} is among the ${unknown} not measured.`,
  outside: (name, unknown, times) =>
    `Stays outside the list unless ${name} among the ${unknown} not measured is more than ${times} times that of the measured.`,
  outAnyway: (name, unknown) =>
    `Stays outside the list, whatever ${name} is among the ${unknown} not measured.`,
};

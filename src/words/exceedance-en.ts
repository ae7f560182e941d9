import type { Words } from './id.ts';

/** How probable it is that a rate lies above a threshold, in English. */
export const exceedanceEn: Words['exceedance'] = {
  title: (what, threshold, level, period) =>
    `Probability of ${what} above ${threshold} by ${level}, ${period}`,
  heading: (what, threshold) => `Probability of ${what} above ${threshold}`,
  thresholds: {
    band: (rate) => `threshold ${rate} (WHO/UNICEF)`,
    city: (rate) => `threshold ${rate} (rate of the whole)`,
    own: (rate) => `threshold ${rate} (your own)`,
  },
  classes: ['< 5%', '5–20%', '20–80%', '80–95%', '> 95%'],
  notes: {
    reading:
      'Above 80%: probably above the threshold; below 20%: probably not; between, it cannot be said (Richardson et al. 2004).',
    how: 'Rates of areas with a small denominator are drawn towards the rate of the whole (beta-binomial).',
    same: 'the figures do not tell the areas apart',
  },
  area: (threshold, probability) => `probability above ${threshold}: ${probability}`,
  below: (edge) => `< ${edge}`,
  above: (edge) => `> ${edge}`,
  column: 'probability, %',
  order: 'probability above the threshold',
  talk: (threshold) => `By the probability above ${threshold}`,
  columns: {
    probability: 'Probability above the threshold (%)',
    class: 'Class of probability',
    threshold: 'Threshold of the probability (%)',
    origin: 'Origin of the threshold',
  },
  options: {
    band: (rate) => `probability above ${rate}`,
    bandNote: (band) => `WHO/UNICEF, from “${band}”`,
    city: 'probability above the rate of the whole',
    own: 'probability above a threshold of your own',
  },
  leads: 'Probability of ',
  aboveRate: (threshold) => `above ${threshold}`,
  aboveCity: 'above the rate of the whole',
  phrase: (threshold) => `probability above ${threshold}`,
  field: 'Own threshold, %',
  fault: 'Write a number between 0 and 100, such as 25 or 27.5.',
};

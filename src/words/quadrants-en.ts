import type { Words } from './id.ts';

/** Two figures against each other, in English. */
export const quadrantsEn: Words['quadrants'] = {
  heading: (y, x) => `Quadrants: ${y} × ${x}`,
  pair: {
    label: 'What is compared',
    burden: 'Prevalence × number of cases',
    two: 'Two indicators',
  },
  y: 'Vertical',
  x: 'Horizontal',
  rateOption: (name) => `${name}, %`,
  countOption: (name) => `${name}, number of cases`,
  names: {
    rateCount: {
      both: 'high and many',
      onlyRate: 'high, few',
      onlyCount: 'low, many',
      neither: 'low and few',
    },
    rates: { both: 'both high', neither: 'both low' },
    counts: { both: 'both many', neither: 'both few' },
    only: (name) => `only ${name}`,
  },
  summary: (count, level) => `${count} ${level} are drawn.`,
  areas: (name, count, level) => `${name}: ${count} ${level}.`,
  held: (name, count, level, parts) => `${name}: ${count} ${level}, with ${parts}.`,
  parts: (cases, total, people, share) => `${cases} of ${total} ${people} (${share})`,
  partsOnly: (cases, people) => `${cases} ${people}`,
  outside: (parts) => `Not in the drawing: ${parts}.`,
  noLine: 'The city has no value, so there are no quadrants until you set a line.',
  size: (what) => `The larger the circle, the larger the denominator (N) of ${what}; colors as on the map.`,
  grid: 'The darker the square, the more areas.',
  line: {
    mean: (value) => `mean ${value}`,
    own: (value) => `line ${value}`,
  },
  rule: {
    rateCity: (name, value) => `${name} high: above the value of the city (${value}).`,
    rateOwn: (name, value) => `${name} high: above your own line (${value}).`,
    countMean: (name, value, level) => `${name} many: above the mean of a ${level} (${value}).`,
    countOwn: (name, value) => `${name} many: above your own line (${value}).`,
    convention: 'This division is a habit of the program, not a rule of government; the lines can be moved.',
  },
  pick: (level) => `Number of ${level} by quadrant; press to select them on the map and in the table`,
  pickCases: (level, total, people) =>
    `Number of ${level} by quadrant and their share of ${total} ${people}; press to select them on the map and in the table`,
  share: (cases, share) => `${cases} cases · ${share}`,
  cases: (cases) => `${cases} cases`,
  lines: {
    heading: 'Lines of the quadrants',
    reset: 'Reset the lines',
  },
  quadrant: 'Quadrant',
};

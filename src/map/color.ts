import type { Polarity } from '#core/indicator.ts';
import { invariant } from '#core/problem.ts';

/** More classes than this cannot be told apart; no palette has them. */
export const MAXIMUM_CLASSES = 9;

/** YlOrBr (Brewer), light to dark: problems. Position k - 1 holds the palette of k classes. */
const WARM = [
  ['#fe9929'],
  ['#fed98e', '#d95f0e'],
  ['#fff7bc', '#fec44f', '#d95f0e'],
  ['#ffffd4', '#fed98e', '#fe9929', '#cc4c02'],
  ['#ffffd4', '#fed98e', '#fe9929', '#d95f0e', '#993404'],
  ['#ffffd4', '#fee391', '#fec44f', '#fe9929', '#d95f0e', '#993404'],
  ['#ffffd4', '#fee391', '#fec44f', '#fe9929', '#ec7014', '#cc4c02', '#8c2d04'],
  ['#ffffe5', '#fff7bc', '#fee391', '#fec44f', '#fe9929', '#ec7014', '#cc4c02', '#8c2d04'],
  ['#ffffe5', '#fff7bc', '#fee391', '#fec44f', '#fe9929', '#ec7014', '#cc4c02', '#993404', '#662506'],
] as const;

/** One blue hue at even steps of OKLab lightness, light to dark: achievement, never told by hue from good or bad. */
const COOL = [
  ['#3f93b4'],
  ['#8cc3d8', '#0f6285'],
  ['#d6eaf2', '#3f93b4', '#06324a'],
  ['#d6eaf2', '#74b3cc', '#217294', '#06324a'],
  ['#d6eaf2', '#8cc3d8', '#3f93b4', '#0f6285', '#06324a'],
  ['#d6eaf2', '#9bcbdd', '#60a6c2', '#2d7fa1', '#0d5879', '#06324a'],
  ['#d6eaf2', '#a5d0e1', '#74b3cc', '#3f93b4', '#217294', '#0c5171', '#06324a'],
  ['#d6eaf2', '#acd4e3', '#82bcd3', '#57a1be', '#3285a6', '#17698c', '#0b4d6b', '#06324a'],
  ['#d6eaf2', '#b1d6e5', '#8cc3d8', '#67abc6', '#3f93b4', '#297a9c', '#0f6285', '#0a4967', '#06324a'],
] as const;

/**
 * Colors by class, light to dark, `#rrggbb`; class 0 (the smallest values) is the lightest in both hues.
 * The hue says how to read darkness: warm is more of a problem, cool is more achieved.
 * @param classes 1 to MAXIMUM_CLASSES.
 */
export function paletteFor(classes: number, polarity: Polarity): readonly string[] {
  const palette = (polarity === 'more-is-worse' ? WARM : COOL)[classes - 1];
  invariant(palette !== undefined, `no palette of ${classes} classes`);
  return palette;
}

/**
 * Two indicators over each other (Grossenbacher & Zehr, DkViolet): at 3 * row + column, the first indicator grows along
 * the row towards red, the second from row to row towards blue, both together towards violet black.
 */
export const OVERLAY_PALETTE = [
  '#cabed0',
  '#bc7c8f',
  '#ae3a4e',
  '#89a1c8',
  '#806a8a',
  '#77324c',
  '#4885c1',
  '#435786',
  '#3f2949',
] as const;

/**
 * Three problems at once, at the sum of 1 for the first, 2 for the second and 4 for the third: none, three hues, their
 * mixtures, near black. The more problems the darker; CIEDE2000 of any two is 15 or more for every eye (our own).
 */
export const REGION_PALETTE = [
  '#f5e6d6',
  '#d4849a',
  '#b3b46c',
  '#a5461a',
  '#5fb4de',
  '#6d559f',
  '#22705c',
  '#2b2412',
] as const;

/** Better to worse, from blue over paper to red; the same distance from the middle is the same darkness. */
const CHANGE = ['#2166ac', '#67a9cf', '#bfdcec', '#e8e3d7', '#fbc9ae', '#ef8a62', '#b2182b'] as const;

/** Colors of the seven classes of a change, from the strongest fall to the strongest rise: red is for the worse. */
export function changePalette(polarity: Polarity): readonly string[] {
  return polarity === 'more-is-worse' ? CHANGE : [...CHANGE].reverse();
}

const PALE = 0.7;

/** A color mixed with white, for what is there without evidence. @param hex `#rrggbb`. */
export function pale(hex: string): string {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(value + PALE * (255 - value))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** WCAG 2 relative luminance, 0 to 1, of `#rrggbb`. */
export function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

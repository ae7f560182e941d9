import { describe, expect, it } from 'vitest';
import {
  changePalette,
  luminance,
  MAXIMUM_CLASSES,
  OVERLAY_PALETTE,
  pale,
  paletteFor,
  REGION_PALETTE,
} from '#map/color.ts';
import { STATUS_PATTERNS } from '#map/status-pattern.ts';
import { colorDifference, labDifference, lightness, VISIONS, type Vision } from './color-difference.ts';

const COUNTS = Array.from({ length: MAXIMUM_CLASSES }, (_, k) => k + 1);
const SEA = '#eef0ec';

function smallestDifference(palette: readonly string[], vision: Vision): number {
  const pairs = palette.flatMap((a, i) => palette.slice(i + 1).map((b) => colorDifference(a, b, vision)));
  return Math.min(...pairs);
}

describe('the yardstick', () => {
  it('agrees with the published pairs of CIEDE2000', () => {
    expect(labDifference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(labDifference([50, 2.5, 0], [61, -5, 29])).toBeCloseTo(22.8977, 4);
    expect(labDifference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });
});

describe.each(['more-is-worse', 'more-is-better'] as const)('the palette where %s', (polarity) => {
  it.each(COUNTS)('of %i classes darkens from class to class', (classes) => {
    const palette = paletteFor(classes, polarity);
    expect(palette).toHaveLength(classes);
    palette.forEach((color, k) => {
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
      if (k > 0) expect(luminance(color)).toBeLessThan(luminance(palette[k - 1]!));
    });
  });

  it.each([2, 3, 4, 5])('of %i classes is told apart by every eye', (classes) => {
    for (const vision of VISIONS)
      expect(smallestDifference(paletteFor(classes, polarity), vision)).toBeGreaterThan(11);
  });

  it.each([6, 7, 8, 9])('of %i classes is still told apart', (classes) => {
    for (const vision of VISIONS)
      expect(smallestDifference(paletteFor(classes, polarity), vision)).toBeGreaterThan(5);
  });

  it('of five classes survives a grey print', () => {
    const greys = paletteFor(5, polarity).map(lightness);
    greys.slice(1).forEach((grey, k) => {
      expect(greys[k]! - grey).toBeGreaterThan(10);
    });
  });

  it('stands out from the sea, and is no color of a status', () => {
    const grounds = Object.values(STATUS_PATTERNS).map((pattern) => pattern.ground);
    for (const color of paletteFor(5, polarity)) {
      expect(colorDifference(color, SEA)).toBeGreaterThan(8);
      for (const ground of grounds) expect(colorDifference(color, ground)).toBeGreaterThan(8);
    }
  });
});

describe.each([
  ['of two indicators', OVERLAY_PALETTE],
  ['of change', changePalette('more-is-worse')],
  ['of three problems', REGION_PALETTE],
] as const)('the palette %s', (_, palette) => {
  it('is told apart by every eye', () => {
    for (const vision of VISIONS) expect(smallestDifference(palette, vision)).toBeGreaterThan(8.5);
  });

  it('stands out from the sea, and is no color of a status', () => {
    const grounds = Object.values(STATUS_PATTERNS).map((pattern) => pattern.ground);
    for (const color of palette) {
      expect(colorDifference(color, SEA)).toBeGreaterThan(5);
      for (const ground of grounds) expect(colorDifference(color, ground)).toBeGreaterThan(5);
    }
  });
});

it('paints more problems darker, and keeps 15 between any two of the eight combinations', () => {
  const light = (...classes: number[]) => classes.map((k) => lightness(REGION_PALETTE[k] ?? '#000000'));
  const [none, one, two, three] = [light(0), light(1, 2, 4), light(3, 5, 6), light(7)];
  expect(Math.min(...none)).toBeGreaterThan(Math.max(...one) + 15);
  expect(Math.min(...one)).toBeGreaterThan(Math.max(...two) + 15);
  expect(Math.min(...two)).toBeGreaterThan(Math.max(...three) + 15);
  for (const vision of VISIONS) expect(smallestDifference(REGION_PALETTE, vision)).toBeGreaterThan(15);
});

it('paints a change for the worse red, whichever way worse lies', () => {
  const [rise, fall] = [changePalette('more-is-worse').at(-1), changePalette('more-is-better').at(0)];
  expect([rise, fall]).toEqual(['#b2182b', '#b2182b']);
  const darkness = changePalette('more-is-worse').map(lightness);
  darkness.forEach((light, k) => {
    expect(Math.abs(light - darkness[6 - k]!)).toBeLessThan(5);
  });
});

it('paints a change without evidence lighter than any that is shown, and no color of a status', () => {
  const strong = changePalette('more-is-worse').filter((_, k) => k !== 3);
  const weak = strong.map(pale);
  for (const [k, color] of weak.entries()) {
    expect(lightness(color)).toBeGreaterThan(lightness(strong[k] ?? '') + 3);
    expect(lightness(color)).toBeGreaterThan(76);
    for (const { ground } of Object.values(STATUS_PATTERNS)) {
      expect(colorDifference(color, ground)).toBeGreaterThan(3);
    }
  }
});

it('keeps the five bands that were checked', () => {
  expect(paletteFor(5, 'more-is-worse')).toEqual(['#ffffd4', '#fed98e', '#fe9929', '#d95f0e', '#993404']);
});

it('refuses more classes than can be told apart', () => {
  expect(() => paletteFor(10, 'more-is-worse')).toThrow('no palette of 10 classes');
  expect(() => paletteFor(0, 'more-is-worse')).toThrow();
});

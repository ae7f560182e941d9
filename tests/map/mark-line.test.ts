import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaIndex, LonLat } from '#core/area.ts';
import type { MarkStrength } from '#map/mark-kind.ts';
import { markLines, ringLines } from '#map/mark-line.ts';
import type { LinkMark, RingMark } from '#map/scene-marks.ts';
import { squares } from './squares.ts';

const { boundaries } = squares(4, 4);
const ring = (index: number, color = '#b2182b', strength: MarkStrength = 'strong'): RingMark => ({
  index: index as AreaIndex,
  color,
  strength,
});
const sides = (lines: readonly (readonly unknown[])[]) =>
  lines.reduce((sum, line) => sum + line.length - 1, 0);

const anyRings = fc.array(
  fc.record({
    color: fc.constantFrom('#b2182b', '#2166ac'),
    strength: fc.constantFrom<MarkStrength>('strong', 'medium', 'weak'),
  }),
  { minLength: 16, maxLength: 16 },
);

describe('rings', () => {
  it('of touching areas of one color and strength are one outline', () => {
    const [group, ...others] = ringLines([ring(0), ring(1), ring(4)], boundaries);
    expect(others).toEqual([]);
    expect(group!.lines).toHaveLength(1);
    expect(sides(group!.lines)).toBe(8);
  });

  it('of another color or strength stay apart, the stronger above', () => {
    const groups = ringLines([ring(0), ring(1, '#2166ac'), ring(2, '#b2182b', 'weak')], boundaries);
    expect(groups.map(({ color, look }) => [color, look.dash === null])).toEqual([
      ['#b2182b', false],
      ['#b2182b', true],
      ['#2166ac', true],
    ]);
  });

  it('enclose what they mark, whatever else is marked and in any order', () => {
    fc.assert(
      fc.property(anyRings, fc.boolean(), (looks, turned) => {
        const rings = looks.map(({ color, strength }, i) => ring(i, color, strength));
        const groups = ringLines(turned ? [...rings].reverse() : rings, boundaries);
        const kinds = new Set(looks.map(({ color, strength }) => color + strength));
        expect(groups).toHaveLength(kinds.size);
        const alike = (a: number, b: number) =>
          looks[a]!.color === looks[b]!.color && looks[a]!.strength === looks[b]!.strength;
        let shared = 0;
        for (let i = 0; i < 16; i++) {
          if (i % 4 < 3 && alike(i, i + 1)) shared++;
          if (i < 12 && alike(i, i + 4)) shared++;
        }
        expect(groups.reduce((sum, { lines }) => sum + sides(lines), 0)).toBe(16 * 4 - 2 * shared);
      }),
    );
  });

  it('around an area that is not there are our own mistake', () => {
    expect(() => ringLines([ring(16)], boundaries)).toThrow('area 16 of 16');
  });
});

describe('marks', () => {
  it('have pale lines in ink and dark ones in white', () => {
    const [pale, dark] = ringLines([ring(0, '#f4a582', 'weak'), ring(1)], boundaries);
    expect(pale!.casingColor).toBe('#1f1f1c');
    expect(dark!.casingColor).toBe('#ffffff');
  });

  it('tell each kind of link apart by more than its color', () => {
    const at: LonLat = [123.5, -10.2];
    const kinds: LinkMark['kind'][] = ['touching', 'attached', 'added', 'cut'];
    const links = kinds.map((kind) => ({ from: at, to: at, kind }));
    const looks = markLines({ rings: [], symbols: [], links, zones: [], places: [] }, boundaries).map(
      ({ look }) => look,
    );
    expect(new Set(looks.map(({ width, dash }) => `${width} ${dash}`)).size).toBe(4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '#map/svg-label.ts';

const FRAME = { width: 400, height: 300 };
const widthOf = (text: string, size: number) => text.length * size * 0.5;
const candidate = fc.record({
  text: fc.constantFrom('Oesapa', 'Kelapa Lima', 'Penkase Oeleta', 'Air Mata'),
  x: fc.double({ min: -50, max: 450, noNaN: true }),
  y: fc.double({ min: -50, max: 350, noNaN: true }),
  size: fc.constantFrom(12, 14),
});

describe('names on the SVG map', () => {
  it('never overlap, never leave the frame, and are as written', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), (candidates) => {
        const placed = placeLabels(candidates, FRAME, widthOf);
        for (const [k, { box, lines, text }] of placed.entries()) {
          expect(lines.join(' ')).toBe(text);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(FRAME.width);
          for (const other of placed.slice(k + 1)) {
            const apart =
              box.x + box.width <= other.box.x ||
              other.box.x + other.box.width <= box.x ||
              box.y + box.height <= other.box.y ||
              other.box.y + other.box.height <= box.y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('gives the place to who comes first', () => {
    const at = { x: 200, y: 150, size: 12 };
    const placed = placeLabels(
      [
        { text: 'Solor', ...at },
        { text: 'Tode Kisar', ...at },
      ],
      FRAME,
      widthOf,
    );
    expect(placed.map(({ text }) => text)).toEqual(['Solor']);
  });

  it('breaks long names into lines', () => {
    const [placed] = placeLabels(
      [{ text: 'Penkase Oeleta', x: 200, y: 150, size: 12 }],
      FRAME,
      (text, size) => (text.length > 7 ? size * 9 : size * 4),
    );
    expect(placed?.lines).toEqual(['Penkase', 'Oeleta']);
  });
});

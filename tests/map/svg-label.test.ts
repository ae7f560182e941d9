import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeDiscs, placeLabels } from '#map/svg-label.ts';

const FRAME = { width: 400, height: 300 };
const widthOf = (text: string, size: number) => text.length * size * 0.5;
const candidate = fc.record({
  text: fc.constantFrom('Oesapa', 'Kelapa Lima', 'Penkase Oeleta', 'Air Mata'),
  x: fc.double({ min: -50, max: 450, noNaN: true }),
  y: fc.double({ min: -50, max: 350, noNaN: true }),
  size: fc.constantFrom(12, 14),
  number: fc.constant(null),
});
const told = fc.record({
  text: fc.constantFrom('Bello', 'Bakunase', 'Naioni'),
  x: fc.double({ min: -20, max: 420, noNaN: true }),
  y: fc.double({ min: -20, max: 320, noNaN: true }),
  size: fc.constantFrom(12.5, 25),
  number: fc.integer({ min: 1, max: 120 }),
});

describe('names on the SVG map', () => {
  it('never overlap, never leave the frame, and are as written', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), (candidates) => {
        const placed = placeLabels(candidates, FRAME, widthOf);
        for (const [k, { box, lines, candidate: own }] of placed.entries()) {
          expect(lines.join(' ')).toBe(own.text);
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

  it('never lie under what stands over the map, while discs stay', () => {
    const legend = { x: 0, y: 150, width: 200, height: 150 };
    const scale = { x: 280, y: 260, width: 120, height: 40 };
    fc.assert(
      fc.property(fc.array(fc.oneof(candidate, told), { maxLength: 40 }), (candidates) => {
        const placed = placeLabels(candidates, FRAME, widthOf, [legend, scale]);
        for (const { lines, box } of placed.filter((label) => label.lines.length > 0))
          for (const over of [legend, scale]) {
            const apart =
              box.x >= over.x + over.width ||
              over.x >= box.x + box.width ||
              box.y >= over.y + over.height ||
              over.y >= box.y + box.height;
            expect(apart, lines.join(' ')).toBe(true);
          }
        const free = placeLabels(candidates, FRAME, widthOf);
        expect(placed.flatMap(({ disc }) => disc ?? [])).toEqual(free.flatMap(({ disc }) => disc ?? []));
      }),
    );
  });

  it('gives the place to who comes first', () => {
    const at = { x: 200, y: 150, size: 12, number: null };
    const placed = placeLabels(
      [
        { text: 'Solor', ...at },
        { text: 'Tode Kisar', ...at },
      ],
      FRAME,
      widthOf,
    );
    expect(placed.map(({ candidate: { text } }) => text)).toEqual(['Solor']);
  });

  it('a told area never gives way to one that is not, and always bears its number', () => {
    fc.assert(
      fc.property(
        fc.array(told, { maxLength: 12 }),
        fc.array(candidate, { maxLength: 40 }),
        (list, others) => {
          const alone = placeLabels(list, FRAME, widthOf);
          const among = placeLabels([...others, ...list], FRAME, widthOf);
          expect(among.filter(({ candidate: { number } }) => number !== null)).toEqual(alone);
          const seen = list.filter(({ x, y }) => x >= 0 && y >= 0 && x <= FRAME.width && y <= FRAME.height);
          expect(alone.map(({ disc }) => disc?.text)).toEqual(seen.map(({ number }) => String(number)));
        },
      ),
    );
  });

  it('an area that reported in part always bears its sign, beside its number where it is told', () => {
    const content = fc.record({ number: fc.option(fc.integer({ min: 1, max: 120 })), partial: fc.boolean() });
    const partly = fc.array(
      fc.tuple(told, content).map(([own, more]) => ({ ...own, ...more })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(partly, (candidates) => {
        const inside = candidates.map((own) => ({
          ...own,
          x: Math.min(380, Math.max(20, own.x)),
          y: Math.min(280, Math.max(20, own.y)),
        }));
        const placed = placeLabels(inside, FRAME, widthOf);
        for (const { candidate: own, disc } of placed) {
          expect(disc?.sign != null).toBe(own.partial);
          expect(disc?.text ?? '').toBe(own.number === null ? '' : String(own.number));
        }
        const wanted = inside.filter(({ number, partial }) => partial || number !== null).length;
        expect(placed.filter(({ disc }) => disc !== null)).toHaveLength(wanted);
      }),
    );
  });

  it('where there is no room on the right a told name stands on another side of its disc', () => {
    const [placed] = placeLabels(
      [{ text: 'Bakunase', x: 380, y: 150, size: 12.5, number: 8 }],
      FRAME,
      widthOf,
    );
    expect(placed?.lines).toEqual(['Bakunase']);
    expect((placed?.box.x ?? 400) + (placed?.box.width ?? 0)).toBeLessThan(380);
  });

  it('breaks long names into lines', () => {
    const [placed] = placeLabels(
      [{ text: 'Penkase Oeleta', x: 200, y: 150, size: 12, number: null }],
      FRAME,
      (text, size) => (text.length > 7 ? size * 9 : size * 4),
    );
    expect(placed?.lines).toEqual(['Penkase', 'Oeleta']);
  });
});

describe('the discs of a small map', () => {
  const SMALL = { width: 160, height: 130 };
  const near = fc.record({
    x: fc.double({ min: 60, max: 100, noNaN: true }),
    y: fc.double({ min: 40, max: 90, noNaN: true }),
    size: fc.constant(9.5),
  });

  it('are all drawn, in order, one beside another where their places are one', () => {
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 4 }), (places) => {
        const numbered = places.map((place, k) => ({ ...place, number: k + 1 }));
        const discs = placeDiscs([...numbered, { x: 1, y: 1, size: 9.5, number: null }], SMALL);
        expect(discs.map(({ text }) => text)).toEqual(numbered.map(({ number }) => String(number)));
        for (const [k, a] of discs.entries())
          for (const b of discs.slice(k + 1)) {
            const across = Math.abs(a.x - b.x) >= a.halfWidth + b.halfWidth;
            const down = Math.abs(a.y - b.y) >= a.radius + b.radius;
            expect(across || down, `${a.text} over ${b.text}`).toBe(true);
          }
      }),
    );
  });
});

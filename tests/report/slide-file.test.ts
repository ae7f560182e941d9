import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { clippedLine, clippedRing } from '#report/line-clipping.ts';
import { pathLines } from '#report/path-lines.ts';
import type { SlideDeck } from '#report/slide-deck.ts';
import { slideFile } from '#report/slide-file.ts';
import { officeFaults } from '#tests/office-file.ts';

const square = [10, 10, 20, 10, 20, 20, 10, 20];
const deck = (text: string): SlideDeck => ({
  title: text,
  locale: 'id-ID',
  properties: { Sumber: text },
  slides: [
    {
      items: [
        {
          kind: 'text',
          name: text,
          text,
          box: { x: 0, y: 0, width: 100, height: 20 },
          font: { size: 22, weight: 650 },
          color: '#1f1f1c',
          align: 'left',
          ground: null,
          isTitle: true,
        },
        {
          kind: 'shape',
          name: text,
          about: `${text}: 18,4 %`,
          lines: [{ points: square, closed: true }],
          fill: { ground: '#ffffff', ink: '#000000', pattern: 'crossed' },
          stroke: { color: '#000000', width: 1, isDashed: true },
        },
        {
          kind: 'table',
          name: text,
          box: { x: 0, y: 0, width: 100, height: 20 },
          columns: [{ header: text, width: 50, isNumber: false }],
          rows: [[text], ['']],
          font: { size: 12, weight: 400 },
        },
      ],
    },
    { items: [] },
  ],
});

describe('a file of slides', () => {
  it('has every part that it names, ids of their own, and no number that is none, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(officeFaults(slideFile(deck(text)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same deck', () => {
    expect(Buffer.compare(slideFile(deck('a')), slideFile(deck('a')))).toBe(0);
  });

  it('keeps its texts texts, and tells its shapes', () => {
    const slide = strFromU8(unzipSync(slideFile(deck('A & <B>')))['ppt/slides/slide1.xml']!);
    expect(slide).toContain('<a:t>A &amp; &lt;B&gt;</a:t>');
    expect(slide).toContain('descr="A &amp; &lt;B&gt;: 18,4 %"');
    expect(slide).toContain('<p:ph type="title"/>');
    expect(slide).toContain('prst="diagCross"');
  });

  it('is seen to be wrong where a part is missing or an id is there twice', () => {
    const parts = unzipSync(slideFile(deck('a')));
    const slide = strFromU8(parts['ppt/slides/slide1.xml']!)
      .replace('id="3"', 'id="2"')
      .replace('x="0"', 'x="NaN"');
    const { 'ppt/theme/theme1.xml': _, ...rest } = parts;
    expect(officeFaults({ ...rest, 'ppt/slides/slide1.xml': new TextEncoder().encode(slide) })).toEqual(
      expect.arrayContaining([
        'no part ppt/theme/theme1.xml',
        'ppt/slides/slide1.xml: id 2 twice',
        'ppt/slides/slide1.xml: NaN',
      ]),
    );
  });
});

describe('lines of a path', () => {
  it('are its corners, relative ones too', () => {
    expect(pathLines('M1,2h3v4h-3z')).toEqual([{ points: [1, 2, 4, 2, 4, 6, 1, 6], closed: true }]);
    expect(pathLines('M0,0L1,1M5,5H6')).toEqual([
      { points: [0, 0, 1, 1], closed: false },
      { points: [5, 5, 6, 5], closed: false },
    ]);
  });

  it('follow the circle of an arc', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.integer({ min: -900, max: 900 }),
        (r, at) => {
          const [line] = pathLines(
            `M${at - r},${at}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`,
          );
          const { points = [] } = line ?? {};
          expect(points.length).toBeGreaterThan(40);
          for (let k = 0; k < points.length; k += 2)
            expect(Math.hypot(points[k]! - at, points[k + 1]! - at)).toBeCloseTo(r, 4);
        },
      ),
    );
  });

  it('are not guessed at where a command is not known', () => {
    expect(() => pathLines('M0,0C1,1 2,2 3,3')).toThrow('path command C');
  });
});

describe('clipping', () => {
  const box = { x: 0, y: 0, width: 100, height: 50 };
  const place = fc.integer({ min: -150, max: 250 });
  const points = fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 12 }).map((all) => all.flat());
  const area = (ring: readonly number[]): number => {
    let sum = 0;
    for (let k = 0; k < ring.length; k += 2)
      sum += ring.at(k - 2)! * ring[k + 1]! - ring[k]! * ring.at(k - 1)!;
    return sum / 2;
  };
  const isWithin = (all: readonly number[]) =>
    all.every((value, k) => value >= -1e-6 && value <= (k % 2 === 0 ? 100 : 50) + 1e-6);

  it('leaves nothing outside, and all that is inside as it was', () => {
    fc.assert(
      fc.property(points, (ring) => {
        expect(isWithin(clippedRing(ring, box))).toBe(true);
        for (const closed of [true, false])
          for (const piece of clippedLine({ points: ring, closed }, box))
            expect(isWithin(piece.points)).toBe(true);
        if (!isWithin(ring)) return;
        expect(clippedRing(ring, box)).toEqual(ring);
        expect(clippedLine({ points: ring, closed: true }, box)).toEqual([{ points: ring, closed: true }]);
      }),
    );
  });

  it('splits the area of a rectangle exactly', () => {
    fc.assert(
      fc.property(place, place, place, place, (x1, y1, x2, y2) => {
        const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
        const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
        const across = Math.max(0, Math.min(100, right) - Math.max(0, left));
        const down = Math.max(0, Math.min(50, bottom) - Math.max(0, top));
        const clipped = clippedRing([left, top, right, top, right, bottom, left, bottom], box);
        expect(Math.abs(area(clipped))).toBeCloseTo(across * down, 6);
      }),
    );
  });

  it('leaves of a line what a walk along it finds inside', () => {
    fc.assert(
      fc.property(place, place, place, place, (ax, ay, bx, by) => {
        const pieces = clippedLine({ points: [ax, ay, bx, by], closed: false }, box);
        const length = pieces.reduce(
          (sum, { points: [x = 0, y = 0, u = 0, w = 0] }) => sum + Math.hypot(u - x, w - y),
          0,
        );
        let inside = 0;
        for (let k = 0; k < 2000; k++) {
          const at = (k + 0.5) / 2000;
          if (isWithin([ax + (bx - ax) * at, ay + (by - ay) * at])) inside += 1;
        }
        const whole = Math.hypot(bx - ax, by - ay);
        expect(Math.abs(length - (inside / 2000) * whole)).toBeLessThanOrEqual(whole / 500 + 1e-9);
      }),
    );
  });
});

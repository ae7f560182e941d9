import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A4_SHEET, layoutSheet, PAPER_SHEET, SCREEN_SHEET, type SheetContent } from '#report/map-sheet.ts';
import { roundLength, scaleItems } from '#report/scale-bar.ts';
import { type Box, type MeasureText, type SheetItem, type TextItem, wrapText } from '#report/sheet-item.ts';

/** Every letter half as wide as its size. */
const measure: MeasureText = (text, { size }) => text.length * size * 0.5;

const CONTENT: SheetContent = {
  title: 'Prevalensi stunting per kelurahan, September 2026',
  parts: '51 kelurahan, semua melapor · 2.528 dari 15.550 balita diukur',
  mark: { text: 'INTERNAL: jangan disebarkan', strong: true },
  legend: {
    heading: 'Stunting, % balita diukur',
    grid: null,
    classes: [
      { label: '≥ 30,0 sangat tinggi', count: '3', look: '#993404' },
      { label: '< 30,0', count: '48', look: '#ffffd4' },
    ],
    statuses: [
      {
        label: 'tidak melapor',
        count: '0',
        look: {
          ground: '#ffffff',
          path: null,
          stroke: '#555555',
          strokeWidth: 0,
          edge: '#555555',
          edgeDash: [3, 2],
        },
      },
    ],
    ringsHeading: null,
    places: [],
    rings: [],
    notes: ['jumlah kelurahan · September 2026'],
  },
  list: null,
  footer: ['Sumber: Penimbangan', 'Kota Contoh · Batas skematik, bukan batas resmi'],
};

const texts = (items: readonly SheetItem[]) => items.filter((item): item is TextItem => item.kind === 'text');

function boxOf({ text, x, y, font, align }: TextItem): Box {
  const width = measure(text, font);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { x: left, y: y - font.size, width, height: font.size * 1.2 };
}

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1e-9 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-9;

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each([
  ['screen', SCREEN_SHEET],
  ['A4', A4_SHEET],
  ['paper', PAPER_SHEET],
])('a sheet for the %s', (_, size) => {
  const sheet = layoutSheet(CONTENT, size, measure);
  const page: Box = { x: 0, y: 0, ...size };

  it('says everything it was given, once', () => {
    const said = texts(sheet.items).map(({ text }) => text);
    for (const text of [
      CONTENT.title,
      CONTENT.mark?.text,
      '≥ 30,0 sangat tinggi',
      '48',
      'tidak melapor',
      'Sumber: Penimbangan',
    ])
      expect(said.filter((own) => own === text)).toHaveLength(1);
    expect(said.join(' ')).toContain(CONTENT.parts);
    expect(sheet.items.filter(({ kind }) => kind === 'image')).toHaveLength(1);
  });

  it('keeps every text on the page, clear of the map and of the others', () => {
    const boxes = texts(sheet.items).map(boxOf);
    for (const [k, box] of boxes.entries()) {
      expect(within(box, page)).toBe(true);
      expect(apart(box, sheet.map)).toBe(true);
      for (const other of boxes.slice(k + 1)) expect(apart(box, other)).toBe(true);
    }
  });

  it('gives the map most of the page', () => {
    expect(within(sheet.map, page)).toBe(true);
    expect((sheet.map.width * sheet.map.height) / (size.width * size.height)).toBeGreaterThan(0.5);
  });
});

describe('a sheet', () => {
  it('has no mark where there is nothing to mark', () => {
    const said = texts(layoutSheet({ ...CONTENT, mark: null }, A4_SHEET, measure).items);
    expect(said.map(({ text }) => text).join(' ')).not.toContain('INTERNAL');
  });

  it('shows nine cells with their counts, low and low in the lower left corner', () => {
    const cells = Array.from({ length: 9 }, (_, k) => ({ color: `#00000${k}`, count: `${k}` }));
    const axis = { name: 'Stunting', edges: ['10,0', '20,0'] };
    const legend = { ...CONTENT.legend, classes: [], grid: { across: axis, up: axis, cells } };
    const { items } = layoutSheet({ ...CONTENT, legend }, A4_SHEET, measure);
    const boxes = items.flatMap((item) =>
      item.kind === 'box' && item.fill?.startsWith('#00000')
        ? [{ ...item.box, k: Number(item.fill.slice(6)) }]
        : [],
    );
    expect(boxes).toHaveLength(9);
    const at = (k: number) => boxes.find((box) => box.k === k);
    expect(at(2)?.x).toBeGreaterThan(at(0)?.x ?? 0);
    expect(at(2)?.y).toBe(at(0)?.y);
    expect(at(6)?.y).toBeLessThan(at(0)?.y ?? 0);
    expect(at(6)?.x).toBe(at(0)?.x);
  });

  it('wraps without losing or joining words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        const font = { size: 10, weight: 400 } as const;
        const lines = wrapText(words.join(' '), 80, font, measure);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(measure(line, font) <= 80 || !line.includes(' ')).toBe(true);
      }),
    );
  });
});

describe('the scale bar', () => {
  it('is a round length and as long as it says', () => {
    const map: Box = { x: 0, y: 0, width: 800, height: 600 };
    const words = { kilometers: 'km', meters: 'm', north: 'U' };
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10_000, noNaN: true }), (metersPerPixel) => {
        const items = scaleItems({ map, unscaled: false }, metersPerPixel, words);
        const path = items.find((item) => item.kind === 'path');
        const [, left = '', right = ''] =
          (path?.kind === 'path' && /^M([\d.]+),.*H([\d.]+)V/.exec(path.path)) || [];
        const [length = '', unit] = (texts(items)[0]?.text ?? '').split(' ');
        const meters = Number(length) * (unit === 'km' ? 1000 : 1);
        expect((Number(right) - Number(left)) * metersPerPixel).toBeCloseTo(meters, -Math.log10(meters) + 5);
        expect(Number(right) - Number(left)).toBeLessThanOrEqual(120.001);
      }),
    );
  });

  it.each([
    [1, 1],
    [2.9, 2],
    [3, 3],
    [49, 30],
    [4999, 3000],
    [5000, 5000],
  ])('of at most %d m is %d m', (most, length) => {
    expect(roundLength(most)).toBe(length);
  });

  it('is left out where the scale is not known', () => {
    const map: Box = { x: 0, y: 0, width: 800, height: 600 };
    const words = { kilometers: 'km', meters: 'm', north: 'U' };
    expect(scaleItems({ map, unscaled: false }, Number.NaN, words)).toEqual([]);
    expect(scaleItems({ map, unscaled: true }, 10, words)).toEqual([]);
  });
});

describe('the list beside the map', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, k) => ({
      number: String(k + 1),
      name: `Kelurahan ${k + 1}`,
      value: `${90 - k},0 %`,
    }));
  const listed = (count: number) => {
    const list = { heading: 'Teratas', rows: rows(count), more: (rest: number) => `dan ${rest} lagi` };
    return texts(layoutSheet({ ...CONTENT, list }, SCREEN_SHEET, measure).items);
  };

  it.each([1, 8, 20])('holds all %d rows above the foot', (count) => {
    const said = listed(count);
    for (const { name, value } of rows(count)) {
      expect(said.filter(({ text }) => text === name)).toHaveLength(1);
      expect(said.filter(({ text }) => text === value)).toHaveLength(1);
    }
    const foot = said.find(({ text }) => text === CONTENT.footer[0])?.y ?? 0;
    for (const { text, y } of said) if (text.startsWith('Kelurahan ')) expect(y).toBeLessThan(foot - 10);
  });

  it('counts what has no room', () => {
    const said = listed(80);
    const shown = said.filter(({ text }) => text.startsWith('Kelurahan ')).length;
    expect(shown).toBeGreaterThan(15);
    expect(said.some(({ text }) => text === `dan ${80 - shown} lagi`)).toBe(true);
  });
});

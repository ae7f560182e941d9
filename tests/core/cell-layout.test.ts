import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CellEntries,
  cellEntries,
  classNumber,
  combinationClasses,
  combinationCount,
  combinationNumber,
  layoutCells,
} from '#core/cell-layout.ts';
import { type CellTable, HIDDEN_COUNT } from '#core/cells.ts';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { AUGUST, JULY } from './small-city.ts';

const META = {
  id: 'stunting by sex',
  level: 'village',
  dimensions: ['sex', 'stunting'],
  periods: [JULY, AUGUST],
  areas: 3,
} as const;
type Entry = readonly [area: number, period: number, combination: number, count: number];

function entriesOf(rows: readonly Entry[]): CellEntries {
  return {
    area: Uint32Array.from(rows, (row) => row[0]),
    period: Uint16Array.from(rows, (row) => row[1]),
    combination: Uint16Array.from(rows, (row) => row[2]),
    count: Uint32Array.from(rows, (row) => row[3]),
  };
}

/** Reads every cell back, whatever the layout: as entries without zeros, sorted. */
function readBack(table: CellTable): readonly string[] {
  const found: string[] = [];
  for (let p = 0; p < table.periods.length; p++) {
    for (let i = 0; i < table.areas; i++) {
      for (let c = 0; c < table.combinations; c++) {
        const { cells } = table;
        let count = 0;
        if (cells.kind === 'dense') count = cells.counts[(p * table.combinations + c) * table.areas + i]!;
        else {
          const row = p * table.areas + i;
          for (let k = cells.offset[row]!; k < cells.offset[row + 1]!; k++) {
            if (cells.combination[k] === c) count = cells.count[k]!;
          }
        }
        if (count !== 0) found.push([i, p, c, count].join());
      }
    }
  }
  return found.sort();
}

test('combinations are numbered with the last dimension fastest', () => {
  expect(combinationCount([])).toBe(1);
  expect(combinationCount(['sex', 'stunting'])).toBe(12);
  expect(combinationCount(CHILD_DIMENSIONS)).toBe(3 * 6 * 4 * 4 * 4 * 6);
  expect(combinationNumber(['sex', 'stunting'], [0, 1])).toBe(1);
  expect(combinationNumber(['sex', 'stunting'], [1, 0])).toBe(4);
  expect(combinationNumber([], [])).toBe(0);
  expect(classNumber('poverty', '5+')).toBe(4);
  expect(classNumber('sex', 'boy')).toBe(-1);
  expect(() => combinationNumber(['sex'], [3])).toThrow(/class of sex/);
  expect(() => combinationNumber(['sex'], [])).toThrow(/one class for each/);
});

test('every combination has its own number', () => {
  const dimensions = ['sex', 'wasting', 'poverty'] as const;
  const numbers = new Set<number>();
  for (const [sex] of CLASSES.sex.entries()) {
    for (const [wasting] of CLASSES.wasting.entries()) {
      for (const [poverty] of CLASSES.poverty.entries()) {
        const number = combinationNumber(dimensions, [sex, wasting, poverty]);
        numbers.add(number);
        expect(combinationClasses(dimensions, number)).toEqual([
          CLASSES.sex[sex],
          CLASSES.wasting[wasting],
          CLASSES.poverty[poverty],
        ]);
      }
    }
  }
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 72 }, (_, k) => k));
});

describe('the layout', () => {
  const rows: readonly Entry[] = [
    [2, 1, 11, 7],
    [0, 0, 3, 5],
    [2, 1, 0, 65_535],
    [1, 0, 0, 0],
  ];

  test('is dense with 16 bits where counts fit', () => {
    const table = layoutCells(entriesOf(rows), META);
    expect(table.cells).toMatchObject({ kind: 'dense', counts: expect.any(Uint16Array) });
    expect(readBack(table)).toEqual(['0,0,3,5', '2,1,0,65535', '2,1,11,7']);
  });

  test('is dense with 32 bits where one is larger or hidden', () => {
    for (const count of [65_536, HIDDEN_COUNT]) {
      const table = layoutCells(entriesOf([...rows, [1, 1, 1, count]]), META);
      expect(table.cells).toMatchObject({ kind: 'dense', counts: expect.any(Uint32Array) });
      expect(readBack(table)).toContain(`1,1,1,${count}`);
    }
  });

  test('is sparse beyond the limit, to the byte', () => {
    const bytes = 2 * 12 * 3 * 2;
    expect(layoutCells(entriesOf(rows), META, bytes).cells.kind).toBe('dense');
    const { cells } = layoutCells(entriesOf(rows), META, bytes - 1);
    expect(cells).toEqual({
      kind: 'sparse',
      offset: Uint32Array.of(0, 1, 1, 1, 1, 1, 3),
      combination: Uint16Array.of(3, 0, 11),
      count: Uint32Array.of(5, 65_535, 7),
    });
  });

  test('holds nothing', () => {
    expect(readBack(layoutCells(entriesOf([]), META))).toEqual([]);
    expect(readBack(layoutCells(entriesOf([]), META, 0))).toEqual([]);
  });

  test.each<[string, readonly Entry[], RegExp]>([
    [
      'two entries of a cell',
      [
        [0, 0, 3, 5],
        [1, 0, 3, 5],
        [0, 0, 3, 6],
      ],
      /one entry for each cell/,
    ],
    [
      'two entries of a cell, one of them empty',
      [
        [0, 0, 3, 0],
        [0, 0, 3, 6],
      ],
      /one entry for each cell/,
    ],
    ['an area too many', [[3, 0, 0, 1]], /every area/],
    ['a period too many', [[0, 2, 0, 1]], /every period/],
    ['a combination too many', [[0, 0, 12, 1]], /every combination/],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => layoutCells(entriesOf(wrong), META)).toThrow(message);
  });

  test('keeps every count, in either layout and any order of entries', () => {
    const entry = fc.tuple(
      fc.nat(2),
      fc.nat(1),
      fc.nat(11),
      fc.oneof(fc.nat(100), fc.constant(HIDDEN_COUNT), fc.constant(70_000)),
    );
    const rowsOf = fc.uniqueArray(entry, { selector: ([i, p, c]) => `${i},${p},${c}` });
    fc.assert(
      fc.property(rowsOf, fc.constantFrom(0, 2 ** 20), (some, limit) => {
        const expected = some.filter((row) => row[3] !== 0).map((row) => row.join());
        const table = layoutCells(entriesOf(some), META, limit);
        expect(readBack(table)).toEqual(expected.sort());
        expect(layoutCells(cellEntries(table), META, limit)).toEqual(table);
      }),
    );
  });
});

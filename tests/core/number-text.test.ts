import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferNumberFormat, readNumber } from '#core/number-text.ts';

function read(
  column: readonly string[],
  purpose: 'count' | 'percent' = 'count',
): readonly (number | string)[] {
  const format = inferNumberFormat(column, purpose);
  return column.map((text) => {
    const reading = readNumber(text, format);
    return reading.kind === 'number' ? reading.value : reading.kind;
  });
}

describe('number text', () => {
  it.each(['', ' ', '-', '–', 'n/a', 'N/A', '#N/A', '#DIV/0!', 'tidak ada data'])(
    '%j is missing, never 0',
    (text) => {
      expect(read([text])).toEqual(['missing']);
    },
  );

  it.each(['12 anak', '1E+3', 'nihil', '12.50.000', '1,2,3'])('%j is unreadable', (text) => {
    expect(read([text])).toEqual(['unreadable']);
  });

  it.each(['=1+1', '=HYPERLINK("x")', '@SUM(A1)', '+A1'])('%j is a formula', (text) => {
    expect(read([text])).toEqual(['formula']);
  });

  it('reads the plain ones', () => {
    expect(read(['0', ' 12 ', "'7", '-3', '(4)', '1 250', '+5', '26,98%'])).toEqual([
      0, 12, 7, -3, -4, 1250, 5, 26.98,
    ]);
  });

  it('takes a lone 1.250 in counts for thousands, and says that it guessed', () => {
    expect(inferNumberFormat(['1.250', '12'], 'count')).toEqual({
      decimal: null,
      ambiguousAs: 'thousands',
      because: 'purpose',
      ambiguous: 1,
    });
    expect(read(['1.250', '12'])).toEqual([1250, 12]);
    expect(readNumber('1.250', inferNumberFormat(['1.250'], 'count'))).toMatchObject({ guessed: true });
  });

  it('lets the rest of the column decide', () => {
    expect(read(['1.250', '12.5'])).toEqual([1.25, 12.5]);
    expect(read(['1.250', '12,5'])).toEqual([1250, 12.5]);
    expect(read(['1,250', '1,234,567'])).toEqual([1250, 1234567]);
    expect(read(['1.250', '1.234,5'])).toEqual([1250, 1234.5]);
    expect(inferNumberFormat(['1.250', '12,5'], 'count').ambiguous).toBe(0);
  });

  it('takes a lone mark in percentages for the decimal mark', () => {
    expect(read(['8,333', '10'], 'percent')).toEqual([8.333, 10]);
  });

  it('refuses a mark that contradicts the column', () => {
    expect(read(['12.5', '1.234,5', '3.25'])).toEqual([12.5, 1234.5, 3.25]);
    expect(readNumber('12,5', inferNumberFormat(['1.5', '2.5'], 'count')).kind).toBe('unreadable');
  });

  it('reads back what either convention writes', () => {
    const value = fc.integer({ min: 0, max: 5_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.constantFrom('id-ID', 'en-US'), (values, locale) => {
        const style = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
        expect(read(values.map((v) => v.toLocaleString(locale, style)))).toEqual(values);
      }),
    );
  });

  it('reads back integers grouped by either convention', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1 }),
        fc.constantFrom('id-ID', 'en-US'),
        (values, locale) => {
          expect(read(values.map((v) => v.toLocaleString(locale)))).toEqual(values);
        },
      ),
    );
  });
});

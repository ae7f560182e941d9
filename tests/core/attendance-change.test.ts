import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseChange, childrenOfEither, sameChildren } from '#core/attendance-change.ts';

describe('a change of cases', () => {
  it('is of the rate and of who was measured: 100 of 500, then 60 of 300', () => {
    expect(caseChange({ n: 100, N: 500 }, { n: 60, N: 300 })).toEqual({
      cases: -40,
      byMeasured: expect.closeTo(-40, 12),
      byRate: expect.closeTo(0, 12),
      fall: 'only-fewer-measured',
    });
    expect(caseChange({ n: 100, N: 500 }, { n: 80, N: 500 })).toMatchObject({
      byMeasured: 0,
      fall: 'with-rate',
    });
    expect(caseChange({ n: 100, N: 500 }, { n: 55, N: 300 }).fall).toBe('mostly-fewer-measured');
    expect(caseChange({ n: 100, N: 500 }, { n: 110, N: 300 }).fall).toBe('none');
    expect(caseChange({ n: 100, N: 500 }, { n: Number.NaN, N: 300 })).toMatchObject({
      cases: Number.NaN,
      fall: 'none',
    });
  });

  it('has parts that sum to it, and is turned with its times', () => {
    const measured = fc
      .integer({ min: 1, max: 400 })
      .chain((N) => fc.integer({ min: 0, max: N }).map((n) => ({ n, N })));
    fc.assert(
      fc.property(measured, measured, (one, other) => {
        const own = caseChange(one, other);
        expect(own.byMeasured + own.byRate).toBeCloseTo(own.cases, 9);
        expect(caseChange(other, one).byRate).toBeCloseTo(-own.byRate, 9);
      }),
      { numRuns: 100 },
    );
  });
});

describe('children measured both times', () => {
  it('as far as counts can tell: 300 and 320 of 350 children are at least 270 the same', () => {
    const own = sameChildren({ n: 100, N: 300 }, { n: 60, N: 320 }, 350);
    // Of 270 at least 70 and at most 100 were affected, then at least 10 and at most 60.
    expect(own).toEqual({ least: 270, most: 300, low: (10 - 100) / 270, high: (60 - 70) / 270 });
    expect(sameChildren({ n: 10, N: 100 }, { n: 60, N: 100 }, 300)).toEqual({
      least: 0,
      most: 100,
      low: -1,
      high: 1,
    });
    expect(sameChildren({ n: 10, N: 100 }, { n: 6, N: 100 }, Number.NaN)?.least).toBe(0);
    expect(sameChildren({ n: 10, N: 100 }, { n: 6, N: 100 }, 80)?.least).toBe(0);
    expect(sameChildren({ n: 10, N: 9 }, { n: 6, N: 100 }, 100)).toBeNull();
    expect(sameChildren({ n: Number.NaN, N: 9 }, { n: 6, N: 100 }, 100)).toBeNull();
  });

  it('holds what any children could have done', () => {
    // Each child: measured then, affected then, measured now, affected now.
    const child = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(child, { minLength: 3, maxLength: 40 }), (children) => {
        const of = (measured: 0 | 2, affected: 1 | 3) => ({
          N: children.filter((own) => own[measured]).length,
          n: children.filter((own) => own[measured] && own[affected]).length,
        });
        const own = sameChildren(of(0, 1), of(2, 3), children.length);
        const both = children.filter(([then, , now]) => then && now);
        if (own === null || both.length === 0) return;
        const change =
          (both.filter((each) => each[3]).length - both.filter((each) => each[1]).length) / both.length;
        expect(both.length).toBeGreaterThanOrEqual(own.least);
        expect(both.length).toBeLessThanOrEqual(own.most);
        expect(change).toBeGreaterThanOrEqual(own.low - 1e-12);
        expect(change).toBeLessThanOrEqual(own.high + 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('of whom one in sixty comes a month', () => {
    expect(childrenOfEither(600, 600, 3)).toBe(630);
    expect(childrenOfEither(600, 500, 0)).toBe(600);
    expect(childrenOfEither(600, 500, 120)).toBe(1100);
    expect(childrenOfEither(Number.NaN, 500, 3)).toBeNaN();
  });
});

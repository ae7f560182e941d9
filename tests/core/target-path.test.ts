import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/random.ts';
import { PathVerdict, pathVerdicts, type TargetPath, targetPath } from '#core/target-path.ts';
import { LONG_FORM } from '#tests/long-form.ts';

const figures = (numerators: readonly number[], children: number | readonly number[] = 1000) => ({
  numerators,
  denominators: numerators.map((_, k) =>
    typeof children === 'number' ? children : (children[k] ?? Number.NaN),
  ),
  times: numerators.map((_, k) => k),
});

const HALF = { measure: 'count', value: 2000, due: 9 } as const;

describe('the path to a target', () => {
  it('from 4,000 to 2,000 in six months asks for 333 fewer a month', () => {
    const own = targetPath(figures([4100, 4050, 4000], 20000), { ...HALF, due: 8 });
    expect(own).toMatchObject({
      latest: { value: 4000, measured: 20000, time: 2 },
      reached: false,
      gap: 'too-short',
    });
    expect(own.required).toBeCloseTo(-2000 / 6, 9);
    expect(own.pace).toBeNaN();
  });

  it('goes on as the line did: five quarters that fall by 2 points each', () => {
    const own = targetPath(figures([300, 280, 260, 240, 220]), { measure: 'rate', value: 0.142, due: 8 });
    expect([own.pace, own.projected]).toEqual([expect.closeTo(-0.02, 12), expect.closeTo(0.14, 12)]);
    expect(own.low).toBeLessThan(0.14);
    expect(own.high).toBeGreaterThan(0.14);
    expect(own.p).toBeGreaterThan(0.9);
    const cases = targetPath(figures([300, 280, 260, 240, 220]), { measure: 'count', value: 142, due: 8 });
    expect([cases.pace, cases.projected, cases.p]).toEqual(
      [own.pace * 1000, own.projected * 1000, own.p].map((each) => expect.closeTo(each, 9)),
    );
  });

  it("has Student's reach where scatter is larger than chance makes it", () => {
    // R 4.2.2: predict(lm(y ~ x), data.frame(x = 6), interval = "prediction") with y = c(.30, .20, .28, .18, .26), x = 0:4.
    const wide = targetPath(figures([30000, 20000, 28000, 18000, 26000], 100000), {
      measure: 'rate',
      value: 0.2,
      due: 6,
    });
    expect(wide.projected).toBeCloseTo(0.204, 12);
    expect([wide.low, wide.high]).toEqual([0, expect.closeTo(0.507118613, 9)]);
  });

  it('says what is reached, due, or not known', () => {
    const target = { measure: 'rate', value: 0.2, due: 8 } as const;
    expect(targetPath(figures([300, 190]), target)).toMatchObject({ reached: true, required: 0 });
    expect(targetPath(figures([300, 190]), target, false).reached).toBe(false);
    expect(targetPath(figures([300, 250]), { ...target, due: 1 })).toMatchObject({
      gap: 'past-due',
      required: Number.NaN,
    });
    expect(targetPath(figures([Number.NaN]), target)).toMatchObject({
      latest: null,
      gap: 'no-data',
      change: null,
    });
    const gap = targetPath(figures([300, 290, 280, 270, Number.NaN, 250]), target);
    expect([gap.pace, gap.gap]).toEqual([expect.closeTo(-0.01, 12), null]);
  });

  it('warns where cases fall only because fewer are measured', () => {
    expect(targetPath(figures([400, 200], [2000, 1000]), HALF).change?.fall).toBe('only-fewer-measured');
    expect(targetPath(figures([400, 300], [2000, 2000]), HALF).change?.fall).toBe('with-rate');
  });

  it('turns with what is counted: those who are not affected are on track for the rest', () => {
    const series = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 400 }), (numerators, value) => {
        const target = { measure: 'rate', value: value / 400, due: 14 } as const;
        const own = targetPath(figures(numerators, 400), target);
        const rest = numerators.map((n) => 400 - n);
        const other = targetPath(figures(rest, 400), { ...target, value: (400 - value) / 400 }, false);
        expect(other.projected).toBeCloseTo(1 - own.projected, 9);
        expect(other.high).toBeCloseTo(1 - own.low, 9);
        expect(other.p).toBeCloseTo(own.p, 9);
        expect(own.low).toBeLessThanOrEqual(own.projected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('who is on track', () => {
  it('is named among all', () => {
    const target = { measure: 'rate', value: 0.15, due: 8 } as const;
    const near = targetPath(figures([3000, 2810, 2630, 2430, 2250], 10000), target);
    const slow = targetPath(figures([3000, 2990, 2990, 2980, 2980], 10000), target);
    const reached = targetPath(figures([2000, 1400], 10000), target);
    const short = targetPath(figures([2000, 1900], 10000), target);
    const verdicts = pathVerdicts([near, slow, reached, short], Array(4).fill(target));
    expect([...verdicts]).toEqual([
      PathVerdict.unclear,
      PathVerdict.offTrack,
      PathVerdict.reached,
      PathVerdict.none,
    ]);
    const steep = targetPath(figures([3000, 2700, 2400, 2100, 1800], 10000), { ...target, value: 0.149 });
    expect([...pathVerdicts([steep], [target])]).toEqual([PathVerdict.onTrack]);
  });

  it('where every area goes straight to its target, at most one map in twenty names one', () => {
    const random = createRandom(20261201);
    const [areas, children, due] = [51, 80, 11];
    const maps = LONG_FORM ? 1000 : 40;
    for (const leaving of [1, 0.3, 0.05]) {
      let named = 0;
      for (let map = 0; map < maps; map++) {
        const target = { measure: 'rate', value: 0.19, due } as const;
        const paths = Array.from({ length: areas }, (): TargetPath => {
          // A child is affected while the rate is above its own number, which it keeps until it leaves.
          const child = Array.from({ length: children }, () => random.unit());
          const numerators = Array.from({ length: 8 }, (_, k) => {
            for (const i of child.keys()) if (random.unit() < leaving) child[i] = random.unit();
            return child.filter((own) => own < 0.3 - 0.01 * k).length;
          });
          return targetPath(figures(numerators, children), target);
        });
        const verdicts = pathVerdicts(paths, Array(areas).fill(target));
        if (verdicts.some((own) => own === PathVerdict.onTrack || own === PathVerdict.offTrack)) named += 1;
      }
      expect(named / maps, `${leaving} leave`).toBeLessThanOrEqual(
        0.05 + 2 * Math.sqrt((0.05 * 0.95) / maps),
      );
    }
  });
});

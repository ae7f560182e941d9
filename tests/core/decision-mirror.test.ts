import { describe, expect, it } from 'vitest';
import { decisionMirror, MIRROR_AREAS } from '#core/decision-mirror.ts';
import { createRandom } from '#core/random.ts';
import type { RateCounts } from '#core/rates.ts';

const counts = (numerator: readonly number[], children = 200): RateCounts => ({
  numerator: Float64Array.from(numerator),
  denominator: Float64Array.from(numerator, (n) => (Number.isNaN(n) ? Number.NaN : children)),
});

const HIGH = [80, 82, 84, 86, 88];
const chosen = Uint8Array.from([1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);

describe('the mirror of a decision', () => {
  it('sets chosen areas beside those that were as they were', () => {
    const before = counts([...HIGH, 81, 83, 85, 20, 22, 24]);
    const after = counts([...HIGH.map((n) => n - 20), 71, 73, 75, 20, 22, 24]);
    const own = decisionMirror({ chosen, before: [before], after });
    expect(own?.pairs.map(({ others }) => [...others].sort((a, b) => a - b))).toEqual(
      Array(5).fill([5, 6, 7]),
    );
    expect([own?.change, own?.othersChange]).toEqual([-0.1, -0.05].map((each) => expect.closeTo(each, 12)));
    // High among these areas: part of it may have been chance.
    expect(own?.expected).toBeLessThan(0);
    expect(own?.pairs[0]?.distance).toBeLessThan(0.2);
    expect(own?.left).toEqual([]);
  });

  it('looks at every matching period, and leaves out who lacks one', () => {
    const rising = counts([20, 20, 20, 20, 20, 20, 80, 80, 20, 20, 20]);
    const before = counts([80, 80, 80, 80, 80, 80, 80, 80, 20, 20, 20]);
    const own = decisionMirror({ chosen, before: [rising, before], after: before });
    for (const { others } of own?.pairs ?? []) expect(others[0]).toBe(5);
    const six = Uint8Array.from(chosen, (each, i) => (i === 10 ? 1 : each));
    const gap = counts([80, 80, 80, 80, 80, 80, 80, 80, 20, 20, Number.NaN]);
    expect(decisionMirror({ chosen: six, before: [gap], after: before })?.left).toEqual([10]);
  });

  it('is none of fewer than five chosen areas, nor where nobody was not chosen', () => {
    const before = counts([...HIGH, 81, 83, 85, 20, 22, 24]);
    const four = Uint8Array.from(chosen, (each, i) => (i === 0 ? 0 : each));
    expect(MIRROR_AREAS).toBe(5);
    expect(decisionMirror({ chosen: four, before: [before], after: before })).toBeNull();
    expect(decisionMirror({ chosen: chosen.map(() => 1), before: [before], after: before })).toBeNull();
  });

  it('expects what chance does: the highest fall, where nothing changed and nothing was done', () => {
    const random = createRandom(20261201);
    const areas = 60;
    let [change, expected] = [0, 0];
    for (let map = 0; map < 60; map++) {
      const truth = Array.from({ length: areas }, () => 0.15 + 0.15 * random.unit());
      const drawn = () =>
        truth.map(
          (rate) => Array.from({ length: 80 }, () => random.unit()).filter((own) => own < rate).length,
        );
      const before = drawn();
      const edge = [...before].sort((a, b) => b - a)[9] ?? 0;
      const top = Uint8Array.from(before, (n) => (n >= edge ? 1 : 0));
      const own = decisionMirror({ chosen: top, before: [counts(before, 80)], after: counts(drawn(), 80) });
      change += (own?.change ?? 0) / 60;
      expected += (own?.expected ?? 0) / 60;
    }
    expect(expected).toBeLessThan(-0.02);
    expect(change).toBeCloseTo(expected, 2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classedGrowth, scoredClass } from '#linkage/growth-class.ts';

describe('the class of a growth index', () => {
  it('begins below its edge: exactly -2.00 is not stunted, exactly -3.00 not severely', () => {
    expect([-2, -2.01, -3, -3.01].map(scoredClass)).toEqual(['none', 'moderate', 'moderate', 'severe']);
  });

  it.each([
    ['stunting', 'Sangat Pendek', 'severe'],
    ['stunting', ' pendek', 'moderate'],
    ['stunting', 'Tinggi', 'none'],
    ['wasting', 'Gizi Buruk', 'severe'],
    ['wasting', 'KURUS', 'moderate'],
    ['wasting', 'Sangat Kurus', 'severe'],
    ['wasting', 'Berisiko Gizi Lebih', 'none'],
    ['underweight', 'Berat Badan Normal', 'none'],
    ['underweight', 'Sangat Kurang', 'severe'],
  ] as const)('%s: %s is %s', (index, label, wanted) => {
    expect(classedGrowth(index, label, null).class).toBe(wanted);
  });

  it('comes from the z-score where no label is known, and is unknown where that is implausible', () => {
    expect(classedGrowth('stunting', '', -2.5).class).toBe('moderate');
    expect(classedGrowth('stunting', 'Kuntet', -2.5)).toMatchObject({ class: 'moderate', strange: true });
    const beyond = classedGrowth('stunting', 'Sangat Pendek', -6.1);
    expect(beyond).toMatchObject({ class: 'unknown', implausible: true });
    expect(classedGrowth('wasting', '', -5)).toMatchObject({ class: 'severe', implausible: false });
    expect(classedGrowth('wasting', '', null).class).toBe('unknown');
  });

  it('says where label and z-score disagree beyond rounding, and follows the label', () => {
    expect(classedGrowth('stunting', 'Normal', -2.4)).toMatchObject({ class: 'none', disagrees: true });
    expect(classedGrowth('stunting', 'Pendek', -2)).toMatchObject({ class: 'moderate', disagrees: false });
  });

  it('is one class for every plausible z-score', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
        const { class: found } = classedGrowth('wasting', '', z);
        expect(found === 'none').toBe(z >= -2);
        expect(found === 'severe').toBe(z < -3);
      }),
    );
  });
});

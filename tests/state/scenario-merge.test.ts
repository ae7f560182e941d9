import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import type { AreaDecision, Scenario } from '#picture/decision-value.ts';
import { mergedScenario } from '#state/scenario-merge.ts';

const FIGURES = 'a'.repeat(64);
const CODES = ['1', '2', '3', '4', '5'];
const decided = (code: string, reason: string): AreaDecision => ({
  code: areaCode(code),
  chosen: true,
  drafted: null,
  reason,
  dissent: '',
});
const scenario = (title: string, reasons: Readonly<Record<string, string>>): Scenario => ({
  id: 7,
  title,
  text: 'v2',
  data: 'abc',
  figures: FIGURES,
  areas: Object.entries(reasons).map(([code, reason]) => decided(code, reason)),
});
const reasonsOf = ({ areas }: Scenario) =>
  Object.fromEntries(areas.map(({ code, reason }) => [code, reason]));

it('areas decided in one window each are all there, and those taken out are gone', () => {
  const was = scenario('Usulan', { 1: 'jauh', 2: 'banyak' });
  const mine = scenario('Usulan', { 1: 'jauh sekali', 2: 'banyak', 3: 'baru' });
  const theirs = scenario('Usulan pertama', { 1: 'jauh', 4: 'lain' });
  const merged = mergedScenario(was, mine, theirs);
  expect(merged?.title).toBe('Usulan pertama');
  expect(reasonsOf(merged!)).toEqual({ 1: 'jauh sekali', 3: 'baru', 4: 'lain' });
});

it('the same area, decided differently, is not put together; nor is one that the other window took out', () => {
  const was = scenario('Usulan', { 1: 'jauh' });
  const mine = scenario('Usulan', { 1: 'a' });
  expect(mergedScenario(was, mine, scenario('Usulan', { 1: 'b' }))).toBeNull();
  expect(mergedScenario(was, mine, scenario('Usulan', {}))).toBeNull();
  expect(mergedScenario(was, { ...was, title: 'A' }, { ...was, title: 'B' })).toBeNull();
  expect(mergedScenario(was, { ...was, text: 'v2;a' }, { ...was, data: 'x' })).toBeNull();
});

const reasons = fc.dictionary(fc.constantFrom(...CODES), fc.constantFrom('a', 'b'), { maxKeys: 5 });
it('is the same whichever comes first, loses no decision of either and makes none up', () => {
  fc.assert(
    fc.property(reasons, reasons, reasons, (was, mine, theirs) => {
      const [base, a, b] = [was, mine, theirs].map((one) => scenario('Usulan', one)) as [
        Scenario,
        Scenario,
        Scenario,
      ];
      const merged = mergedScenario(base, a, b);
      expect(merged).toEqual(mergedScenario(base, b, a));
      const collide = CODES.some(
        (code) => mine[code] !== was[code] && theirs[code] !== was[code] && mine[code] !== theirs[code],
      );
      expect(merged === null).toBe(collide);
      if (merged === null) return;
      for (const code of CODES)
        expect(reasonsOf(merged)[code]).toBe(mine[code] === was[code] ? theirs[code] : mine[code]);
      expect(reasonsOf(mergedScenario(base, a, base)!)).toEqual(mine);
    }),
  );
});

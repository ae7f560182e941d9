import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttackPlan, attackPlan } from '#core/attack-targets.ts';
import { type BlockCounts, blockCounts, rowsByBlock } from '#core/block-counts.ts';
import { protectBlock, rounded } from '#core/block-protection.ts';
import { attack } from '#core/disclosure-attack.ts';
import { maskKey, type PublishedCell } from '#core/published-cell.ts';
import { RELEASE_TABLES, releaseRule } from '#core/release-rule.ts';
import { shownCells } from '#core/secondary-suppression.ts';
import { randomCity } from '#scripts/dataset/random-city.ts';
import { LONG_FORM } from '#tests/long-form.ts';

const RULE = releaseRule();
const EXACT = { minimumCell: 10, rounding: null };

const cell = (masks: PublishedCell['masks'], count: number | null): PublishedCell => ({ masks, count });
const attacked = (cells: readonly PublishedCell[], rule: Parameters<typeof attack>[2] = RULE) =>
  attack(attackPlan(cells), cells, rule);

/** Blocks of a city's month or semester, as they truly are. */
function blocksOf(seed: number, period: string, villages = 6, unknown = 0.02) {
  const { counts } = randomCity({ seed, districts: 1, villages, periods: [period], unknown });
  const kind = period.includes('S') ? 'semester' : 'month';
  const tables = RELEASE_TABLES.filter((table) => table.level === 'village' && table.kinds.includes(kind));
  return rowsByBlock(counts, (village) => village, villages).map((rows) =>
    blockCounts(counts, rows, tables, RULE),
  );
}

function planOf({ cells, tables }: BlockCounts) {
  const rank = cells.map((_, c) => tables.findIndex((table) => table.cells.includes(c)));
  return { rank, attack: attackPlan(cells) };
}

describe('an attack on one area', () => {
  it('takes back a hidden class that its margins give, and one that they give nearly', () => {
    // 60 measured, 12 stunted, 45 not, and 3 without a class.
    const shown = [
      cell({}, 60),
      cell({ stunting: 3 }, 12),
      cell({ stunting: 4 }, null),
      cell({ stunting: 8 }, 0),
    ];
    const exact = attacked(shown, EXACT);
    expect(exact.leaks).toEqual([{ masks: { stunting: 4 }, lo: 48, hi: 48, verdict: 'exact' }]);
    // Rounded, 60 may be 58 to 62 and 10 may be 10 to 12: the rest is 46 to 52, and none of it below 10.
    const span = attacked([cell({}, 60), cell({ stunting: 3 }, 10), ...shown.slice(2)]);
    expect([span.exact, span.unsafe]).toEqual([0, 0]);
    expect(span.extent({ stunting: 4 })).toEqual([46, 52]);
  });

  it('finds severe cases between those of all affected', () => {
    const cells = [cell({ stunting: 3 }, 15), cell({ stunting: 2 }, 10), cell({ stunting: 1 }, null)];
    const { unsafe, leaks } = attacked(cells);
    expect(unsafe).toBe(1);
    expect(leaks[0]).toMatchObject({ masks: { stunting: 1 }, lo: 1, hi: 7, verdict: 'unsafe' });
  });

  it('says where no counts fit', () => {
    const { possible, tested } = attacked([
      cell({}, 20),
      cell({ sex: 1 }, 40),
      cell({ sex: 2 }, null),
      cell({ sex: 4 }, 0),
    ]);
    expect([possible, tested]).toEqual([false, 0]);
  });

  it('reaches what no table crosses: all of a village stunted means that its boys are', () => {
    const cells = [
      cell({}, 40),
      cell({ stunting: 3 }, 40),
      cell({ stunting: 4 }, null),
      cell({ stunting: 8 }, 0),
      cell({ sex: 1 }, 20),
      cell({ sex: 2 }, 20),
      cell({ sex: 4 }, 0),
    ];
    const { leaks } = attacked(cells);
    const names = leaks.map(({ masks }) => maskKey(masks));
    expect(names).toContain('stunting:4');
    expect(names).toContain('sex:1 stunting:4');
    expect(names).not.toContain('sex:1 stunting:3');
  });

  it('never excludes the truth, whatever is hidden and however it is rounded', () => {
    const blocks = [...blocksOf(11, '2026-06', 4), ...blocksOf(12, '2026-S1', 4)];
    const plans = new Map<number, AttackPlan>();
    fc.assert(
      fc.property(
        fc.nat(blocks.length - 1),
        fc.constantFrom(null, 5),
        fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
        (b, rounding, hides) => {
          const { cells } = blocks[b]!;
          const plan = plans.get(b) ?? attackPlan(cells);
          plans.set(b, plan);
          const published = cells.map(({ masks, count }, c) => {
            const hidden = (count > 0 && count < 10) || hides[c]!;
            return cell(masks, hidden ? null : rounding === null ? count : rounded(count, rounding));
          });
          const found = attack(plan, published, { minimumCell: 10, rounding });
          expect(found.possible).toBe(true);
          const truth = new Map(cells.map(({ key, count }) => [key, count]));
          for (const { masks, lo, hi } of found.leaks) {
            const count = truth.get(maskKey(masks));
            if (count === undefined) continue;
            expect([maskKey(masks), lo <= count, count <= hi]).toEqual([maskKey(masks), true, true]);
          }
        },
      ),
      { numRuns: LONG_FORM ? 400 : 12 },
    );
  });

  it('takes back all that is only hidden for itself, where it is alone in a sum', () => {
    let [hidden, recovered] = [0, 0];
    for (const { cells, tables } of [...blocksOf(21, '2026-06', 7, 0), ...blocksOf(22, '2026-S1', 1, 0)]) {
      const isShown = ({ count }: { readonly count: number }): boolean => count === 0 || count >= 10;
      const published = cells.map((one) => cell(one.masks, isShown(one) ? one.count : null));
      const { leaks } = attacked(published, EXACT);
      const exact = new Map(
        leaks.flatMap((leak) => (leak.verdict === 'exact' ? [[maskKey(leak.masks), leak.lo]] : [])),
      );
      const alone = (c: number): boolean =>
        tables.some(({ table, cells: own }) =>
          table.dimensions.some((one) => {
            const { [one]: _, ...rest } = cells[c]!.masks;
            const margin = cells.find(({ key }) => key === maskKey(rest));
            const line = own.filter(
              (other) =>
                table.dimensions.every((d) => d === one || cells[other]!.masks[d] === cells[c]!.masks[d]) &&
                other !== c,
            );
            return (
              own.includes(c) &&
              margin !== undefined &&
              isShown(margin) &&
              line.every((o) => isShown(cells[o]!))
            );
          }),
        );
      for (const [c, { key, count }] of cells.entries()) {
        if (isShown(cells[c]!) || !alone(c)) continue;
        hidden += 1;
        if (exact.get(key) === count) recovered += 1;
      }
    }
    expect(hidden).toBeGreaterThan(10);
    expect(recovered).toBe(hidden);
  });
});

describe('what is hidden so that the rest holds', () => {
  it('is as little as a person would hide', () => {
    const [block] = blocksOf(31, '2026-06', 1);
    const kinds = block!.cells.map(({ key, count, kind }) => [key, count, kind] as const);
    const small = kinds.filter(([, count, kind]) => kind === 'primary' && count < 10);
    const shown = shownCells(block!.cells, planOf(block!).rank);
    for (const [key] of small)
      expect([key, shown[kinds.findIndex(([one]) => one === key)]]).toEqual([key, false]);
    // Never one alone of a sum whose whole is shown.
    const exactly = block!.cells.map(({ masks, count }, c) => cell(masks, shown[c] ? count : null));
    const primary = new Set(block!.cells.flatMap(({ key, kind }) => (kind === 'primary' ? [key] : [])));
    const taken = attacked(exactly, EXACT).leaks.filter(
      ({ masks, verdict }) => verdict === 'exact' && primary.has(maskKey(masks)),
    );
    expect(taken).toEqual([]);
  });

  it('is hidden where children are of too few households, and where all but a few are affected', () => {
    const { counts } = randomCity({
      seed: 41,
      districts: 1,
      villages: 1,
      periods: ['2026-06'],
      children: [80, 80],
    });
    const tables = RELEASE_TABLES.filter(({ id }) => id === 'stunting' || id === 'sex');
    const rows = [...counts.children.keys()];
    const few = { ...counts, household: counts.household.map((_, row) => row % 4) };
    const kinds = (own: typeof counts) => blockCounts(own, rows, tables, RULE).cells.map(({ kind }) => kind);
    expect(kinds(counts)).toContain('open');
    expect(kinds(few)).not.toContain('open');
    const boys = {
      ...counts,
      classes: { ...counts.classes, sex: counts.classes.sex.map((_, row) => (row < 9 ? 1 : 0)) },
    };
    const sexes = blockCounts(boys, rows, tables, RULE).cells.filter(({ key }) => key.startsWith('sex'));
    expect(sexes.map(({ kind }) => kind)).toEqual(['primary', 'primary', 'none']);
  });

  it('is repaired until an attacker finds nothing', () => {
    for (const block of blocksOf(51, '2026-S1')) {
      const own = protectBlock(block, planOf(block), RULE)!;
      expect(own.found.leaks).toEqual([]);
      for (const [c, { count }] of own.published.entries()) {
        const truth = block.cells[c]!.count;
        if (count === null || count === 0) continue;
        expect(count % 5).toBe(0);
        expect(Math.abs(count - truth)).toBeLessThanOrEqual(2);
        expect(truth).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

import type { OuterBound } from './attack-system.ts';
import type { AttackPlan } from './attack-targets.ts';
import type { BlockCell, BlockCounts } from './block-counts.ts';
import { type Attack, attack, type Finding } from './disclosure-attack.ts';
import type { PublishedCell } from './published-cell.ts';
import type { ReleaseRule } from './release-rule.ts';
import { shownCells } from './secondary-suppression.ts';

/** What blocks of the same tables have in common. */
export interface BlockPlan {
  /** By cell: which are shown rather than others. */
  readonly rank: ArrayLike<number>;
  readonly attack: AttackPlan;
}

/** One block as it may be published. */
export interface ProtectedBlock {
  /** In the order of the block's cells. */
  readonly published: readonly PublishedCell[];
  readonly found: Attack;
}

export function rounded(count: number, base: number): number {
  return Math.round(count / base) * base;
}

function publishedCells(
  cells: readonly BlockCell[],
  shown: readonly boolean[],
  { rounding }: ReleaseRule,
): readonly PublishedCell[] {
  return cells.map(({ masks, count }, c) => ({ masks, count: shown[c] ? rounded(count, rounding) : null }));
}

/**
 * The shown cell to hide next for a leak: of those that share a dimension with it the smallest, else the smallest of all;
 * -1 where nothing is shown any more. All children measured come last.
 */
function sibling(cells: readonly BlockCell[], shown: readonly boolean[], { masks }: Finding): number {
  const own = Object.keys(masks);
  const cost = (cell: BlockCell, c: number): number => {
    if (c === 0) return 2;
    return Object.keys(cell.masks).some((one) => own.includes(one)) ? 0 : 1;
  };
  const order = (c: number): readonly number[] => {
    const cell = cells[c]!;
    return [cost(cell, c), cell.count, Object.keys(cell.masks).length];
  };
  let best = -1;
  for (const [c, is] of shown.entries()) {
    if (!is || cells[c]!.kind !== 'open') continue;
    if (best < 0 || precedes(order(c), order(best))) best = c;
  }
  return best;
}

function precedes(a: readonly number[], b: readonly number[]): boolean {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k >= 0 && a[k]! < b[k]!;
}

/**
 * Hides, rounds, attacks and hides again until nothing is found. Null where an attacker learns something even when nothing
 * more can be hidden.
 * @param more bounds that an attacker has from other blocks.
 * @param begun the block as it was protected with fewer bounds.
 */
export function protectBlock(
  { cells }: BlockCounts,
  plan: BlockPlan,
  rule: ReleaseRule,
  more: readonly OuterBound[] = [],
  begun?: ProtectedBlock,
): ProtectedBlock | null {
  const shown =
    begun === undefined
      ? [...shownCells(cells, plan.rank)]
      : begun.published.map(({ count }) => count !== null);
  for (let known: Attack['points'] = []; ; ) {
    const published = publishedCells(cells, shown, rule);
    const found = attack(plan.attack, published, rule, { more, known, untilLeak: true });
    if (!found.possible) return null;
    const [leak] = found.leaks;
    if (leak === undefined) return { published, found };
    const next = sibling(cells, shown, leak);
    if (next < 0) return null;
    shown[next] = false;
    known = found.points;
  }
}

/** The block with one more cell hidden: of those named the smallest that is shown. */
export function hideAlso(
  { cells }: BlockCounts,
  block: ProtectedBlock,
  among: readonly number[],
): ProtectedBlock {
  const shown = among.filter((c) => block.published[c]!.count !== null);
  const smallest = shown.reduce((best, c) => (cells[c]!.count < cells[best]!.count ? c : best));
  const published = block.published.map((cell, c) => (c === smallest ? { ...cell, count: null } : cell));
  return { ...block, published };
}

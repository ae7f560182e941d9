import { attackProgram, type Point, plainSum } from './attack-program.ts';
import { rankTest } from './attack-rank.ts';
import { narrowedSpans } from './attack-spans.ts';
import { attackSystem, type OuterBound, type PublishedRule } from './attack-system.ts';
import { type AttackPlan, type AttackTarget, targetsOf } from './attack-targets.ts';
import { type CellMasks, holdsUnknown, maskKey, type PublishedCell } from './published-cell.ts';
import { createRandom } from './random.ts';

/** What an attacker may learn of one cell that is not shown. */
export interface Finding {
  readonly masks: CellMasks;
  /** True of every set of counts that fits what is published. */
  readonly lo: number;
  readonly hi: number;
  /**
   * exact: one count alone. unsafe: a span of fewer than k counts that may be below k. Of children of unknown class only
   * what is exact is unsafe: nobody outside the office knows who they are.
   */
  readonly verdict: 'exact' | 'unsafe' | 'safe';
}

export interface AttackKnowledge {
  readonly more?: readonly OuterBound[];
  /** Points of an attack on more than is shown now: they fit this too. */
  readonly known?: readonly Point[];
  /** Whether to end with the first leak. */
  readonly untilLeak?: boolean;
}

export interface Attack {
  /** False where no counts fit what is published: then nothing is found. */
  readonly possible: boolean;
  /** Cells hidden, and cells of up to three dimensions that no table shows. */
  readonly tested: number;
  readonly exact: number;
  readonly unsafe: number;
  /** Width of the narrowest span found that may be below k, at most k; null where no cell is tested. */
  readonly narrowest: number | null;
  /** Cells that are not safe. */
  readonly leaks: readonly Finding[];
  readonly points: readonly Point[];
  /** A span that a cell's count can take, known to be reachable: its full span may be wider. Null where it is no sum. */
  readonly reach: (masks: CellMasks) => readonly [number, number] | null;
  /** The full span of a cell's count, by two linear programs; null where it is no sum or none was solved. */
  readonly extent: (masks: CellMasks) => readonly [number, number] | null;
}

const EPSILON = 1e-6;
/** Directions in which a block's points are spread. */
const WIDENING = 8;

/** What the points so far have shown of a target. */
interface Reached {
  lo: number;
  hi: number;
  points: number;
}

function total(point: Point, terms: readonly number[]): number {
  let sum = 0;
  for (const term of terms) sum += point[term]!;
  return sum;
}

/** What a cell's count may be where all else is as in a point: its sum, or by parts the bounds of Fréchet (1940). */
function spanAt(point: Point, { terms, parts }: AttackTarget): readonly [number, number] {
  if (terms !== null) {
    const sum = total(point, terms);
    return [sum, sum];
  }
  let [lo, hi] = [0, 0];
  for (const [s, whole] of parts!.wholes.entries()) {
    let [least, sum] = [Number.POSITIVE_INFINITY, 0];
    for (const strata of parts!.parts) {
      const own = total(point, strata[s]!);
      least = Math.min(least, own);
      sum += own;
    }
    hi += least;
    lo += Math.max(0, sum - (parts!.parts.length - 1) * total(point, whole));
  }
  return [lo, hi];
}

const whole = (lo: number, hi: number): readonly [number, number] => [
  Math.ceil(lo - EPSILON),
  Math.floor(hi + EPSILON),
];

/**
 * Everything an attacker can learn of one area and period by arithmetic from what is published: for each cell that is not
 * shown, the least and the greatest count with which all shown figures can be true. First sums and differences alone (rank
 * test), then spans narrowed by each sum, then linear programs, whose points also show of other cells that they can be
 * small as well as great. Cells across tables are held between the bounds of Fréchet at these points.
 * Of a span proven too wide only so much is looked for as makes it safe.
 */
export function attack(
  plan: AttackPlan,
  cells: readonly PublishedCell[],
  rule: PublishedRule,
  { more = [], known = [], untilLeak = false }: AttackKnowledge = {},
): Attack {
  const k = rule.minimumCell;
  const system = attackSystem(plan.shape, cells, rule, more);
  const targets = targetsOf(plan, cells);
  const program = attackProgram(system);
  const follows = rankTest(system);
  const outer = narrowedSpans(system);
  const points: Point[] = [...known];
  const seek = (weights: ReadonlyMap<number, number>, direction: 'minimize' | 'maximize'): number | null => {
    const found = program.extreme(weights, direction);
    if (found !== null) points.push(found.point);
    return found?.value ?? null;
  };
  const isWide = ([lo, hi]: readonly [number, number], { unknown }: AttackTarget): boolean =>
    hi - lo >= (unknown ? 1 : k - 1);
  const looked = new Map<AttackTarget, Reached>();
  const reached = (target: AttackTarget): readonly [number, number] => {
    const now = looked.get(target) ?? {
      lo: Number.POSITIVE_INFINITY,
      hi: Number.NEGATIVE_INFINITY,
      points: 0,
    };
    looked.set(target, now);
    for (; now.points < points.length && !isWide(whole(now.lo, now.hi), target); now.points++) {
      const [least, most] = spanAt(points[now.points]!, target);
      now.lo = Math.min(now.lo, least);
      now.hi = Math.max(now.hi, most);
    }
    return whole(now.lo, now.hi);
  };
  const hidden = targets.filter(({ terms }) => terms !== null);
  const everything = new Map<number, number>();
  for (const { terms } of hidden)
    for (const term of terms!) everything.set(term, (everything.get(term) ?? 0) + 1);
  if (points.length === 0) {
    seek(everything, 'maximize');
    seek(everything, 'minimize');
    if (points.length === 0) seek(new Map(), 'maximize');
  }
  const possible = points.length > 0;
  const extents = new Map<string, readonly [number, number] | null>();
  let widened = false;
  const findings: Finding[] = [];
  for (const target of possible ? targets : []) {
    const finding = found(target);
    findings.push(finding);
    if (untilLeak && finding.verdict !== 'safe') break;
  }

  function found(target: AttackTarget): Finding {
    const { masks, terms } = target;
    const said = (lo: number, hi: number): Finding => {
      const verdict = lo === hi ? 'exact' : isWide([lo, hi], target) || lo >= k ? 'safe' : 'unsafe';
      return { masks, lo, hi, verdict: verdict === 'exact' && lo >= k && terms === null ? 'safe' : verdict };
    };
    let span = reached(target);
    if (isWide(span, target)) return said(...span);
    if (terms === null) return crossedFinding(target, said);
    if (follows(terms)) return said(span[0], span[0]);
    const proven = whole(...outer(terms));
    if (proven[0] >= k && proven[1] > proven[0] && span[1] > span[0]) return said(...proven);
    const weights = plainSum(terms);
    const most = seek(weights, 'maximize');
    span = reached(target);
    if (isWide(span, target)) return said(...span);
    const least = seek(weights, 'minimize');
    span = reached(target);
    // What the solver cannot answer is not called safe: only points that fit are believed.
    return most === null || least === null ? said(...span) : said(...whole(least, most));
  }

  /** Parts are moved to their ends, at which the whole is looked at again. */
  function crossedFinding(target: AttackTarget, said: (lo: number, hi: number) => Finding): Finding {
    const { parts, wholes } = target.parts!;
    const together = [parts.flat(2), ...parts.map((strata) => strata.flat())];
    // The parts of a cell may lie in different classes of what they share, where nobody can be of both.
    const byStratum = wholes.flatMap((_, s) => [
      parts.flatMap((strata) => strata[s]!),
      ...parts.map((strata) => strata[s]!),
    ]);
    for (const terms of wholes.length > 1 ? [...together, ...byStratum] : together)
      for (const direction of ['maximize', 'minimize'] as const) {
        seek(plainSum(terms), direction);
        const span = reached(target);
        if (isWide(span, target)) return said(...span);
      }
    const [lo, hi] = reached(target);
    if (lo < k) return said(lo, hi);
    const weights = new Map<number, number>();
    const add = (terms: readonly number[], weight: number): void => {
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
    };
    for (const strata of parts) add(strata.flat(), 1);
    add(wholes.flat(), 1 - parts.length);
    const least = seek(weights, 'minimize');
    return said(least === null ? 0 : Math.min(lo, Math.ceil(least - EPSILON)), hi);
  }

  /** Points far apart in many directions, found once, where somebody asks what cells can reach. */
  function widen(): void {
    if (widened) return;
    widened = true;
    const random = createRandom(WIDENING);
    for (let direction = 0; direction < WIDENING; direction++) {
      const weights = new Map<number, number>();
      for (const { terms } of plan.own) {
        const sign = random.below(2) * 2 - 1;
        for (const term of terms ?? []) weights.set(term, (weights.get(term) ?? 0) + sign);
      }
      seek(weights, 'maximize');
      seek(weights, 'minimize');
    }
  }

  function spread(terms: readonly number[]): readonly [number, number] {
    const sums = points.map((point) => total(point, terms));
    return whole(Math.min(...sums), Math.max(...sums));
  }

  const leaks = findings.filter(({ verdict }) => verdict !== 'safe');
  const low = findings.filter(({ lo, masks }) => lo < k && !holdsUnknown(masks));
  const exact = leaks.filter(({ verdict }) => verdict === 'exact').length;
  return {
    possible,
    tested: findings.length,
    exact,
    unsafe: leaks.length,
    narrowest: low.length === 0 ? null : Math.min(k, ...low.map(({ lo, hi }) => hi - lo)),
    leaks,
    points,
    reach: (masks) => {
      const terms = plan.shape.termsOf(masks);
      widen();
      return terms === null || points.length === 0 ? null : spread(terms);
    },
    extent: (masks) => {
      const key = maskKey(masks);
      const terms = plan.shape.termsOf(masks);
      const solved = extents.get(key);
      if (solved !== undefined || terms === null) return solved ?? null;
      const least = program.extreme(plainSum(terms), 'minimize');
      const most = program.extreme(plainSum(terms), 'maximize');
      const span = least === null || most === null ? null : whole(least.value, most.value);
      extents.set(key, span);
      return span;
    },
  };
}

import { solve } from 'yalps';
import type { AttackSystem } from './attack-system.ts';

/** No block has as many children: keeps the program bounded where nothing else does. */
const MOST_CHILDREN = 100_000;
const TOLERANCE = 1e-6;

/** Counts that fit all that is published, as far as an attacker knows; they need not be whole. */
export type Point = Float64Array;

export interface AttackProgram {
  /** The least or greatest of a weighted sum of unknowns and a point where it is reached; null where the solver fails. */
  readonly extreme: (
    weights: ReadonlyMap<number, number>,
    direction: 'minimize' | 'maximize',
  ) => { readonly value: number; readonly point: Point } | null;
}

/** The weights of a plain sum. */
export function plainSum(terms: readonly number[]): ReadonlyMap<number, number> {
  return new Map(terms.map((term) => [term, 1]));
}

/**
 * The linear program of a system, asked again and again with other sums (yalps, two-phase simplex). Unknowns that a shown
 * zero makes zero are left out. Whatever the solver answers is held against the system: a point that does not fit is none.
 */
export function attackProgram({ unknowns, bounds, links }: AttackSystem): AttackProgram {
  const zero = new Uint8Array(unknowns);
  for (const { terms, hi } of bounds) if (hi === 0) for (const term of terms) zero[term] = 1;
  const free = [...zero.keys()].filter((term) => zero[term] === 0);
  const columns = new Map(free.map((term): [number, [number, number][]] => [term, []]));
  const constraints = new Map<number, { min?: number; max?: number; equal?: number }>();
  let row = 0;
  const enter = (terms: readonly number[], sign: number): void => {
    for (const term of terms) columns.get(term)?.push([row, sign]);
  };
  for (const { terms, lo, hi } of bounds) {
    if (hi === 0) continue;
    enter(terms, 1);
    constraints.set(
      row++,
      hi === Number.POSITIVE_INFINITY ? { min: lo } : lo > 0 ? { min: lo, max: hi } : { max: hi },
    );
  }
  for (const { one, other } of links) {
    enter(one, 1);
    enter(other, -1);
    constraints.set(row++, { equal: 0 });
  }
  enter(free, 1);
  constraints.set(row++, { max: MOST_CHILDREN });
  const objective = row;
  const sum = (point: Point, terms: readonly number[]): number =>
    terms.reduce((total, term) => total + point[term]!, 0);
  const fits = (point: Point): boolean =>
    bounds.every(({ terms, lo, hi }) => {
      const total = sum(point, terms);
      return total >= lo - TOLERANCE && total <= hi + TOLERANCE;
    }) && links.every(({ one, other }) => Math.abs(sum(point, one) - sum(point, other)) <= TOLERANCE);
  return {
    extreme: (weights, direction) => {
      const variables = free.map((term): [number, Iterable<readonly [number, number]>] => {
        const weight = weights.get(term);
        const column = columns.get(term)!;
        return [term, weight === undefined ? column : [...column, [objective, weight] as const]];
      });
      const answer = solve({ direction, objective, constraints, variables });
      if (answer.status !== 'optimal') return null;
      const point = new Float64Array(unknowns);
      for (const [term, value] of answer.variables) point[term] = value;
      return fits(point) ? { value: answer.result, point } : null;
    },
  };
}

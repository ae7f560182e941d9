import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { sharedPath } from '#tests/shared-data.ts';

/** Limits by area. */
interface Limits {
  readonly lo: readonly number[];
  readonly hi: readonly number[];
}

/** What R 4.2.2 (spdep 1.2-7) made of one pair of columns; see vectors/README.md of the shared findings. */
export interface RateReference {
  readonly events: readonly number[];
  readonly population: readonly number[];
  readonly EB_global_poisson: { readonly est: readonly number[]; readonly a: number; readonly b: number };
  readonly wilson95: Limits;
  readonly wilson90: Limits;
  readonly clopper_pearson95: Limits;
  readonly funnel: {
    readonly theta: number;
    readonly z_naive: readonly number[];
    readonly approx95: Limits;
    readonly approx998: Limits;
    readonly phi_winsor10: number;
  };
  readonly betabinomial_moments: {
    readonly mu: number;
    readonly rho: number;
    readonly alpha: number;
    readonly beta: number;
    readonly post_mean: readonly number[];
    readonly ci95: Limits;
    readonly p_exceed_mu: readonly number[];
  };
  readonly byW: Readonly<
    Record<
      string,
      {
        /** null where the window has no case. */
        readonly EBlocal_geoda: { readonly est: readonly (number | null)[] };
        readonly EBI: { readonly z: readonly number[] };
      }
    >
  >;
}

export interface RateCase {
  readonly name: string;
  readonly expected: RateReference;
  readonly counts: { readonly numerator: Float64Array; readonly denominator: Float64Array };
  /** Neighbor lists by scheme. */
  readonly schemes: Readonly<Record<string, readonly (readonly number[])[]>>;
}

function read<T>(path: string): T | null {
  const file = sharedPath(path);
  return file === null ? null : JSON.parse(readFileSync(file, 'utf8'));
}

/** Every pair of columns that the shared findings have references for; none where they are absent, which is said. */
export function rateCases(): readonly RateCase[] {
  return ['nc_sids', 'synth51'].flatMap((set) => {
    const made = read<{ rates: Record<string, RateReference> }>(`vectors/${set}/expected.json`);
    const neighbors = read<{ weights: RateCase['schemes'] }>(`vectors/${set}/neighbors.json`);
    if (made === null || neighbors === null) return [];
    return Object.entries(made.rates).map(([column, expected]) => ({
      name: `${set} ${column}`,
      expected,
      counts: {
        numerator: Float64Array.from(expected.events),
        denominator: Float64Array.from(expected.population),
      },
      schemes: neighbors.weights,
    }));
  });
}

/** Within 1e-9 of the reference, relative; the references have 15 digits. */
export function expectColumn(mine: ArrayLike<number>, reference: readonly number[]): void {
  expect(mine).toHaveLength(reference.length);
  for (const [i, value] of reference.entries()) {
    const apart = Math.abs(mine[i]! - value);
    if (!(apart <= 1e-9 * Math.abs(value))) expect.fail(`area ${i}: ${mine[i]} for ${value}`);
  }
}

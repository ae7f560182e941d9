import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import {
  graphOf,
  isolatesOf,
  type NeighborGraph,
  type SpatialWeights,
  type WeightsStyle,
} from '#core/spatial-weights.ts';
import { sharedPath } from '#tests/shared-data.ts';

/** One of the shared sets of reference values, made by R spdep 1.2-7 and PySAL esda 2.5.1 (its README). */
export interface VectorSet {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the file's, and the test fails where it is another.
  readonly expected: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly pysal: any;
  readonly graphs: Readonly<Record<string, NeighborGraph>>;
}

export const STYLES: readonly WeightsStyle[] = ['W', 'B'];

/** Those of the sets that are on this computer: without them the tests on them are skipped, and said to be. */
export function vectorSets(): VectorSet[] {
  return ['columbus', 'nc_sids', 'synth51'].flatMap((name) => {
    const folder = sharedPath(`vectors/${name}`);
    if (!folder) return [];
    const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8'));
    const graphs = Object.fromEntries(
      Object.entries<number[][]>(read('neighbors').weights).map(([scheme, lists]) => [
        scheme,
        graphOf(lists, { kind: 'given', name: scheme }),
      ]),
    );
    return [{ name, expected: read('expected'), pysal: read('expected_pysal'), graphs }];
  });
}

/** What a set has reference values of: by variable, scheme of neighbors, and style of weights. */
export function casesOf(reference: object, graphs: VectorSet['graphs']) {
  return Object.keys(reference).flatMap((variable) =>
    Object.keys(graphs).flatMap((scheme) => STYLES.map((style) => [variable, scheme, style] as const)),
  );
}

/** Local reference values, null for areas without neighbors: this program has no number for them. */
export function ofAreasWithNeighbors(graph: NeighborGraph, values: readonly (number | null)[]) {
  const isolates = new Set(isolatesOf(graph));
  return values.map((value, i) => (isolates.has(i) ? null : value));
}

export function edgeCase(name: string) {
  const path = sharedPath(`vectors/edge_cases/${name}.json`);
  return path ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

export const column = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

/** Lists as weights, binary unless said. */
export function weightsOf(lists: number[][], style: WeightsStyle = 'B'): SpatialWeights {
  return { graph: graphOf(lists, { kind: 'given', name: 'test' }), style };
}

/** Queen neighbors of a grid of squares, row by row. */
export function queenGrid(width: number, height: number): number[][] {
  return Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const around: number[] = [];
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let at = Math.max(0, x - 1); at <= Math.min(width - 1, x + 1); at++) {
        if (row !== y || at !== x) around.push(row * width + at);
      }
    }
    return around;
  });
}

/** How far numbers may be from those of another program that prints 15 digits. */
const TOLERANCE = 1e-9;
const worst = new Map<string, number>();

/**
 * Each number within 1e-9 of its own size of the reference, or of `floor` where that is more (differences of nearly equal
 * sums); NaN where the reference has none.
 */
export function expectNear(
  quantity: string,
  actual: ArrayLike<number>,
  reference: readonly (number | null)[],
  floor = 1e-3,
): void {
  expect(actual.length, quantity).toBe(reference.length);
  reference.forEach((wanted, i) => {
    const number = actual[i]!;
    if (wanted === null) {
      expect(number, `${quantity} of ${i}`).toBeNaN();
      return;
    }
    const off = Math.abs(number - wanted) / Math.max(Math.abs(wanted), floor);
    worst.set(quantity, Math.max(worst.get(quantity) ?? 0, off));
    if (!(off <= TOLERANCE)) expect.fail(`${quantity} of ${i}: ${number}, not ${wanted}`);
  });
}

/** The worst deviation of each quantity, where PETA_DEVIATIONS asks for it: the table of docs/methods.md. */
export function reportDeviations(): void {
  if (process.env.PETA_DEVIATIONS) console.log(Object.fromEntries(worst));
}

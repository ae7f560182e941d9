import { neighborLists } from '#core/spatial-weights.ts';
import type { NeighborChoice } from '#core/view.ts';
import { type HotspotLayer, jobOf } from '#picture/hotspot-layer.ts';

/** The member of the file that holds its neighbor lists. */
const LISTS = 'neighbors';

function weightsOption(choice: NeighborChoice): string {
  switch (choice.kind) {
    case 'nearest':
      return `--weights knn:${choice.k}`;
    case 'distance-band':
      return `--weights distance:${choice.kilometers}`;
    default:
      return `--weights ${choice.kind}`;
  }
}

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** 1 where the rate lies above that of all areas together, as core/hotspots.ts has it; null where there is none. */
function marked(
  numerator: Float64Array,
  denominator: Float64Array,
  usable: readonly boolean[],
): (number | null)[] {
  let [cases, people] = [0, 0];
  usable.forEach((use, i) => {
    if (!use) return;
    cases += numerator[i]!;
    people += denominator[i]!;
  });
  return usable.map((use, i) => (use ? Number(numerator[i]! / denominator[i]! > cases / people) : null));
}

/**
 * What was tested, as GeoJSON: areas with their counts, and the neighbors as they were used.
 * @param about members of the file by which it is known wherever it goes.
 */
export function receiptFile(layer: HotspotLayer, about: Readonly<Record<string, string>>): string {
  const { input, answer } = layer;
  const { counts, second } = jobOf(input);
  const usable = Array.from(counts.numerator.keys(), (i) => {
    const known = (of: typeof counts) => of.denominator[i]! > 0 && !Number.isNaN(of.numerator[i]!);
    return known(counts) && (second === null || known(second));
  });
  const marks = second && {
    first: marked(counts.numerator, counts.denominator, usable),
    second: marked(second.numerator, second.denominator, usable),
  };
  const features = input.geography.areas.map(({ code, name }, i) => ({
    type: 'Feature',
    properties: {
      code,
      name,
      numerator: usable[i] ? orNull(counts.numerator[i]) : null,
      denominator: usable[i] ? orNull(counts.denominator[i]) : null,
      standardized: orNull(answer.map.standardized[i]),
      ...(marks ? { first_high: marks.first[i], second_high: marks.second[i] } : {}),
    },
    geometry: input.boundaries.features[i]?.geometry ?? null,
  }));
  return JSON.stringify({ type: 'FeatureCollection', about, [LISTS]: neighborLists(answer.graph), features });
}

/** The command that gives the same numbers from that file. */
export function receiptCommand({ input }: HotspotLayer, file: string): string {
  const { choice } = input;
  const { variance } = jobOf(input);
  const columns = {
    clusters: `--method eb-local-moran --numerator numerator --denominator denominator --rate-variance ${variance}`,
    'hot-cold': '--method gi-star --value standardized --reference 0',
    'co-location': '--method join-count --value first_high --value2 second_high',
  }[choice.method];
  const weights =
    choice.edits.length > 0 ? `--weights-file ${file} --scheme ${LISTS}` : weightsOption(choice.neighbors);
  const draws =
    choice.method === 'co-location' ? '' : ` --permutations ${choice.permutations} --seed ${choice.seed}`;
  return `npm run analyze -- --boundaries ${file} --key code ${columns} ${weights}${draws} --out hasil.json`;
}

/** Class of one index of growth: docs/dataset.md. */
export type GrowthClass = 'severe' | 'moderate' | 'none' | 'unknown';
export type GrowthIndex = 'stunting' | 'wasting' | 'underweight';

const LABELS: Readonly<Record<GrowthIndex, Readonly<Record<string, GrowthClass>>>> = {
  stunting: {
    'sangat pendek': 'severe',
    'severely stunted': 'severe',
    pendek: 'moderate',
    stunted: 'moderate',
    normal: 'none',
    tinggi: 'none',
  },
  wasting: {
    'gizi buruk': 'severe',
    'sangat kurus': 'severe',
    'gizi kurang': 'moderate',
    kurus: 'moderate',
    normal: 'none',
    'gizi baik': 'none',
    'risiko gizi lebih': 'none',
    'berisiko gizi lebih': 'none',
    'risiko lebih': 'none',
    'gizi lebih': 'none',
    gemuk: 'none',
    obesitas: 'none',
  },
  underweight: {
    'sangat kurang': 'severe',
    'berat badan sangat kurang': 'severe',
    'bb sangat kurang': 'severe',
    'gizi buruk': 'severe',
    kurang: 'moderate',
    'berat badan kurang': 'moderate',
    'bb kurang': 'moderate',
    'gizi kurang': 'moderate',
    normal: 'none',
    'berat badan normal': 'none',
    'bb normal': 'none',
    'gizi baik': 'none',
    'risiko lebih': 'none',
    'risiko berat badan lebih': 'none',
    'risiko bb lebih': 'none',
    lebih: 'none',
    'gizi lebih': 'none',
  },
};

/** Beyond these a z-score is a fault of measuring (WHO, 2006): BB/U < -6 or > 5, TB/U < -6 or > 6, BB/TB < -5 or > 5. */
const PLAUSIBLE: Readonly<Record<GrowthIndex, readonly [low: number, high: number]>> = {
  stunting: [-6, 6],
  wasting: [-5, 5],
  underweight: [-6, 5],
};

/** The class that a label names; null for an empty one, unknown for a word that no vocabulary has. */
export function labeledClass(index: GrowthIndex, label: string): GrowthClass | null {
  const word = label
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return word === '' ? null : (LABELS[index][word] ?? 'unknown');
}

/** Below -3 severe, from -3 to below -2 moderate: exactly -2.00 is not affected, exactly -3.00 not severe. */
export function scoredClass(z: number): GrowthClass {
  return z < -3 ? 'severe' : z < -2 ? 'moderate' : 'none';
}

export function isImplausible(index: GrowthIndex, z: number): boolean {
  const [low, high] = PLAUSIBLE[index];
  return z < low || z > high;
}

/** Of a z-score of two decimals: what rounding alone explains is no disagreement. */
const HALF_DIGIT = 0.005;

export interface ClassedGrowth {
  readonly class: GrowthClass;
  readonly implausible: boolean;
  /** Label and z-score name different classes; the label counts. */
  readonly disagrees: boolean;
  /** A label that no vocabulary has. */
  readonly strange: boolean;
}

/** The label where there is one that is known, else the z-score; an implausible z-score leaves the class unknown. */
export function classedGrowth(index: GrowthIndex, label: string, z: number | null): ClassedGrowth {
  const named = labeledClass(index, label);
  const scored = z === null ? null : scoredClass(z);
  const strange = named === 'unknown';
  if (z !== null && isImplausible(index, z))
    return { class: 'unknown', implausible: true, disagrees: false, strange };
  const known = named === null || strange ? scored : named;
  const disagrees =
    named !== null &&
    !strange &&
    z !== null &&
    scoredClass(z - HALF_DIGIT) !== named &&
    scoredClass(z + HALF_DIGIT) !== named;
  return { class: known ?? 'unknown', implausible: false, disagrees, strange };
}

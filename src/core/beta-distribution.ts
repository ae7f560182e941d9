import { invariant } from './problem.ts';
import type { Random } from './random.ts';

const TINY = 1e-300;
const CLOSE = 1e-15;
const UINT32 = 2 ** 32;

/**
 * P(X <= x) of a beta distribution: the regularized incomplete beta function I_x(a, b). By the continued fraction of
 * DiDonato & Morris (1992, ACM Trans. Math. Softw. 18:360), its factor by saddle-point (Loader 2000), to about 1e-12
 * relative also far out in the tail. About a microsecond where a + b is hundreds, ten where it is millions.
 * @param x below 0 gives 0, above 1 gives 1.
 * @param a above 0, finite. @param b likewise.
 * @throws where a parameter is not above 0 and finite, or x is missing.
 */
export function betaBelow(x: number, a: number, b: number): number {
  return share(x, 1 - x, a, b);
}

/** P(X > x) of a beta distribution, exact also where it is tiny; see betaBelow. */
export function betaAbove(x: number, a: number, b: number): number {
  return share(1 - x, x, b, a);
}

/**
 * The x below which a share p of a beta distribution lies, to about 1e-12 relative; 0 where it is too small to be told
 * from 0. Halley's steps within a bracket that narrows: mostly five of the cost of betaBelow.
 * @param p 0 to 1.
 * @throws as betaBelow, and where p is no share.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  invariant(p >= 0 && p <= 1, `a share of ${p}`);
  if (p === 0 || p === 1) return p;
  let [low, high] = [0, 1];
  let x = firstGuess(p, a, b);
  for (let step = 0; step < 200 && x > 0 && x < 1; step++) {
    const error = betaBelow(x, a, b) - p;
    if (error > 0) high = x;
    else low = x;
    const newton = (error * x * (1 - x)) / factor(x, 1 - x, a, b);
    const bend = newton * ((a - 1) / x - (b - 1) / (1 - x));
    const halley = x - newton / (1 - 0.5 * Math.min(1, Math.max(-1, bend)));
    const inside = halley >= low && halley <= high;
    const next = inside ? halley : (low + high) / 2;
    const moved = Math.abs(next - x);
    x = next;
    // The next step, three times as many digits, would move it by less than can be told.
    if (moved <= (inside ? 1e-6 : CLOSE) * Math.min(x, 1 - x)) break;
  }
  return x;
}

/**
 * Draws from beta distributions, as the share of one of two gamma variates (Marsaglia & Tsang 2000, ACM Trans. Math.
 * Softw. 26:363). How many numbers it takes from `random` depends on those numbers: draws must be made in one order to
 * be made again.
 * @returns a draw of Beta(a, b), 0 to 1; a and b above 0 and finite, not both far below 1.
 */
export function createBetaDraws(random: Random): (a: number, b: number) => number {
  const normal = createNormalDraws(random);
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal();
      const root = 1 + c * z;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = random.uint32() / UINT32;
      const z2 = z * z;
      if (u < 1 - 0.0331 * z2 * z2) return d * v;
      if (Math.log(u) < 0.5 * z2 + d * (1 - v + Math.log(v))) return d * v;
    }
  };
  const anyGamma = (shape: number): number =>
    shape >= 1 ? gamma(shape) : gamma(shape + 1) * random.unit() ** (1 / shape);
  return (a, b) => {
    const own = anyGamma(a);
    return own / (own + anyGamma(b));
  };
}

/** Standard normal draws, two at a time (Marsaglia's polar method, 1964). */
export function createNormalDraws(random: Random): () => number {
  // In an array, for a number that a closure keeps anew is allocated anew.
  const spare = Float64Array.of(Number.NaN);
  return () => {
    const kept = spare[0]!;
    spare[0] = Number.NaN;
    if (!Number.isNaN(kept)) return kept;
    for (;;) {
      const x = (2 * random.uint32()) / UINT32 - 1;
      const y = (2 * random.uint32()) / UINT32 - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare[0] = y * scale;
      return x * scale;
    }
  };
}

/** I_x(a, b); x and y sum to 1, each as exact as it is known. */
function share(x: number, y: number, a: number, b: number): number {
  invariant(
    a > 0 && b > 0 && a < Number.POSITIVE_INFINITY && b < Number.POSITIVE_INFINITY,
    `Beta(${a}, ${b})`,
  );
  invariant(!Number.isNaN(x), 'a number to compare with');
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return a * y >= b * x
    ? factor(x, y, a, b) / fraction(x, y, a, b)
    : 1 - factor(y, x, b, a) / fraction(y, x, b, a);
}

/** x^a y^b / B(a, b), without the loss of taking it from logarithms of gamma functions. */
function factor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

/** The continued fraction of DiDonato & Morris by Lentz's method; converges fast for x up to a / (a + b). */
function fraction(x: number, y: number, a: number, b: number): number {
  let value = (a * (a * y - b * x + 1)) / (a + 1);
  if (value === 0) value = TINY;
  let c = value;
  let d = 0;
  for (let m = 1; m < 100_000; m++) {
    const odd = a + 2 * m - 1;
    const top = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (odd * odd);
    const bottom = m + (m * (b - m) * x) / odd + ((a + m) * (a * y - b * x + 1 + m * (2 - x))) / (odd + 2);
    d = bottom + top * d || TINY;
    c = bottom + top / c || TINY;
    d = 1 / d;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < CLOSE) break;
  }
  return value;
}

/** log(n!) less Stirling's formula, for n above 0 (Loader 2000). */
function stirlingError(n: number): number {
  let [total, at] = [0, n];
  while (at < 10) {
    total += (at + 0.5) * Math.log1p(1 / at) - 1;
    at++;
  }
  const s = 1 / (at * at);
  const series =
    1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360_360))));
  return total + series / at;
}

/** x log(x / mean) + mean - x, also where x and mean are close (Loader 2000). */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** Abramowitz & Stegun 26.5.22, or the leading power where a parameter is below 1. */
function firstGuess(p: number, a: number, b: number): number {
  if (a >= 1 && b >= 1) {
    const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
    const size = t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481));
    const z = p < 0.5 ? size : -size;
    const [u, v] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
    const h = 2 / (u + v);
    const w = (z * Math.sqrt((z * z - 3) / 6 + h)) / h - (v - u) * ((z * z - 3) / 6 + 5 / 6 - 2 / (3 * h));
    const guess = a / (a + b * Math.exp(2 * w));
    return guess > 0 && guess < 1 ? guess : a / (a + b);
  }
  const t = Math.exp(a * Math.log(a / (a + b))) / a;
  const u = Math.exp(b * Math.log(b / (a + b))) / b;
  const w = t + u;
  return p < t / w ? (a * w * p) ** (1 / a) : 1 - (b * w * (1 - p)) ** (1 / b);
}

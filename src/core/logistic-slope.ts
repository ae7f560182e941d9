/** Steps of Newton's method; it doubles its digits with each, so that one that has not ended by then never will. */
const MOST_STEPS = 60;
const CLOSE = 1e-13;
/** A logit beyond which a proportion is 0 or 1: the fit runs away. */
const BEYOND = 30;

/** A logistic line through proportions: logit p = intercept + slope x. */
export interface LogisticLine {
  readonly intercept: number;
  readonly slope: number;
  /** Variance of intercept, their covariance, variance of slope: of the binomial distribution. */
  readonly covariance: readonly [number, number, number];
  /** The same from the residuals of the groups, HC1 (MacKinnon & White 1985); NaN of fewer than three groups. */
  readonly robust: readonly [number, number, number];
}

/** a, b, c of the symmetric matrix [[a, b], [b, c]]. */
type Symmetric = readonly [number, number, number];

function inverse([a, b, c]: Symmetric): Symmetric {
  const determinant = a * c - b * b;
  return [c / determinant, -b / determinant, a / determinant];
}

/** v m v. */
function sandwich([a, b, c]: Symmetric, [d, e, f]: Symmetric): Symmetric {
  const [p, q, r, s] = [a * d + b * e, a * e + b * f, b * d + c * e, b * e + c * f];
  return [p * a + q * b, p * b + q * c, r * b + s * c];
}

/**
 * Fits a logistic line to groups by maximum likelihood (Newton's method).
 * @param x of the groups. @param rates per 1. @param weights of the groups: their people.
 * @returns null where no line fits best: nobody or everybody is affected, or the groups are parted by x.
 */
export function logisticLine(
  x: readonly number[],
  rates: readonly number[],
  weights: readonly number[],
): LogisticLine | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = rates.reduce((sum, rate, j) => sum + rate * weights[j]!, 0) / total;
  if (!(mean > 0 && mean < 1)) return null;
  let [intercept, slope] = [Math.log(mean / (1 - mean)), 0];
  for (let step = 0; step < MOST_STEPS; step++) {
    let [a, b, c, u, v] = [0, 0, 0, 0, 0];
    const residuals = rates.map((rate, j) => {
      const fitted = 1 / (1 + Math.exp(-(intercept + slope * x[j]!)));
      const information = weights[j]! * fitted * (1 - fitted);
      const residual = weights[j]! * (rate - fitted);
      a += information;
      b += information * x[j]!;
      c += information * x[j]! * x[j]!;
      u += residual;
      v += residual * x[j]!;
      return residual;
    });
    const covariance = inverse([a, b, c]);
    const moved = [covariance[0] * u + covariance[1] * v, covariance[1] * u + covariance[2] * v] as const;
    intercept += moved[0];
    slope += moved[1];
    if (!(Math.abs(intercept) < BEYOND && Math.abs(intercept + slope) < BEYOND)) return null;
    if (Math.abs(moved[0]) + Math.abs(moved[1]) > CLOSE * (1 + Math.abs(slope))) continue;
    const groups = x.length;
    const meat = residuals.reduce<Symmetric>(
      ([d, e, f], residual, j) => [d + residual ** 2, e + residual ** 2 * x[j]!, f + (residual * x[j]!) ** 2],
      [0, 0, 0],
    );
    const scale = groups > 2 ? groups / (groups - 2) : Number.NaN;
    const [d, e, f] = sandwich(covariance, meat);
    return { intercept, slope, covariance, robust: [d * scale, e * scale, f * scale] };
  }
  return null;
}

const SQRT_2PI_INVERSE = 0.3989422804014327;
const SQRT_32 = 5.656854249492381;
/** Here the tail is below the least number. */
const BEYOND = 39;

const NEAR = {
  top: [161.02823106855587, 1067.6894854603709, 18154.98125334356],
  bottom: [976.0985517377767, 10260.932208618979, 45507.78933502673],
};
const MIDDLE = {
  top: [
    8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726, 6848.190450536283,
    11602.65143764735, 9842.714838383978,
  ],
  bottom: [
    235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
    38912.00328609327, 19685.429676859992,
  ],
};
const FAR = {
  top: [0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5],
  bottom: [0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5],
};

/** One ratio of polynomials in `at`, by Horner's rule. */
function ratio(
  { top, bottom }: typeof NEAR,
  first: number,
  above: number,
  below: number,
  at: number,
): number {
  let [upper, lower] = [first * at, at];
  upper = (upper + above) * at;
  lower = (lower + below) * at;
  for (let j = 0; j + 1 < top.length; j++) {
    upper = (upper + top[j]!) * at;
    lower = (lower + bottom[j]!) * at;
  }
  return (upper + top.at(-1)!) / (lower + bottom.at(-1)!);
}

/** exp(-z^2 / 2), its exponent in two parts so that nothing of it is rounded away. */
function bell(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-(z - coarse) * (z + coarse) * 0.5);
}

/**
 * The probability that a standard normal variable exceeds z: relative error below 1e-14 down to the smallest numbers
 * (z of about 38), 0 beyond, NaN of NaN. Rational Chebyshev approximations of W. J. Cody (1969, Math. Comp. 23:631).
 */
export function normalUpperTail(z: number): number {
  const y = Math.abs(z);
  if (y <= 0.67448975) {
    const inside = z * ratio(NEAR, 0.06568233791820745, 2.2352520354606837, 47.202581904688245, z * z);
    return 0.5 - inside;
  }
  if (y > BEYOND) return z > 0 ? 0 : 1;
  let tail: number;
  if (y <= SQRT_32) {
    tail = bell(y) * ratio(MIDDLE, 1.0765576773720192e-8, 0.39894151208813466, 22.266688044328117, y);
  } else {
    const square = 1 / (y * y);
    const series = square * ratio(FAR, 0.023073441764940174, 0.215898534057957, 1.284260096144911, square);
    tail = (bell(y) * (SQRT_2PI_INVERSE - series)) / y;
  }
  return z > 0 ? tail : 1 - tail;
}

/**
 * The probability that a standard normal variable is at least as far from 0 as z, to either side; NaN of NaN.
 * Accuracy as normalUpperTail.
 */
export function normalTwoSidedP(z: number): number {
  return 2 * normalUpperTail(Math.abs(z));
}

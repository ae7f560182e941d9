/** Smooth noise over the plane, about -1 to 1. */
export type Noise = (x: number, y: number) => number;

function latticeValue(seed: number, column: number, row: number): number {
  let hash = seed ^ Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 31 - 1;
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function valueNoise(seed: number, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = fade(x - column);
  const v = fade(y - row);
  const top = latticeValue(seed, column, row) * (1 - u) + latticeValue(seed, column + 1, row) * u;
  const bottom = latticeValue(seed, column, row + 1) * (1 - u) + latticeValue(seed, column + 1, row + 1) * u;
  return top * (1 - v) + bottom * v;
}

/** Sum of octaves, each of half the wavelength and `gain` times the height of the one before. Meters. */
export function fractalNoise(seed: number, wavelength: number, octaves: number, gain: number): Noise {
  return (x, y) => {
    let sum = 0;
    let height = 1;
    let total = 0;
    for (let octave = 0; octave < octaves; octave += 1) {
      const scale = 2 ** octave / wavelength;
      sum += height * valueNoise(seed + octave * 1013, x * scale + octave * 17.3, y * scale - octave * 9.7);
      total += height;
      height *= gain;
    }
    return sum / total;
  };
}

const TITLES = new Set(
  'an anak by bayi ny nn tn sdr sdri h hj dr drs dra ir bin binti st se spd amd'.split(' '),
);
const SAME: Readonly<Record<string, string>> = {
  m: 'muhammad',
  muh: 'muhammad',
  moh: 'muhammad',
  mohd: 'muhammad',
  mohammad: 'muhammad',
  mohamad: 'muhammad',
  mohamed: 'muhammad',
  muhamad: 'muhammad',
  muchamad: 'muhammad',
  mochamad: 'muhammad',
  ahmad: 'ahmad',
  achmad: 'ahmad',
  akhmad: 'ahmad',
  st: 'siti',
  sitti: 'siti',
};

/**
 * A person's name with what is written differently left out: case, accents, marks, titles, bin and binti, the spellings
 * of Muhammad, oe and u, dj and j, tj and c, double letters. '' for a name without letters.
 */
export function plainPersonName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !TITLES.has(word))
    .map((word) => (SAME[word] ?? word).replace(/oe/g, 'u').replace(/dj/g, 'j').replace(/tj/g, 'c'))
    .map((word) => word.replace(/(.)\1+/g, '$1'))
    .join(' ');
}

function jaro(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matched: number[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matched.push(i);
      break;
    }
  }
  const m = matched.length;
  if (m === 0) return 0;
  let swaps = 0;
  let k = 0;
  for (let j = 0; j < b.length; j++) {
    if (!taken[j]) continue;
    if (a[matched[k]!] !== b[j]) swaps++;
    k++;
  }
  return (m / a.length + m / b.length + (m - swaps / 2) / m) / 3;
}

/** Jaro-Winkler similarity (Winkler, 1990), 0 to 1; prefix weight 0.1 from a Jaro of 0.7 on, as DuckDB has it. */
export function nameLikeness(a: string, b: string): number {
  const base = jaro(a, b);
  if (base < 0.7) return base;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return base + prefix * 0.1 * (1 - base);
}

/** What the children who were not measured leave open, in Indonesian. */
export const unmeasuredId = {
  bounds: (low: string, high: string, who: string) =>
    `Bila ${who} ikut dihitung, apa pun keadaannya: ${low}\u2060–\u2060${high}\u00a0%`,
  unmeasured: (unknown: string) => `${unknown} sasaran yang tak terukur`,
  /** S - N in two: S - D, and D - N. */
  unknown: (unknown: string, unmeasured: string, withoutStatus: string) =>
    `${unknown} sasaran yang belum diketahui (${unmeasured} tak diukur, ${withoutStatus} diukur tanpa hasil)`,
  allKnown: 'Semua sasaran terukur',
  none: (why: string) => `Tanpa batas bagi yang tak terukur: ${why}`,
  reasons: {
    filtered: 'sasaran (S) tidak dirinci menurut saringan',
    'no-target': 'sasaran (S) tidak diketahui',
    'more-than-target': 'yang terukur lebih banyak daripada sasaran (S)',
  },
  stays: (name: string, unknown: string, times: string) =>
    `Tetap dalam daftar kecuali bila ${name} pada ${unknown} sasaran yang tak terukur kurang dari ${times} kali yang terukur.`,
  staysAnyway: (name: string, unknown: string) =>
    `Tetap dalam daftar, berapa pun ${name} pada ${unknown} sasaran yang tak terukur.`,
  outside: (name: string, unknown: string, times: string) =>
    `Tetap di luar daftar kecuali bila ${name} pada ${unknown} sasaran yang tak terukur lebih dari ${times} kali yang terukur.`,
  outAnyway: (name: string, unknown: string) =>
    `Tetap di luar daftar, berapa pun ${name} pada ${unknown} sasaran yang tak terukur.`,
};

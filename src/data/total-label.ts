const TOTAL = /^(?:sub|grand)?[\s._-]*(?:jumlah|jml|jlh|total|keseluruhan|seluruh|semua|overall|all|sum)\b/i;
const MEAN = /^(?:rata[\s-]*rata|rerata|mean|average|rataan|median)\b/i;
const MARK = /^[\u03c3\u03a3\u2211]/;
const WHOLE_OF = /^se[\s-]*(?:kota|kabupaten|kab|kecamatan|kec|provinsi|distrik|wilayah|desa|kelurahan)\b/i;
const SUMMARY = /^(?:rekap|rekapitulasi|kumulatif|akumulasi|capaian|target|gabungan)\b/i;

/** J U M L A H is JUMLAH. */
function joined(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return /^(?:\p{L} ){2,}\p{L}$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/** Whether a label says that its row adds up or averages others. */
export function isTotalLabel(text: string): boolean {
  const label = joined(text);
  return [TOTAL, MEAN, MARK, WHOLE_OF, SUMMARY].some((pattern) => pattern.test(label));
}

/** Whether a label says that its row averages others. */
export function isMeanLabel(text: string): boolean {
  return MEAN.test(joined(text));
}

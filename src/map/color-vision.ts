/** How a picture may be seen: by the reader, in a grey print, or with one kind of cone missing. */
export const VISIONS = ['normal', 'grey', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof VISIONS)[number];

/**
 * By rows, for linear RGB. Protan, deutan, tritan: Machado, Oliveira & Fernandes 2009, severity 1. Grey: luminance of
 * sRGB (IEC 61966-2-1).
 */
export const VISION_MATRICES: Readonly<Record<Exclude<Vision, 'normal'>, readonly number[]>> = {
  grey: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** The matrix as feColorMatrix reads it: four rows of five, alpha kept. */
export function filterValues(vision: Exclude<Vision, 'normal'>): string {
  const m = VISION_MATRICES[vision];
  const rows = [0, 3, 6].map((at) => `${m.slice(at, at + 3).join(' ')} 0 0`);
  return [...rows, '0 0 0 1 0'].join(' ');
}

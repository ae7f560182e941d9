import type { Words } from './id.ts';

/** Texts of the example that the program ships, in English. */
export const shippedEn: Words['shipped'] = {
  example: 'Example data of Kota Kupang (synthetic)',
  synthetic: 'Synthetic data made by the program, not measured and not official',
  schematic:
    'Schematic boundaries, not official: drawn by the program from the centers of the kelurahan. Codes and names: idn-area-data 3.1.2, Open Database License',
  coverage:
    'S: children under five who live in the kelurahan in the last month of the period. D: children of S measured at least once within the period; each child is counted once, by the last measurement.',
  extremePoverty: 'Approximated by households of decile 1.',
  stage: 'Example stage: NIK and KK of children under five',
  target: 'Example target (synthetic), not official',
  series: 'Example figure (synthetic), never published',
};

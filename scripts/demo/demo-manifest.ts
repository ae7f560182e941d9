import type { Manifest, PeriodEntry } from '#core/dataset.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { shippedId } from '#words/shipped-id.ts';

export const CELL_TABLE = 'cells';

/** The demo dataset as it describes itself, in Indonesian: these lines are shown, and have their English in the words. */
export function demoManifest(periods: readonly PeriodEntry[]): Manifest {
  return {
    schema: 'peta-sasaran/2',
    id: 'contoh-kota-kupang',
    title: shippedId.example,
    territory: 'Kota Kupang',
    tier: 'example',
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: 1,
    boundaries: {
      kind: 'schematic',
      asOf: '',
      source: {
        publisher: 'Peta Sasaran',
        title: shippedId.schematic,
        url: 'https://github.com/fityannugroho/idn-area-data',
        license: 'ODbL-1.0',
        retrieved: '',
      },
    },
    sources: [
      {
        publisher: 'Peta Sasaran',
        title: shippedId.synthetic,
        url: '',
        license: 'MIT',
        retrieved: '',
      },
    ],
    periods,
    tables: [{ id: CELL_TABLE, level: 'village', dimensions: CHILD_DIMENSIONS }],
    definitions: {
      coverage: shippedId.coverage,
      'extreme-poverty': shippedId.extremePoverty,
    },
  };
}

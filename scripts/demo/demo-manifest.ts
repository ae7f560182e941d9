import type { Manifest, PeriodEntry } from '#core/dataset.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';

export const CELL_TABLE = 'cells';

/** The demo dataset as it describes itself, in Indonesian because these lines are shown. */
export function demoManifest(periods: readonly PeriodEntry[]): Manifest {
  return {
    schema: 'peta-sasaran/2',
    id: 'contoh-kota-kupang',
    title: 'Data contoh Kota Kupang (sintetis)',
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
        title: 'Batas skematik, bukan batas resmi: digambar program dari titik tengah kelurahan',
        url: '',
        license: 'ODbL-1.0',
        retrieved: '',
      },
    },
    sources: [
      {
        publisher: 'Peta Sasaran',
        title: 'Data sintetis buatan program, bukan hasil pengukuran dan bukan angka resmi',
        url: '',
        license: 'MIT',
        retrieved: '',
      },
      {
        publisher: 'idn-area-data',
        title: 'Kode dan nama kelurahan dan kecamatan (idn-area-data 3.1.2, Open Database License)',
        url: 'https://github.com/fityannugroho/idn-area-data',
        license: 'ODbL-1.0',
        retrieved: '',
      },
    ],
    periods,
    tables: [{ id: CELL_TABLE, level: 'village', dimensions: CHILD_DIMENSIONS }],
    definitions: {
      coverage:
        'S: balita yang tinggal di kelurahan pada bulan terakhir periode. D: balita dari S yang diukur sekurangnya sekali dalam periode; tiap anak dihitung sekali, menurut pengukuran terakhirnya.',
      'extreme-poverty': 'Didekati dengan keluarga desil 1.',
    },
  };
}

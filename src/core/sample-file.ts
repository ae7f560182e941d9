import type { QuestionKind } from './question.ts';

/** A sample of a file that the program reads, of the synthetic example. */
export interface SampleFile {
  readonly name: string;
  /** What is asked where it is opened over the example: nothing, or these and no others. */
  readonly asks: readonly QuestionKind[];
}

/**
 * One of each file that an office may open. `posyandu`: a row a Posyandu under e-PPGBM's own names of columns;
 * `coverage` names no period, so that the reader learns how a question looks.
 */
export const SAMPLE_FILES = {
  stunting: { name: 'contoh-tabel-stunting.csv', asks: [] },
  posyandu: { name: 'contoh-rekap-e-ppgbm.xlsx', asks: [] },
  coverage: { name: 'contoh-cakupan-tanpa-periode.csv', asks: ['period'] },
  families: { name: 'contoh-rekap-keluarga.csv', asks: [] },
  boundaries: { name: 'contoh-batas-wilayah.geojson', asks: [] },
  services: { name: 'contoh-titik-layanan.csv', asks: [] },
} as const satisfies Readonly<Record<string, SampleFile>>;

export type SampleId = keyof typeof SAMPLE_FILES;
export const SAMPLE_IDS = Object.keys(SAMPLE_FILES) as readonly SampleId[];

/** Where they lie, beside the page. */
export const SAMPLE_FOLDER = 'demo/contoh';

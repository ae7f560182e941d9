import { safeCsv } from '#core/safe-csv.ts';

/** An empty list of services: recognized without help when it comes back filled. */
export function placeTemplateCsv(): string {
  return safeCsv([['nama', 'jenis', 'lintang', 'bujur']]);
}

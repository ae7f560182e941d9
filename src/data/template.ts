import type { Territory } from '#core/area.ts';
import type { Period } from '#core/period.ts';
import { safeCsv } from '#core/safe-csv.ts';

/** Columns of the template: recognized without help when it comes back filled. */
export const TEMPLATE_COLUMNS = [
  'kode',
  'kelurahan',
  'kecamatan',
  'periode',
  'sasaran',
  'diukur',
  'tbu_sangat_pendek',
  'tbu_pendek',
  'tbu_normal',
  'tbu_tinggi',
  'bbtb_gizi_buruk',
  'bbtb_gizi_kurang',
  'bbtb_gizi_baik',
  'bbtb_risiko_dan_gizi_lebih',
  'bbu_sangat_kurang',
  'bbu_kurang',
  'bbu_normal',
  'bbu_risiko_lebih',
  'desil_1',
] as const;

/** An empty table with code, name and district of every village, and the period where one is given. Numbers blank. */
export function templateCsv(territory: Territory, period: Period | null): string {
  const blank = TEMPLATE_COLUMNS.slice(4).map(() => '');
  const rows = territory.villages.areas.map((village, i) => {
    const district = territory.districts.areas[territory.districtOf[i] ?? -1];
    return [village.code, village.name, district?.name ?? '', period ?? '', ...blank];
  });
  return safeCsv([[...TEMPLATE_COLUMNS], ...rows]);
}

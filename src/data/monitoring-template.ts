import type { Territory } from '#core/area.ts';
import type { MonitoringKind } from '#core/monitoring.ts';
import { safeCsv } from '#core/safe-csv.ts';

/** Columns under names that offices use: recognized without help when they come back filled. */
const COLUMNS: Readonly<Record<MonitoringKind, readonly string[]>> = {
  entries: [
    'tanggal potret',
    'kode',
    'kelurahan',
    'kecamatan',
    'puskesmas',
    'posyandu',
    'periode',
    'sasaran',
    'diukur',
    'ber-NIK',
    'ber-KK',
    'tertaut',
  ],
  stages: ['tahap', 'judul', 'mulai', 'tanggal target', 'tanggal akhir', 'perpanjangan'],
  targets: [
    'tingkat',
    'kode',
    'kelurahan',
    'kecamatan',
    'indikator',
    'ukuran',
    'nilai target',
    'tenggat',
    'nilai awal',
    'tanggal awal',
    'sumber',
  ],
  series: ['indikator', 'periode', 'nilai', 'satuan', 'dihitung dari', 'sumber', 'tautan'],
  bridge: ['kode lama', 'kode baru', 'berlaku sejak', 'bagian %', 'dasar hukum'],
};

/** An empty table; of entry with a row a village. */
export function monitoringTemplateCsv(
  kind: MonitoringKind,
  { villages, districts, districtOf }: Territory,
): string {
  const columns = COLUMNS[kind];
  const rows =
    kind === 'entries'
      ? villages.areas.map(({ code, name }, i) => {
          const known = ['', code, name, districts.areas[districtOf[i] ?? -1]?.name ?? ''];
          return columns.map((_, k) => known[k] ?? '');
        })
      : [];
  return safeCsv([[...columns], ...rows]);
}

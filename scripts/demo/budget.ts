import { areaCode } from '#core/area.ts';
import type { InterventionKind } from '#core/budget.ts';
import type { BudgetRow } from '#core/budget-record.ts';
import type { Kelurahan } from './kelurahan.ts';
import { randomStream } from './random.ts';

const ACTIVITIES: readonly (readonly [
  agency: string,
  activity: string,
  targetGroup: string,
  volume: string,
  kind: InterventionKind,
  source: string,
])[] = [
  ['Dinas Kesehatan', 'PMT lokal balita', 'balita gizi kurang', 'paket', 'specific', 'APBD'],
  ['Dinas Kesehatan', 'Kelas ibu hamil', 'ibu hamil', 'kali', 'education', 'APBD'],
  ['Dinas PUPR', 'Jamban sehat', 'keluarga', 'unit', 'sensitive', 'APBD'],
  [
    'Dinas Pengendalian Penduduk dan KB',
    'Pendampingan keluarga berisiko',
    'KRS',
    'keluarga',
    'accompaniment',
    'APBD',
  ],
  ['Dinas Ketahanan Pangan', 'Pekarangan pangan', 'KRS', 'kelompok', 'sensitive', 'CSR'],
];
const YEARS = [2026, 2027] as const;
const ROUND = 500_000;

/** Tagged activities that nobody planned: some in one kelurahan, some shared, some for all, some without a place. */
export function inventedBudget(seed: number, kelurahan: readonly Kelurahan[]): readonly BudgetRow[] {
  const random = randomStream(seed, 'budget');
  const pick = (most: number): number => Math.floor(most * random.uniform());
  return YEARS.flatMap((year) =>
    ACTIVITIES.flatMap(([agency, activity, targetGroup, unit, kind, source], a) =>
      Array.from({ length: 9 }, (_, k): BudgetRow => {
        const start = pick(kelurahan.length);
        const areas = kelurahan.slice(start, start + 1 + pick(4)).map(({ code }) => areaCode(code));
        const location: BudgetRow['location'] =
          k === 0
            ? { kind: 'territory' }
            : k === 1 && a === 0
              ? { kind: 'unknown' }
              : { kind: 'areas', areas };
        return {
          year,
          agency,
          program: 'Program contoh (sintetis)',
          activity,
          subActivity: '',
          location,
          targetGroup,
          volume: `${5 + pick(60)} ${unit}`,
          amount: ROUND * (20 + pick(180)),
          source,
          kind,
          proposed: year === 2027 && k > 6,
        };
      }),
    ),
  );
}

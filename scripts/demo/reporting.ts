import type { ReportStatus } from '#core/cells.ts';
import { ReportStatus as Status } from '#core/cells.ts';
import { MONTHS, monthPeriod } from './calendar.ts';
import type { Kelurahan } from './kelurahan.ts';
import { randomStream } from './random.ts';

/** By month, the share of kelurahan whose report did not come in. Other months are complete. */
const MISSING_SHARE: Readonly<Record<string, number>> = {
  '2024-12': 0.05,
  '2025-01': 0.08,
  '2025-04': 0.04,
  '2025-07': 0.03,
  '2025-12': 0.06,
  '2026-01': 0.09,
  '2026-04': 0.04,
  '2026-06': 0.03,
  '2026-10': 0.06,
};
/** One kelurahan is silent for a whole quarter. */
const SILENT = { code: '53.71.01.1010', months: ['2025-04', '2025-05', '2025-06'] } as const;
const STILL_COMING_IN = { month: '2026-10', share: 0.1 } as const;

/** Report status at position month * kelurahan + i. */
export function reportStatuses(seed: number, kelurahan: readonly Kelurahan[]): readonly ReportStatus[] {
  const random = randomStream(seed, 'reports');
  return Array.from({ length: MONTHS }, (_, month) => monthPeriod(month) as string).flatMap((period) =>
    kelurahan.map(({ code }): ReportStatus => {
      const silent = code === SILENT.code && SILENT.months.some((month) => month === period);
      const missing = random.chance(MISSING_SHARE[period] ?? 0);
      const late = period === STILL_COMING_IN.month && random.chance(STILL_COMING_IN.share);
      if (silent || missing) return Status.notReported;
      return late ? Status.incomplete : Status.reported;
    }),
  );
}

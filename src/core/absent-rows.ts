import type { AreaIndex, Territory } from './area.ts';
import { ReportStatus } from './cells.ts';
import type { Manifest } from './dataset.ts';
import type { Indicator } from './indicator.ts';
import type { Period } from './period.ts';
import { unitOf } from './unit.ts';

/**
 * Villages whose unit has come in, but not what an indicator asks of it: ReportStatus by village. Empty for coverage.
 * A code that the territory does not have is passed over.
 */
export function absentVillages(
  { tables }: Pick<Manifest, 'tables'>,
  territory: Pick<Territory, 'villages'>,
  indicator: Indicator,
  period: Period,
): ReadonlyMap<AreaIndex, ReportStatus> {
  const found = new Map<AreaIndex, ReportStatus>();
  if (indicator.kind === 'coverage') return found;
  for (const table of tables) {
    const asked = indicator.conditions.some(({ dimension }) => table.dimensions.includes(dimension));
    if (!asked || unitOf(table) !== indicator.unit) continue;
    for (const absent of table.absent ?? []) {
      if (absent.period !== period) continue;
      const status = absent.status === 'set-aside' ? ReportStatus.setAside : ReportStatus.notReported;
      for (const code of absent.areas) {
        const index = territory.villages.indexOf.get(code);
        if (index !== undefined) found.set(index, status);
      }
    }
  }
  return found;
}

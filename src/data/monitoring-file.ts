import { joinMonitoring, type Monitoring, NO_MONITORING } from '#core/monitoring.ts';
import type { Problem } from '#core/problem.ts';
import { type MonitoringReading, readMonitoring } from './monitoring-reading.ts';
import { isMonitoringSheet, monitoringSheet } from './monitoring-sheet.ts';
import type { MonitoringForm } from './monitoring-table.ts';
import type { RawSheet } from './raw-table.ts';
import type { AreaContext } from './row-area.ts';
import type { Ledger } from './sheet-reading.ts';

/** What a sheet of a file for monitoring became. */
export interface MonitoringSheetReading {
  readonly sheet: string;
  /** null: no table for monitoring, and not read. */
  readonly form: MonitoringForm['kind'] | null;
  /** Headers with what each was read as; '' of those that are not read. */
  readonly roles: readonly { readonly column: string; readonly role: string }[];
  readonly ledger: Ledger;
}

export interface MonitoringFileReading {
  readonly monitoring: Monitoring;
  readonly sheets: readonly MonitoringSheetReading[];
  readonly problems: readonly Problem[];
}

const NOTHING: Ledger = { read: 0, used: 0, summed: 0, setAside: 0, notRows: 0 };

/** Reads all sheets of a file for monitoring against the areas of a territory; what was not read is told. */
export function readMonitoringFile(
  { name, sheets }: { readonly name: string; readonly sheets: readonly RawSheet[] },
  ground: AreaContext,
): MonitoringFileReading {
  let monitoring: Monitoring = NO_MONITORING;
  const told: MonitoringSheetReading[] = [];
  const problems: Problem[] = [];
  for (const sheet of sheets) {
    const own = isMonitoringSheet(sheet) ? monitoringSheet(sheet) : null;
    if (own === null) {
      const at = { file: name, ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
      problems.push({ code: 'monitoring/sheet-ignored', severity: 'note', at });
      told.push({ sheet: sheet.name, form: null, roles: [], ledger: NOTHING });
      continue;
    }
    const read: MonitoringReading = readMonitoring(own, name, ground);
    monitoring = joinMonitoring(monitoring, read.monitoring);
    problems.push(...read.problems);
    const names = new Map([...own.columns].map(([role, index]) => [index, role]));
    const heads = sheet.rows[own.headerRow] ?? [];
    told.push({
      sheet: sheet.name,
      form: own.form.kind,
      roles: heads.map((column, k) => ({ column: column.trim(), role: names.get(k) ?? '' })),
      ledger: read.ledger,
    });
  }
  return { monitoring, sheets: told, problems };
}

const AREA_HEADS = [
  ['area', 'kode'],
  ['name', 'kelurahan'],
  ['district', 'kecamatan'],
] as const;

/** The areas that sheets for monitoring speak of, as tables of areas and one child each: what tells of which regency they are. */
export function areaSheets(sheets: readonly RawSheet[]): readonly RawSheet[] {
  return sheets.flatMap((sheet) => {
    const own = monitoringSheet(sheet);
    if (own === null) return [];
    const heads = AREA_HEADS.flatMap(([name, head]) => {
      const at = own.columns.get(name);
      return at === undefined ? [] : [{ at, head }];
    });
    const rows = sheet.rows
      .slice(own.headerRow + 1)
      .map((cells) => [...heads.map(({ at }) => cells[at] ?? ''), '1']);
    return [{ ...sheet, rows: [[...heads.map(({ head }) => head), 'diukur'], ...rows] }];
  });
}

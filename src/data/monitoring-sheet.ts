import { headerWords } from '#core/personal-header.ts';
import { recognizeColumns } from './column-recognition.ts';
import { MONITORING_FORMS, type MonitoringForm, type MonitoringSheet } from './monitoring-table.ts';
import type { RawSheet } from './raw-table.ts';

const SEARCHED_ROWS = 20;

function columnsIn({ columns }: MonitoringForm, cells: readonly string[]): ReadonlyMap<string, number> {
  const heads = cells.map(headerWords);
  const found = new Map<string, number>();
  for (const { name, also } of columns) {
    const own = heads.indexOf(name.replaceAll('_', ' '));
    const at = own >= 0 ? own : heads.findIndex((words) => also.test(words));
    if (at >= 0 && ![...found.values()].includes(at)) found.set(name, at);
  }
  return found;
}

/** What a sheet holds for monitoring, by its header alone; null where it is none of the forms. */
export function monitoringSheet(sheet: RawSheet): MonitoringSheet | null {
  for (const [headerRow, cells] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    for (const form of MONITORING_FORMS) {
      const columns = columnsIn(form, cells);
      const fits =
        form.by.every((name) => columns.has(name)) &&
        form.among.every((names) => names.some((name) => columns.has(name)));
      const placed = form.kind !== 'entries' || columns.has('area') || columns.has('name');
      if (fits && placed) return { form, sheet, headerRow, columns };
    }
  }
  return null;
}

/** Figures of nutrition or poverty: a table that has them is one of figures, whatever else it counts. */
const FIGURES = /^(?:stunting|wasting|underweight|poverty)\b/;

/** Whether a sheet is for monitoring and for nothing else. */
export function isMonitoringSheet(sheet: RawSheet): boolean {
  const own = monitoringSheet(sheet);
  if (own === null) return false;
  if (own.form.kind !== 'entries') return true;
  return !recognizeColumns(sheet, '').columns.some(({ role }) => FIGURES.test(role));
}

import { safeCsv } from '#core/safe-csv.ts';
import type { Preparation } from './preparation.ts';
import { ROW_FLAGS } from './quality-report.ts';
import { ROW_STATES } from './record-ledger.ts';

/** Row numbers as ranges: 2-5, 9. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && row <= last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

type Reported = Pick<Preparation, 'ledgers' | 'quality' | 'links'>;

function ledgerCsv({ ledgers }: Reported): string {
  const rows = ledgers.map(({ file, sheet, form, read, rows: own }) => [
    file,
    sheet,
    form,
    String(read),
    ...ROW_STATES.map((state) => String(own[state].length)),
  ]);
  return safeCsv([['file', 'sheet', 'form', 'read', ...ROW_STATES], ...rows]);
}

function ledgerRowsCsv({ ledgers }: Reported): string {
  const rows = ledgers.flatMap(({ file, sheet, rows: own, reasons }) => [
    ...ROW_STATES.filter((state) => state !== 'used' && state !== 'unusable' && own[state].length > 0).map(
      (state) => [file, sheet, state, '', rowRanges(own[state])],
    ),
    ...Object.entries(reasons).map(([reason, told]) => [
      file,
      sheet,
      'unusable',
      reason,
      rowRanges(told ?? []),
    ]),
  ]);
  return safeCsv([['file', 'sheet', 'state', 'reason', 'rows'], ...rows]);
}

function qualityCsv({ quality }: Reported): string {
  const share = (part: number, whole: number): string =>
    whole === 0 ? '' : ((part / whole) * 100).toFixed(1).replace('.', ',');
  const rows = quality.groups.map(({ level, name, rows: count, flags, weightDigits, heightDigits }) => [
    level,
    name,
    String(count),
    ...ROW_FLAGS.map((flag) => String(flags[flag])),
    share(weightDigits.zeroOrFive, weightDigits.figures),
    share(heightDigits.zeroOrFive, heightDigits.figures),
  ]);
  const digits = ['weight-ends-0-or-5-percent', 'height-ends-0-or-5-percent'];
  return safeCsv([['level', 'name', 'rows', ...ROW_FLAGS, ...digits], ...rows]);
}

function qualityRowsCsv({ quality }: Reported): string {
  const rows = quality.rows.map(({ file, sheet, flag, rows: own }) => [file, sheet, flag, rowRanges(own)]);
  return safeCsv([['file', 'sheet', 'flag', 'rows'], ...rows]);
}

function overTargetCsv({ quality }: Reported): string {
  const rows = quality.overTarget.map(({ village, month, listed, measured }) => [
    village,
    month,
    String(listed),
    String(measured),
  ]);
  return safeCsv([['village', 'month', 'listed', 'measured'], ...rows]);
}

/** What is kept beside a package, for the office alone: no identifier, no name, only counts and row numbers. */
export function reportFiles(prepared: Reported): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'ledger.csv', text: ledgerCsv(prepared) },
    { path: 'ledger-rows.csv', text: ledgerRowsCsv(prepared) },
    { path: 'quality.csv', text: qualityCsv(prepared) },
    { path: 'quality-rows.csv', text: qualityRowsCsv(prepared) },
    { path: 'over-target.csv', text: overTargetCsv(prepared) },
    { path: 'links.json', text: `${JSON.stringify(prepared.links, null, 2)}\n` },
  ];
}

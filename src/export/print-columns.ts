import { DASH, type Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import type { ColumnKey } from './export-column.ts';
import type { ExportTable } from './export-table.ts';

/** A column as it is written on paper and slides. */
export interface PrintColumn {
  readonly header: string;
  readonly numeric: boolean;
  readonly cell: (row: number) => string;
}

/** Both ends of an interval in one column; null where the table has none. */
function joined(
  header: string,
  [low, high]: readonly [PrintColumn | null, PrintColumn | null],
  between: string,
): PrintColumn | null {
  if (!low || !high) return null;
  const cell = (row: number) =>
    low.cell(row) === DASH ? DASH : `${low.cell(row)}${between}${high.cell(row)}`;
  return { header, numeric: true, cell };
}

/** Written with their sign. */
const SIGNED: readonly ColumnKey[] = ['difference', 'differenceLow', 'differenceHigh'];

function countsText(n: string, all: string): string {
  return n === DASH && all === DASH ? '' : `(${n}/${all})`;
}

/** The columns of the table that paper has room for, numbers as the reader's language writes them. */
export function printColumns(
  table: ExportTable,
  words: Words,
  format: Format,
  leastWeighed: number,
): readonly PrintColumn[] {
  const column = (key: ColumnKey): PrintColumn | null => {
    const found = table.columns.find((one) => one.key === key);
    if (!found) return null;
    const { header } = found;
    if (found.kind === 'text') return { header, numeric: false, cell: (row) => found.cells[row] ?? '' };
    const rate = SIGNED.includes(key) ? format.points : format.percent;
    const write = found.decimals === 0 ? format.count : (value: number) => rate(value / 100);
    return { header, numeric: true, cell: (row) => write(found.cells[row] ?? Number.NaN) };
  };
  const heads = words.export.columns;
  const share = table.columns.find(({ key }) => key === 'coverage');
  const isLow = (row: number) =>
    share?.kind === 'number' && (share.cells[row] ?? Number.NaN) < 100 * leastWeighed;
  const weighed = column('coverage');
  const coverage = weighed && {
    ...weighed,
    cell: (row: number) =>
      isLow(row) ? `${weighed.cell(row)} ${words.sheet.lowCoverage}` : weighed.cell(row),
  };
  const score = column('score');
  if (score) {
    const parts = table.columns.flatMap(({ key }) => {
      const k = /^criterion-(\d+)$/.exec(key)?.[1];
      const [value, n, all] =
        k === undefined
          ? [null, null, null]
          : [column(key), column(`criterion-n-${Number(k)}`), column(`criterion-all-${Number(k)}`)];
      const points = k === undefined ? null : column(`points-${Number(k)}`);
      const counted =
        value && n && all
          ? {
              ...value,
              header: `${value.header}; n/N`,
              cell: (row: number) => `${value.cell(row)} ${countsText(n.cell(row), all.cell(row))}`,
            }
          : value;
      return [counted, points].filter((one) => one !== null);
    });
    return [
      column('place'),
      column('rank'),
      column('name'),
      column('district'),
      column('decision'),
      score,
      joined(words.priority.columns.ranks, [column('rankLow'), column('rankHigh')], '–'),
      column('inTop'),
      column('sure'),
      coverage,
      ...parts,
      column('reason'),
      column('dissent'),
      column('lacks'),
    ].filter((one) => one !== null);
  }
  const region = column('region');
  if (region) {
    const values = table.columns.flatMap(({ key }) => {
      const own = /^problem-(numerator-|denominator-)?\d$/.test(key) ? column(key) : null;
      return own ? [own] : [];
    });
    return [
      column('rank'),
      column('name'),
      column('district'),
      ...values,
      region,
      column('regionUnsure'),
    ].filter((one) => one !== null);
  }
  const change = column('verdict');
  const agreed = column('agreement');
  const said = change ?? agreed ?? column('cell') ?? column('class');
  const status = column('status');
  const asked = table.columns.flatMap(({ key }) => (key.startsWith('asked-') ? [column(key)] : []));
  return [
    column('rank'),
    column('name'),
    column('district'),
    column('numerator'),
    column('denominator'),
    column('value'),
    change || agreed ? null : joined(heads.interval, [column('low'), column('high')], '–'),
    agreed && column('secondNumerator'),
    agreed && column('secondDenominator'),
    column('secondValue'),
    column('otherValue'),
    column('difference'),
    joined(heads.differenceInterval, [column('differenceLow'), column('differenceHigh')], ' … '),
    column('target'),
    column('measured'),
    coverage,
    ...asked,
    said && { ...said, cell: (row: number) => said.cell(row) || status?.cell(row) || '' },
  ].filter((one) => one !== null);
}

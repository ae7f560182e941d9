import { matchDistricts, type NameIndex, normalizeVillageName } from '#core/area-names.ts';
import type { RecognizedColumn } from './column-recognition.ts';

type Rows = readonly (readonly string[])[];

const DISTRICT_ROW = /^(kec|kecamatan)\b/i;

function cellOf(rows: Rows, row: number, column: RecognizedColumn | null): string {
  return column === null ? '' : (rows[row]?.[column.index] ?? '').trim();
}

/**
 * A list in one column, with each kecamatan above its kelurahan: the rows that head others, and the district of each
 * row. A name that is both is the kecamatan where no figure stands beside it, where its figures are the sum of those
 * below, or where every such name of the sheet has at least that sum: a list that is not complete.
 */
export function listHeadings(
  rows: Rows,
  first: number,
  column: RecognizedColumn | null,
  names: NameIndex,
  figures: readonly number[],
): { readonly headings: readonly number[]; readonly districts: readonly string[] } | null {
  if (column === null) return null;
  const districtOf = (row: number): number | null => {
    const name = cellOf(rows, row, column);
    return name === '' ? null : (matchDistricts(names, name)[0] ?? null);
  };
  const counted = (row: number): boolean => figures.some((c) => /\d/.test(rows[row]?.[c] ?? ''));
  const certain = (row: number): boolean => {
    const name = cellOf(rows, row, column);
    const isVillage = names.villages.has(normalizeVillageName(name));
    return (
      districtOf(row) !== null &&
      (DISTRICT_ROW.test(name) || !isVillage || !counted(row) || addsUp.has(row) || outweighs)
    );
  };
  const all = rows.map((_, row) => row).slice(first);
  const mayHead = all.filter((row) => districtOf(row) !== null);
  const sums = (row: number, holds: (own: number, sum: number) => boolean) =>
    holdsBelow(rows, row, mayHead, figures, holds);
  const addsUp = new Set(mayHead.filter((row) => sums(row, (own, sum) => own === sum)));
  const outweighs = mayHead.length > 1 && mayHead.every((row) => sums(row, (own, sum) => own >= sum));
  const headed = mayHead.filter(certain);
  const villages = all.filter((row) => names.villages.has(normalizeVillageName(cellOf(rows, row, column))));
  if (headed.length === 0 || villages.length <= headed.length) return null;
  const headings: number[] = [];
  const districts = rows.map(() => '');
  let current: number | null = null;
  let text = '';
  for (const row of all) {
    const own = districtOf(row);
    if (own !== null && (certain(row) ? own !== current || !counted(row) : own !== current)) {
      headings.push(row);
      current = own;
      text = cellOf(rows, row, column);
    }
    districts[row] = text;
  }
  const headedRows = new Set(headings);
  const below = villages.filter((row) => !headedRows.has(row));
  const inside = below.filter((row) => {
    const found = names.villages.get(normalizeVillageName(cellOf(rows, row, column))) ?? [];
    const own = matchDistricts(names, districts[row] ?? '');
    return found.some((area) => own.includes(names.territory.districtOf[area] ?? -1));
  });
  return inside.length * 5 >= below.length * 4 ? { headings, districts } : null;
}

/** Whether a relation holds in every column between a row and the rows below it together, up to the next that may head. */
function holdsBelow(
  rows: Rows,
  row: number,
  mayHead: readonly number[],
  figures: readonly number[],
  holds: (own: number, sum: number) => boolean,
): boolean {
  const number = (r: number, c: number): number => {
    const text = (rows[r]?.[c] ?? '').trim();
    return /^\d{1,3}(?:[.,]\d{3})*$|^\d+$/.test(text) ? Number(text.replace(/[.,]/g, '')) : Number.NaN;
  };
  const own = figures.filter((c) => !Number.isNaN(number(row, c)));
  const ends = [...mayHead.filter((one) => one > row), rows.length];
  return (
    own.length > 1 &&
    ends.some((end) => {
      const below = Array.from({ length: end - row - 1 }, (_, k) => row + 1 + k);
      const filled = below.filter((r) => own.some((c) => !Number.isNaN(number(r, c))));
      return (
        filled.length > 1 &&
        own.every((c) => {
          const sum = filled.reduce((all, r) => all + number(r, c), 0);
          return holds(number(row, c), sum);
        })
      );
    })
  );
}

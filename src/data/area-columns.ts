import { matchDistricts, type NameIndex, normalizeVillageName } from '#core/area-names.ts';
import type { Problem } from '#core/problem.ts';
import { columnOf, type Recognition, type RecognizedColumn } from './column-recognition.ts';
import type { RawSheet } from './raw-table.ts';
import { isTotalLabel } from './total-label.ts';

/** Share of the names of a column from which they decide what it is. */
const MOST = 0.8;

/** Share of the distinct texts of a column that are names of a level; totals and numbers are left out. */
function shareOf(rows: RawSheet['rows'], index: number, isName: (text: string) => boolean): number {
  const texts = new Set(rows.map((row) => (row[index] ?? '').trim()));
  const names = [...texts].filter((text) => /\p{L}/u.test(text) && !isTotalLabel(text));
  return names.length === 0 ? 0 : names.filter(isName).length / names.length;
}

/**
 * Finds by their cells the names of kelurahan and of kecamatan that no header gives: a column is taken where most of its
 * names are the territory's, and this is said. A question about its header is then answered.
 */
export function withAreaColumns(
  recognition: Recognition,
  sheet: RawSheet,
  names: NameIndex,
  at: NonNullable<Problem['at']>,
): Recognition {
  const rows = sheet.rows.slice(recognition.dataRow - 1);
  let found = recognition;
  const take = (role: 'name' | 'district', isName: (text: string) => boolean): void => {
    const shares = found.columns
      .filter((column) => column.role === 'ignored')
      .map((column) => ({ column, share: shareOf(rows, column.index, isName) }))
      .sort((a, b) => b.share - a.share);
    const [best] = shares;
    if (!best || best.share < MOST) return;
    const { index, header } = best.column;
    const columns = found.columns.map(
      (column): RecognizedColumn =>
        column.index === index ? { ...column, role, confidence: 'low', why: 'cells' } : column,
    );
    const said: Problem = {
      code: 'column/taken',
      severity: 'note',
      at: { ...at, column: header },
      detail: { what: role },
    };
    const questions = found.questions.filter((question) => question.at.column !== header);
    const problems = found.problems.filter((one) => one.at?.column !== header);
    found = { ...found, columns, questions, problems: [...problems, said] };
  };
  const coded = found.columns.some(({ role }) => role.startsWith('code'));
  if (!coded && columnOf(found, 'name') === null)
    take('name', (text) => names.villages.has(normalizeVillageName(text)));
  const other = columnOf(found, 'district') ?? columnOf(found, 'districtCode');
  if (other === null && columnOf(found, 'name') !== null)
    take('district', (text) => matchDistricts(names, text).length > 0);
  return found;
}

import type { AreaIndex, Territory } from '#core/area.ts';
import { readCode, territoryCodes } from '#core/area-codes.ts';
import { columnOf, type Recognition } from './column-recognition.ts';
import type { RawSheet } from './raw-table.ts';

/** True for a sheet that writes Kemendagri and BPS codes side by side. */
export function hasBothCodes(recognition: Recognition): boolean {
  return columnOf(recognition, 'code.kemendagri') !== null && columnOf(recognition, 'code.bps') !== null;
}

/**
 * Codes of the system that a territory does not know, from sheets that write both side by side. A code that stands
 * beside different villages is left out. Null where nothing is learned.
 */
export function codePairs(
  sheets: readonly { readonly sheet: RawSheet; readonly recognition: Recognition }[],
  territory: Territory,
): ReadonlyMap<string, AreaIndex> | null {
  const own = territoryCodes(territory, null);
  const [known, other] =
    own.kemendagri === null ? (['bps', 'kemendagri'] as const) : (['kemendagri', 'bps'] as const);
  const found = new Map<string, AreaIndex | null>();
  for (const { sheet, recognition } of sheets) {
    const [here, there] = [columnOf(recognition, `code.${known}`), columnOf(recognition, `code.${other}`)];
    if (!here || !there) continue;
    for (const row of sheet.rows.slice(recognition.dataRow - 1)) {
      const [mine, theirs] = [readCode(row[here.index] ?? ''), readCode(row[there.index] ?? '')];
      if (!('digits' in mine) || !('digits' in theirs) || theirs.kind === 'upper') continue;
      const area = own[known]?.get(mine.digits);
      if (area === undefined) continue;
      const earlier = found.get(theirs.digits);
      found.set(theirs.digits, earlier === undefined || earlier === area ? area : null);
    }
  }
  const pairs = [...found].filter((pair): pair is [string, AreaIndex] => pair[1] !== null);
  return pairs.length > 0 ? new Map(pairs) : null;
}

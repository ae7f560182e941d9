import type { AreaIndex } from '#core/area.ts';
import {
  type CodeDecision,
  type CodeSystem,
  decideCodeSystem,
  type TerritoryCodes,
} from '#core/area-codes.ts';
import { type NameIndex, normalizeVillageName } from '#core/area-names.ts';
import type { Problem } from '#core/problem.ts';
import { columnOf, type Recognition, type RecognizedColumn } from './column-recognition.ts';

type Rows = readonly (readonly string[])[];
type Where = Readonly<NonNullable<Problem['at']>>;

/** Which code column is read, and as what. */
export interface CodeChoice {
  readonly column: RecognizedColumn | null;
  readonly system: CodeSystem | null;
  readonly problems: readonly Problem[];
}

/**
 * Chooses the code column of a sheet and its system. Where no system can be told, or the territory does not know it,
 * names serve instead if at least half of them are the territory's; else the sheet is refused.
 */
export function chooseCode(
  rows: Rows,
  recognition: Recognition,
  codes: TerritoryCodes,
  names: NameIndex,
  nameOf: ((row: number) => string) | null,
  at: Where,
): CodeChoice {
  const first = recognition.dataRow - 1;
  /** Names that no village of the territory bears say nothing for or against a system. */
  const telling = nameOf !== null && knownShare(rows, first, names, nameOf) > 0;
  const agrees = telling
    ? (row: number, area: AreaIndex) => sameName(names, nameOf(row + first), area)
    : null;
  const decide = (column: RecognizedColumn): CodeDecision =>
    decideCodeSystem(
      rows.slice(first).map((row) => row[column.index] ?? ''),
      codes,
      agrees,
    );
  const stated = (['kemendagri', 'bps'] as const)
    .map((system) => ({ system, column: columnOf(recognition, `code.${system}`) }))
    .flatMap(({ system, column }) =>
      column ? [{ system, column, matched: decide(column).matched[system] }] : [],
    )
    .sort((a, b) => b.matched - a.matched);
  const best = stated[0];
  if (best && best.matched > 0) return { column: best.column, system: best.system, problems: [] };
  const column = columnOf(recognition, 'code') ?? best?.column ?? null;
  if (column === null) return { column: null, system: null, problems: [] };
  const decision = decide(column);
  if (decision.known) return { column, system: decision.system, problems: [] };
  const lacking = best !== undefined && codes[best.system] === null ? best.system : null;
  const system = decision.system ?? lacking;
  const namesServe = nameOf !== null && knownShare(rows, first, names, nameOf) >= 0.5;
  return {
    column: null,
    system: null,
    problems: [undecided(column, { ...decision, system }, namesServe, at)],
  };
}

function undecided(
  column: RecognizedColumn,
  decision: CodeDecision,
  namesServe: boolean,
  at: Where,
): Problem {
  const where = { ...at, column: column.header };
  const severity = namesServe ? 'warning' : 'error';
  const instead = namesServe ? 'name' : 'none';
  if (decision.codes === 0) return { code: 'area/code-damaged', severity, at: where, detail: { instead } };
  if (decision.system !== null) {
    return {
      code: 'area/code-system-absent',
      severity,
      at: where,
      detail: { system: decision.system, other: decision.system === 'bps' ? 'kemendagri' : 'bps', instead },
    };
  }
  const detail = {
    instead,
    kemendagri: decision.matched.kemendagri,
    bps: decision.matched.bps,
    codes: decision.codes,
  };
  return { code: 'area/code-system-undecided', severity, at: where, detail };
}

export function sameName(names: NameIndex, written: string, area: AreaIndex): boolean {
  return normalizeVillageName(written) === names.keys[area];
}

function knownShare(rows: Rows, first: number, names: NameIndex, nameOf: (row: number) => string): number {
  let named = 0;
  let known = 0;
  for (let row = first; row < rows.length; row++) {
    const key = normalizeVillageName(nameOf(row));
    if (key === '') continue;
    named++;
    if (names.villages.has(key)) known++;
  }
  return named === 0 ? 0 : known / named;
}

import type { AreaIndex } from '#core/area.ts';
import {
  type Agreement,
  type CodeDecision,
  type CodeSystem,
  decideCodeSystem,
  readCode,
  type TerritoryCodes,
} from '#core/area-codes.ts';
import { matchDistricts, type NameIndex, normalizeVillageName, suggestVillages } from '#core/area-names.ts';
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
 * Chooses the code column of a sheet and its system. A system stated in the header binds, unless the codes have dots.
 * Where no system can be told, or the territory does not know it, names serve instead if at least half of them are the
 * territory's; else the sheet is refused. The system taken is always said.
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
  const evidence: readonly [Agreement | null, Agreement | null] = [
    telling ? (row, area) => agreesInName(names, nameOf(row + first), area) : null,
    districtAgreement(rows, recognition, names),
  ];
  const decide = (column: RecognizedColumn): CodeDecision =>
    decideCodeSystem(
      rows.slice(first).map((row) => row[column.index] ?? ''),
      codes,
      ...evidence,
      () => nameOf !== null && areUnlike(rows, first, names, nameOf),
    );
  const stated = (['kemendagri', 'bps'] as const)
    .map((system) => ({ system, column: columnOf(recognition, `code.${system}`) }))
    .flatMap(({ system, column }) => (column ? [{ system, column, decision: decide(column) }] : []))
    .sort((a, b) => b.decision.matched[b.system] - a.decision.matched[a.system]);
  const taken = (column: RecognizedColumn, system: CodeSystem, why: 'header' | 'cells'): CodeChoice => {
    const detail = { system, as: why === 'header' ? 'code-header' : 'code-cells' };
    const where = { ...at, column: column.header };
    return { column, system, problems: [{ code: 'area/code-system', severity: 'note', at: where, detail }] };
  };
  const [best] = stated;
  const dotted = (column: RecognizedColumn): boolean =>
    rows.slice(first).some((row) => readCode(row[column.index] ?? '').kind === 'dotted');
  if (best && codes[best.system] !== null && !dotted(best.column))
    return taken(best.column, best.system, 'header');
  const column = columnOf(recognition, 'code') ?? best?.column ?? null;
  if (column === null) return { column: null, system: null, problems: [] };
  const isBound = column === best?.column && !dotted(column);
  const decision = decide(column);
  if (!isBound && decision.known && decision.system !== null) return taken(column, decision.system, 'cells');
  const system = isBound ? best.system : decision.system;
  const namesServe = nameOf !== null && knownShare(rows, first, names, nameOf) >= 0.5;
  return {
    column: null,
    system: null,
    problems: [undecided(column, { ...decision, system }, namesServe, at)],
  };
}

function agreesInName(names: NameIndex, written: string, area: AreaIndex): boolean | null {
  return normalizeVillageName(written) === '' ? null : sameName(names, written, area);
}

/** Whether an area lies in the district that its row writes, name or code; null for a sheet without districts. */
function districtAgreement(rows: Rows, recognition: Recognition, names: NameIndex): Agreement | null {
  const column = columnOf(recognition, 'district') ?? columnOf(recognition, 'districtCode');
  if (column === null) return null;
  const first = recognition.dataRow - 1;
  const meant = new Map<string, readonly number[]>();
  return (row, area) => {
    const text = (rows[row + first]?.[column.index] ?? '').trim();
    const known = meant.get(text) ?? matchDistricts(names, text);
    meant.set(text, known);
    return known.length === 0 ? null : known.includes(names.territory.districtOf[area] ?? -1);
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

/** Whether names stand beside all codes and none is, or resembles, one of the territory. */
function areUnlike(rows: Rows, first: number, names: NameIndex, nameOf: (row: number) => string): boolean {
  const written = rows.slice(first).map((_, k) => nameOf(k + first));
  return (
    written.every((name) => normalizeVillageName(name) !== '') &&
    [...new Set(written)].every((name) => suggestVillages(names, name, null).length === 0)
  );
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

import type { Question } from '#core/question.ts';
import { type ColumnFigures, compare } from './column-figures.ts';
import type { Say } from './column-neighbors.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import type { Source } from './column-source.ts';
import { coverDeciles } from './decile-total.ts';
import { readHeader } from './header-reading.ts';

interface DecileTools {
  readonly figures: ColumnFigures;
  readonly titles: readonly string[];
  readonly say: Say;
  readonly ask: (source: Source, roles: readonly ColumnRole[], detail?: Question['detail']) => void;
}

/** Deciles of families may stand beside children: they are not theirs where they exceed the measured. */
export function settleDeciles(frame: readonly Source[], tools: DecileTools): void {
  const deciles = frame.filter(
    ({ role, reading, why, header }) =>
      role.startsWith('poverty.') && !reading.ofChildren && why !== 'chosen' && header !== 'desil_1',
  );
  const [first] = deciles;
  if (!first) return;
  const measured = frame.find(({ role }) => role === 'measured');
  const { figures, ask, say } = tools;
  const families = frame.find(({ role }) => role === 'families' || role === 'persons');
  const children = frame.some(({ role, reading }) => isCountRole(role as ColumnRole) && reading.ofChildren);
  const within =
    families &&
    compare(
      figures.of(deciles.flatMap(({ indexes }) => indexes)),
      figures.of(families.indexes),
      (x, y) => x <= y,
    );
  if (!measured && !children && within && within.compared > 0 && within.fitting === within.compared) {
    for (const source of deciles) {
      source.role = source.role === 'poverty.1' ? (`${families.role}.poor` as ColumnRole) : 'ignored';
      source.why = source.role === 'ignored' ? 'other-unit' : 'neighbor';
      source.confidence = 'low';
      if (source.role !== 'ignored') say('column/taken', 'warning', source, { what: source.role });
    }
    return;
  }
  if (!measured && !children && !families) {
    decilesAlone(deciles, tools);
    return;
  }
  const fits =
    measured &&
    compare(
      figures.of(deciles.flatMap(({ indexes }) => indexes)),
      figures.of(measured.indexes),
      (x, y) => x <= y,
    );
  if (fits && fits.fitting === fits.compared) {
    for (const source of deciles) ask(source, [source.role as ColumnRole], { unit: 'child' });
    return;
  }
  for (const source of deciles) {
    source.role = 'ignored';
    source.why = 'other-unit';
  }
  say('column/other-unit', 'warning', first, { count: deciles.length });
}

/** Deciles in a table that counts nothing else are of whom its titles name; else the reader says whose they are. */
function decilesAlone(deciles: readonly Source[], { titles, ask, say }: DecileTools): void {
  const units = new Set(titles.map((title) => readHeader(title).unit));
  const all = [...(units.has('family') ? ['families'] : []), ...(units.has('person') ? ['persons'] : [])];
  const [named = null] = all.length === 1 ? all : [];
  for (const source of deciles) {
    const isPoor = source.role === 'poverty.1';
    source.role = 'ignored';
    source.why = 'other-unit';
    if (!isPoor) continue;
    if (named === null) {
      ask(source, ['families.poor', 'persons.poor']);
      continue;
    }
    source.role = `${named}.poor` as ColumnRole;
    source.why = 'neighbor';
    source.confidence = 'low';
    say('column/taken', 'warning', source, { what: source.role });
  }
}

/** A column that is the sum of those of deciles: all of the unit where they are complete, else of no use. */
export function sumsOfDeciles(frame: readonly Source[], { figures, say }: DecileTools): void {
  const deciles = frame.filter(({ reading }) => reading.deciles !== null && !reading.ofChildren);
  if (deciles.length < 2) return;
  const sums = figures.of(deciles.flatMap(({ indexes }) => indexes));
  const isWhole = coverDeciles(deciles.map(({ reading }) => reading.deciles!));
  const poor = frame.find(({ role }) => role === 'families.poor' || role === 'persons.poor');
  for (const source of frame.filter(({ role }) => role === 'value')) {
    const { compared, fitting } = compare(sums, figures.of(source.indexes), (x, y) => x === y);
    if (compared === 0 || fitting < compared) continue;
    source.role = isWhole && poor ? (poor.role.split('.')[0] as ColumnRole) : 'ignored';
    source.why = source.role === 'ignored' ? 'part' : 'neighbor';
    if (source.role === 'ignored') say('column/ignored', 'note', source, {});
  }
}

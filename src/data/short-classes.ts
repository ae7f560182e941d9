import type { Question } from '#core/question.ts';
import { type ColumnFigures, compare } from './column-figures.ts';
import type { Say } from './column-neighbors.ts';
import type { ColumnRole } from './column-role.ts';
import { dimensionOf, type Source } from './column-source.ts';
import type { ClassPart, NutritionDimension } from './vocabulary.ts';

interface Tools {
  readonly figures: ColumnFigures;
  readonly say: Say;
  readonly ask: (source: Source, roles: readonly ColumnRole[], detail: Question['detail']) => void;
}

/** Columns of a dimension whose short name does not say their class, as long as that is open. */
export function openShortClasses(frame: readonly Source[], dimension: NutritionDimension): readonly Source[] {
  return frame.filter(
    ({ role, why, reading }) =>
      role === 'ignored' && why === 'qualified' && reading.short?.dimension === dimension,
  );
}

/**
 * GB is gizi buruk on some lists and gizi baik on others, P pendek or perempuan. The class that is free beside the other
 * columns of its index and that the children measured allow is taken; where several are, the reader is asked.
 */
export function settleShortClasses(
  frame: readonly Source[],
  dimension: NutritionDimension,
  { figures, say, ask }: Tools,
): void {
  const taken = new Set(
    frame.filter(({ role }) => dimensionOf(role) === dimension).map(({ role }) => role.split('.')[1]),
  );
  if (taken.has('total')) return;
  for (const source of openShortClasses(frame, dimension)) {
    const { short } = source.reading;
    if (!short || !isWhole(figures.of(source.indexes))) continue;
    const bySex = frame.some(({ reading }) => reading.sex === 'male' && reading.indexed);
    if (short.text === 'p' && bySex) {
      source.why = 'unknown';
      continue;
    }
    const free = short.parts.filter(
      (part) => !taken.has(part) && !(part === 'total' && (taken.has('severe') || taken.has('moderate'))),
    );
    const fitting = free.filter((part) => fits(source, part, frame, dimension, figures));
    const [only] = fitting;
    const isKnown = short.parts.length < 4 && (short.text !== 'p' || taken.has('severe'));
    if (fitting.length === 0) continue;
    if (only && fitting.length === 1 && isKnown) {
      source.role = `${dimension}.${only}`;
      source.why = 'neighbor';
      taken.add(only);
      say('column/taken', 'note', source, { what: source.role });
    } else
      ask(
        source,
        fitting.map((part) => `${dimension}.${part}` as const),
        { words: short.text, role: `${dimension}.${fitting[0]}` },
      );
  }
}

function isWhole(values: Float64Array): boolean {
  return (
    values.some((value) => !Number.isNaN(value)) &&
    !values.some((value) => value % 1 !== 0 && !Number.isNaN(value))
  );
}

/** Whether the children measured leave room for it; a class that fills them up together with the affected is the rest of them. */
function fits(
  source: Source,
  part: ClassPart,
  frame: readonly Source[],
  dimension: NutritionDimension,
  figures: ColumnFigures,
): boolean {
  const measured =
    frame.find(({ role }) => role === `measured.${dimension}`) ??
    frame.find(({ role }) => role === 'measured');
  if (!measured) return true;
  const all = figures.of(measured.indexes);
  const classes = frame
    .filter(({ role }) => dimensionOf(role) === dimension)
    .flatMap(({ indexes }) => indexes);
  const together = figures.of([...classes, ...source.indexes]);
  const { compared, fitting } = compare(together, all, (sum, N) => sum <= N);
  if (compared > fitting) return false;
  const rest = frame.some(({ role }) => role === `${dimension}.none`);
  const whole = compare(together, all, (sum, N) => sum === N);
  const fills = classes.length > 0 && whole.compared > 0 && whole.fitting === whole.compared;
  return !fills || rest || part === 'none' || !source.reading.short?.parts.includes('none');
}

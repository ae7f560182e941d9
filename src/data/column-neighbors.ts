import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import type { Problem } from '#core/problem.ts';
import { affectedColumns } from './column-denominators.ts';
import { type ColumnFigures, compare, percentAgreement } from './column-figures.ts';
import { wholesOf } from './column-parts.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import { dimensionOf, type Source } from './column-source.ts';

/** Says something of a column. */
export type Say = (
  code: Problem['code'],
  severity: Problem['severity'],
  source: Source,
  detail: NonNullable<Problem['detail']>,
) => void;

interface Neighborhood {
  readonly sources: readonly Source[];
  readonly figures: ColumnFigures;
  readonly say: Say;
}

/** Settles what a column says only by those around it: a bare percentage, `jumlah balita`, a whole beside its parts. */
export class ColumnNeighbors {
  readonly #in: Neighborhood;

  constructor(neighborhood: Neighborhood) {
    this.#in = neighborhood;
  }

  /** Where a column of all stands beside its parts, it counts; rows in which they add up to another number are told. */
  parts(): void {
    for (const { whole, parts } of wholesOf(this.#in.sources)) {
      const { figures } = this.#in;
      const sums = figures.of(parts.flatMap(({ indexes }) => indexes));
      const { compared, fitting } = compare(sums, figures.of(whole.indexes), (x, y) => x === y);
      if (compared === fitting) continue;
      const header = parts.map((part) => part.header).join(' + ');
      this.#in.say('column/parts-differ', 'warning', whole, { parts: header, count: compared - fitting });
    }
  }

  /** A bare `normal` or percentage belongs to what stands before it. */
  neighbors(frame: readonly Source[]): void {
    const ordered = [...frame].sort((a, b) => a.indexes[0]! - b.indexes[0]!);
    ordered.forEach((source, k) => {
      if (source.role !== 'class-normal' && source.role !== 'percent') return;
      const before = ordered
        .slice(0, k)
        .filter(({ role }) => isCountRole(role as ColumnRole))
        .reverse();
      const after = ordered.slice(k + 1).filter(({ role }) => isCountRole(role as ColumnRole));
      const dimension = [...before, ...after]
        .map(({ role }) => dimensionOf(role))
        .find((one) => one !== null);
      source.why = 'neighbor';
      source.confidence = 'low';
      if (source.role === 'class-normal') source.role = dimension ? `${dimension}.none` : 'ignored';
      else
        source.role = this.#isCoverage(source, before[0], frame)
          ? 'percent.coverage'
          : dimension
            ? `percent.${dimension}`
            : 'ignored';
    });
  }

  #isCoverage(percent: Source, before: Source | undefined, frame: readonly Source[]): boolean {
    const target = frame.find(({ role }) => role === 'target');
    if (!target || !before?.role.startsWith('measured')) return false;
    const { figures } = this.#in;
    const { compared, fitting } = percentAgreement(
      figures.of(before.indexes),
      figures.of(target.indexes),
      figures.of(percent.indexes),
    );
    return compared > 0 && fitting * 2 > compared;
  }

  /** "Jumlah balita" alone: the measured where nothing else is, else the target where no row measures more. */
  children(frame: readonly Source[]): void {
    const found = frame.filter(({ role }) => role === 'total-children');
    const measured = frame.find(({ role }) => /^measured(\.|$)/.test(role));
    const target = frame.find(({ role }) => role === 'target');
    for (const source of found) {
      source.confidence = 'low';
      source.why = 'neighbor';
      if (!measured) {
        const agrees = this.#agreesWithPercent(source, frame);
        source.role = 'measured';
        source.confidence = agrees ? 'high' : 'low';
        source.why = agrees ? 'percent-agrees' : 'only-total';
        if (!agrees) this.#in.say('column/taken', 'warning', source, { what: 'measured' });
        continue;
      }
      const { compared, fitting } = compare(
        this.#in.figures.of(measured.indexes),
        this.#in.figures.of(source.indexes),
        (d, s) => d <= s,
      );
      source.role = target || fitting * 5 < compared * 4 ? 'ignored' : 'target';
      if (source.role === 'target') this.#in.say('column/taken', 'note', source, { what: 'target' });
      else this.#in.say('column/ignored', 'note', source, {});
    }
  }

  #agreesWithPercent(source: Source, frame: readonly Source[]): boolean {
    const { figures } = this.#in;
    return CONDITION_DIMENSIONS.some((dimension) => {
      const percent = frame.find(({ role }) => role === `percent.${dimension}`);
      const affected = affectedColumns(frame, dimension);
      if (!percent || affected.length === 0) return false;
      const { compared, fitting } = percentAgreement(
        figures.of(affected),
        figures.of(source.indexes),
        figures.of(percent.indexes),
      );
      return compared > 0 && fitting * 2 > compared;
    });
  }
}

import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import { type ColumnFigures, compare, percentAgreement } from './column-figures.ts';
import { periodKey, type Source } from './column-source.ts';
import type { NutritionDimension } from './vocabulary.ts';

const isMeasured = ({ role }: Source): boolean => /^measured(\.|$)/.test(role);

export function inDimension(sources: readonly Source[], dimension: NutritionDimension): readonly Source[] {
  return sources.filter(({ role }) => role.startsWith(`${dimension}.`));
}

/** Affected of a dimension as the columns give them: the total, else its parts together. */
export function affectedColumns(
  sources: readonly Source[],
  dimension: NutritionDimension,
): readonly number[] {
  const own = (part: string) => sources.filter(({ role }) => role === `${dimension}.${part}`);
  const total = own('total');
  const parts = total.length > 0 ? total.slice(0, 1) : [...own('severe'), ...own('moderate')];
  return parts.flatMap(({ indexes }) => indexes);
}

/** Rows in which a stated percentage agrees with its number over the denominator. */
function agreeing(
  candidate: Source,
  dimension: NutritionDimension,
  sources: readonly Source[],
  figures: ColumnFigures,
): number {
  const N = figures.of(candidate.indexes);
  let rows = 0;
  for (const percent of sources) {
    const { of, period } = percent.reading;
    const isShare =
      percent.role === `percent.${dimension}` ||
      (percent.role === 'ignored' && of?.startsWith(`${dimension}.`));
    if (!isShare || (period?.text ?? '') !== (candidate.reading.period?.text ?? '')) continue;
    const counted = sources.find(({ role }) => role === of)?.indexes ?? affectedColumns(sources, dimension);
    if (counted.length === 0) continue;
    const { compared, fitting } = percentAgreement(figures.of(counted), N, figures.of(percent.indexes));
    if (compared > 0 && fitting * 2 > compared) rows += fitting;
  }
  return rows;
}

function nearestBefore(candidates: readonly Source[], own: readonly Source[]): Source | null {
  const first = Math.min(...own.flatMap(({ indexes }) => indexes));
  const before = candidates.filter(({ indexes }) => Math.max(...indexes) < first);
  return before.reduce<Source | null>(
    (best, one) => (best === null || Math.max(...one.indexes) > Math.max(...best.indexes) ? one : best),
    null,
  );
}

function chosenFor(
  dimension: NutritionDimension,
  candidates: readonly Source[],
  sources: readonly Source[],
  figures: ColumnFigures,
): Source | null {
  const affected = figures.of(affectedColumns(sources, dimension));
  const possible = candidates.filter((one) => {
    const { compared, fitting } = compare(affected, figures.of(one.indexes), (n, N) => n <= N);
    return compared === 0 || fitting * 5 >= compared * 4;
  });
  const scored = possible.map((one) => ({ one, rows: agreeing(one, dimension, sources, figures) }));
  const most = Math.max(0, ...scored.map(({ rows }) => rows));
  const best = scored.filter(({ rows }) => rows === most && most > 0);
  if (best.length === 1) return best[0]!.one;
  const named = possible.filter(({ role }) => role === `measured.${dimension}`);
  if (named.length === 1) return named[0]!;
  const weighed = possible.filter(({ reading }) => reading.byWeight);
  if (dimension === 'underweight' && weighed.length === 1) return weighed[0]!;
  const general = possible.filter(({ role, reading }) => role === 'measured' && !reading.byWeight);
  if (general.length === 1) return general[0]!;
  if (possible.length === 1) return possible[0]!;
  return possible.length > 1 && new Set(candidates.map(({ role }) => role)).size === candidates.length
    ? nearestBefore(possible, inDimension(sources, dimension))
    : null;
}

/**
 * Gives each dimension its denominator where a table has several: by the percentages that it states, by the words of
 * the header, by what stands beside. The one that serves most becomes `measured`, others `measured.<dimension>`; one
 * that serves none is left to the rivals.
 * @param frame sources of one period, and those of all periods.
 */
export function settleDenominators(frame: readonly Source[], figures: ColumnFigures): void {
  const candidates = frame.filter(isMeasured);
  const [only] = candidates;
  if (candidates.length === 1 && only) {
    only.role = 'measured';
    return;
  }
  if (candidates.length === 0) return;
  const serving = new Map<Source, NutritionDimension[]>();
  for (const dimension of CONDITION_DIMENSIONS) {
    if (inDimension(frame, dimension).length === 0) continue;
    const chosen = chosenFor(dimension, candidates, frame, figures);
    if (chosen === null) return;
    serving.set(chosen, [...(serving.get(chosen) ?? []), dimension]);
  }
  if (serving.size === 0) return;
  const ranked = [...serving].sort((a, b) => b[1].length - a[1].length);
  for (const candidate of candidates) {
    const own = serving.get(candidate);
    if (own) continue;
    candidate.role = 'ignored';
    candidate.why = 'duplicate';
  }
  ranked.forEach(([source, dimensions], k) => {
    source.role = k === 0 ? 'measured' : `measured.${dimensions[0] as NutritionDimension}`;
    if (source.why === 'header' && periodKey(source) === '') source.confidence = 'high';
  });
}

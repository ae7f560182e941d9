import { CellStatus, MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { restricts } from '#core/cell-selection.ts';
import { ReportStatus } from '#core/cells.ts';
import { type CoverageSum, coverageSum, villageCoverage } from '#core/coverage.ts';
import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import type { Indicator } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Total } from '#core/tabulation.ts';
import { coverageIn } from '#picture/atlas.ts';
import type { Picture } from '#picture/picture.ts';
import { everyoneText } from './filter-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { partsOf } from './indicator-words.ts';
import { lowerFirst } from './phrase.ts';

/**
 * What is said of one period: whether it is complete, who reported, how many were counted, and the coverage.
 * @param counted where it is not the one indicator's n and N.
 */
export function periodParts(
  picture: Picture,
  period: Period,
  city: Total,
  words: Words,
  format: Format,
  counted: readonly string[] | null = null,
): { readonly incomplete: readonly string[]; readonly rest: readonly string[] } {
  const { atlas, indicator } = picture;
  const entry = atlas.manifest.periods.find(({ id }) => id === period);
  const incomplete = entry?.complete === false;
  const villages = words.level.village;
  // Of families and persons nobody is measured: there is no D and no S.
  const coverage = indicator.unit === 'child' ? coverageTotal(picture, period) : null;
  const known = city.status === CellStatus.observed;
  const own =
    indicator.kind === 'coverage'
      ? coverage && known
        ? [words.sentence.partsCoverage(format.count(coverage.measured), format.count(coverage.target))]
        : []
      : known
        ? [ratedParts(picture, city, words, format)]
        : [];
  const partial = partlyReported(picture, period);
  const setAside = entry?.setAside ?? 0;
  const unreported = unreportedTarget(picture, period);
  const said = city.reporting === city.areas ? words.sentence.coverage : words.sentence.coverageReporting;
  const everyone = everyoneText(picture.view.filters, words);
  const ofAll = (text: string) => (everyone === null ? text : `${text} (${everyone})`);
  return {
    incomplete: incomplete ? [words.sentence.incomplete] : [],
    // The figure first: a line that is too narrow is cut at its end.
    rest: [
      ...(counted ?? own),
      city.reporting === city.areas
        ? words.sentence.allReporting(format.count(city.areas), villages)
        : words.sentence.reporting(format.count(city.reporting), format.count(city.areas), villages),
      ...(partial > 0 ? [words.sentence.partial(format.count(partial))] : []),
      ...(setAside > 0 ? [words.sentence.setAside(format.count(setAside))] : []),
      ...(coverage && (indicator.kind !== 'coverage' || known)
        ? [ofAll(said(format.percentUnit(coverage.measured / coverage.target)))]
        : []),
      ...(coverage && unreported > 0 ? [ofAll(words.sentence.unreported(format.count(unreported)))] : []),
    ],
  };
}

/**
 * '16,3 % stunting: 2.528 dari 15.550 balita diukur'. Without the rate where it is of too few, and where filters count
 * only some of those affected, so that it is not the indicator's.
 */
function ratedParts({ atlas, view, indicator }: Picture, city: Total, words: Words, format: Format): string {
  const { numerator, denominator } = city;
  const parts = words.units[indicator.unit].parts(format.count(numerator), format.count(denominator));
  const small = view.showSmallRates && atlas.manifest.tier !== 'release' ? 1 : MINIMUM_RATE_DENOMINATOR;
  if (denominator < small || restricts(view.filters.classes, CONDITION_DIMENSIONS)) return parts;
  const name = lowerFirst(words.indicator[indicator.id].short);
  return words.sentence.rated(format.percentUnit(numerator / denominator), name, parts);
}

/** Villages of the filtered districts whose measurements of a period came in only in part. */
function partlyReported({ atlas, view, indicator }: Picture, period: Period): number {
  const { territory } = atlas;
  const coverage = coverageIn(atlas, indicator.unit);
  const p = coverage.periods.indexOf(period);
  if (p < 0) return 0;
  const kept = new Set(view.filters.districts);
  return territory.villages.areas.filter(
    ({ parent }, i) =>
      coverage.status[p * coverage.areas + i] === ReportStatus.incomplete &&
      (kept.size === 0 || (parent !== null && kept.has(parent))),
  ).length;
}

/** S of the villages of the filtered districts whose D is not known: what the coverage leaves out. */
function unreportedTarget({ atlas, view }: Picture, period: Period): number {
  const { coverage, territory } = atlas;
  const p = coverage.periods.indexOf(period);
  if (p < 0) return 0;
  const kept = new Set(view.filters.districts);
  let target = 0;
  for (const [i, { parent }] of territory.villages.areas.entries()) {
    if (kept.size > 0 && (parent === null || !kept.has(parent))) continue;
    const own = coverage.target[p * coverage.areas + i] ?? Number.NaN;
    if (Number.isNaN(coverage.measured[p * coverage.areas + i]) && !Number.isNaN(own)) target += own;
  }
  return target;
}

/** D and S of the villages of the filtered districts together; null where D/S is unknown. */
function coverageTotal({ atlas, view }: Picture, period: Period): CoverageSum | null {
  const { coverage, territory } = atlas;
  const kept = new Set<string | null>(view.filters.districts);
  const villages = [...territory.villages.areas.keys()].filter(
    (i) => kept.size === 0 || kept.has(territory.villages.areas[i]?.parent ?? null),
  );
  const sum = coverageSum(villageCoverage(coverage, period), villages);
  return sum.status === CellStatus.observed ? sum : null;
}

/** n and N of several indicators, each by its name. */
export function countedParts(
  totals: readonly (readonly [Indicator, Total])[],
  words: Words,
  format: Format,
): readonly string[] {
  return totals
    .filter(([, { status }]) => status === CellStatus.observed)
    .map(([{ id }, { numerator, denominator }]) =>
      words.layers.overlay.parts(
        lowerFirst(words.indicator[id].short),
        partsOf(id, numerator, denominator, words, format),
      ),
    );
}

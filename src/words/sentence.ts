import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { type CoverageSum, coverageSum, villageCoverage } from '#core/coverage.ts';
import type { Manifest } from '#core/dataset.ts';
import { CONDITION_DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Total, Totals } from '#core/tabulation.ts';
import type { Filters, View } from '#core/view.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import type { Picture } from '#picture/picture.ts';
import { secondPicture } from '#picture/second-picture.ts';
import { agreeingText, sourceName } from './agreement-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { lowerFirst, namesList } from './phrase.ts';
import { priorityParts } from './priority-words.ts';
import { regionParts } from './region-words.ts';

/** One active filter, named, with the filters as they are without it. */
export interface FilterChip {
  readonly key: string;
  readonly label: string;
  readonly without: Filters;
}

/** Joins a list as language does: 'a, b atau c'. */
function listed(parts: readonly string[], last: string): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

function chosen(filters: Filters, dimension: DimensionId): readonly string[] {
  return filters.classes[dimension] ?? [];
}

function classLabel(words: Words, dimension: 'sex' | 'age' | 'poverty', name: string): string {
  const labels: Readonly<Record<string, string>> = words.classes[dimension];
  return labels[name] ?? name;
}

/** How a condition filter is called: all affected, only the severe, or its classes. */
export function conditionLabel(
  words: Words,
  dimension: (typeof CONDITION_DIMENSIONS)[number],
  classes: readonly string[],
): string {
  const label = words.conditions[dimension];
  return classes.length === 1 && classes[0] === 'severe' ? label.severe : label.affected;
}

/** The population filters in words: 'hanya anak perempuan umur 0–5 bulan dari keluarga desil 1', or null. */
function populationWords(filters: Filters, words: Words): string | null {
  const parts: string[] = [];
  const sexes = chosen(filters, 'sex');
  if (sexes.length > 0) {
    const named = sexes.map((name) =>
      name === 'unknown' ? words.sentence.sexUnknown : classLabel(words, 'sex', name).toLowerCase(),
    );
    parts.push(listed(named, words.sentence.or));
  }
  const ages = chosen(filters, 'age');
  if (ages.length > 0) {
    const known = ages.filter((name) => name !== 'unknown').map((name) => classLabel(words, 'age', name));
    const aged = known.length > 0 ? [words.sentence.aged(listed(known, words.sentence.or))] : [];
    parts.push(
      listed([...aged, ...(ages.includes('unknown') ? [words.sentence.ageUnknown] : [])], words.sentence.or),
    );
  }
  const deciles = chosen(filters, 'poverty');
  if (deciles.length > 0) {
    const known = deciles.filter((name) => name !== 'unknown');
    const from = known.length > 0 ? [words.sentence.fromDeciles(listed(known, words.sentence.or))] : [];
    parts.push(
      listed(
        [...from, ...(deciles.includes('unknown') ? [words.sentence.decileUnknown] : [])],
        words.sentence.or,
      ),
    );
  }
  return parts.length === 0 ? null : `${words.sentence.onlyChildren} ${parts.join(' ')}`;
}

/** All filters in words, in the order of the sentence. */
export function filterWords(
  filters: Filters,
  words: Words,
  districtName: (code: string) => string,
): readonly string[] {
  const conditions = CONDITION_DIMENSIONS.filter((dimension) => chosen(filters, dimension).length > 0).map(
    (dimension) => conditionLabel(words, dimension, chosen(filters, dimension)).toLowerCase(),
  );
  return [
    populationWords(filters, words),
    conditions.length > 0 ? words.sentence.counting(listed(conditions, words.sentence.and)) : null,
    filters.districts.length > 0
      ? words.sentence.inDistricts(listed(filters.districts.map(districtName), words.sentence.and))
      : null,
  ].filter((part) => part !== null);
}

export function indicatorName(view: View, manifest: Manifest, words: Words): string {
  return withProxy(view.indicator, view.measure, manifest, words);
}

function withProxy(
  id: IndicatorId,
  form: 'rate' | 'count' | 'short',
  manifest: Manifest,
  words: Words,
): string {
  const name = words.indicator[id][form];
  return id.includes('poverty')
    ? `${name} (${words.povertyProxy(manifest.extremePovertyDecile === 1 ? '1' : `1–${manifest.extremePovertyDecile}`)})`
    : name;
}

export interface Sentence {
  readonly title: string;
  readonly parts: readonly string[];
}

/** What the map shows, in one sentence: a title, and the parts that qualify it. */
export function sentenceOf(picture: Picture, words: Words, format: Format): Sentence {
  const { view, atlas, totals, agreement, change, priority, regions, hotspots } = picture;
  const name = (code: string) =>
    atlas.territory.districts.areas.find((area) => area.code === code)?.name ?? code;
  const filters = filterWords(view.filters, words, name);
  const told = (period: Period, city: Total) => periodParts(picture, period, city, words, format);
  const title = titleOf(picture, words, format);
  if (agreement) return { title, parts: [...filters, ...agreementParts(picture, agreement, words, format)] };
  const rings = hotspots
    ? [words.regions.hotspotsShown(words.hotspots.methods[hotspots.input.choice.method])]
    : [];
  if (change === null) {
    const { incomplete, rest } = told(view.period, totals.city);
    const own = priority
      ? priorityParts(priority, words, format)
      : regions
        ? regionParts(picture, regions, words, format)
        : [];
    return { title, parts: [...own, ...rings, ...incomplete, ...filters, ...rest] };
  }
  const of = (period: Period, { city }: Totals) => {
    const { incomplete, rest } = told(period, city);
    return words.layers.change.at(format.period(period), [...incomplete, ...rest].join(', '));
  };
  return {
    title,
    parts: [
      ...rings,
      ...filters,
      of(change.earlier, change.earlierTotals),
      of(change.later, change.laterTotals),
    ],
  };
}

/** How many areas agree, then what is said of each source alone. */
function agreementParts(
  picture: Picture,
  layer: AgreementLayer,
  words: Words,
  format: Format,
): readonly string[] {
  const of = (one: Picture) => {
    const { incomplete, rest } = periodParts(one, one.view.period, one.totals.city, words, format);
    return [...incomplete, ...rest].join(', ');
  };
  return [
    agreeingText(layer, picture, words, format),
    words.sources.first(of(picture)),
    words.sources.second(sourceName(layer.source, words), of(secondPicture(picture, layer))),
  ];
}

function titleOf(picture: Picture, words: Words, format: Format): string {
  const { view, atlas, overlay, change, agreement, priority, regions } = picture;
  const level = words.level[view.level];
  if (priority) return words.priority.title(level, format.period(view.period));
  if (regions) {
    const [first = '', ...more] = regions.problems.map(({ indicator }) =>
      withProxy(indicator.id, 'short', atlas.manifest, words),
    );
    return words.regions.title(
      namesList([first, ...more.map(lowerFirst)], words),
      level,
      format.period(view.period),
    );
  }
  const own = indicatorName(view, atlas.manifest, words);
  if (change) {
    const { earlier, later } = change;
    return words.layers.change.title(own, level, format.period(later), format.period(earlier));
  }
  if (agreement) {
    const [first, second] = [format.period(view.period), format.period(agreement.period)];
    const periods = agreement.period === view.period ? first : words.sources.periods(first, second);
    return words.sources.title(own, level, periods);
  }
  const second = overlay && lowerFirst(withProxy(overlay.indicator.id, 'short', atlas.manifest, words));
  const what = second === null ? own : words.layers.overlay.both(own, second);
  return words.sentence.title(what, level, format.period(view.period));
}

/** What is said of one period: whether it is complete, who reported, how many were counted, and the coverage. */
function periodParts(
  picture: Picture,
  period: Period,
  city: Total,
  words: Words,
  format: Format,
): { readonly incomplete: readonly string[]; readonly rest: readonly string[] } {
  const { atlas, indicator, overlay, priority, regions } = picture;
  const entry = atlas.manifest.periods.find(({ id }) => id === period);
  const incomplete = entry?.complete === false;
  const villages = words.level.village;
  const coverage = coverageTotal(picture, period);
  const parts = ({ numerator, denominator }: Total) =>
    [format.count(numerator), format.count(denominator)] as const;
  const known = ({ status }: Total) => status === CellStatus.observed;
  // Of an index there is no one n and N.
  const counted = priority
    ? []
    : overlay || regions
      ? (regions
          ? regions.problems.map((problem) => [problem.indicator, problem.totals.city] as const)
          : ([
              [indicator, city],
              ...(overlay ? [[overlay.indicator, overlay.totals.city] as const] : []),
            ] as const)
        )
          .filter(([, total]) => known(total))
          .map(([{ id }, total]) =>
            words.layers.overlay.parts(lowerFirst(words.indicator[id].short), ...parts(total)),
          )
      : indicator.kind === 'coverage'
        ? coverage && known(city)
          ? [words.sentence.partsCoverage(format.count(coverage.measured), format.count(coverage.target))]
          : []
        : known(city)
          ? [words.sentence.parts(...parts(city))]
          : [];
  const partial = partlyReported(picture, period);
  const setAside = entry?.setAside ?? 0;
  const unreported = unreportedTarget(picture, period);
  const said = city.reporting === city.areas ? words.sentence.coverage : words.sentence.coverageReporting;
  return {
    incomplete: incomplete ? [words.sentence.incomplete] : [],
    rest: [
      city.reporting === city.areas
        ? words.sentence.allReporting(format.count(city.areas), villages)
        : words.sentence.reporting(format.count(city.reporting), format.count(city.areas), villages),
      ...(partial > 0 ? [words.sentence.partial(format.count(partial))] : []),
      ...(setAside > 0 ? [words.sentence.setAside(format.count(setAside))] : []),
      ...counted,
      ...(coverage && (indicator.kind !== 'coverage' || known(city))
        ? [said(format.percentUnit(coverage.measured / coverage.target))]
        : []),
      ...(coverage && unreported > 0 ? [words.sentence.unreported(format.count(unreported))] : []),
    ],
  };
}

/** Villages of the filtered districts whose measurements of a period came in only in part. */
function partlyReported({ atlas, view }: Picture, period: Period): number {
  const { coverage, territory } = atlas;
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

/** One chip for each class and district that restricts, in the order of the panel. */
export function filterChips(
  filters: Filters,
  words: Words,
  districtName: (code: string) => string,
): readonly FilterChip[] {
  const chips: FilterChip[] = [];
  for (const dimension of CONDITION_DIMENSIONS) {
    const classes = chosen(filters, dimension);
    if (classes.length === 0) continue;
    chips.push({
      key: dimension,
      label: conditionLabel(words, dimension, classes),
      without: { ...filters, classes: { ...filters.classes, [dimension]: [] } },
    });
  }
  for (const dimension of ['sex', 'age', 'poverty'] as const) {
    for (const name of chosen(filters, dimension)) {
      const rest = chosen(filters, dimension).filter((other) => other !== name);
      const label = classLabel(words, dimension, name);
      chips.push({
        key: `${dimension}:${name}`,
        label: name === 'unknown' ? `${words.who[dimension]}: ${label.toLowerCase()}` : label,
        without: { ...filters, classes: { ...filters.classes, [dimension]: rest } },
      });
    }
  }
  for (const code of filters.districts) {
    chips.push({
      key: code,
      label: districtName(code),
      without: { ...filters, districts: filters.districts.filter((other) => other !== code) },
    });
  }
  return chips;
}

import type { AgeSexCell } from '#core/age-sex.ts';
import { CellStatus } from '#core/area-table.ts';
import { type Period, periodKind } from '#core/period.ts';
import type { View } from '#core/view.ts';
import type { Absentee } from '#picture/absentee.ts';
import type { Picture } from '#picture/picture.ts';
import type { TrendLine } from '#picture/trend-lines.ts';
import { DASH, type Format } from './format.ts';
import type { Words } from './id.ts';
import { areaStatusLabel, statusLabel } from './status-words.ts';

/** What a chart's sentences are written with. */
export interface Telling {
  readonly picture: Picture;
  readonly words: Words;
  readonly format: Format;
}

/** A value as the view measures it: '18,4 %', or '38'. */
export function valueText(measure: View['measure'], value: number, format: Format): string {
  return measure === 'rate' ? format.percentUnit(value) : format.count(value);
}

/** 'selang': '15,0–22,3', or a dash. */
export function intervalText(low: number, high: number, format: Format): string {
  return low <= high ? `${format.percent(low)}–${format.percent(high)}` : DASH;
}

/** A name inside a sentence: 'Prevalensi stunting' as 'prevalensi stunting'. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Labels of an axis without needless decimals: 0.25 as '25', 0.025 as '2,5'. */
export function tickText(value: number, rate: boolean, format: Format): string {
  if (!rate) return format.count(value);
  return Number.isInteger(Math.round(value * 1e6) / 1e4) ? format.count(value * 100) : format.percent(value);
}

/** '38/206', or a dash where the counts are not known. */
export function partsText(numerator: number, denominator: number, format: Format): string {
  return Number.isNaN(numerator) || Number.isNaN(denominator)
    ? DASH
    : `${format.count(numerator)}/${format.count(denominator)}`;
}

/** 'Agu 26', 'III/26', '2026': a period where there is little room. */
export function shortPeriod(period: Period, words: Words): string {
  const year = period.slice(2, 4);
  const roman = words.roman[Number(period.slice(6)) - 1] ?? '';
  switch (periodKind(period)) {
    case 'month': {
      const month = new Intl.DateTimeFormat(words.language.locale, { month: 'short', timeZone: 'UTC' });
      return `${month.format(new Date(`${period}-01T00:00:00Z`))} ${year}`;
    }
    case 'quarter':
      return words.charts.trend.quarter(roman, year);
    case 'semester':
      return words.charts.trend.semester(roman, year);
    case 'year':
      return period;
  }
}

/** '2 tidak melapor, 1 terlalu sedikit (N < 30)': how often each reason is given, or null where none is. */
function countedReasons(labels: Iterable<string>, { words, format }: Telling): string | null {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const parts = [...counts].map(([label, count]) => words.charts.reason(format.count(count), label));
  return parts.length === 0 ? null : parts.join(', ');
}

/** The reasons among statuses, or null where all are observed. */
export function reasonsText(statuses: Iterable<number>, telling: Telling): string | null {
  const { picture, words } = telling;
  const missing = [...statuses].filter((status) => status !== CellStatus.observed);
  return countedReasons(
    missing.map((status) => statusLabel(status, picture, words)),
    telling,
  );
}

/** The same of areas: a row that was set aside has been reported. */
export function areaReasonsText(absent: readonly Absentee[], telling: Telling): string | null {
  const { picture, words } = telling;
  return countedReasons(
    absent.map(({ index, status }) => areaStatusLabel(status, picture, index, words, 'setAsideShort')),
    telling,
  );
}

/** Why a line has no value in a period. `index`: the area that it is of, or null. */
export function periodStatusLabel(
  status: number,
  period: Period,
  index: number | null,
  { picture, words }: Telling,
): string {
  if (index === null) return statusLabel(status, picture, words);
  const then = { ...picture, view: { ...picture.view, period } };
  return areaStatusLabel(status, then, index, words, 'setAsideShort');
}

/** Position of the smallest and largest number, and the median; null where all are NaN. */
function spreadOf(values: Float64Array): { low: number; high: number; median: number } | null {
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  known.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const [low, high] = [known[0], known[known.length - 1]];
  if (low === undefined || high === undefined) return null;
  const at = (k: number) => values[known[k] ?? low] ?? Number.NaN;
  return { low, high, median: (at((known.length - 1) >> 1) + at(known.length >> 1)) / 2 };
}

/** The distribution of the map's values over its areas, in sentences. `city`: NaN where there is no such value. */
export function distributionWords(telling: Telling, city: number): string {
  const { picture, words, format } = telling;
  const { measure, geography, view } = picture;
  const say = words.charts.distribution;
  const spread = spreadOf(measure.value);
  const absent = Array.from(measure.status, (status, index) => ({ index, status })).filter(
    ({ status }) => status !== CellStatus.observed,
  );
  const reasons = areaReasonsText(absent, telling);
  const without = reasons === null ? [] : [words.charts.without(reasons)];
  if (spread === null) return [say.none, ...without].join(' ');
  const write = (value: number) => valueText(view.measure, value, format);
  const known = measure.value.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const above = measure.value.reduce((count, value) => (value > city ? count + 1 : count), 0);
  const name = (i: number) => geography.areas[i]?.name ?? DASH;
  return [
    say.summary(format.count(known), format.count(geography.areas.length), words.level[view.level]),
    say.spread(
      write(measure.value[spread.low] ?? Number.NaN),
      name(spread.low),
      write(measure.value[spread.high] ?? Number.NaN),
      name(spread.high),
      write(spread.median),
    ),
    ...(Number.isNaN(city) ? [] : [say.above(format.count(above), write(city))]),
    ...without,
  ].join(' ');
}

/** One line of the trend in sentences: its first and last value, what is missing and why, and how it stands to a target. */
export function trendWords(
  telling: Telling,
  { name, line, index }: Pick<TrendLine, 'name' | 'line' | 'index'>,
  periods: readonly Period[],
  target: number | null,
): string {
  const { picture, words, format } = telling;
  const say = words.charts.trend;
  const write = (value: number) => valueText(picture.view.measure, value, format);
  const known = Array.from(line.value.keys()).filter((k) => !Number.isNaN(line.value[k]));
  const [first, last] = [known[0], known[known.length - 1]];
  const labels = periods.flatMap((period, k) => {
    const status = line.status[k] ?? CellStatus.notApplicable;
    return status === CellStatus.observed ? [] : [periodStatusLabel(status, period, index, telling)];
  });
  const reasons = countedReasons(labels, telling);
  const missing =
    reasons === null
      ? []
      : [say.missing(format.count(periods.length - known.length), format.count(periods.length), reasons)];
  if (first === undefined || last === undefined) return [say.noValue(name), ...missing].join(' ');
  const value = (k: number) => write(line.value[k] ?? Number.NaN);
  const period = (k: number) => (periods[k] ? format.period(periods[k]) : DASH);
  const above = known.filter((k) => target !== null && (line.value[k] ?? 0) > target).length;
  return [
    first === last
      ? say.one(name, value(first), period(first))
      : say.span(name, value(first), period(first), value(last), period(last)),
    ...missing,
    ...(target === null
      ? []
      : [say.aboveTarget(name, format.count(above), format.count(known.length), write(target))]),
  ].join(' ');
}

/** 'perempuan 12–23 bulan' */
export function ageSexGroup({ age, sex }: Pick<AgeSexCell, 'age' | 'sex'>, words: Words): string {
  return words.charts.ageSex.group(words.classes.sex[sex], words.classes.age[age].toLowerCase());
}

/** The profile by age and sex in sentences. */
export function ageSexWords(telling: Telling, cells: readonly AgeSexCell[]): string {
  const { picture, words, format } = telling;
  const say = words.charts.ageSex;
  const known = cells.filter(({ age, sex }) => age !== 'unknown' && sex !== 'unknown');
  const shown = known.filter(({ status }) => status === CellStatus.observed);
  const ordered = [...shown].sort((a, b) => a.value - b.value);
  const [low, high] = [ordered[0], ordered[ordered.length - 1]];
  const write = (cell: AgeSexCell) => {
    const parts = words.area.parts(format.count(cell.numerator), format.count(cell.denominator));
    return `${valueText(picture.view.measure, cell.value, format)} (${parts})`;
  };
  const others = cells.filter((cell) => !known.includes(cell) && cell.denominator > 0);
  const sum = (of: 'numerator' | 'denominator') => others.reduce((total, cell) => total + cell[of], 0);
  const reasons = reasonsText(
    known.map(({ status }) => status),
    telling,
  );
  return [
    low && high
      ? say.extremes(ageSexGroup(high, words), write(high), ageSexGroup(low, words), write(low))
      : say.none,
    ...(others.length > 0
      ? [say.unknown(format.count(sum('numerator')), format.count(sum('denominator')))]
      : []),
    ...(reasons === null ? [] : [words.charts.without(reasons)]),
  ].join(' ');
}

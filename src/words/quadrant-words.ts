import type { Quadrant, QuadrantSum } from '#core/quadrant.ts';
import type { IndicatorMeasure } from '#picture/indicator-measure.ts';
import type { AxisLine, Plotted } from '#picture/scatter-points.ts';
import { areaReasonsText, lowered, type Telling, tickText } from './chart-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';

export type QuadrantNames = Readonly<Record<Quadrant, string>>;

const isCount = ({ measure }: IndicatorMeasure) => measure.measure === 'count';

/** 'Stunting', or 'Jumlah balita stunting'. */
export function axisName(side: IndicatorMeasure, words: Words): string {
  const { short, count } = words.indicator[side.indicator.id];
  return isCount(side) ? count : short;
}

/** 'Stunting, %', or 'Jumlah balita stunting'. */
export function axisTitle(side: IndicatorMeasure, words: Words): string {
  const name = axisName(side, words);
  return isCount(side) ? name : words.quadrants.rateOption(name);
}

/** A line as it is read: '18,4 %', or '16,3', for a mean of counts may have a decimal. */
export function axisValue(
  side: IndicatorMeasure,
  value: number,
  { words, format }: Pick<Telling, 'words' | 'format'>,
): string {
  if (!isCount(side)) return format.percentUnit(value);
  return value.toLocaleString(words.language.locale, { maximumFractionDigits: 1 });
}

/** 'kota 18,4 %', 'rata-rata 16,3' or 'batas 20,0 %'. */
export function lineLabel(
  side: IndicatorMeasure,
  line: AxisLine,
  telling: Pick<Telling, 'words' | 'format'>,
): string {
  const value = axisValue(side, line.at, telling);
  const { charts, quadrants } = telling.words;
  return line.kind === 'city' ? charts.cityValue(value) : quadrants.line[line.kind](value);
}

export function axisTick(side: IndicatorMeasure, format: Format): (value: number) => string {
  return (value) => tickText(value, !isCount(side), format);
}

/** What the quadrants are called. */
export function quadrantNames({ x, y }: Pick<Plotted, 'x' | 'y'>, words: Words): QuadrantNames {
  const { rateCount, rates, counts, only } = words.quadrants.names;
  if (isCount(x) !== isCount(y)) {
    const { both, neither, onlyRate, onlyCount } = rateCount;
    return isCount(x)
      ? { both, neither, onlyX: onlyCount, onlyY: onlyRate }
      : { both, neither, onlyX: onlyRate, onlyY: onlyCount };
  }
  const short = ({ indicator }: IndicatorMeasure) => lowered(words.indicator[indicator.id].short);
  return { ...(isCount(x) ? counts : rates), onlyX: only(short(x)), onlyY: only(short(y)) };
}

/** How the lines divide, in sentences. */
export function ruleWords(
  { x, y }: Pick<Plotted, 'x' | 'y'>,
  lines: { readonly x: AxisLine; readonly y: AxisLine },
  telling: Telling,
): string {
  const { picture, words } = telling;
  const say = words.quadrants.rule;
  const rule = (side: IndicatorMeasure, line: AxisLine): readonly string[] => {
    if (Number.isNaN(line.at)) return [];
    const [name, value] = [axisName(side, words), axisValue(side, line.at, telling)];
    if (line.kind === 'mean') return [say.countMean(name, value, words.level[picture.view.level])];
    if (line.kind === 'city') return [say.rateCity(name, value)];
    return [isCount(side) ? say.countOwn(name, value) : say.rateOwn(name, value)];
  };
  return [...rule(y, lines.y), ...rule(x, lines.x), say.convention].join(' ');
}

/** '412 dari 834 balita stunting (49,4 %)', or without share where the total is not known. */
function partsWords(cases: number, { of, total }: NonNullable<Plotted['cases']>, telling: Telling): string {
  const { words, format } = telling;
  const { people } = words.indicator[of];
  return total > 0
    ? words.quadrants.parts(
        format.count(cases),
        format.count(total),
        people,
        format.percentUnit(cases / total),
      )
    : words.quadrants.partsOnly(format.count(cases), people);
}

/** The plane in sentences: who is drawn, what the quadrant above both lines holds, who is not drawn and why. */
export function quadrantWords(
  { points, cases, without }: Plotted,
  sums: Readonly<Record<Quadrant, QuadrantSum>> | null,
  names: QuadrantNames,
  telling: Telling,
): string {
  const { picture, words, format } = telling;
  const say = words.quadrants;
  const level = words.level[picture.view.level];
  const name = names.both.charAt(0).toUpperCase() + names.both.slice(1);
  const reasons = areaReasonsText(without, telling);
  const drawn = points.reduce((sum, point) => sum + point.cases, 0);
  const outside = cases ? cases.total - drawn : 0;
  const areas = sums ? format.count(sums.both.areas) : '';
  return [
    say.summary(format.count(points.length), level),
    sums === null
      ? say.noLine
      : cases
        ? say.held(name, areas, level, partsWords(sums.both.cases, cases, telling))
        : say.areas(name, areas, level),
    ...(reasons === null ? [] : [words.charts.without(reasons)]),
    ...(cases && outside > 0 ? [say.outside(partsWords(outside, cases, telling))] : []),
  ].join(' ');
}

/** What a quadrant holds: '412 kasus · 49,4 %'. */
export function shareWords(
  sum: QuadrantSum,
  cases: NonNullable<Plotted['cases']>,
  { words, format }: Pick<Telling, 'words' | 'format'>,
) {
  const count = format.count(sum.cases);
  return cases.total > 0
    ? words.quadrants.share(count, format.percentUnit(sum.cases / cases.total))
    : words.quadrants.cases(count);
}

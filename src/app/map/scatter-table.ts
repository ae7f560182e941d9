import { type QuadrantLines, quadrantOf } from '#core/quadrant.ts';
import type { IndicatorMeasure } from '#picture/indicator-measure.ts';
import { TABLE_ROWS } from '#picture/plane-dots.ts';
import type { Plotted } from '#picture/scatter-points.ts';
import { intervalText, lowered, partsText, type Telling } from '#words/chart-words.ts';
import { DASH } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { axisName, type QuadrantNames } from '#words/quadrant-words.ts';

const isRate = ({ measure }: IndicatorMeasure) => measure.measure === 'rate';

/** The axes as they are told, the upright first: a count stands in n/N already where its rate is the other axis. */
function toldSides({ x, y }: Plotted): readonly IndicatorMeasure[] {
  const rated = [y, x].filter(isRate).map(({ indicator }) => indicator.id);
  return [y, x].filter((side) => isRate(side) || !rated.includes(side.indicator.id));
}

/** 'stunting 18,4 % (38/206)' */
export function pointFigures(data: Plotted, index: number, { words, format }: Telling): readonly string[] {
  return toldSides(data).map((side) => {
    const { table, value } = side.measure;
    const at = (column: Float64Array) => column[index] ?? Number.NaN;
    const name = lowered(axisName(side, words));
    if (!isRate(side)) return `${name} ${format.count(at(value))}`;
    const parts = partsText(at(table.numerator), at(table.denominator), format);
    return `${name} ${format.percentUnit(at(value))} (${parts})`;
  });
}

/** Heads name the columns, so that none may be the same as another. */
export function tableHead(data: Plotted, words: Words): readonly string[] {
  const { area, interval, parts } = words.charts;
  const heads = toldSides(data).flatMap((side, k) => {
    const name = axisName(side, words);
    return (isRate(side) ? [name, interval, parts] : [name]).map((head) => head + ' '.repeat(k));
  });
  return [area, ...heads, words.quadrants.quadrant];
}

/** The highest on the upright axis first. */
export function tableRows(
  data: Plotted,
  lines: QuadrantLines | null,
  names: QuadrantNames,
  { picture, format }: Telling,
) {
  const shown = [...data.points].sort((a, b) => b.y - a.y).slice(0, TABLE_ROWS);
  const sides = toldSides(data);
  return shown.map((point) => {
    const at = (column: Float64Array) => column[point.index] ?? Number.NaN;
    const figures = sides.flatMap((side) => {
      const { value, low, high, table } = side.measure;
      if (!isRate(side)) return [format.count(at(value))];
      return [
        format.percentUnit(at(value)),
        intervalText(at(low), at(high), format),
        partsText(at(table.numerator), at(table.denominator), format),
      ];
    });
    const quadrant = lines ? names[quadrantOf(point, lines)] : DASH;
    const name = picture.geography.areas[point.index]?.name ?? DASH;
    return { key: String(point.index), cells: [name, ...figures, quadrant] };
  });
}

import type { FunnelShape } from '#core/funnel.ts';
import type { Absentee } from '#picture/absentee.ts';
import type { FunnelData } from '#picture/funnel-points.ts';
import type { MoranPlot } from '#picture/moran-points.ts';
import { areaReasonsText, type Telling } from './chart-words.ts';
import { statisticText } from './hotspot-words.ts';
import type { Words } from './id.ts';

function withoutText(absent: readonly Absentee[], telling: Telling): readonly string[] {
  const reasons = areaReasonsText(absent, telling);
  return reasons === null ? [] : [telling.words.charts.without(reasons)];
}

/** The Moran scatter in sentences: how many areas lie in which quadrant, and who is not in it. */
export function moranWords(telling: Telling, { quadrants, alone, without }: MoranPlot): string {
  const { words, format } = telling;
  const say = words.hotspots.scatter;
  const count = (of: keyof MoranPlot['quadrants']) => format.count(quadrants[of]);
  return [
    say.summary(count('high-high'), count('low-low'), count('high-low'), count('low-high')),
    ...(alone > 0 ? [say.alone(format.count(alone))] : []),
    ...withoutText(without, telling),
  ].join(' ');
}

/** The funnel in sentences: who is beyond which limit, and whether the limits are widened. */
export function funnelWords(
  telling: Telling,
  { dots, shape, limits, verdicts, chanceVerdicts, without }: FunnelData,
): string {
  const { words, format } = telling;
  const say = words.hotspots.funnel;
  const count = (of: keyof FunnelData['verdicts']) => format.count(verdicts[of]);
  const said =
    limits.length === 0
      ? [say.noLimits(format.percentUnit(shape.mean))]
      : [
          say.summary(count('above'), count('below'), format.count(dots.length)),
          say.between(count('above-warning'), count('below-warning')),
          ...(shape.overdispersion > 1
            ? [
                say.widened(statisticText(shape.overdispersion, words)),
                say.unwidened(
                  format.count(chanceVerdicts.above),
                  format.count(chanceVerdicts.below),
                  format.count(chanceVerdicts['above-warning'] + chanceVerdicts['below-warning']),
                ),
              ]
            : []),
        ];
  return [...said, ...withoutText(without, telling)].join(' ');
}

/** What it means to lie within the limits, and which line is which. */
export function funnelNote({ hotspots: { funnel } }: Words, { overdispersion }: FunnelShape): string {
  return `${overdispersion > 1 ? funnel.unusual : funnel.chance} ${funnel.lines}`;
}

/** The line of the funnel: the city's value, where the areas drawn together have just that. */
export function funnelMeanLabel({ picture, words, format }: Telling, { mean }: FunnelShape): string {
  const { numerator, denominator } = picture.totals.city;
  const value = format.percentUnit(mean);
  const city = format.percentUnit(numerator / denominator);
  return city === value ? words.charts.cityValue(value) : words.hotspots.funnel.mean(value);
}

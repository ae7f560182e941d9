import { type ServiceCell, shortfall } from '#core/service-coverage.ts';
import type { ServiceIndicator } from '#core/service-indicator.ts';
import type { ServiceLayer } from '#picture/service-layer.ts';
import { yearBefore } from '#picture/service-layer.ts';
import type { Format } from './format.ts';
import { DASH } from './format.ts';
import type { Words } from './id.ts';
import { type LayerWording, legendClasses, PLAIN, type Telling } from './layer-wording.ts';

type Spoken = Pick<Telling, 'words' | 'format'>;

/** The name of a service in the language of the page, its id before it. */
export function serviceName({ id, name, english }: ServiceIndicator, words: Words): string {
  return `${id} ${words.language.locale.startsWith('id') || english === '' ? name : english}`;
}

export function shownService({ place, stand }: ServiceLayer): ServiceIndicator | null {
  return place === null ? null : (stand.indicators[place] ?? null);
}

/** 'Skor konvergensi', or the service shown. */
export function shownName(layer: ServiceLayer, words: Words): string {
  const indicator = shownService(layer);
  return indicator === null ? words.service.score : serviceName(indicator, words);
}

/** '62,0 %' of percent; a dash where there is none. */
export function percentText(percent: number, format: Format): string {
  return Number.isNaN(percent) ? DASH : format.percentUnit(percent / 100);
}

/** A cell in words: '62,0 %, 62 dari 100, kurang 28 anak', or what it holds instead. */
export function cellText(cell: ServiceCell, indicator: ServiceIndicator, told: Spoken): string {
  const { words, format } = told;
  if (cell.state === 'missing') return words.service.states.missing;
  const parts = words.service.parts(format.count(cell.n), format.count(cell.N));
  if (cell.state !== 'observed') return `${words.service.states[cell.state]}, ${parts}`;
  const gap = gapText(cell, indicator, told);
  return [percentText((100 * cell.n) / cell.N, format), parts, ...(gap === null ? [] : [gap])].join(', ');
}

/** 'kurang 28 anak untuk mencapai target'; null without a target. */
export function gapText(
  cell: Pick<ServiceCell, 'n' | 'N'>,
  indicator: ServiceIndicator,
  { words, format }: Spoken,
): string | null {
  const { people } = shortfall(cell, indicator);
  if (Number.isNaN(people)) return null;
  if (people === 0) return words.service.reached;
  const say = indicator.polarity === 'more-is-better' ? words.service.gap : words.service.over;
  return say(format.count(people), words.service.units[indicator.unit]);
}

/** 'target 90,0 % (sumber publik)'. */
export function targetText({ target, targetOrigin }: ServiceIndicator, { words, format }: Spoken): string {
  return target === null || targetOrigin === null
    ? words.service.noTarget
    : words.service.target(format.percent(target / 100), words.service.origins[targetOrigin]);
}

/** What has to be known of what is shown: formula or target, and how zeros are taken. */
export function serviceNotes(layer: ServiceLayer, told: Spoken): readonly string[] {
  const { words } = told;
  const indicator = shownService(layer);
  const lower = layer.stand.indicators.some(({ polarity }) => polarity === 'less-is-better');
  return indicator === null
    ? [
        words.service.formulaNote(words.service.formulas[layer.scores.formula]),
        ...(lower ? [words.service.inverted] : []),
        words.service.unranked,
        words.service.zeroNote,
      ]
    : [
        [
          targetText(indicator, told),
          ...(indicator.polarity === 'less-is-better' ? [words.service.less] : []),
        ].join(', '),
        words.service.zeroNote,
      ];
}

/** What a score rests on: '62,1 %, dari 20 di antara 29 indikator'. */
export function scoreLines(layer: ServiceLayer, index: number, { words, format }: Spoken): readonly string[] {
  const { scores, before, asked } = layer;
  const own = scores.areas[index];
  if (!own || Number.isNaN(own.score)) return [];
  const all = own.used + own.zero + own.noTarget + own.contradiction + own.missing + own.untargeted;
  const last = yearBefore(asked.period);
  const earlier = before?.areas[index]?.score ?? Number.NaN;
  return [
    words.service.completeness(format.count(own.used), format.count(all)),
    ...(own.zero > 0 ? [words.service.withZeros(percentText(own.withZeros, format))] : []),
    ...(Number.isNaN(earlier) || last === null
      ? []
      : [words.service.before(percentText(earlier, format), format.period(last))]),
  ];
}

export const serviceWording: LayerWording<ServiceLayer> = {
  ...PLAIN,
  title: (layer, { picture: { view }, words, format }) => {
    const [level, period] = [words.level[view.level], format.period(layer.asked.period)];
    const indicator = shownService(layer);
    return indicator === null
      ? words.service.titles.score(level, period)
      : words.service.titles.indicator(serviceName(indicator, words), level, period);
  },
  parts: (layer, { marks }, { words, format }) => [
    ...serviceNotes(layer, { words, format }),
    ...marks,
    ...(layer.scores.absent.length > 0
      ? [words.service.absent(format.count(layer.scores.absent.length))]
      : []),
  ],
  legend: {
    ...PLAIN,
    heading: (layer, { words }) => {
      const indicator = shownService(layer);
      if (indicator === null) return words.service.legendScore;
      const say = layer.byTarget ? words.service.legendTarget : words.service.legendCoverage;
      return say(indicator.id);
    },
    classes: (layer, telling) =>
      legendClasses(
        layer.byTarget ? telling.words.service.byTarget : telling.words.service.byCoverage,
        telling,
      ),
    notes: (layer, telling) => serviceNotes(layer, telling),
    periods: (layer, { format }) => format.period(layer.asked.period),
    isCut: () => false,
  },
  area: (layer, index, { words, format }) => {
    const indicator = shownService(layer);
    const value = layer.value[index] ?? Number.NaN;
    const rank = layer.rank[index] ?? 0;
    const ranked = layer.rank.filter((one) => one > 0).length;
    const common = {
      interval: null,
      band: null,
      crosses: null,
      rank: rank > 0 ? words.area.rank(format.count(rank), format.count(ranked)) : null,
    };
    if (indicator === null)
      return { ...common, value: percentText(value, format), observed: !Number.isNaN(value), parts: null };
    const cell = layer.stand.cells[layer.place ?? 0]?.[index];
    if (!cell) return null;
    const known = cell.state !== 'missing';
    return {
      ...common,
      value: Number.isNaN(value) ? words.service.states[cell.state] : percentText(value, format),
      observed: !Number.isNaN(value),
      parts: known ? words.service.parts(format.count(cell.n), format.count(cell.N)) : null,
    };
  },
  areaLines: (layer, index, told) => {
    const indicator = shownService(layer);
    if (indicator === null) return scoreLines(layer, index, told);
    const cell = layer.stand.cells[layer.place ?? 0]?.[index];
    const gap = cell?.state === 'observed' ? gapText(cell, indicator, told) : null;
    return gap === null ? [] : [gap];
  },
};

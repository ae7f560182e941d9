import type { IndicatorId } from '#core/indicator.ts';

/** What a survey estimates for the whole city, as the reader typed it. Rates per 1. */
export interface SurveyFigure {
  readonly rate: number;
  readonly interval: readonly [low: number, high: number] | null;
  readonly year: string;
  /** Never empty. */
  readonly source: string;
}

/** By indicator; kept only while these data are open. */
export type SurveyFigures = { readonly [Id in IndicatorId]?: SurveyFigure };

/** A survey figure as it is typed. */
export type SurveyTexts = Readonly<Record<'value' | 'low' | 'high' | 'year' | 'source', string>>;
export type SurveyFault = 'invalid' | 'invalidInterval' | 'invalidYear';

/** The fields that cannot be read, or the figure. An interval is both bounds with the value between them, or none. */
export function readSurvey(
  texts: SurveyTexts,
): SurveyFigure | { readonly [Field in keyof SurveyTexts]?: SurveyFault } {
  const percent = (text: string): number => {
    const plain = text.trim().replace(',', '.');
    const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) / 100 : Number.NaN;
    return value <= 1 ? value : Number.NaN;
  };
  const rate = percent(texts.value);
  if (Number.isNaN(rate)) return { value: 'invalid' };
  const bounds = [texts.low, texts.high].map((text) => text.trim());
  const [low = Number.NaN, high = Number.NaN] = bounds.map(percent);
  const none = bounds.every((text) => text === '');
  if (!none && !(low <= rate && rate <= high)) return { low: 'invalidInterval', high: 'invalidInterval' };
  if (!/^(19|20)\d{2}$/.test(texts.year.trim())) return { year: 'invalidYear' };
  return {
    rate,
    interval: none ? null : [low, high],
    year: texts.year.trim(),
    source: texts.source.trim().slice(0, 120),
  };
}

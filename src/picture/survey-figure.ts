import * as v from 'valibot';
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

const percent = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\d+([.,]\d+)?$/),
  v.transform((text) => Number(text.replace(',', '.')) / 100),
  v.maxValue(1),
);
const bound = v.union([
  v.pipe(
    v.string(),
    v.trim(),
    v.literal(''),
    v.transform(() => null),
  ),
  percent,
]);
const LONGEST_SOURCE = 120;

const surveyTexts = v.object({
  value: percent,
  low: bound,
  high: bound,
  year: v.pipe(v.string(), v.trim(), v.regex(/^(19|20)\d{2}$/)),
  source: v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text.slice(0, LONGEST_SOURCE)),
  ),
});

const FAULTS: { readonly [Field in keyof SurveyTexts]?: SurveyFault } = {
  value: 'invalid',
  low: 'invalidInterval',
  high: 'invalidInterval',
  year: 'invalidYear',
};
const NO_INTERVAL = { low: 'invalidInterval', high: 'invalidInterval' } as const;

/** The fields that cannot be read, or the figure. An interval is both bounds with the value between them, or none. */
export function readSurvey(
  texts: SurveyTexts,
): SurveyFigure | { readonly [Field in keyof SurveyTexts]?: SurveyFault } {
  const read = v.safeParse(surveyTexts, texts);
  if (!read.success) {
    const fields = Object.keys(v.flatten(read.issues).nested ?? {}) as (keyof SurveyTexts)[];
    return Object.fromEntries(fields.map((field) => [field, FAULTS[field]]));
  }
  const { value: rate, low, high, year, source } = read.output;
  if (low === null && high === null) return { rate, interval: null, year, source };
  if (low === null || high === null || low > rate || rate > high) return NO_INTERVAL;
  return { rate, interval: [low, high], year, source };
}

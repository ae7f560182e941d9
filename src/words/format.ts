import type { Day } from '#core/calendar-day.ts';
import { legendDecimals } from '#core/classification.ts';
import { type Period, periodKind } from '#core/period.ts';
import { roundTo } from '#core/rates.ts';
import type { Words } from './id.ts';

/** Numbers and dates as the reader's language writes them. A number that is not finite is written as a dash. */
export interface Format {
  readonly count: (value: number) => string;
  /** 0.184 as '18,4' (one decimal, no unit). */
  readonly percent: (rate: number) => string;
  /** With the unit: '18,4 %'. */
  readonly percentUnit: (rate: number) => string;
  /** A difference of rates in points, signed: 0.032 as '+3,2', -0.0002 as '0,0'. */
  readonly points: (difference: number) => string;
  readonly period: (period: Period) => string;
  /** '9 November 2026' */
  readonly day: (day: Day) => string;
}

export const DASH = '–';

export function createFormat(words: Words): Format {
  const { locale } = words.language;
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const signed = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const percent = (rate: number) =>
    Number.isFinite(rate) ? tenth.format(roundTo(rate, legendDecimals('rate')) * 100) : DASH;
  return {
    count: (value) => (Number.isFinite(value) ? whole.format(value) : DASH),
    percent,
    percentUnit: (rate) => (Number.isFinite(rate) ? `${percent(rate)}${words.language.percentSign}` : DASH),
    points: (difference) =>
      Number.isFinite(difference)
        ? signed.format(roundTo(difference, legendDecimals('rate')) * 100).replace('-', '\u2212')
        : DASH,
    day: (day) => date.format(new Date(`${day}T00:00:00Z`)),
    period: (period) => {
      const year = period.slice(0, 4);
      const part = Number(period.slice(6)) - 1;
      switch (periodKind(period)) {
        case 'month':
          return month.format(new Date(`${period}-01T00:00:00Z`));
        case 'quarter':
          return words.period.quarter(words.roman[part] ?? '', year);
        case 'semester':
          return words.period.semester(words.roman[part] ?? '', year);
        case 'year':
          return words.period.year(year);
      }
    },
  };
}

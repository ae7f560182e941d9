/** A figure as it was published: texts stay as they were written, and nothing of it is counted again. */
export interface SourceFigure {
  /** What it is of, for instance `stunting`. */
  readonly indicator: string;
  /** When, for instance `2022-08`, `2024-S2`, `akhir 2023`. */
  readonly period: string;
  /** In its unit; null where only a text was given. */
  readonly value: number | null;
  readonly unit: string;
  /** What it was counted from, for instance `373 dari 1501`; '' where that was not said. */
  readonly counted: string;
  readonly source: string;
  readonly url: string;
}

/** What a published figure says or implies of its parts. */
export interface FigureParts {
  /** null where no number stands in front. */
  readonly n: number | null;
  /** As stated; null where it was not. */
  readonly stated: number | null;
  /** n divided by the published share, in whole numbers; null where it is no percentage or n is not known. */
  readonly implied: number | null;
}

const LEADING = /^\s*(\d[\d.]*)\s*(?:[a-z]|$)/i;
const OF = /^\s*(\d[\d.]*)\s*(?:[a-z]+\s+)?(?:dari|of|\/)\s*(\d[\d.]*)/i;
const PERCENT = /^(?:persen|percent|%)$/i;
const whole = (text: string | undefined): number | null => {
  const digits = (text ?? '').replace(/\.$/, '');
  if (/^\d+$/.test(digits)) return Number(digits);
  return /^\d{1,3}(?:\.\d{3})+$/.test(digits) ? Number(digits.replaceAll('.', '')) : null;
};

/** Reads the parts out of what was published; what the words do not say stays null. */
export function figureParts({ value, unit, counted }: SourceFigure): FigureParts {
  const both = OF.exec(counted);
  const n = whole(both?.[1] ?? LEADING.exec(counted)?.[1]);
  const stated = whole(both?.[2]);
  const isShare = PERCENT.test(unit.trim()) && value !== null && value > 0 && value <= 100;
  return { n, stated, implied: isShare && n !== null ? Math.round((n * 100) / value) : null };
}

/** Denominators lie apart where one is less than 0.8 of the other: a convention of ours, as between two sources. */
export const DENOMINATORS_AGREE = 0.8;

/**
 * By figure whether its denominator, stated or implied, lies far from that of another figure of the same name. null
 * where it has none.
 */
export function denominatorConflicts(figures: readonly SourceFigure[]): readonly (boolean | null)[] {
  const all = figures.map((figure) => {
    const { stated, implied } = figureParts(figure);
    return { name: figure.indicator.trim().toLowerCase(), of: stated ?? implied };
  });
  return all.map(({ name, of }) => {
    if (of === null) return null;
    return all.some(
      (other) =>
        other.of !== null &&
        other.name === name &&
        Math.min(of, other.of) < DENOMINATORS_AGREE * Math.max(of, other.of),
    );
  });
}

import type { Locator } from 'playwright-core';
import { readNumber } from './ranking-lines.ts';

/** An entry of the legend: a class with its color, or a state without one. */
export interface LegendEntry {
  readonly label: string;
  readonly areas: number;
  /** `#rrggbb`, or null for a state, which is drawn as a pattern. */
  readonly color: string | null;
  /** Ends of the class, [from, below), in the unit of the legend; of a state NaN. */
  readonly from: number;
  readonly below: number;
}

/** '< 2,5 sangat rendah', '2,5 – < 10 rendah', '≥ 30 sangat tinggi', 'semua'. */
function endsOf(label: string): readonly [from: number, below: number] {
  const [from, below] = [/(?:^|≥ )([\d.,]+)/.exec(label)?.[1], /< ([\d.,]+)/.exec(label)?.[1]];
  return [
    from === undefined ? Number.NEGATIVE_INFINITY : readNumber(from),
    below === undefined ? Number.POSITIVE_INFINITY : readNumber(below),
  ];
}

/** The entries of the legend from the top. */
export async function legendEntries(legend: Locator): Promise<readonly LegendEntry[]> {
  const written = await legend.getByRole('listitem').evaluateAll((items) =>
    items.map((item) => ({
      state: item.closest('.statuses') !== null,
      texts: [item.querySelector('span:not(.mark, .count)'), item.querySelector('.count')].map(
        (span) => span?.textContent ?? '',
      ),
      color: item.querySelector('rect')?.getAttribute('fill') ?? null,
    })),
  );
  return written.map(({ state, texts: [label = '', areas = ''], color }) => {
    const [from, below] = state ? [Number.NaN, Number.NaN] : endsOf(label);
    return { label, areas: readNumber(areas), color: state ? null : color, from, below };
  });
}

/** The class in which the legend puts a value. */
export function entryOf(entries: readonly LegendEntry[], value: number): LegendEntry | undefined {
  return entries.find(({ from, below }) => value >= from && value < below);
}

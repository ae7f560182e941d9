/** An area in a plane. */
export interface PlaneDot {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** By the strength of the evidence: filled where strongest, faint where there is none; else sized. */
  readonly look: 'filled' | 'ring' | 'faint' | 'sized';
  readonly color: string;
  /** Of a sized one, px. */
  readonly radius?: number;
}

/** More dots than this are counted on a lattice. */
export const MOST_DOTS = 2_000;
/** The table of a chart holds at most so many areas. */
export const TABLE_ROWS = 400;

/** What is drawn one by one although a lattice holds them all: those that stand out, where they are few enough, and those marked. */
export function dotsOver<D extends PlaneDot>(
  dots: readonly D[],
  marked: (index: number) => boolean,
): readonly D[] {
  const out = dots.filter(({ look }) => look !== 'faint');
  if (out.length <= MOST_DOTS) return dots.filter(({ look, index }) => look !== 'faint' || marked(index));
  return dots.filter(({ index }) => marked(index));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Points counted on a lattice, where there are too many to draw one by one. */
export function latticeCounts(
  points: readonly { readonly x: number; readonly y: number }[],
  spans: { readonly x: Span; readonly y: Span },
  steps: number,
): readonly { readonly column: number; readonly row: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  const cell = (value: number, { start, end }: Span) =>
    Math.min(steps - 1, Math.floor(((value - start) / (end - start)) * steps));
  for (const { x, y } of points) {
    const key = cell(y, spans.y) * steps + cell(x, spans.x);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ column: key % steps, row: Math.floor(key / steps), count }));
}

/** Breaks as a reader typed them: usable, or why not. */
export type BreakReading =
  | { readonly kind: 'breaks'; readonly breaks: readonly number[] }
  | { readonly kind: 'unreadable' | 'negative' | 'beyond' };

const MOST_BREAKS = 8;

/** Reads '10; 20,5; 30' as ascending numbers from 0 to `most`, in the unit in which they were typed. */
export function readBreaks(text: string, most = Number.POSITIVE_INFINITY): BreakReading {
  const parts = text.split(/[;\s]+/).filter((part) => part !== '');
  const breaks = parts.map((part) =>
    /^[-−]?\d+([.,]\d+)?$/.test(part) ? Number(part.replace('−', '-').replace(',', '.')) : Number.NaN,
  );
  const ascending = breaks.every((value, k) => k === 0 || value > (breaks[k - 1] ?? value));
  if (breaks.some(Number.isNaN) || !ascending || breaks.length < 1 || breaks.length > MOST_BREAKS)
    return { kind: 'unreadable' };
  if (breaks.some((value) => value < 0)) return { kind: 'negative' };
  if (breaks.some((value) => value > most)) return { kind: 'beyond' };
  return { kind: 'breaks', breaks };
}

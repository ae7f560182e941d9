import type { Tour } from './tour.ts';

/** The question in the address with one part more or less, as a link would ask it: `l=district`. */
export function ask({ page }: Tour, part: string, wanted = true): Promise<void> {
  return page.evaluate(
    ([text, asked]) => {
      const rest = location.hash.split(';').filter((one) => one !== text);
      location.hash = [...rest, ...(asked ? [text] : [])].join(';');
    },
    [part, wanted] as const,
  );
}

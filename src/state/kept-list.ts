import * as v from 'valibot';

/** Longer text of a view is none of ours. */
const LONGEST_TEXT = 100_000;
const LONGEST_TITLE = 200;

/** A title as it is kept: of one line, and not endless. */
export function titleOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
}

export const keptTitle = v.pipe(v.string(), v.transform(titleOf), v.nonEmpty());
/** The text of a view, of any version; it is read against the data when it is shown. */
export const keptView = v.pipe(v.string(), v.regex(/^v\d/), v.maxLength(LONGEST_TEXT));
/** What data it is for (dataKey). */
export const keptKey = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,13}$/));

/** FNV-1a (Fowler, Noll & Vo 1991), 32 bits, from a start of its own. */
function hashFrom(start: number, text: string): number {
  let hash = start;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}

/** An id made of content alone: the same in every window. */
export function contentId(text: string): number {
  return (hashFrom(0x811c9dc5, text) % 0x2_0000) * 0x1_0000_0000 + hashFrom(0x01000193, text) + 1;
}

/** What a list on this machine holds, whole: what cannot be read is set aside as it is. */
export function readEntries<One>(
  entries: readonly unknown[],
  schema: v.GenericSchema<unknown, One>,
): { readonly items: readonly (One & { readonly id: number })[]; readonly aside: readonly unknown[] } {
  const items: (One & { readonly id: number })[] = [];
  const aside: unknown[] = [];
  const ids = new Set<number>();
  for (const entry of entries) {
    const read = v.safeParse(schema, entry);
    if (!read.success) {
      aside.push(entry);
      continue;
    }
    const named = v.safeParse(withId, entry);
    let id = named.success ? named.output.id : contentId(JSON.stringify(read.output));
    while (ids.has(id)) id = contentId(String(id));
    ids.add(id);
    items.push({ ...read.output, id });
  }
  return { items, aside };
}

/** Lists kept by versions before this have none. */
const withId = v.object({ id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

/** How the title of another window's version is made of its own. */
export type OtherTitle = (title: string) => string;
export const OTHER_TITLE: OtherTitle = (title) => `${title} (2)`;

/** A list of which what cannot be read is passed over, and what is beyond the most is left out. */
export function keptList<One>(one: v.GenericSchema<unknown, One>, most: number) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((values): readonly One[] =>
      values
        .flatMap((value) => {
          const read = v.safeParse(one, value);
          return read.success ? [read.output] : [];
        })
        .slice(0, most),
    ),
  );
}

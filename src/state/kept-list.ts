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

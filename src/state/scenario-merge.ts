import type { AreaDecision, Scenario } from '#picture/decision-value.ts';

/** The decision as text: '' where none was taken. */
function plain(one: AreaDecision | undefined): string {
  return one ? JSON.stringify([one.code, one.chosen, one.drafted, one.reason, one.dissent]) : '';
}

/** Of two who went on from one: what one alone has changed; undefined where both have, differently. */
function oneChanged<T>(
  was: T,
  mine: T,
  theirs: T,
  same: (a: T, b: T) => boolean,
): { readonly value: T } | undefined {
  if (same(mine, theirs) || same(theirs, was)) return { value: mine };
  return same(mine, was) ? { value: theirs } : undefined;
}

const equal = (a: unknown, b: unknown): boolean => a === b;

/**
 * A proposal that two windows have changed, as one: what each decided of areas that the other left alone. The same
 * whichever comes first. Null where both have changed the same differently: an area, the title, or the question.
 */
export function mergedScenario(was: Scenario, mine: Scenario, theirs: Scenario): Scenario | null {
  const title = oneChanged(was.title, mine.title, theirs.title, equal);
  const question = oneChanged(was, mine, theirs, (a, b) =>
    [a.text === b.text, a.data === b.data, a.figures === b.figures].every(Boolean),
  );
  if (title === undefined || question === undefined) return null;
  const [before, here, there] = [was, mine, theirs].map(
    ({ areas }) => new Map(areas.map((one) => [one.code, one])),
  );
  // Those of the ancestor in its order, then the new ones by code.
  const added = [...here!.keys(), ...there!.keys()].filter((code) => !before!.has(code)).sort();
  const areas: AreaDecision[] = [];
  for (const code of new Set([...before!.keys(), ...added])) {
    const decided = oneChanged(
      before!.get(code),
      here!.get(code),
      there!.get(code),
      (a, b) => plain(a) === plain(b),
    );
    if (decided === undefined) return null;
    if (decided.value) areas.push(decided.value);
  }
  const { text, data, figures } = question.value;
  return { id: mine.id, title: title.value, text, data, figures, areas };
}

import type { AreaCode, Territory } from '#core/area.ts';
import type { Problem } from '#core/problem.ts';
import type { Answers } from '#core/question.ts';
import type { ReadingChoices } from '#data/reading-choices.ts';
import { type ReadingMemory, type Recalled, type RememberedTable, recall } from '#data/reading-memory.ts';

/** What a reader confirmed of other tables, as a file on the desk, and what it said of these. */
export interface DeskMemory {
  readonly name: string;
  readonly memory: ReadingMemory;
  readonly problems: readonly Problem[];
}

/** The part of a desk that memories speak of. */
interface Remembering {
  readonly tables: readonly RememberedTable[];
  readonly memories: readonly DeskMemory[];
  readonly answers: Answers;
  readonly decisions: ReadonlyMap<string, AreaCode>;
  readonly roles: ReadingChoices['roles'];
  readonly ground: { readonly territory: Territory };
}

/**
 * Takes from the memories on a desk what they say of its tables, once for each table and memory: what the reader said
 * himself goes before, and can be said otherwise afterwards.
 * @param before the desk before tables or memories were laid on it.
 */
export function withMemories<Desk extends Remembering>(
  desk: Desk,
  before: Pick<Remembering, 'tables' | 'memories'>,
): Desk {
  const seen = new Set(before.tables.map(({ sheets }) => sheets));
  const remembered = new Set(before.memories.map(({ memory }) => memory));
  let next = desk;
  const memories: DeskMemory[] = [];
  for (const { name, memory, problems } of desk.memories) {
    const isNew = !remembered.has(memory);
    const tables = isNew ? desk.tables : desk.tables.filter(({ sheets }) => !seen.has(sheets));
    const found = recall(memory, name, tables, desk.ground.territory);
    const told =
      tables.length === 0 ? [] : found.problems.filter(({ code }) => isNew || code === 'memory/recalled');
    const earlier = told.length === 0 ? problems : problems.filter(({ code }) => code !== 'memory/unused');
    memories.push({ name, memory, problems: [...earlier, ...told] });
    if (tables.length > 0) next = withRecalled(next, found);
  }
  return { ...next, memories };
}

function withRecalled<Desk extends Remembering>(desk: Desk, { answers, decisions, roles }: Recalled): Desk {
  const isChosen = (one: Remembering['roles'][number]) =>
    desk.roles.some(
      ({ file, sheet, column }) => file === one.file && sheet === one.sheet && column === one.column,
    );
  return {
    ...desk,
    answers: new Map([...answers, ...desk.answers]),
    decisions: new Map([...decisions, ...desk.decisions]),
    roles: [...desk.roles, ...roles.filter((one) => !isChosen(one))],
  };
}

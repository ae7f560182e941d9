import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOver, type MergeRules, mergeKept } from '#core/kept-merge.ts';

interface Item {
  readonly id: number;
  readonly text: string;
}

const RULES: MergeRules<Item> = {
  content: ({ text }) => text,
  apart: ({ id, text }) => ({
    id: 1_000_000 + id * 1000 + text.length * 10 + (text.charCodeAt(0) % 10),
    text,
  }),
};
const merge = (base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]) =>
  mergeKept(base, mine, theirs, RULES);

const texts = fc.constantFrom('a', 'b', 'c', 'dd');
const listOf = (ids: readonly number[]) =>
  fc.tuple(...ids.map((id) => texts.map((text): Item => ({ id, text }))));
const base = listOf([1, 2, 3, 4]);

interface Edited {
  readonly items: readonly Item[];
}
/** What a reader makes of a list: deletes, changes, moves, adds. */
const edited = (from: readonly Item[], newIds: readonly number[]): fc.Arbitrary<Edited> =>
  fc
    .record({
      doings: fc.array(fc.constantFrom('keep', 'delete', 'change'), {
        minLength: from.length,
        maxLength: from.length,
      }),
      changed: fc.array(texts, { minLength: from.length, maxLength: from.length }),
      added: fc.subarray([...newIds]).chain(listOf),
      swap: fc.boolean(),
    })
    .map(({ doings, changed, added, swap }) => {
      const items = from.flatMap((one, k) => {
        if (doings[k] === 'delete') return [];
        return [doings[k] === 'change' ? { ...one, text: changed[k] ?? one.text } : one];
      });
      const all = [...items, ...added];
      const [first, second, ...rest] = all;
      return { items: swap && first && second ? [second, first, ...rest] : all };
    });
const two = base.chain((from) =>
  fc.record({
    from: fc.constant(from),
    mine: edited(from, [11, 12]).map(({ items }) => items),
    theirs: edited(from, [12, 13]).map(({ items }) => items),
  }),
);

const find = (items: readonly Item[], id: number) => items.find((one) => one.id === id);
const contents = (items: readonly Item[]) => items.map(({ text }) => text).sort();

/** Every edit of a side that the merged list does not have. */
function lost(from: readonly Item[], side: readonly Item[], other: readonly Item[], all: readonly Item[]) {
  return side.filter((one) => {
    const was = find(from, one.id);
    const edit = was === undefined || was.text !== one.text;
    if (edit) {
      const own = [find(all, one.id), find(all, RULES.apart(one).id)];
      return !own.some((found) => found?.text === one.text);
    }
    // Not touched here: as the other side has it.
    const there = find(other, one.id);
    return there !== undefined && find(all, one.id)?.text !== there.text;
  });
}

describe('two lists that went on from one', () => {
  it('lose no edit of either', () => {
    fc.assert(
      fc.property(two, ({ from, mine, theirs }) => {
        const { items } = merge(from, mine, theirs);
        expect(lost(from, mine, theirs, items)).toEqual([]);
        expect(lost(from, theirs, mine, items)).toEqual([]);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
    );
  });

  it('delete what one deletes and the other leaves; nothing is made up', () => {
    fc.assert(
      fc.property(two, ({ from, mine, theirs }) => {
        const { items, stayed } = merge(from, mine, theirs);
        for (const one of from) {
          const [own, other] = [find(mine, one.id), find(theirs, one.id)];
          const gone =
            (own === undefined && (other === undefined || other.text === one.text)) ||
            (other === undefined && own?.text === one.text);
          if (gone) expect(find(items, one.id)).toBeUndefined();
          else if (own === undefined || other === undefined)
            expect(stayed.map(({ id }) => id)).toContain(one.id);
        }
        for (const { text } of items) expect(contents([...mine, ...theirs])).toContain(text);
      }),
    );
  });

  it('are the same whichever comes first, but for names and order', () => {
    fc.assert(
      fc.property(two, ({ from, mine, theirs }) => {
        expect(contents(merge(from, mine, theirs).items)).toEqual(contents(merge(from, theirs, mine).items));
      }),
    );
  });

  it('where one side did nothing, are the other; merged again, are what they were', () => {
    fc.assert(
      fc.property(two, ({ from, mine, theirs }) => {
        expect(merge(from, mine, from).items).toEqual(mine);
        expect(merge(from, from, theirs).items).toEqual(theirs);
        expect(merge(from, mine, mine)).toEqual({ items: mine, twice: [], stayed: [] });
        const { items } = merge(from, mine, theirs);
        expect(merge(items, items, items).items).toEqual(items);
        expect(merge(theirs, items, theirs).items).toEqual(items);
        // The window that was first takes over the whole of it.
        expect(merge(theirs, theirs, items).items).toEqual(items);
      }),
    );
  });

  it('the laws reject a merge in which the last writer wins', () => {
    const wins = (mine: readonly Item[]) => mine;
    expect(() =>
      fc.assert(
        fc.property(two, ({ from, mine, theirs }) => {
          expect(lost(from, theirs, mine, wins(mine))).toEqual([]);
        }),
      ),
    ).toThrow();
  });
});

describe('by hand', () => {
  const A: Item = { id: 1, text: 'a' };
  it('both changed: two, the other version apart', () => {
    const [mine, theirs] = [
      { id: 1, text: 'b' },
      { id: 1, text: 'c' },
    ];
    const version = RULES.apart(theirs);
    expect(merge([A], [mine], [theirs])).toEqual({
      items: [mine, version],
      twice: [{ mine, theirs: version }],
      stayed: [],
    });
  });
  it('a step back takes back the own edit, and not what came from elsewhere', () => {
    const own = { id: 1, text: 'b' };
    const came = { id: 2, text: 'c' };
    expect(carriedOver([A], [own], [own, came], RULES)).toEqual([A, came]);
    const changed = { id: 1, text: 'dd' };
    expect(carriedOver([A], [own], [changed], RULES)).toEqual([changed]);
    expect(carriedOver([A, came], [A, came], [A], RULES)).toEqual([A]);
  });
});

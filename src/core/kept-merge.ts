/** One of a list that several windows keep together; its id never changes, and no other ever had it. */
export interface KeptItem {
  readonly id: number;
}

export interface MergeRules<One extends KeptItem> {
  /** The content without the id, as text: equal where the contents are. */
  readonly content: (one: One) => string;
  /** The version of another window as an item of its own: the same again for the same item. */
  readonly apart: (one: One) => One;
  /** An item that both have changed, in parts that do not meet, as one; null where they meet. Left out: always. */
  readonly together?: (was: One, mine: One, theirs: One) => One | null;
}

export interface Merged<One> {
  readonly items: readonly One[];
  /** Those that both sides have changed differently: both versions are in the list, theirs apart. */
  readonly twice: readonly { readonly mine: One; readonly theirs: One }[];
  /** Those that one side has deleted and the other changed: they stay. */
  readonly stayed: readonly One[];
}

function byId<One extends KeptItem>(items: readonly One[]): ReadonlyMap<number, One> {
  return new Map(items.map((one) => [one.id, one]));
}

/** Whether the items that both lists have stand in another order. */
function reordered(before: readonly KeptItem[], after: readonly KeptItem[]): boolean {
  const [was, is] = [byId(before), byId(after)];
  const left = before.filter(({ id }) => is.has(id));
  const right = after.filter(({ id }) => was.has(id));
  return left.some(({ id }, k) => id !== right[k]?.id);
}

/** The ids of both lists: in the order of the first, those of the second alone behind the one they stood behind. */
function joinedOrder(first: readonly KeptItem[], second: readonly KeptItem[]): readonly number[] {
  const order = first.map(({ id }) => id);
  const placed = new Set(order);
  let at = 0;
  for (const { id } of second) {
    if (placed.has(id)) at = order.indexOf(id) + 1;
    else {
      order.splice(at, 0, id);
      placed.add(id);
      at += 1;
    }
  }
  return order;
}

/**
 * Brings two lists together that have both gone on from the same third, item by item (three-way merge: Khanna, Kunal &
 * Pierce, 2007, "A Formal Investigation of Diff3"). What one side alone has changed, added, deleted or moved is taken
 * over; what both have changed is put together where its parts do not meet, else it is there twice; what one has deleted and the other changed stays. Of two
 * orders, mine is taken.
 * @param base the last list that both sides have known; empty where there is none: then nothing counts as deleted.
 */
export function mergeKept<One extends KeptItem>(
  base: readonly One[],
  mine: readonly One[],
  theirs: readonly One[],
  { content, apart, together }: MergeRules<One>,
): Merged<One> {
  const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
  const order = reordered(base, mine) ? joinedOrder(mine, theirs) : joinedOrder(theirs, mine);
  const same = (a: One, b: One | undefined) => b !== undefined && content(a) === content(b);
  const items: One[] = [];
  const twice: { readonly mine: One; readonly theirs: One }[] = [];
  const stayed: One[] = [];
  for (const id of order) {
    const [was, own, other] = [before.get(id), here.get(id), there.get(id)];
    if (own && other) {
      if (same(own, other) || same(other, was)) items.push(own);
      else if (same(own, was)) items.push(other);
      else {
        const one = was && together ? together(was, own, other) : null;
        if (one !== null) {
          items.push(one);
          continue;
        }
        const version = apart(other);
        items.push(own);
        if (!here.has(version.id) && !there.has(version.id)) items.push(version);
        twice.push({ mine: own, theirs: version });
      }
      continue;
    }
    const left = own ?? other;
    if (left === undefined || same(left, was)) continue;
    items.push(left);
    if (was) stayed.push(left);
  }
  // A version that was put apart before, and has been deleted since, is there again.
  const all = byId(items);
  for (const { theirs: version } of twice) if (!all.has(version.id)) items.push(version);
  return { items, twice, stayed };
}

/**
 * An older list of this window, for a step back, with what another window has changed since: only the reader's own
 * doing is taken back.
 * @param before the list before what the other window did was taken over.
 * @param after the list with it.
 */
export function carriedOver<One extends KeptItem>(
  older: readonly One[],
  before: readonly One[],
  after: readonly One[],
  { content, together }: Omit<MergeRules<One>, 'apart'>,
): readonly One[] {
  const [was, is, old] = [byId(before), byId(after), byId(older)];
  const untouched = (id: number): boolean => {
    const [a, b] = [was.get(id), is.get(id)];
    return a !== undefined && b !== undefined ? content(a) === content(b) : a === b;
  };
  return joinedOrder(older, after).flatMap((id) => {
    const [a, b, c] = [was.get(id), old.get(id), is.get(id)];
    if (untouched(id)) return b ? [b] : [];
    const one = a && b && c && together ? (together(a, b, c) ?? c) : c;
    return one ? [one] : [];
  });
}

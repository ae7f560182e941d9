import type { Page } from 'playwright-core';

/** What of React's own record of the page is read here. */
interface Fiber {
  readonly tag: number;
  type: unknown;
  memoizedProps: unknown;
  readonly stateNode: unknown;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly return: Fiber | null;
}

export interface Planted {
  /** What was to be read and pressed in the part that was made to throw. */
  readonly part: string;
  readonly fault: string;
}

declare global {
  /** What was tried of this page, and numbers of its functions, by which that is known again. */
  var triedParts: { readonly tried: Set<string>; readonly numbers: Map<unknown, number> } | undefined;
}

/**
 * Makes what is in each boundary on the screen throw, one after the other, and presses the way back; of boundaries around
 * the same parts one, in the life of the page. Tells of each whether it said so in its own place, with a way back, while all others stood, and came back.
 */
export function throwInEach(page: Page, says: string, wayBack: string): Promise<readonly Planted[]> {
  return page.evaluate(throwInEachBoundary, { says, wayBack });
}

/** Headings, buttons and fields that no boundary but the page's own holds: a throw in them would take the page. */
export function unbounded(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boundariesOf = (element: Element): number => {
      const key = Object.keys(element).find((name) => name.startsWith('__reactFiber$'));
      // The map's own buttons are not React's.
      if (key === undefined) return Number.POSITIVE_INFINITY;
      let fiber = Reflect.get(element, key) as Fiber | null;
      let count = 0;
      for (; fiber; fiber = fiber.return)
        if (typeof fiber.type === 'function' && 'getDerivedStateFromError' in fiber.type) count++;
      return count;
    };
    return [...document.querySelectorAll('#root :is(h1, h2, h3, a, button, input, table, [role="tab"])')]
      .filter((element) => boundariesOf(element) < 2)
      .map((element) => element.textContent.trim());
  });
}

/** Runs in the page. React looks up a part's function in its record: another put there throws at the next drawing. */
async function throwInEachBoundary({
  says,
  wayBack,
}: {
  says: string;
  wayBack: string;
}): Promise<readonly Planted[]> {
  interface Boundary {
    readonly state: { readonly failure: unknown };
    forceUpdate(): void;
  }
  const CLASS = 1;
  const FUNCTIONS = [0, 11, 15];
  /** Of the parts in a boundary so many tell it from others: the first is often a frame that many have. */
  const TELLING = 4;
  // biome-ignore lint/suspicious/noAssignInExpressions: made at the first call in a page
  const { tried, numbers } = (globalThis.triedParts ??= { tried: new Set(), numbers: new Map() });

  const root = (): Fiber => {
    const element = document.querySelector('#root') ?? document.body;
    const key = Object.keys(element).find((name) => name.startsWith('__reactContainer$')) ?? '';
    return (Reflect.get(element, key) as { readonly stateNode: { readonly current: Fiber } }).stateNode
      .current;
  };
  const boundaryOf = (fiber: Fiber): Boundary | null =>
    fiber.tag === CLASS &&
    typeof fiber.type === 'function' &&
    'getDerivedStateFromError' in fiber.type &&
    'failure' in (fiber.stateNode as Boundary).state
      ? (fiber.stateNode as Boundary)
      : null;
  const walk = (fiber: Fiber | null, visit: (one: Fiber) => boolean): void => {
    for (let one = fiber; one; one = one.sibling) if (visit(one)) walk(one.child, visit);
  };
  const all = (): Map<Boundary, Fiber> => {
    const found = new Map<Boundary, Fiber>();
    walk(root().child, (fiber) => {
      const boundary = boundaryOf(fiber);
      if (boundary) found.set(boundary, fiber);
      return true;
    });
    return found;
  };
  /** Boundaries within a fiber. */
  const within = (fiber: Fiber): Set<Boundary> => {
    const found = new Set<Boundary>();
    walk(fiber.child, (one) => {
      const boundary = boundaryOf(one);
      if (boundary) found.add(boundary);
      return true;
    });
    return found;
  };
  /** The first part of the program in a boundary, and not in one within it. */
  const partOf = (fiber: Fiber): Fiber | null => {
    let part: Fiber | null = null;
    walk(fiber.child, (one) => {
      if (part !== null || boundaryOf(one)) return false;
      if (FUNCTIONS.includes(one.tag)) part = one;
      return part === null;
    });
    return part;
  };
  const nameOf = (fiber: Fiber): string => {
    const parts: number[] = [];
    walk(fiber.child, (one) => {
      if (parts.length === TELLING || boundaryOf(one)) return false;
      if (!FUNCTIONS.includes(one.tag)) return true;
      const number = numbers.get(one.type) ?? numbers.size;
      numbers.set(one.type, number);
      parts.push(number);
      return true;
    });
    return parts.join();
  };
  const plant = (boundary: Boundary, part: Fiber): void => {
    const throws = (): never => {
      throw new Error('planted');
    };
    for (let one: Fiber | null = part; one && one.stateNode !== boundary; one = one.return)
      for (const record of [one, one.alternate]) {
        if (record === null) continue;
        // Props that were never handed over: none of it is taken for unchanged.
        if (typeof record.memoizedProps === 'object')
          record.memoizedProps = { ...record.memoizedProps, planted: true };
        if (one === part)
          record.type = typeof record.type === 'object' ? { ...record.type, render: throws } : throws;
      }
    boundary.forceUpdate();
  };
  const frame = () => new Promise<void>((done) => void requestAnimationFrame(() => done()));
  const until = async (holds: () => boolean): Promise<boolean> => {
    const end = performance.now() + 10_000;
    while (!holds()) {
      if (performance.now() > end) return false;
      await frame();
    }
    return true;
  };
  const textOf = (fiber: Fiber): string => {
    const texts: string[] = [];
    walk(fiber.child, (one) => {
      if (one.stateNode instanceof Element) texts.push(one.stateNode.textContent.trim());
      return !(one.stateNode instanceof Element);
    });
    return texts.join(' ').slice(0, 60);
  };
  const ways = () =>
    [...document.querySelectorAll<HTMLElement>('button')].filter((button) =>
      `${button.ariaLabel ?? ''} ${button.textContent}`.includes(wayBack),
    );
  /** Where the word stands: an alert of its own, or the name of the one button that there is room for. */
  const told = () =>
    [...document.querySelectorAll<HTMLElement>('[role="alert"], button')].filter(
      ({ ariaLabel, role, textContent }) =>
        role === 'alert' ? textContent.includes(says) : (ariaLabel ?? '').includes(says),
    ).length;

  const planted: Planted[] = [];
  // The first is the page's own; what lies within another comes before it.
  for (const [boundary, fiber] of [...all()].slice(1).reverse()) {
    const part = partOf(fiber);
    const parts = nameOf(fiber);
    if (part === null || tried.has(parts)) continue;
    tried.add(parts);
    const name = textOf(fiber);
    const before = all();
    const inner = within(before.get(boundary) ?? fiber);
    const [toldBefore, waysBefore] = [told(), ways().length];
    plant(boundary, part);
    const faults: string[] = [];
    if (!(await until(() => boundary.state.failure !== null))) faults.push('did not throw');
    await frame();
    if (told() !== toldBefore + 1) faults.push('no word');
    if (ways().length <= waysBefore) faults.push('no way back');
    const now = all();
    for (const other of before.keys())
      if (!inner.has(other) && (!now.has(other) || (other !== boundary && other.state.failure !== null)))
        faults.push('another went with it');
    ways().at(-1)?.click();
    if (!(await until(() => boundary.state.failure === null))) faults.push('no coming back');
    await frame();
    planted.push({ part: name, fault: faults.join(', ') });
  }
  return planted;
}

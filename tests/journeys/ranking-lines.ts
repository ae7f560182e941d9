import type { Locator } from 'playwright-core';

/** A line of the ranking as it is written on the screen. */
export interface RankingLine {
  /** NaN where the line has none. */
  readonly rank: number;
  readonly name: string;
  readonly district: string;
  /** n and N; NaN where not shown. */
  readonly n: number;
  readonly total: number;
  /** The value as written, or '' where `status` says why there is none. */
  readonly value: string;
  readonly status: string;
  readonly selected: boolean;
}

/** A number as either language writes it: thousands and decimals are told apart by what follows them. */
export function readNumber(text: string): number {
  const digits = text.replaceAll(/[\s\u00a0%]/g, '').replaceAll(/[.,](?=\d{3}(\D|$))/g, '');
  return digits === '' || !/^\d/.test(digits) ? Number.NaN : Number(digits.replace(',', '.'));
}

interface WrittenLine {
  readonly index: number;
  readonly rank: string;
  readonly name: string;
  readonly district: string;
  readonly parts: string;
  readonly value: string;
  readonly status: string;
  readonly selected: boolean;
}

/**
 * Scrolls through the grid and copies every line: only those near the screen are in the document. Waits at each stop
 * until they stand there.
 */
function copyLines(grid: Element): Promise<WrittenLine[]> {
  const scroller = grid.parentElement;
  const text = (line: Element, selector: string) => line.querySelector(selector)?.textContent ?? '';
  const seen = new Map<number, WrittenLine>();
  const copy = () => {
    for (const line of grid.querySelectorAll('tbody tr, thead tr[data-section="city"]')) {
      const index = Number(line.getAttribute('aria-rowindex'));
      seen.set(index, {
        index,
        rank: text(line, '.cell.rank'),
        name: text(line, '.cell.name .name'),
        district: text(line, '.cell.name small'),
        parts: text(line, '.cell.parts'),
        value: text(line, '.cell.value'),
        status: text(line, '.status'),
        selected: line.getAttribute('aria-selected') === 'true',
      });
    }
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const body = grid.querySelector('tbody');
  /** Whether lines stand all the way down from the head to the end of what is seen of the body. */
  const isCovered = (frameOf: Element): boolean => {
    const [seenOf, all] = [frameOf.getBoundingClientRect(), body?.getBoundingClientRect()];
    let at = grid.querySelector('thead')?.getBoundingClientRect().bottom ?? seenOf.top;
    const end = Math.min(seenOf.bottom, all?.bottom ?? seenOf.bottom) - 1;
    const boxes = [...(body?.querySelectorAll('tr') ?? [])].map((line) => line.getBoundingClientRect());
    for (const { top, bottom } of boxes.sort((a, b) => a.top - b.top))
      if (top <= at + 1) at = Math.max(at, bottom);
    return at >= end;
  };
  return (async () => {
    if (!scroller) return [];
    const before = scroller.scrollTop;
    const began = performance.now();
    for (let top = 0; ; top += scroller.clientHeight / 2) {
      scroller.scrollTop = top;
      do {
        await frame();
        await frame();
        if (performance.now() - began > 10_000) throw new Error('lines of the ranking are missing');
      } while (!isCovered(scroller));
      copy();
      if (top >= scroller.scrollHeight - scroller.clientHeight) break;
    }
    scroller.scrollTop = before;
    await frame();
    const lines = [...seen.values()].sort((a, b) => a.index - b.index);
    const told = Number(grid.getAttribute('aria-rowcount')) - 1;
    if (lines.length !== told) throw new Error(`${lines.length} of ${told} lines of the ranking were read`);
    return lines;
  })();
}

/** All lines of the ranking, the city's first. */
export async function rankingLines(grid: Locator): Promise<readonly RankingLine[]> {
  const written = await grid.evaluate(copyLines);
  return written.map(({ rank, name, district, parts, value, status, selected }) => {
    const [n = '', total = ''] = parts.split('/');
    return {
      rank: readNumber(rank),
      name,
      district,
      n: readNumber(n),
      total: readNumber(total),
      value,
      status,
      selected,
    };
  });
}

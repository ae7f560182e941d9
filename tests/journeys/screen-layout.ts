import type { Page } from 'playwright-core';

/** By how many px the page is wider than the screen. */
export function wider(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/**
 * Things that lie over one another, or stick out of the screen, though they should not. Runs in the page: it may use
 * nothing from outside itself.
 */
export function overlaps(): readonly string[] {
  const boxOf = (element: Element) => element.getBoundingClientRect();
  const isShown = (element: Element) => {
    const { width, height } = boxOf(element);
    return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${element.getAttribute('aria-label') ?? ''}`.trim();
  const apart = (a: Element, b: Element) => {
    const [one, other] = [boxOf(a), boxOf(b)];
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across <= 1 || down <= 1;
  };
  const faults: string[] = [];
  const mustBeApart = (elements: readonly Element[]) => {
    elements.forEach((a, k) => {
      for (const b of elements.slice(k + 1)) {
        if (!a.contains(b) && !b.contains(a) && !apart(a, b))
          faults.push(`${nameOf(a)} lies over ${nameOf(b)}`);
      }
    });
  };
  mustBeApart(all('.bar > :not(.spring)'));
  mustBeApart(all('.bar, .sentence, .side'));
  mustBeApart([
    ...all(
      '.legend, .map-place .maplibregl-ctrl, .map-place .maplibregl-ctrl-group, .svg-map-buttons, .svg-map-marks, .status-line, .fold, .map-note',
    ),
    ...all('.bar, .sentence, .side'),
  ]);
  for (const element of all(
    '.bar > *, .legend, .sentence, .maplibregl-ctrl, .svg-map-buttons, .svg-map-marks, .tier',
  )) {
    const { left, right } = boxOf(element);
    if (left < -1 || right > innerWidth + 1)
      faults.push(`${nameOf(element)} sticks out: ${left} to ${right}`);
  }
  return faults;
}

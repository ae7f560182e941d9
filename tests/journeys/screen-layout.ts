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
  // A telephone's sheet stays in sight over what is read; at the end of the page it lies below all of it.
  const side = document.querySelector('.side');
  if (side && getComputedStyle(side).position === 'sticky')
    scrollTo(0, document.documentElement.scrollHeight);
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
  mustBeApart(all('.bar > *'));
  mustBeApart(all('.bar-tools > *, .room-door'));
  mustBeApart(all('.part-button, .part-clear, .part-step'));
  mustBeApart(all('.sentence-facts > *'));
  mustBeApart(all('.bar, .sentence, .side'));
  mustBeApart([
    ...all(
      '.legend, .map-place .maplibregl-ctrl, .map-place .maplibregl-ctrl-group, .svg-map-buttons, .svg-map-marks, .map-tools, .map-note',
    ),
    ...all('.bar, .sentence, .side'),
  ]);
  for (const element of all(
    '.bar > *, .legend, .sentence, .side, .maplibregl-ctrl, .svg-map-buttons, .svg-map-marks, .map-tools, .tier',
  )) {
    const { left, right } = boxOf(element);
    if (left < -1 || right > innerWidth + 1)
      faults.push(`${nameOf(element)} sticks out: ${left} to ${right}`);
  }
  return faults;
}

/** The size of the map's frame, in CSS px. Runs in the page. */
export function mapSize(): { readonly width: number; readonly height: number } {
  const { width, height } = document.querySelector('.map-frame')?.getBoundingClientRect() ?? new DOMRect();
  return { width, height };
}

/**
 * Texts of which a part cannot be seen, though nothing says so. Where more is under a press (the line of facts, a place's
 * status with its title) or a scroll away, nothing is lost. Runs in the page.
 */
export function cutTexts(): readonly string[] {
  const faults: string[] = [];
  const own = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  for (const element of document.querySelectorAll<HTMLElement>('.shell *')) {
    if (!own(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('.visually-hidden, h1, .skip, .map-frame, svg, [title], .facts-line > p')) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const name = `${element.className || element.tagName}: ${element.textContent?.slice(0, 40)}`;
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut by ${element.scrollWidth - element.clientWidth} px: ${name}`);
  }
  return faults;
}

/** How many lines the sentence takes. Runs in the page. */
export function sentenceLines(): number {
  const parts = document.querySelector<HTMLElement>('.sentence-parts');
  return parts ? Math.round(parts.offsetHeight / Number.parseFloat(getComputedStyle(parts).lineHeight)) : 0;
}

/** What a thumb would miss: below 44 CSS px in height, the rows of a table left out. Runs in the page. */
export function smallTargets(): readonly string[] {
  const pressed = '.shell :is(button, a[href], input, [role="tab"])';
  return [...document.querySelectorAll<HTMLElement>(pressed)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.closest('.visually-hidden, .skip, table, [role="grid"]') === null)
    .flatMap((element) => {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      const isSlider = element instanceof HTMLInputElement && element.type === 'range';
      if (width <= 1 || height <= 1 || isSlider || height > 43.5) return [];
      return [`${Math.round(height)} px high: ${element.getAttribute('aria-label') ?? element.textContent}`];
    });
}

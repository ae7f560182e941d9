function box(name: string, ...children: readonly Element[]): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.append(...children);
  return element;
}

/**
 * Puts a map where the page will have it, under the words that say that the program is being fetched: the panels come
 * round it, and take its element from here.
 */
export function placeFirst(root: HTMLElement, map: HTMLElement): void {
  const waiting = [...root.children];
  const place = box('map-place', box('map-frame', map));
  const shell = box('shell', box('bar'), box('middle', box('sentence'), place), box('side'));
  shell.dataset.first = '';
  root.replaceChildren(shell, ...waiting);
}

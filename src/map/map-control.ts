import type { ControlPosition, IControl } from 'maplibre-gl';
import type { MapSurfaceWords } from './surface-words.ts';

const SVG = 'http://www.w3.org/2000/svg';

function icon(size: readonly [number, number], d: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size[0]} ${size[1]}`);
  svg.setAttribute('width', String(size[0]));
  svg.setAttribute('height', String(size[1]));
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

function control(element: HTMLElement, position: ControlPosition): IControl {
  return {
    onAdd: () => element,
    onRemove: () => element.remove(),
    getDefaultPosition: () => position,
  };
}

/** A button that shows all areas. */
export function fitButton(label: string, onFit: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-surface-fit';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.append(icon([29, 29], 'M8 12V8h4M17 8h4v4M21 17v4h-4M12 21H8v-4M12 12h5v5h-5z'));
  button.addEventListener('click', onFit);
  return button;
}

/** Gives the map's buttons and its arrow their words, whichever surface has drawn them. */
export function nameControls(container: HTMLElement, words: MapSurfaceWords): void {
  const buttons = [
    ['.maplibregl-ctrl-zoom-in, .map-surface-zoom-in', words.zoomIn],
    ['.maplibregl-ctrl-zoom-out, .map-surface-zoom-out', words.zoomOut],
    ['.map-surface-fit', words.fitAll],
  ] as const;
  for (const [selector, label] of buttons) {
    for (const button of container.querySelectorAll<HTMLButtonElement>(selector)) {
      button.title = label;
      button.setAttribute('aria-label', label);
    }
  }
  for (const mark of container.querySelectorAll('.map-surface-north')) {
    mark.setAttribute('aria-label', words.northUp);
    const letter = mark.querySelector('span');
    if (letter) letter.textContent = words.north;
  }
}

export function fitControl(label: string, onFit: () => void): IControl {
  const group = document.createElement('div');
  group.className = 'maplibregl-ctrl maplibregl-ctrl-group';
  group.append(fitButton(label, onFit));
  return control(group, 'top-right');
}

/** An arrow to the north; true at all times, because the map cannot be turned. */
export function northMark(letter: string, label: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-surface-north';
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  const text = document.createElement('span');
  text.setAttribute('aria-hidden', 'true');
  text.textContent = letter;
  element.append(icon([14, 20], 'M7 1l5 17-5-4-5 4z'), text);
  return element;
}

export function northControl(letter: string, label: string): IControl {
  const element = northMark(letter, label);
  element.classList.add('maplibregl-ctrl');
  return control(element, 'bottom-right');
}

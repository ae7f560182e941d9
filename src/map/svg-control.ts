import { fitButton, northMark } from './map-control.ts';
import type { MapSurfaceWords } from './surface-words.ts';
import { scaleBar } from './svg-camera.ts';

const BAR_PX = 110;

function button(text: string, look: string, label: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = look;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.textContent = text;
  element.addEventListener('click', onPress);
  return element;
}

function group(...children: readonly Node[]): HTMLElement {
  const element = document.createElement('div');
  element.append(...children);
  return element;
}

/** The buttons of the top right corner. */
export function zoomButtons(
  words: MapSurfaceWords,
  on: { readonly zoom: (steps: 1 | -1) => void; readonly fitAll: () => void },
): HTMLElement {
  const element = group(
    group(
      button('+', 'map-surface-zoom-in', words.zoomIn, () => on.zoom(1)),
      button('\u2212', 'map-surface-zoom-out', words.zoomOut, () => on.zoom(-1)),
    ),
    group(fitButton(words.fitAll, on.fitAll)),
  );
  element.className = 'svg-map-buttons';
  return element;
}

/** The arrow to the north and the scale bar of the bottom right corner. */
export function mapMarks(words: MapSurfaceWords): {
  readonly element: HTMLElement;
  setScale(metersPerPx: number): void;
} {
  const bar = document.createElement('div');
  bar.className = 'svg-map-scale';
  const element = group(northMark(words.north, words.northUp), bar);
  element.className = 'svg-map-marks';
  return {
    element,
    setScale(metersPerPx) {
      const { meters, px } = scaleBar(metersPerPx, BAR_PX);
      bar.style.width = `${px}px`;
      bar.textContent = meters >= 1000 ? `${meters / 1000} ${words.kilometers}` : `${meters} ${words.meters}`;
    },
  };
}

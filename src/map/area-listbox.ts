import type { Direction } from './area-cursor.ts';

export interface AreaListboxHandlers {
  onMove(direction: Direction): void;
  onPan(direction: Direction): void;
  onChoose(additive: boolean): void;
  onClear(): void;
  onZoom(steps: 1 | -1): void;
  onFit(): void;
  onLeave(): void;
}

export interface AreaListbox {
  readonly element: HTMLElement;
  /** The area the arrow keys stand on. `place` is 1-based; null: on none. */
  point(option: { name: string; place: number; of: number; selected: boolean } | null): void;
  rename(label: string): void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function act(event: KeyboardEvent, handlers: AreaListboxHandlers): boolean {
  const direction = ARROWS[event.key];
  if (direction !== undefined) {
    if (event.shiftKey) handlers.onPan(direction);
    else handlers.onMove(direction);
    return true;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      handlers.onChoose(event.shiftKey);
      return true;
    case 'Escape':
      handlers.onClear();
      return true;
    case '+':
    case '=':
      handlers.onZoom(1);
      return true;
    case '-':
    case '_':
      handlers.onZoom(-1);
      return true;
    case '0':
      handlers.onFit();
      return true;
    default:
      return false;
  }
}

let made = 0;

/**
 * The map for the keyboard and for screen readers: one focusable listbox over the canvas whose single option is the
 * area the arrow keys stand on (position and size of the set given, as for any list drawn in part). As a widget it
 * gets the arrow keys without `role=application`.
 */
export function createAreaListbox(named: string, handlers: AreaListboxHandlers): AreaListbox {
  made += 1;
  let label = named;
  const element = document.createElement('div');
  element.className = 'map-surface-keys';
  element.tabIndex = 0;
  element.setAttribute('role', 'listbox');
  element.setAttribute('aria-multiselectable', 'true');
  element.setAttribute('aria-label', label);
  const option = document.createElement('div');
  option.id = `map-area-option-${made}`;
  option.className = 'map-surface-option';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.textContent = label;
  element.append(option);
  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !act(event, handlers)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('blur', () => handlers.onLeave());
  return {
    element,
    rename(next) {
      const standsOnNone = !element.hasAttribute('aria-activedescendant');
      label = next;
      element.setAttribute('aria-label', label);
      if (standsOnNone) option.textContent = label;
    },
    point(to) {
      if (to === null) {
        element.removeAttribute('aria-activedescendant');
        option.textContent = label;
        option.setAttribute('aria-selected', 'false');
        return;
      }
      option.textContent = to.name;
      option.setAttribute('aria-posinset', String(to.place));
      option.setAttribute('aria-setsize', String(to.of));
      option.setAttribute('aria-selected', String(to.selected));
      element.setAttribute('aria-activedescendant', option.id);
    },
  };
}

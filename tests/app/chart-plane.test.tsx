// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChartPlane } from '#app/kit/chart-plane.tsx';
import { FAINT } from '#picture/hotspot-dots.ts';
import { createPainter } from '#picture/picture.ts';
import { MOST_DOTS, type PlaneDot } from '#picture/plane-dots.ts';
import { atlasOf, storeWith } from '#tests/state/kept-view.ts';

const [WIDTH, HEIGHT] = [420, 300];
const VILLAGES = 5;

/** Every element is as large as the chart, and says so as soon as it is watched. */
class Watcher {
  readonly #tell: ResizeObserverCallback;
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }
  observe(target: Element): void {
    const contentRect = { width: WIDTH, height: HEIGHT } as DOMRectReadOnly;
    this.#tell([{ target, contentRect } as ResizeObserverEntry], this as unknown as ResizeObserver);
  }
  unobserve(): void {}
  disconnect(): void {}
}

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
vi.stubGlobal('ResizeObserver', Watcher);
Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, WIDTH, HEIGHT);
Element.prototype.setPointerCapture = () => {};

let root: Root;
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const store = storeWith(atlasOf([3, 2]));
const paint = createPainter();
const AXIS = { title: '', start: 0, end: 10, ticks: [0, 5, 10], tick: String };

/** Dots of the five villages along the diagonal, the first filled; the others of a crowd lie in the middle. */
function crowd(size: number): readonly PlaneDot[] {
  return Array.from({ length: size }, (_, index) => {
    const at = index < VILLAGES ? 1 + 2 * index : 5;
    const look = index === 0 ? ({ look: 'filled', color: '#b2182b' } as const) : FAINT;
    return { index, x: at, y: at, ...look };
  });
}

function draw(dots: readonly PlaneDot[], hovered: number | null = null): void {
  const { atlas, view } = store.getState();
  const picture = atlas && view && paint(atlas, view);
  if (!picture) throw new Error('no picture');
  act(() =>
    root.render(
      <ChartPlane picture={picture} store={store} dots={dots} x={AXIS} y={AXIS} hovered={hovered} />,
    ),
  );
}

const drawn = (what: string) => document.querySelectorAll(`.recharts-surface ${what}`).length;

function point(type: string, clientX: number, clientY: number): void {
  const sheet = document.querySelector('.chart-sheet');
  if (!sheet) throw new Error('no brush');
  act(() => sheet.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY })));
}

it('brushes and taps into the selection, and loses none of its own dots by it', () => {
  draw(crowd(VILLAGES));
  expect(drawn('circle')).toBe(VILLAGES);
  point('pointerdown', 0, 0);
  point('pointermove', 200, HEIGHT);
  point('pointerup', 200, HEIGHT);
  expect(store.getState().view?.selected).toEqual(['d0v0', 'd0v1', 'd0v2']);
  draw(crowd(VILLAGES));
  expect(drawn('circle')).toBe(VILLAGES + 3);
  point('pointermove', 37, 225);
  expect(store.getState().hovered).toBe(0);
  point('pointerdown', 37, 225);
  point('pointerup', 37, 225);
  expect(store.getState().view?.selected).toEqual(['d0v0']);
});

it('draws a crowd as a lattice, and over it what stands out and what is pointed at', () => {
  draw(crowd(MOST_DOTS + 1), 7);
  // The filled dot is selected: a circle around it, as around the one pointed at.
  expect(drawn('circle')).toBe(4);
  expect(drawn('rect[opacity]')).toBe(VILLAGES);
  // The crowd at 5, 5 is in the darkest cell, whose lower left is the middle of the plot.
  const corner = ['x', 'y'].map((of) =>
    Number(document.querySelector('rect[opacity="1"]')?.getAttribute(of)),
  );
  expect(corner).toEqual([36 + 372 / 2, 20 + 250 / 2 - 250 / 40]);
  expect(drawn('.recharts-cartesian-axis-line')).toBe(2);
  point('pointermove', 37, 225);
  expect(store.getState().hovered).toBe(0);
});

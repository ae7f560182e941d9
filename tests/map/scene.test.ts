import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import {
  type AreaState,
  buildScene,
  DEFAULT_STATE,
  diffScene,
  type MapScene,
  type SceneChange,
  type SceneInput,
  stateReader,
} from '#map/scene.ts';
import { STATUS_PATTERNS } from '#map/status-pattern.ts';
import { squares } from './squares.ts';

const COLORS = ['#ffffd4', '#fe9929', '#993404'];
const AREAS = 6;
const GEOGRAPHIES = [squares(3, 2), squares(2, 3)] as const;

function input(patch: Partial<SceneInput> = {}): SceneInput {
  return {
    ...GEOGRAPHIES[0],
    outlines: null,
    classOf: Uint8Array.from([0, 1, 2, NO_CLASS, NO_CLASS, 2]),
    status: Uint8Array.from([0, 0, 0, CellStatus.notReported, CellStatus.suppressed, 0]),
    colors: COLORS,
    selected: [],
    hovered: null,
    ...patch,
  };
}

function statesOf(scene: MapScene): AreaState[] {
  return Array.from(scene.status, (_, i) => stateReader(scene)(i));
}

function applied(states: readonly AreaState[], change: SceneChange): AreaState[] {
  const next = change.boundaries ? states.map(() => DEFAULT_STATE) : [...states];
  for (const { index, state } of change.areas) next[index] = { ...next[index]!, ...state };
  return next;
}

const index = fc.integer({ min: 0, max: AREAS - 1 }).map((i) => i as AreaIndex);
const anyInput: fc.Arbitrary<SceneInput> = fc
  .record({
    geography: fc.constantFrom(...GEOGRAPHIES),
    cells: fc.array(
      fc.record({
        status: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5),
        group: fc.constantFrom(0, 1, 2, NO_CLASS),
      }),
      { minLength: AREAS, maxLength: AREAS },
    ),
    colors: fc.constantFrom(COLORS, ['#d6eaf2', '#3f93b4', '#06324a']),
    hatched: fc.constantFrom(null, Uint8Array.from([1, 0, 0, 1, 0, 1]), Uint8Array.from([0, 0, 1, 0, 0, 1])),
    selected: fc.uniqueArray(index, { maxLength: 3 }),
    hovered: fc.option(index),
    dimmed: fc.boolean(),
  })
  .map(({ geography, cells, ...rest }) => ({
    ...geography,
    outlines: null,
    classOf: Uint8Array.from(cells, (cell) => cell.group),
    status: Uint8Array.from(cells, (cell) => cell.status),
    ...rest,
  }));

describe('a scene', () => {
  it('hatches what has a class, and nothing that has none', () => {
    const states = statesOf(buildScene(input({ hatched: Uint8Array.from([1, 0, 0, 1, 0, 1]) })));
    expect(states.map((state) => state.hatched)).toEqual([true, false, false, false, false, true]);
  });

  it('paints observed areas by class and the others by status', () => {
    const states = statesOf(buildScene(input()));
    expect(states.map((state) => state.fill)).toEqual([
      '#ffffd4',
      '#fe9929',
      '#993404',
      STATUS_PATTERNS[CellStatus.notReported].ground,
      STATUS_PATTERNS[CellStatus.suppressed].ground,
      '#993404',
    ]);
    expect(states.map((state) => state.status)).toEqual([0, 0, 0, 1, 2, 0]);
  });

  it('gives an observed area without a class no color of the scale', () => {
    const scene = buildScene(input({ classOf: new Uint8Array(AREAS).fill(NO_CLASS) }));
    expect(COLORS).not.toContain(stateReader(scene)(0).fill);
  });

  it('never gives a status the color of a class, even where a class is stated', () => {
    const status = new Uint8Array(AREAS).fill(CellStatus.tooFew);
    const scene = buildScene(input({ status, classOf: new Uint8Array(AREAS) }));
    for (const state of statesOf(scene)) expect(COLORS).not.toContain(state.fill);
  });

  it('keeps a border visible between pale areas', () => {
    const states = statesOf(buildScene(input()));
    expect(states[0]?.edge).not.toBe('#ffffff');
    expect(states[2]?.edge).toBe('#ffffff');
  });

  it('takes the names of selected areas out of the common layer', () => {
    const { filters } = buildScene(input({ selected: [4 as AreaIndex] }));
    const chosen = ['in', ['get', 'index'], ['literal', [4]]];
    expect(filters['area-label-selected']).toEqual(chosen);
    expect(filters['area-label']).toEqual(['!', chosen]);
  });

  it('refuses columns of another length and classes without a color', () => {
    expect(() => buildScene(input({ classOf: new Uint8Array(5) }))).toThrow('5 classes for 6 areas');
    const scene = buildScene(input({ classOf: new Uint8Array(AREAS).fill(3) }));
    expect(() => stateReader(scene)(0)).toThrow('class 3 of 3');
  });
});

describe('the difference of two scenes', () => {
  it('applied to the first gives the second', () => {
    fc.assert(
      fc.property(anyInput, anyInput, (a, b) => {
        const [previous, next] = [buildScene(a), buildScene(b)];
        expect(applied(statesOf(previous), diffScene(previous, next))).toEqual(statesOf(next));
      }),
    );
  });

  it('applied to nothing gives the scene', () => {
    fc.assert(
      fc.property(anyInput, (a) => {
        const scene = buildScene(a);
        const blank = statesOf(scene).map(() => DEFAULT_STATE);
        expect(applied(blank, diffScene(null, scene))).toEqual(statesOf(scene));
      }),
    );
  });

  it('with nothing known of what is shown says all of it, undimmed too', () => {
    const change = diffScene(null, buildScene(input({ dimmed: false, outlines: null })));
    expect(change).toMatchObject({
      boundaries: true,
      outlines: true,
      names: true,
      told: true,
      marks: true,
      dimmed: false,
    });
  });

  it('tells other marks, and marks anew what has other boundaries', () => {
    const marks = { rings: [], symbols: [], links: [], zones: [], places: [] };
    const [bare, marked] = [buildScene(input()), buildScene(input({ marks }))];
    expect([bare.marks, marked.marks]).toEqual([null, marks]);
    expect(diffScene(bare, marked)).toMatchObject({ marks: true, areas: [], boundaries: false });
    expect(diffScene(marked, buildScene(input({ marks, hovered: 1 as AreaIndex }))).marks).toBe(false);
    expect(diffScene(marked, buildScene(input({ marks: { ...marks } }))).marks).toBe(true);
    expect(diffScene(marked, buildScene(input({ ...GEOGRAPHIES[1], marks }))).marks).toBe(true);
    expect(diffScene(marked, bare).marks).toBe(true);
  });

  it('of a scene and itself, rebuilt from equal columns, is nothing', () => {
    fc.assert(
      fc.property(anyInput, (a) => {
        const copy = {
          ...a,
          classOf: a.classOf.slice(),
          status: a.status.slice(),
          selected: [...a.selected],
        };
        expect(diffScene(buildScene(a), buildScene(copy))).toEqual({
          boundaries: false,
          outlines: false,
          names: false,
          told: false,
          marks: false,
          areas: [],
          filters: [],
          dimmed: null,
        });
      }),
    );
  });

  it('tells names and told areas apart, by value', () => {
    const labels = input().labels.map((label, i) => ({ ...label, number: i < 2 ? i + 1 : null }));
    const told = buildScene(input({ labels }));
    const again = buildScene(input({ labels: labels.map((label) => ({ ...label })) }));
    expect(diffScene(told, again)).toMatchObject({ names: false, told: false });
    const others = labels.map((label, i) => ({ ...label, number: i === 3 ? 1 : null }));
    expect(diffScene(told, buildScene(input({ labels: others })))).toMatchObject({
      names: false,
      told: true,
    });
    const muted = labels.map((label, i) => ({ ...label, muted: i === 5 }));
    expect(diffScene(told, buildScene(input({ labels: muted })))).toMatchObject({ names: true, told: false });
    const larger = buildScene(input({ labels, labelScale: 2 }));
    expect(diffScene(told, larger)).toMatchObject({ names: true, told: true });
  });

  it('names each area once, in order, with nothing that stayed', () => {
    fc.assert(
      fc.property(anyInput, anyInput, (a, b) => {
        const [previous, next] = [buildScene(a), buildScene({ ...b, boundaries: a.boundaries })];
        const { areas } = diffScene(previous, next);
        const before = stateReader(previous);
        areas.forEach(({ index: i, state }, k) => {
          expect(i).toBeGreaterThan(areas[k - 1]?.index ?? -1);
          for (const [key, value] of Object.entries(state))
            expect(before(i)[key as keyof AreaState]).not.toBe(value);
        });
      }),
    );
  });

  it('touches two areas when the pointer moves, and no filter', () => {
    const from = input({ hovered: 1 as AreaIndex });
    const change = diffScene(buildScene(from), buildScene({ ...from, hovered: 5 as AreaIndex }));
    expect(change.areas).toEqual([
      { index: 1, state: { hovered: false } },
      { index: 5, state: { hovered: true } },
    ]);
    expect(change.filters).toEqual([]);
    expect(change.boundaries).toBe(false);
  });
});

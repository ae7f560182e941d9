// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import { NO_CLASS } from '#core/classification.ts';
import { paletteFor } from '#map/color.ts';
import { buildScene, type MapScene, stateReader } from '#map/scene.ts';
import { PATTERN_IDS, STATUS_PATTERNS } from '#map/status-pattern.ts';
import { createSvgPicture } from '#map/svg-picture.ts';
import { squares } from './squares.ts';

const SIDE = 4;
const AREAS = SIDE * SIDE;
const { boundaries, labels } = squares(SIDE, SIDE);
const COLORS = paletteFor(5, 'more-is-worse');

const columns = fc
  .array(fc.record({ group: fc.nat(4), status: fc.constantFrom(...Object.values(CellStatus)) }), {
    minLength: AREAS,
    maxLength: AREAS,
  })
  .map((areas) => ({
    classOf: Uint8Array.from(areas, ({ group, status }) =>
      status === CellStatus.observed ? group : NO_CLASS,
    ),
    status: Uint8Array.from(areas, ({ status }) => status),
  }));
const indices = fc.uniqueArray(fc.nat(AREAS - 1), { maxLength: 4 });

function sceneOf(
  { classOf, status }: { classOf: Uint8Array; status: Uint8Array },
  selected: readonly number[],
): MapScene {
  return buildScene({
    boundaries,
    outlines: null,
    labels,
    classOf,
    status,
    colors: COLORS,
    selected: selected as readonly AreaIndex[],
    hovered: (selected[0] ?? null) as AreaIndex | null,
  });
}

function drawn(element: SVGSVGElement) {
  const areas = [...element.querySelectorAll('g[fill-rule] > path')];
  const patterns = new Map([...element.querySelectorAll('pattern')].map((one) => [`url(#${one.id})`, one]));
  return areas.map((path) => {
    const fill = path.getAttribute('fill') ?? '';
    const pattern = patterns.get(fill);
    const ground = pattern?.querySelector('rect')?.getAttribute('fill') ?? fill;
    const hatch = pattern?.querySelector('path')?.getAttribute('d') ?? null;
    return { ground, hatch, edge: path.getAttribute('stroke') };
  });
}

function wanted(scene: MapScene) {
  const stateOf = stateReader(scene);
  return labels.map((_, i) => {
    const { fill, edge, status } = stateOf(i);
    const hatched = status !== CellStatus.observed && PATTERN_IDS.has(status);
    return { ground: fill, hatch: hatched ? STATUS_PATTERNS[status].path : null, edge };
  });
}

describe('the SVG picture', () => {
  it('has the colors, hatches and borders of its scene, whatever was drawn before', () => {
    fc.assert(
      fc.property(columns, columns, indices, indices, (before, after, first, second) => {
        const picture = createSvgPicture();
        picture.show(sceneOf(before, first));
        const scene = sceneOf(after, second);
        picture.show(scene);
        expect(drawn(picture.element)).toEqual(wanted(scene));
      }),
      { numRuns: 40 },
    );
  });

  it('finds the area that an element draws', () => {
    const picture = createSvgPicture();
    picture.show(sceneOf({ classOf: new Uint8Array(AREAS), status: new Uint8Array(AREAS) }, []));
    const paths = [...picture.element.querySelectorAll('g[fill-rule] > path')];
    expect(paths.map((path) => picture.areaAt(path))).toEqual(labels.map((_, i) => i));
    expect(picture.areaAt(picture.element)).toBeNull();
    expect(picture.areaAt(null)).toBeNull();
  });

  it('draws marks over the areas, keeps their size on the screen, and takes them away', () => {
    const picture = createSvgPicture();
    const bare = sceneOf({ classOf: new Uint8Array(AREAS), status: new Uint8Array(AREAS) }, [1]);
    const marks = {
      rings: [
        { index: 0 as AreaIndex, color: '#b2182b', strength: 'strong' as const },
        { index: 1 as AreaIndex, color: '#b2182b', strength: 'strong' as const },
        { index: 9 as AreaIndex, color: '#92c5de', strength: 'weak' as const },
      ],
      symbols: [{ point: labels[5]!.point, radiusPx: 12, color: '#542788' }],
      links: [{ from: labels[0]!.point, to: labels[1]!.point, kind: 'attached' as const }],
      zones: [],
      places: [
        { look: { shape: 'square' as const, open: false }, points: [labels[2]!.point, labels[3]!.point] },
      ],
    };
    picture.show({ ...bare, marks });
    picture.setView({ x: 0, y: 0, scale: 0.5 }, { width: 400, height: 400 });
    const of = (stroke: string) =>
      [...picture.element.querySelectorAll(`[stroke="${stroke}"][vector-effect]`)].filter((one) =>
        one.closest('[pointer-events="none"]'),
      );
    const [ring, ...more] = of('#b2182b');
    expect(more).toEqual([]);
    expect(ring?.getAttribute('d')?.match(/[ML]/g)).toHaveLength(7);
    expect(of('#92c5de')[0]?.getAttribute('stroke-dasharray')).toBe('7 5');
    const circles = [...picture.element.querySelectorAll('circle')];
    expect(circles.map((one) => one.getAttribute('r'))).toEqual(['24', '24']);
    const lastArea = [...picture.element.querySelectorAll('g[fill-rule] > path')].at(-1)!;
    expect(lastArea.compareDocumentPosition(ring!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);

    picture.show(bare);
    expect([...of('#b2182b'), ...picture.element.querySelectorAll('circle')]).toEqual([]);
  });

  it('writes no style, which the policy of the page would refuse', () => {
    const picture = createSvgPicture();
    picture.show(sceneOf({ classOf: new Uint8Array(AREAS), status: new Uint8Array(AREAS) }, [3]));
    expect(picture.element.querySelectorAll('style, [style]')).toHaveLength(0);
  });
});

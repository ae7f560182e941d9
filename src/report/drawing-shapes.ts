import { clippedLine, clippedRing } from './line-clipping.ts';
import { type PathLine, pathLines } from './path-lines.ts';
import type { Box } from './sheet-item.ts';
import type { SlideFill, SlideItem } from './slide-deck.ts';

type Shape = SlideItem & { readonly kind: 'shape' };

export interface DrawnAreas {
  readonly name: (index: number) => string;
  readonly about: (index: number) => string;
  /** 1 where a light hatch lies over the color. */
  readonly hatched: Uint8Array | null;
  /** What the hatch is drawn with. */
  readonly hatchInk: string;
}

/** The pattern that a fill names, by what its lines do. */
function patternOf(drawing: SVGSVGElement, fill: string): SlideFill {
  const id = /^url\(#(.+)\)$/.exec(fill)?.[1];
  const pattern =
    id === undefined ? null : [...drawing.querySelectorAll('pattern')].find((one) => one.id === id);
  const ground = pattern?.querySelector('rect')?.getAttribute('fill');
  const drawn = pattern?.querySelector('path');
  const path = drawn?.getAttribute('d') ?? '';
  if (!ground || !drawn) return null;
  const rising = path.includes('M0,8L8,0');
  const falling = path.includes('M0,0L8,8');
  const kind = rising && falling ? 'crossed' : rising ? 'rising' : falling ? 'falling' : 'dotted';
  return { ground, ink: drawn.getAttribute('stroke') ?? ground, pattern: kind };
}

function fillOf(drawing: SVGSVGElement, element: Element): SlideFill {
  const fill = element.getAttribute('fill') ?? 'none';
  if (fill === 'none' || fill === '') return null;
  if (fill.startsWith('url(')) return patternOf(drawing, fill);
  return { color: fill, opacity: Number(element.getAttribute('fill-opacity') ?? 1) };
}

function strokeOf(element: Element): Shape['stroke'] {
  const color = element.getAttribute('stroke');
  const width = Number(
    element.getAttribute('stroke-width') ?? element.parentElement?.getAttribute('stroke-width') ?? 1,
  );
  if (color === null || color === 'none' || width === 0) return null;
  return { color, width, isDashed: element.hasAttribute('stroke-dasharray') };
}

function dataOf(element: Element): string {
  if (element.tagName !== 'circle') return element.getAttribute('d') ?? '';
  const [cx = 0, cy = 0, r = 0] = ['cx', 'cy', 'r'].map((name) => Number(element.getAttribute(name)));
  return `M${cx - r},${cy}A${r},${r} 0 1 0 ${cx + r},${cy}A${r},${r} 0 1 0 ${cx - r},${cy}Z`;
}

/**
 * A map drawn as SVG as shapes of a slide, clipped to its box: areas in their order, then every line and mark over them.
 * @param drawing of a map: its areas are the children of `g.areas`, its view box lies in the box.
 */
export function drawingShapes(drawing: SVGSVGElement, box: Box, areas: DrawnAreas): readonly Shape[] {
  const [left = 0, top = 0, width = 1] = (drawing.getAttribute('viewBox') ?? '').split(/[ ,]+/).map(Number);
  const scale = box.width / width;
  const placed = (element: Element): readonly PathLine[] =>
    pathLines(dataOf(element)).map(({ points, closed }) => ({
      points: points.map((value, k) =>
        k % 2 === 0 ? box.x + (value - left) * scale : box.y + (value - top) * scale,
      ),
      closed,
    }));
  const shape = (element: Element, fill: SlideFill): Shape[] => {
    const stroke = strokeOf(element);
    if (fill === null && stroke === null) return [];
    const lines = placed(element).flatMap((line): readonly PathLine[] => {
      if (fill === null) return clippedLine(line, box);
      const points = clippedRing(line.points, box);
      return points.length >= 6 ? [{ points, closed: true }] : [];
    });
    return lines.length === 0 ? [] : [{ kind: 'shape', name: '', about: '', lines, fill, stroke }];
  };
  const group = drawing.querySelector('g.areas');
  const own = [...(group?.children ?? [])];
  const drawn = own.flatMap((element, i) => {
    const fill = fillOf(drawing, element);
    const hatched = areas.hatched?.[i] === 1 && fill !== null && 'color' in fill;
    const seen: SlideFill = hatched ? { ground: fill.color, ink: areas.hatchInk, pattern: 'falling' } : fill;
    return shape(element, seen).map((one): Shape => ({ ...one, name: areas.name(i), about: areas.about(i) }));
  });
  const over = [...drawing.querySelectorAll('path, circle')].filter(
    (element) => !own.includes(element) && element.closest('pattern') === null,
  );
  return [
    ...drawn,
    // The light hatch is a part of its areas here: a slide's pattern has a ground.
    ...over.flatMap((element) => {
      const fill = fillOf(drawing, element);
      const isHatch = (element.getAttribute('fill') ?? '').startsWith('url(');
      return isHatch ? [] : shape(element, fill);
    }),
  ];
}

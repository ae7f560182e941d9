import type { Position } from 'geojson';
import { markLines } from './mark-line.ts';
import { casingColor, POINTED_LOOK, SYMBOL_LOOK } from './mark-look.ts';
import {
  PLACE_HALO,
  PLACE_HALO_STROKE,
  PLACE_INK,
  PLACE_RADIUS,
  PLACE_STROKE,
  shapePath,
} from './place-look.ts';
import type { MapScene } from './scene.ts';
import type { PlaceMarks, SymbolMark } from './scene-marks.ts';
import { svgElement } from './svg-element.ts';
import type { SvgProjection } from './svg-projection.ts';

/** The marks of a scene, in the units of a projection; lines and circles keep their size on the screen. */
export interface SvgMarks {
  readonly element: SVGGElement;
  show(scene: MapScene, projection: SvgProjection | null): void;
  /** Areas pointed at or chosen, as path data; drawn where there are marks that could hide them. */
  point(path: string): void;
  setScale(pxPerUnit: number): void;
}

function pathOf(lines: readonly (readonly Position[])[], projection: SvgProjection): string {
  const rounded = (value: number) => String(Math.round(value * 10) / 10);
  const place = ([longitude = 0, latitude = 0]: Position) =>
    projection.forward([longitude, latitude]).map(rounded).join(',');
  return lines.map((line) => `M${line.map(place).join('L')}`).join('');
}

function lineElement(d: string, stroke: string, width: number, dash: readonly number[] | null) {
  return svgElement('path', {
    d,
    stroke,
    'stroke-width': width,
    'vector-effect': 'non-scaling-stroke',
    ...(dash === null ? {} : { 'stroke-dasharray': dash.join(' '), 'stroke-linecap': 'butt' }),
  });
}

function circleElement({ point, color }: SymbolMark, projection: SvgProjection, over: boolean) {
  const [cx, cy] = projection.forward(point);
  const { width, casing, fillOpacity } = SYMBOL_LOOK;
  return svgElement('circle', {
    cx,
    cy,
    'vector-effect': 'non-scaling-stroke',
    stroke: over ? color : casingColor(color),
    'stroke-width': over ? width : casing,
    ...(over ? { fill: color, 'fill-opacity': fillOpacity } : {}),
  });
}

/** All symbols of one layer: halos below, and their paths anew for every scale. */
interface PlacedLayer {
  readonly paths: readonly SVGPathElement[];
  readonly pathAt: (pxPerUnit: number) => string;
}

function placedLayer({ look, points }: PlaceMarks, projection: SvgProjection): PlacedLayer {
  const middles = points.map((point) => projection.forward(point));
  const fixed = { 'vector-effect': 'non-scaling-stroke' };
  return {
    paths: [
      svgElement('path', { ...fixed, stroke: PLACE_HALO, 'stroke-width': PLACE_HALO_STROKE }),
      svgElement('path', {
        ...fixed,
        stroke: PLACE_INK,
        'stroke-width': look.open ? PLACE_STROKE : 0,
        fill: look.open ? PLACE_HALO : PLACE_INK,
      }),
    ],
    pathAt: (pxPerUnit) =>
      middles.map(([x, y]) => shapePath(look.shape, x, y, PLACE_RADIUS / pxPerUnit)).join(''),
  };
}

export function createSvgMarks(): SvgMarks {
  const pointed = lineElement('', POINTED_LOOK.color, POINTED_LOOK.width, null);
  const drawn = svgElement('g');
  const element = svgElement(
    'g',
    { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round', 'pointer-events': 'none' },
    drawn,
    pointed,
  );
  let circles: readonly { readonly circle: SVGCircleElement; readonly radiusPx: number }[] = [];
  let placed: readonly PlacedLayer[] = [];
  let scale = 1;
  let marked = false;

  function sizeSymbols(): void {
    for (const { circle, radiusPx } of circles) circle.setAttribute('r', String(radiusPx / scale));
    for (const { paths, pathAt } of placed) {
      const d = pathAt(scale);
      for (const path of paths) path.setAttribute('d', d);
    }
  }

  return {
    element,
    show({ marks, boundaries }, projection) {
      marked = marks !== null && projection !== null;
      if (marks === null || projection === null) {
        drawn.replaceChildren();
        circles = [];
        placed = [];
        return;
      }
      const lines = markLines(marks, boundaries).map((group) => ({
        ...group,
        d: pathOf(group.lines, projection),
      }));
      circles = [false, true].flatMap((over) =>
        marks.symbols.map((symbol) => ({
          circle: circleElement(symbol, projection, over),
          radiusPx: symbol.radiusPx,
        })),
      );
      placed = marks.places.map((layer) => placedLayer(layer, projection));
      drawn.replaceChildren(
        ...lines.map(({ d, look, casingColor }) => lineElement(d, casingColor, look.casing, null)),
        ...lines.map(({ d, look, color }) => lineElement(d, color, look.width, look.dash)),
        ...circles.map(({ circle }) => circle),
        ...placed.flatMap(({ paths }) => paths),
      );
      sizeSymbols();
    },
    point: (path) => pointed.setAttribute('d', marked ? path : ''),
    setScale(pxPerUnit) {
      if (pxPerUnit === scale) return;
      scale = pxPerUnit;
      sizeSymbols();
    },
  };
}

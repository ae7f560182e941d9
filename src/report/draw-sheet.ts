import { DISC_EDGE, type MapDisc, type MapName } from './map-name.ts';
import type { MapSheet } from './map-sheet.ts';
import { type ScaleWords, scaleItems } from './scale-bar.ts';
import type { Box, SheetItem, SheetPattern, TextItem } from './sheet-item.ts';

/** A map as SVG, in the size of the sheet's own map. */
export interface MapDrawing {
  readonly areas: SVGSVGElement;
  readonly metersPerPixel: number;
  readonly names: readonly MapName[];
  readonly discs: readonly MapDisc[];
}

const SVG = 'http://www.w3.org/2000/svg';
const SEA = '#eef0ec';
const PATTERN_TILE = 8;
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, ...children: readonly Node[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

function halo(color: string): Attributes {
  return { stroke: color, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
}

function textElement(item: TextItem): SVGElement {
  const { x, y, text, color, font } = item;
  return element(
    'text',
    {
      x,
      y,
      fill: color,
      'font-size': font.size,
      'font-weight': font.weight,
      'text-anchor': ANCHORS[item.align],
      ...(item.halo === undefined ? {} : halo(item.halo)),
    },
    document.createTextNode(text),
  );
}

function nameElement({ x, y, text, color, size, weight, spacing }: MapName): SVGElement {
  return element(
    'text',
    {
      x,
      y,
      fill: color,
      'font-size': size,
      'font-weight': weight,
      'letter-spacing': spacing * size,
      'text-anchor': 'middle',
      ...halo('#ffffff'),
    },
    document.createTextNode(text),
  );
}

function discElement(disc: MapDisc): SVGElement {
  const { text, textX, sign, x, y, halfWidth, radius, size, fill, ink } = disc;
  return element(
    'g',
    {},
    element('rect', {
      x: x - halfWidth,
      y: y - radius,
      width: 2 * halfWidth,
      height: 2 * radius,
      rx: radius,
      fill,
      stroke: DISC_EDGE,
      'stroke-width': radius / 6,
    }),
    ...(sign === null ? [] : [element('path', { d: sign, fill: ink })]),
    element(
      'text',
      {
        x: textX,
        y: y + size * 0.35,
        fill: ink,
        'font-size': size,
        'font-weight': 650,
        'text-anchor': 'middle',
      },
      document.createTextNode(text),
    ),
  );
}

function lines(stroke: string | null, width: number): Attributes {
  return stroke === null ? {} : { stroke, 'stroke-width': width, 'stroke-linejoin': 'round' };
}

function patternElement(box: Box, look: SheetPattern, id: string): SVGElement {
  const tile = element(
    'pattern',
    {
      id,
      width: PATTERN_TILE,
      height: PATTERN_TILE,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `translate(${box.x},${box.y})`,
    },
    element('rect', { width: PATTERN_TILE, height: PATTERN_TILE, fill: look.ground }),
    element('path', {
      d: look.path ?? '',
      fill: 'none',
      stroke: look.stroke,
      'stroke-width': look.strokeWidth,
      'stroke-linecap': 'round',
    }),
  );
  const swatch = element('rect', {
    ...box,
    fill: look.path === null ? look.ground : `url(#${id})`,
    stroke: look.edge,
    ...(look.edgeDash === null ? {} : { 'stroke-dasharray': look.edgeDash.join(' ') }),
  });
  return element('g', {}, tile, swatch);
}

function mapElement(box: Box, { areas, names, discs }: MapDrawing): SVGElement {
  const ground = element('rect', { width: box.width, height: box.height, fill: SEA });
  const drawing = element('g', {}, ground, areas, ...names.map(nameElement), ...discs.map(discElement));
  drawing.setAttribute('transform', `translate(${box.x},${box.y})`);
  return drawing;
}

function itemElement(item: SheetItem, map: MapDrawing, id: string): SVGElement {
  switch (item.kind) {
    case 'text':
      return textElement(item);
    case 'pattern':
      return patternElement(item.box, item.pattern, id);
    case 'image':
      return mapElement(item.box, map);
    case 'box':
      return element('rect', { ...item.box, fill: item.fill ?? 'none', ...lines(item.stroke, 1) });
    case 'path':
      return element('path', {
        d: item.path,
        ...(item.at ? { transform: `translate(${item.at.x},${item.at.y})` } : {}),
        fill: item.fill ?? 'none',
        ...lines(item.stroke, item.strokeWidth),
      });
  }
}

/** The sheet as SVG for the page itself, whose font it takes over. Its texts stay texts. */
export function drawSheet(sheet: MapSheet, map: MapDrawing, words: ScaleWords): SVGSVGElement {
  const items = [...sheet.items, ...scaleItems(sheet, map.metersPerPixel, words)];
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', `0 0 ${sheet.width} ${sheet.height}`);
  drawing.setAttribute('width', String(sheet.width));
  drawing.setAttribute('height', String(sheet.height));
  drawing.append(...items.map((item, k) => itemElement(item, map, `sheet-pattern-${k}`)));
  return drawing;
}

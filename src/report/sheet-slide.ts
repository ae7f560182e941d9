import { DISC_EDGE, type MapDisc, type MapName } from './map-name.ts';
import type { MapSheet } from './map-sheet.ts';
import { pathLines } from './path-lines.ts';
import { type ScaleWords, scaleItems } from './scale-bar.ts';
import type { Box, MeasureText, SheetItem, SheetPattern, TextItem } from './sheet-item.ts';
import type { SlideFill, SlideItem } from './slide-deck.ts';

/** A map as shapes, in the place where the sheet has it, with the names that stand over it. */
export interface SlideMap {
  readonly shapes: readonly SlideItem[];
  readonly names: readonly MapName[];
  readonly discs: readonly MapDisc[];
  readonly metersPerPixel: number;
}

const SEA = '#eef0ec';
/** Parts of a font's size from the top of its line to the baseline, and to the next line. */
const ASCENT = 0.93;
const LINE = 1.15;
/** Another font may be a little wider than the one measured. */
const SLACK = 1.03;
/** Not every program draws a halo around letters: names over the map stand on a pale plate. */
const PLATE = 0.6;

function corners({ x, y, width, height }: Box): readonly number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height];
}

function boxShape(box: Box, fill: SlideFill, stroke: string | null, name = ''): SlideItem {
  return {
    kind: 'shape',
    name,
    about: '',
    lines: [{ points: corners(box), closed: true }],
    fill,
    stroke: stroke === null ? null : { color: stroke, width: 1, isDashed: false },
  };
}

function textItem(item: TextItem, measure: MeasureText): SlideItem {
  const { text, font, color, align, halo } = item;
  const width = measure(text, font) * SLACK + 2;
  const x = align === 'left' ? item.x : align === 'right' ? item.x - width : item.x - width / 2;
  const box = { x, y: item.y - font.size * ASCENT, width, height: font.size * LINE };
  const ground = halo === undefined ? null : { color: halo, opacity: PLATE };
  return { kind: 'text', name: text, text, box, font, color, align, ground, isTitle: false };
}

function patternFill({ ground, path, stroke }: SheetPattern): SlideFill {
  if (path === null) return { color: ground, opacity: 1 };
  const rising = path.includes('M0,8L8,0');
  const falling = path.includes('M0,0L8,8');
  return {
    ground,
    ink: stroke,
    pattern: rising && falling ? 'crossed' : rising ? 'rising' : falling ? 'falling' : 'dotted',
  };
}

function discItems(
  { text, textX, sign, x, y, halfWidth, radius, size, fill, ink }: MapDisc,
  measure: MeasureText,
) {
  const left = x - halfWidth + radius;
  const right = x + halfWidth - radius;
  const body = `M${left},${y - radius}L${right},${y - radius}A${radius},${radius} 0 0 1 ${right},${y + radius}L${left},${y + radius}A${radius},${radius} 0 0 1 ${left},${y - radius}Z`;
  const shape = (path: string, color: string, edge: string | null): SlideItem => ({
    kind: 'shape',
    name: '',
    about: '',
    lines: pathLines(path),
    fill: { color, opacity: 1 },
    stroke: edge === null ? null : { color: edge, width: radius / 6, isDashed: false },
  });
  const font = { size, weight: 650 } as const;
  return [
    shape(body, fill, DISC_EDGE),
    ...(sign === null ? [] : [shape(sign, ink, null)]),
    ...(text === ''
      ? []
      : [
          textItem(
            { kind: 'text', text, x: textX, y: y + size * 0.35, font, color: ink, align: 'center' },
            measure,
          ),
        ]),
  ];
}

function mapItems(box: Box, map: SlideMap, measure: MeasureText): readonly SlideItem[] {
  const moved = { x: box.x, y: box.y };
  return [
    boxShape(box, { color: SEA, opacity: 1 }, null),
    ...map.shapes,
    ...map.names.map(({ text, x, y, size, weight, color }) =>
      textItem(
        {
          kind: 'text',
          text,
          x: x + moved.x,
          y: y + moved.y,
          font: { size, weight: weight > 500 ? 650 : 400 },
          color,
          align: 'center',
          halo: '#ffffff',
        },
        measure,
      ),
    ),
    ...map.discs.flatMap((disc) =>
      discItems(
        {
          ...disc,
          x: disc.x + moved.x,
          y: disc.y + moved.y,
          textX: disc.textX + moved.x,
          sign: movedSign(disc, moved),
        },
        measure,
      ),
    ),
  ];
}

/** The sign of a disc is a path in the lengths of the map. */
function movedSign({ sign }: MapDisc, by: { readonly x: number; readonly y: number }): string | null {
  if (sign === null) return null;
  const lines = pathLines(sign).map(({ points, closed }) => {
    const pairs = Array.from({ length: points.length / 2 }, (_, k) => [
      (points[2 * k] ?? 0) + by.x,
      (points[2 * k + 1] ?? 0) + by.y,
    ]);
    return `M${pairs.map((pair) => pair.join(',')).join('L')}${closed ? 'Z' : ''}`;
  });
  return lines.join('');
}

function sheetItem(item: SheetItem, map: SlideMap, measure: MeasureText): readonly SlideItem[] {
  switch (item.kind) {
    case 'text':
      return [textItem(item, measure)];
    case 'box':
      return [boxShape(item.box, item.fill === null ? null : { color: item.fill, opacity: 1 }, item.stroke)];
    case 'pattern': {
      const { edge, edgeDash } = item.pattern;
      const swatch = boxShape(item.box, patternFill(item.pattern), edge);
      return swatch.kind === 'shape' && swatch.stroke && edgeDash
        ? [{ ...swatch, stroke: { ...swatch.stroke, isDashed: true } }]
        : [swatch];
    }
    case 'image':
      return mapItems(item.box, map, measure);
    case 'path': {
      const { at = { x: 0, y: 0 } } = item;
      const lines = pathLines(item.path).map(({ points, closed }) => ({
        points: points.map((value, k) => value + (k % 2 === 0 ? at.x : at.y)),
        closed,
      }));
      const fill = item.fill === null ? null : { color: item.fill, opacity: 1 };
      const stroke =
        item.stroke === null ? null : { color: item.stroke, width: item.strokeWidth, isDashed: false };
      return [{ kind: 'shape', name: '', about: '', lines, fill, stroke }];
    }
  }
}

/**
 * The page that is painted and printed, as things that stay editable: its texts are texts, its areas freeforms. The first
 * text of the sheet, which may run over several lines, is the slide's title.
 */
export function sheetSlide(
  sheet: MapSheet,
  title: string,
  map: SlideMap,
  words: ScaleWords,
  measure: MeasureText,
): readonly SlideItem[] {
  const first = sheet.items.find((item): item is TextItem => item.kind === 'text');
  const isTitle = (item: SheetItem): item is TextItem =>
    item.kind === 'text' && first !== undefined && item.font === first.font && item.x === first.x;
  const lines = sheet.items.filter(isTitle);
  const rest = sheet.items.filter((item) => !isTitle(item));
  const items = [...rest, ...scaleItems(sheet, map.metersPerPixel, words)].flatMap((item) =>
    sheetItem(item, map, measure),
  );
  if (!first) return items;
  const box = {
    x: first.x,
    y: first.y - first.font.size * ASCENT,
    width: Math.max(...lines.map(({ text }) => measure(text, first.font))) * SLACK + 2,
    height: lines.length * Math.round(first.font.size * 1.3),
  };
  // The paper lies below everything, the title over it.
  const [paper, ...others] = items;
  const heading: SlideItem = {
    kind: 'text',
    name: title,
    text: title,
    box,
    font: first.font,
    color: first.color,
    align: 'left',
    ground: null,
    isTitle: true,
  };
  return paper ? [paper, heading, ...others] : [heading];
}

import { type Box, type Font, type MeasureText, type SheetItem, wrapText } from './sheet-item.ts';
import { legendItems, listItems, type SheetLegend, type SheetList } from './sheet-legend.ts';

/** A page with one map, in words. */
export interface SheetContent {
  readonly title: string;
  /** The rest of the sentence. */
  readonly parts: string;
  /** Mark of the data's tier; null for a release. `strong`: not to be passed on. */
  readonly mark: { readonly text: string; readonly strong: boolean } | null;
  readonly legend: SheetLegend;
  /** Below the legend; null for none. */
  readonly list: SheetList | null;
  /** Source, boundaries, date: a line each, wrapped where needed. */
  readonly footer: readonly string[];
  /** Areas do not lie where they are drawn: the map has no scale and no north. */
  readonly unscaled?: boolean;
}

export interface MapSheet {
  readonly width: number;
  readonly height: number;
  /** Where the map lies: draw it in this size. */
  readonly map: Box;
  readonly items: readonly SheetItem[];
  readonly unscaled: boolean;
}

/** A screen of 16:9, and A4 lying, in CSS px. */
export const SCREEN_SHEET = { width: 1280, height: 720 };
export const A4_SHEET = { width: 1123, height: 794 };
/** A4 lying within printed margins of 8 mm. */
export const PAPER_SHEET = { width: 1062, height: 730 };

const PAPER = '#fdfdfb';
const INK = '#1f1f1c';
const SOFT = '#4d4c46';
const HAIRLINE = '#d9d7cf';
const WARN = '#8a4b08';
const MARGIN = 28;
const LEGEND_WIDTH = 236;
const GUTTER = 20;
const TITLE: Font = { size: 22, weight: 650 };
const PARTS: Font = { size: 13, weight: 400 };
const MARK: Font = { size: 12, weight: 650 };
const FOOTER: Font = { size: 11, weight: 400 };
const LEAST_MAP_HEIGHT = 160;

interface Size {
  readonly width: number;
  readonly height: number;
}

function markItems(mark: SheetContent['mark'], width: number, measure: MeasureText): readonly SheetItem[] {
  if (mark === null) return [];
  const box = { width: measure(mark.text, MARK) + 18, height: 24, y: MARGIN };
  const x = width - MARGIN - box.width;
  return [
    { kind: 'box', box: { ...box, x }, fill: mark.strong ? WARN : PAPER, stroke: WARN },
    {
      kind: 'text',
      text: mark.text,
      x: x + 9,
      y: MARGIN + 16.5,
      font: MARK,
      color: mark.strong ? '#ffffff' : WARN,
      align: 'left',
    },
  ];
}

function textLines(
  texts: readonly string[],
  at: { readonly x: number; readonly top: number; readonly font: Font; readonly color: string },
): { readonly items: readonly SheetItem[]; readonly bottom: number } {
  const lineHeight = Math.round(at.font.size * 1.3);
  const items = texts.map((text, k): SheetItem => {
    const y = at.top + k * lineHeight + at.font.size;
    return { kind: 'text', text, x: at.x, y, font: at.font, color: at.color, align: 'left' };
  });
  return { items, bottom: at.top + texts.length * lineHeight };
}

/**
 * Lays out one page: the sentence on top, the mark in the upper right corner, the map to the left of its legend, and
 * below it where the numbers come from. Everything that is not the map takes the room it needs; the map has the rest.
 */
export function layoutSheet(content: SheetContent, size: Size, measure: MeasureText): MapSheet {
  const inner = size.width - 2 * MARGIN;
  const mark = markItems(content.mark, size.width, measure);
  const markWidth = content.mark === null ? 0 : measure(content.mark.text, MARK) + 18 + GUTTER;
  const title = textLines(wrapText(content.title, inner - markWidth, TITLE, measure), {
    x: MARGIN,
    top: MARGIN,
    font: TITLE,
    color: INK,
  });
  const parts = textLines(wrapText(content.parts, inner - markWidth, PARTS, measure), {
    x: MARGIN,
    top: title.bottom + 2,
    font: PARTS,
    color: SOFT,
  });
  const written = content.footer.flatMap((line) => wrapText(line, inner, FOOTER, measure));
  const footerHeight = written.length * Math.round(FOOTER.size * 1.3);
  const footerTop = size.height - MARGIN - footerHeight + 8;
  const footer = textLines(written, { x: MARGIN, top: footerTop, font: FOOTER, color: SOFT });
  const top = Math.max(parts.bottom, MARGIN + 24) + 12;
  const map: Box = {
    x: MARGIN,
    y: top,
    width: inner - LEGEND_WIDTH - GUTTER,
    height: Math.max(LEAST_MAP_HEIGHT, footerTop - 12 - top),
  };
  const legendAt = { x: MARGIN + map.width + GUTTER, y: top - 4, width: LEGEND_WIDTH };
  const legend = legendItems(content.legend, legendAt, measure);
  const listAt = { ...legendAt, y: legend.bottom, bottom: map.y + map.height };
  const list = content.list === null ? [] : listItems(content.list, listAt, measure);
  const whole: Box = { x: 0, y: 0, ...size };
  return {
    ...size,
    map,
    unscaled: content.unscaled ?? false,
    items: [
      { kind: 'box', box: whole, fill: PAPER, stroke: null },
      ...title.items,
      ...parts.items,
      ...mark,
      { kind: 'image', box: map },
      { kind: 'box', box: map, fill: null, stroke: HAIRLINE },
      ...legend.items,
      ...list,
      ...footer.items,
    ],
  };
}

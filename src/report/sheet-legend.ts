import {
  type Box,
  type Font,
  type MeasureText,
  type SheetItem,
  type SheetPattern,
  wrapText,
} from './sheet-item.ts';

export interface LegendEntry {
  readonly label: string;
  readonly count: string;
  /** `#rrggbb` of a class, the pattern of a status, the color of a ring, or a symbol of the map. */
  readonly look: string | SheetPattern | SheetRing | SheetSymbol;
}

/** A symbol as the map draws it: SVG path data about its middle. */
export interface SheetSymbol {
  readonly symbol: string;
  readonly fill: string | null;
  readonly stroke: string;
  readonly strokeWidth: number;
}

/** A ring over the colors, as on the map: its color over a white casing. */
export interface SheetRing {
  readonly ring: string;
}

/** A side of the nine cells: its indicator, and the edges between its classes as printed. */
export interface LegendAxis {
  readonly name: string;
  readonly edges: readonly string[];
}

/** Nine cells of two indicators: colors and counts by row from the bottom, three in a row from the left. */
export interface LegendGrid {
  readonly across: LegendAxis;
  readonly up: LegendAxis;
  readonly cells: readonly { readonly color: string; readonly count: string }[];
}

/** The areas that the map numbers, most urgent first. */
export interface SheetList {
  readonly heading: string;
  readonly rows: readonly { readonly number: string; readonly name: string; readonly value: string }[];
  /** Said where not all have room. */
  readonly more: (rows: number) => string;
}

export interface SheetLegend {
  readonly heading: string;
  readonly grid: LegendGrid | null;
  /** As the reader sees them, from the top. */
  readonly classes: readonly LegendEntry[];
  readonly statuses: readonly LegendEntry[];
  readonly ringsHeading: string | null;
  readonly rings: readonly LegendEntry[];
  /** Services over the colors. */
  readonly places: readonly LegendEntry[];
  readonly notes: readonly string[];
}

const INK = '#1f1f1c';
const SOFT = '#4d4c46';
const HAIRLINE = '#d9d7cf';
const EDGE = '#a3a198';
const HEADING: Font = { size: 13, weight: 650 };
const ENTRY: Font = { size: 12, weight: 400 };
const NOTE: Font = { size: 11, weight: 400 };
export const SWATCH_WIDTH = 26;
const SWATCH = { width: SWATCH_WIDTH, height: 15 };
const GAP = 8;
const CELL = { width: 48, height: 34 };

/** Stacks items downwards from a corner. */
class Column {
  readonly items: SheetItem[] = [];
  y: number;
  readonly #x: number;
  readonly #width: number;
  readonly #measure: MeasureText;

  constructor(x: number, y: number, width: number, measure: MeasureText) {
    this.#x = x;
    this.y = y;
    this.#width = width;
    this.#measure = measure;
  }

  paragraph(text: string, font: Font, color: string): void {
    const lineHeight = Math.round(font.size * 1.35);
    for (const line of wrapText(text, this.#width, font, this.#measure)) {
      this.y += lineHeight;
      this.items.push({ kind: 'text', text: line, x: this.#x, y: this.y - 4, font, color, align: 'left' });
    }
  }

  rule(): void {
    this.y += 6;
    const path = `M${this.#x},${this.y}H${this.#x + this.#width}`;
    this.items.push({ kind: 'path', path, fill: null, stroke: HAIRLINE, strokeWidth: 1 });
    this.y += 6;
  }

  entry({ label, count, look }: LegendEntry): void {
    const countWidth = this.#measure(count, ENTRY);
    const x = this.#x + SWATCH.width + GAP;
    const lines = wrapText(label, this.#width - SWATCH.width - 2 * GAP - countWidth, ENTRY, this.#measure);
    this.items.push(swatchItem(look, { x: this.#x, y: this.y + 3, ...SWATCH }));
    const right = this.#x + this.#width;
    const row = { kind: 'text', font: ENTRY } as const;
    this.items.push({ ...row, text: count, x: right, y: this.y + 15, color: SOFT, align: 'right' });
    lines.forEach((text, k) => {
      this.items.push({ ...row, text, x, y: this.y + 15 + k * 15, color: INK, align: 'left' });
    });
    this.y += 21 + (lines.length - 1) * 15;
  }

  grid({ across, up, cells }: LegendGrid): void {
    this.paragraph(`↑ ${up.name}`, NOTE, SOFT);
    this.y += 8;
    const edgeWidth = Math.max(0, ...up.edges.map((text) => this.#measure(text, NOTE)));
    const left = this.#x + edgeWidth + GAP;
    const top = this.y;
    cells.forEach(({ color, count }, k) => {
      const [column, row] = [k % 3, 2 - Math.floor(k / 3)];
      const box = { x: left + column * CELL.width, y: top + row * CELL.height, ...CELL };
      this.items.push({ kind: 'box', box, fill: color, stroke: '#ffffff' });
      const at = { x: box.x + CELL.width / 2, y: box.y + CELL.height / 2 + 4 };
      this.#label(count, at, ENTRY, 'center', '#ffffff');
    });
    const [height, width] = [3 * CELL.height, 3 * CELL.width];
    edgePlaces(up).forEach((place, k) => {
      this.#label(up.edges[k] ?? '', { x: left - GAP / 2, y: top + (1 - place) * height + 4 }, NOTE, 'right');
    });
    edgePlaces(across).forEach((place, k) => {
      this.#label(across.edges[k] ?? '', { x: left + place * width, y: top + height + 13 }, NOTE, 'center');
    });
    this.y = top + height + 16;
    this.paragraph(`${across.name} →`, NOTE, SOFT);
  }

  #label(
    text: string,
    at: { readonly x: number; readonly y: number },
    font: Font,
    align: 'right' | 'center',
    halo?: string,
  ): void {
    const color = halo === undefined ? SOFT : INK;
    this.items.push({
      kind: 'text',
      text,
      ...at,
      font,
      color,
      align,
      ...(halo === undefined ? {} : { halo }),
    });
  }
}

function swatchItem(look: LegendEntry['look'], box: Box): SheetItem {
  if (typeof look === 'string') return { kind: 'box', box, fill: look, stroke: EDGE };
  if ('ring' in look)
    return { kind: 'path', path: ringPath(box), fill: null, stroke: look.ring, strokeWidth: 3 };
  if (!('symbol' in look)) return { kind: 'pattern', box, pattern: look };
  const { symbol, ...drawing } = look;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return { kind: 'path', path: symbol, at: middle, ...drawing };
}

function ringPath({ x, y, width, height }: Box): string {
  return `M${x + 2},${y + 2}h${width - 4}v${height - 4}h${4 - width}z`;
}

/** Where the edges stand along a side, per 1; one alone in the middle, where no area lies between low and high. */
function edgePlaces({ edges }: LegendAxis): readonly number[] {
  return edges.length === 1 ? [1 / 2] : edges.map((_, k) => (k + 1) / 3);
}

const ROW = { most: 22, least: 12 };
const LIST_GAP = 14;

/** The list from (x, y) down to `bottom`: smaller where there is little room, and what has none is counted. */
export function listItems(
  list: SheetList,
  {
    x,
    y,
    width,
    bottom,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly bottom: number },
  measure: MeasureText,
): readonly SheetItem[] {
  const column = new Column(x, y + LIST_GAP, width, measure);
  column.paragraph(list.heading, HEADING, INK);
  column.y += 4;
  const room = bottom - column.y;
  const height = Math.min(ROW.most, room / Math.max(1, list.rows.length));
  const fits = height >= ROW.least;
  const step = fits ? height : ROW.least;
  const shown = fits ? list.rows.length : Math.max(0, Math.floor(room / step) - 1);
  const font: Font = { size: Math.min(13, step * 0.72), weight: 400 };
  const bold: Font = { ...font, weight: 650 };
  const radius = step * 0.42;
  const items = list.rows.slice(0, shown).flatMap(({ number, name, value }, k): SheetItem[] => {
    const middle = column.y + (k + 0.5) * step;
    const base = { kind: 'text', y: middle + font.size * 0.35 } as const;
    const disc = { x: x + radius * 1.3, y: middle };
    const valueWidth = measure(value, bold) + GAP;
    const left = x + radius * 2.6 + GAP;
    return [
      { kind: 'path', path: discPath(radius), at: disc, fill: INK, stroke: null, strokeWidth: 0 },
      {
        ...base,
        text: number,
        x: disc.x,
        font: { size: font.size * 0.85, weight: 650 },
        color: '#ffffff',
        align: 'center',
      },
      {
        ...base,
        text: shortened(name, x + width - valueWidth - left, font, measure),
        x: left,
        font,
        color: INK,
        align: 'left',
      },
      { ...base, text: value, x: x + width, font: bold, color: INK, align: 'right' },
    ];
  });
  const rest = list.rows.length - shown;
  if (rest === 0) return [...column.items, ...items];
  const y0 = column.y + (shown + 0.7) * step;
  return [
    ...column.items,
    ...items,
    { kind: 'text', text: list.more(rest), x, y: y0, font: NOTE, color: SOFT, align: 'left' },
  ];
}

function discPath(radius: number): string {
  const r = radius * 1.05;
  return `M${-r},0a${r},${radius} 0 1 0 ${2 * r},0a${r},${radius} 0 1 0 ${-2 * r},0z`;
}

function shortened(text: string, width: number, font: Font, measure: MeasureText): string {
  if (measure(text, font) <= width) return text;
  let short = text;
  while (short.length > 1 && measure(`${short}…`, font) > width) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}

/** The legend as a column from (x, y) down; `bottom` is where it ends. */
export function legendItems(
  legend: SheetLegend,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  measure: MeasureText,
): { readonly items: readonly SheetItem[]; readonly bottom: number } {
  const column = new Column(x, y, width, measure);
  column.paragraph(legend.heading, HEADING, INK);
  column.y += 4;
  if (legend.grid) column.grid(legend.grid);
  for (const entry of legend.classes) column.entry(entry);
  if (legend.statuses.length > 0) {
    column.rule();
    for (const entry of legend.statuses) column.entry(entry);
  }
  if (legend.ringsHeading !== null) {
    column.rule();
    column.paragraph(legend.ringsHeading, NOTE, SOFT);
    for (const entry of legend.rings) column.entry(entry);
  }
  if (legend.places.length > 0) {
    column.rule();
    for (const entry of legend.places) column.entry(entry);
  }
  if (legend.notes.length > 0) {
    column.rule();
    for (const note of legend.notes) column.paragraph(note, NOTE, SOFT);
  }
  return { items: column.items, bottom: column.y };
}

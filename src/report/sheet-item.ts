/** Lengths of a sheet are CSS px (1/96 inch), from its top left corner. Colors are `#rrggbb`. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Font {
  readonly size: number;
  readonly weight: 400 | 650;
}

/** A pattern that fills a swatch: SVG path data within one square tile that repeats. */
export interface SheetPattern {
  readonly ground: string;
  readonly path: string | null;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly edge: string;
  readonly edgeDash: readonly [dash: number, gap: number] | null;
}

export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly font: Font;
  readonly color: string;
  readonly align: 'left' | 'right' | 'center';
  /** Drawn around the letters, to keep them readable over the map. */
  readonly halo?: string;
}

/** What a sheet is painted from, in this order. */
export type SheetItem =
  | TextItem
  | { readonly kind: 'box'; readonly box: Box; readonly fill: string | null; readonly stroke: string | null }
  | { readonly kind: 'pattern'; readonly box: Box; readonly pattern: SheetPattern }
  | { readonly kind: 'image'; readonly box: Box }
  | {
      readonly kind: 'path';
      /** SVG path data in the sheet's own lengths. */
      readonly path: string;
      /** Where the path's own origin lies; without it in the corner of the sheet. */
      readonly at?: { readonly x: number; readonly y: number };
      readonly fill: string | null;
      readonly stroke: string | null;
      readonly strokeWidth: number;
    };

/** Width of a text in the sheet's own lengths. */
export type MeasureText = (text: string, font: Font) => number;

/** Lines no wider than asked, broken at blanks; a word wider than a line stands alone. Never empty. */
export function wrapText(text: string, width: number, font: Font, measure: MeasureText): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, font) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length === 0 ? [''] : lines;
}

import type { PathLine } from './path-lines.ts';
import type { Box, Font } from './sheet-item.ts';

/** Lengths of a slide are those of a sheet of 1280 x 720 CSS px. Colors are `#rrggbb`. */
export type SlideItem =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly text: string;
      readonly box: Box;
      readonly font: Font;
      readonly color: string;
      readonly align: 'left' | 'right' | 'center';
      /** Behind the letters, where they stand over a map. */
      readonly ground: SlideFill;
      /** What a reader of the outline, or of the screen, is told first. */
      readonly isTitle: boolean;
    }
  | {
      readonly kind: 'shape';
      readonly name: string;
      /** What is told of it to who does not see it; '' of what only adorns. */
      readonly about: string;
      readonly lines: readonly PathLine[];
      readonly fill: SlideFill;
      readonly stroke: { readonly color: string; readonly width: number; readonly isDashed: boolean } | null;
    }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly box: Box;
      readonly columns: readonly {
        readonly header: string;
        readonly width: number;
        readonly isNumber: boolean;
      }[];
      readonly rows: readonly (readonly string[])[];
      readonly font: Font;
    };

/** Nothing, a color, or lines over a ground. */
export type SlideFill =
  | null
  | { readonly color: string; readonly opacity: number }
  | {
      readonly ground: string;
      readonly ink: string;
      readonly pattern: 'rising' | 'crossed' | 'dotted' | 'falling';
    };

export interface Slide {
  readonly items: readonly SlideItem[];
}

export interface SlideDeck {
  readonly title: string;
  /** BCP 47. */
  readonly locale: string;
  /** In the file's own properties. */
  readonly properties: Readonly<Record<string, string>>;
  readonly slides: readonly Slide[];
}

import type { Period } from '#core/period.ts';
import type { Picture } from '#picture/picture.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import type { OverlayGrid } from './overlay-words.ts';

/** What is known of one area, in words: for the tooltip, the spoken sentence and the card. */
export interface AreaWords {
  readonly name: string;
  readonly district: string | null;
  /** '18,4 %' or '38 balita', or the reason why there is none. */
  readonly value: string;
  readonly observed: boolean;
  /** That the area reported only in part, or null. */
  readonly partial: string | null;
  /** '38 dari 206', or null where the parts are not known. */
  readonly parts: string | null;
  readonly interval: string | null;
  /** The class or band, by its legend label. */
  readonly band: string | null;
  /** Bands that the interval spans, where more than one. */
  readonly crosses: string | null;
  readonly rank: string | null;
  /** What a question, marks or services add, a line each. */
  readonly more: readonly string[];
}

/** A class of a legend. */
export interface LegendClass {
  readonly label: string;
  readonly color: string;
  readonly count: string;
}

/** What is said of a picture beside its layer. */
export interface Telling {
  readonly picture: Picture;
  readonly words: Words;
  readonly format: Format;
}

/** Parts of the sentence that are the same for every question. */
export interface SentenceParts {
  /** Marks over the colors. */
  readonly marks: readonly string[];
  readonly filters: readonly string[];
}

/** Everything that is said of one kind of question: by sentence, legend, tooltip, and whatever is made of them. */
export interface LayerWording<Layer> {
  title(layer: Layer, telling: Telling): string;
  parts(layer: Layer, told: SentenceParts, telling: Telling): readonly string[];
  readonly legend: {
    heading(layer: Layer, telling: Telling): string;
    /** Lowest first; none where a grid takes their place. */
    classes(layer: Layer, telling: Telling): readonly LegendClass[];
    grid(layer: Layer, telling: Telling): OverlayGrid | null;
    /** What has to be known to read the colors. */
    notes(layer: Layer, telling: Telling): readonly string[];
    /** 'Februari 2026 → Oktober 2026' of a change. */
    periods(layer: Layer, telling: Telling): string;
    /** Whether classes are cut from the values of some period. */
    isCut(layer: Layer, telling: Telling): boolean;
  };
  /** What takes the place of the words about an area's indicator; null where they stay. */
  area(layer: Layer, index: number, telling: Telling): Partial<AreaWords> | null;
  /** What is added to the words about an area, a line each. */
  areaLines(layer: Layer, index: number, telling: Telling): readonly string[];
  /** A difference of an area on one line; null where the question is of none. */
  points(layer: Layer, index: number, telling: Telling): string | null;
  /** Who counted, where it is not the first source alone. */
  sources(layer: Layer, first: string, telling: Telling): string;
}

/** Classes of a legend from their labels, with color and count of what the areas are filled with. */
export function legendClasses(
  labels: readonly string[],
  { picture, format }: Telling,
): readonly LegendClass[] {
  const { shading } = picture;
  return labels.map((label, k) => ({
    label,
    color: shading.colors[k] ?? '#ffffff',
    count: format.count(shading.areasPerClass[k] ?? 0),
  }));
}

/** Whether the view's classes are cut from values, not set as bands or by hand. */
export function isCutByView({ picture: { view } }: Telling): boolean {
  return view.classification.kind !== 'bands' && view.classification.kind !== 'fixed';
}

/** The period of the view, as most questions name it. */
export function periodOfView({ picture: { view }, format }: Telling): string {
  return format.period(view.period satisfies Period);
}

/** What a question that says nothing more than its colors leaves as it is. */
export const PLAIN = {
  grid: () => null,
  area: () => null,
  areaLines: () => [],
  points: () => null,
  sources: (_layer: unknown, first: string) => first,
} as const;

import { DISC_EDGE, type MapDisc, type MapName } from './map-name.ts';
import type { MapSheet } from './map-sheet.ts';
import { type ScaleWords, scaleItems } from './scale-bar.ts';
import type { Box, Font, MeasureText, SheetItem, SheetPattern, TextItem } from './sheet-item.ts';

/** A picture of the map, drawn by whatever draws maps. Lengths are CSS px of the map that was drawn. */
export interface MapImage {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  /** Of ground in a CSS px of the map, in its middle. */
  readonly metersPerPixel: number;
  /** Names that the picture itself does not hold. */
  readonly names: readonly MapName[];
  /** Numbers of areas, neither. */
  readonly discs: readonly MapDisc[];
}

const SEA = '#eef0ec';
const PATTERN_TILE = 8;

function fontOf({ size, weight }: Font, family: string): string {
  return `${weight} ${size}px ${family}`;
}

/** Measures in the very font that is painted; the font has to be loaded before. */
export function canvasMeasure(context: CanvasRenderingContext2D, family: string): MeasureText {
  return (text, font) => {
    context.font = fontOf(font, family);
    return context.measureText(text).width;
  };
}

/** The largest box of the image's proportions in the middle of a frame. */
export function containBox(frame: Box, image: Pick<MapImage, 'width' | 'height'>): Box {
  const scale = Math.min(frame.width / image.width, frame.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  return {
    x: frame.x + (frame.width - width) / 2,
    y: frame.y + (frame.height - height) / 2,
    width,
    height,
  };
}

class Brush {
  readonly #context: CanvasRenderingContext2D;
  readonly #family: string;
  readonly #image: MapImage;

  constructor(context: CanvasRenderingContext2D, family: string, image: MapImage) {
    this.#context = context;
    this.#family = family;
    this.#image = image;
  }

  paint(item: SheetItem): void {
    switch (item.kind) {
      case 'text':
        this.#text(item);
        break;
      case 'pattern':
        this.#pattern(item.box, item.pattern);
        break;
      case 'image':
        this.#map(item.box);
        break;
      case 'box': {
        const path = new Path2D();
        path.rect(item.box.x, item.box.y, item.box.width, item.box.height);
        this.#path(path, item.fill, item.stroke, 1);
        break;
      }
      case 'path': {
        const path = new Path2D();
        const { x, y } = item.at ?? { x: 0, y: 0 };
        path.addPath(new Path2D(item.path), new DOMMatrix().translateSelf(x, y));
        this.#path(path, item.fill, item.stroke, item.strokeWidth);
      }
    }
  }

  #path(path: Path2D, fill: string | null, stroke: string | null, width: number): void {
    const context = this.#context;
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke === null) return;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.stroke(path);
  }

  #text({ text, x, y, font, color, align, halo }: TextItem): void {
    const context = this.#context;
    context.font = fontOf(font, this.#family);
    context.textAlign = align;
    if (halo !== undefined) {
      context.strokeStyle = halo;
      context.lineWidth = 3;
      context.lineJoin = 'round';
      context.strokeText(text, x, y);
    }
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  #map(frame: Box): void {
    const context = this.#context;
    context.fillStyle = SEA;
    context.fillRect(frame.x, frame.y, frame.width, frame.height);
    const { source, width, names, discs } = this.#image;
    const box = containBox(frame, this.#image);
    context.drawImage(source, box.x, box.y, box.width, box.height);
    context.save();
    context.translate(box.x, box.y);
    context.scale(box.width / width, box.width / width);
    for (const name of names) this.#name(name);
    for (const disc of discs) this.#disc(disc);
    context.restore();
  }

  #name({ text, x, y, size, weight, color, spacing }: MapName): void {
    const context = this.#context;
    context.font = `${weight} ${size}px ${this.#family}`;
    context.letterSpacing = `${spacing * size}px`;
    context.textAlign = 'center';
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = '#ffffff';
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
    context.letterSpacing = '0px';
  }

  #disc({ text, textX, sign, x, y, halfWidth, radius, size, fill, ink }: MapDisc): void {
    const path = new Path2D();
    path.roundRect(x - halfWidth, y - radius, 2 * halfWidth, 2 * radius, radius);
    this.#path(path, fill, DISC_EDGE, radius / 6);
    if (sign !== null) this.#path(new Path2D(sign), ink, null, 0);
    const font: Font = { size, weight: 650 };
    this.#text({ kind: 'text', text, x: textX, y: y + size * 0.35, font, color: ink, align: 'center' });
  }

  /** Tile by tile, so that the pattern is as sharp as the sheet. */
  #pattern(box: Box, pattern: SheetPattern): void {
    const context = this.#context;
    const outline = new Path2D();
    outline.rect(box.x, box.y, box.width, box.height);
    context.save();
    context.clip(outline);
    context.fillStyle = pattern.ground;
    context.fillRect(box.x, box.y, box.width, box.height);
    if (pattern.path !== null) {
      const tile = new Path2D(pattern.path);
      context.strokeStyle = pattern.stroke;
      context.lineWidth = pattern.strokeWidth;
      context.lineCap = 'round';
      for (let x = 0; x < box.width; x += PATTERN_TILE) {
        for (let y = 0; y < box.height; y += PATTERN_TILE) {
          const placed = new Path2D();
          placed.addPath(tile, new DOMMatrix().translateSelf(box.x + x, box.y + y));
          context.stroke(placed);
        }
      }
    }
    context.restore();
    context.save();
    context.setLineDash([...(pattern.edgeDash ?? [])]);
    this.#path(outline, null, pattern.edge, 1);
    context.restore();
  }
}

export interface PaintOptions {
  /** Device px per CSS px of the sheet. */
  readonly pixelRatio: number;
  /** As in CSS. */
  readonly fontFamily: string;
  readonly words: ScaleWords;
}

/** Paints a sheet on a canvas, which is made as large as it needs to be. */
export function paintSheet(
  canvas: HTMLCanvasElement,
  sheet: MapSheet,
  image: MapImage,
  options: PaintOptions,
): void {
  canvas.width = Math.round(sheet.width * options.pixelRatio);
  canvas.height = Math.round(sheet.height * options.pixelRatio);
  // Read back once, as a whole: quickest from memory.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context');
  context.scale(canvas.width / sheet.width, canvas.height / sheet.height);
  context.imageSmoothingQuality = 'high';
  const brush = new Brush(context, options.fontFamily, image);
  for (const item of sheet.items) brush.paint(item);
  const metersPerPixel = (image.metersPerPixel * image.width) / containBox(sheet.map, image).width;
  for (const item of scaleItems(sheet, metersPerPixel, options.words)) brush.paint(item);
}

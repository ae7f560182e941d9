import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { EmptyStatus } from '#core/empty-status.ts';
import { boundsOf } from './extent.ts';
import { DISC, discShape } from './label-disc.ts';
import { patternTiles } from './pattern-image.ts';
import { type MapScene, stateReader } from './scene.ts';
import { LIGHT_HATCH_ID, PATTERN_IDS, STATUS_PATTERNS } from './status-pattern.ts';
import { placeDiscs } from './svg-label.ts';
import { FONT } from './svg-names.ts';
import { areaPath, projectionOf, type SvgProjection } from './svg-projection.ts';

/** Of the 10,000 units of a drawing: less than a pixel of a small map, and the same for neighbors. */
const GRID = 12;
const INK = '#1f1f1c';
const HALO = '#ffffff';
const OUTLINE = '#77746a';
const MARGIN_PX = 4;

/** The paths of a geography, made once for all its small maps; in units of the drawing. */
export interface SmallDrawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly Path2D[];
  readonly outlines: Path2D;
  /** By area: left, top, right, bottom. */
  readonly boxes: Float64Array;
  readonly projection: SvgProjection;
}

/** Null where there is nothing to draw. */
export function smallDrawing(
  boundaries: BoundaryCollection,
  outlines: BoundaryCollection,
): SmallDrawing | null {
  const bounds = boundsOf(boundaries);
  if (bounds === null) return null;
  const projection = projectionOf(bounds);
  const boxes = new Float64Array(4 * boundaries.features.length);
  const areas = boundaries.features.map((feature, i) => {
    const own = boundsOf({ type: 'FeatureCollection', features: [feature] });
    if (own) {
      boxes.set(projection.forward([own[0], own[3]]), 4 * i);
      boxes.set(projection.forward([own[2], own[1]]), 4 * i + 2);
    }
    return new Path2D(areaPath(feature, projection, GRID));
  });
  const around = outlines.features.map((feature) => areaPath(feature, projection, GRID)).join('');
  return {
    width: projection.width,
    height: projection.height,
    areas,
    outlines: new Path2D(around),
    boxes,
    projection,
  };
}

/** How a drawing lies on a canvas: all lengths in its own pixels, `ratio` of them to a CSS px. */
export interface SmallFrame {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

interface Fitting {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function fitting(drawing: SmallDrawing, { width, height, ratio }: SmallFrame): Fitting {
  const margin = 2 * MARGIN_PX * ratio;
  const scale = Math.max(
    1e-6,
    Math.min((width - margin) / drawing.width, (height - margin) / drawing.height),
  );
  return { scale, x: (width - drawing.width * scale) / 2, y: (height - drawing.height * scale) / 2 };
}

/** Several paths as one, in px of the canvas, so that lines and patterns keep their size. */
function joined(paths: Iterable<Path2D>, { scale, x, y }: Fitting): Path2D {
  const matrix = new DOMMatrix([scale, 0, 0, scale, x, y]);
  const all = new Path2D();
  for (const path of paths) all.addPath(path, matrix);
  return all;
}

function tile(context: CanvasRenderingContext2D, image: ImageData): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return context.createPattern(canvas, 'repeat');
}

function grouped<Key>(
  scene: MapScene,
  drawing: SmallDrawing,
  keyOf: (state: ReturnType<ReturnType<typeof stateReader>>) => Key | null,
): Map<Key, Path2D[]> {
  const read = stateReader(scene);
  const groups = new Map<Key, Path2D[]>();
  drawing.areas.forEach((path, i) => {
    const key = keyOf(read(i));
    if (key === null) return;
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  });
  return groups;
}

/** The colors, patterns, lines and numbers of a scene as on the main map, without names, marks, pointer and selection. */
export function paintSmallMap(
  context: CanvasRenderingContext2D,
  drawing: SmallDrawing,
  scene: MapScene,
  frame: SmallFrame,
): void {
  const fit = fitting(drawing, frame);
  const { ratio } = frame;
  const tiles = patternTiles(ratio);
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineJoin = 'round';
  const paint = (id: string, paths: readonly Path2D[]) => {
    const image = tiles.get(id);
    context.fillStyle = (image && tile(context, image)) ?? HALO;
    context.fill(joined(paths, fit), 'evenodd');
  };
  for (const [fill, paths] of grouped(scene, drawing, (state) => state.fill)) {
    context.fillStyle = fill;
    context.fill(joined(paths, fit), 'evenodd');
  }
  for (const [status, paths] of grouped(scene, drawing, (state) => state.status)) {
    const id = PATTERN_IDS.get(status as EmptyStatus);
    if (id !== undefined) paint(id, paths);
  }
  for (const [, paths] of grouped(scene, drawing, ({ hatched }) => hatched || null))
    paint(LIGHT_HATCH_ID, paths);
  const line = (path: Path2D, color: string, width: number) => {
    context.strokeStyle = color;
    context.lineWidth = width * ratio;
    context.stroke(path);
  };
  // Of very many areas the hairlines would be all that is seen.
  const fine = drawing.areas.length > 1_500 ? 0.2 : 0.5;
  for (const [edge, paths] of grouped(scene, drawing, (state) => state.edge))
    line(joined(paths, fit), edge, fine);
  line(joined([drawing.outlines], fit), OUTLINE, 0.8);
  const { edge, edgeDash } = STATUS_PATTERNS[CellStatus.notReported];
  context.setLineDash((edgeDash ?? []).map((px) => px * ratio));
  for (const [, paths] of grouped(scene, drawing, ({ status }) => status === CellStatus.notReported || null))
    line(joined(paths, fit), edge, 1);
  context.setLineDash([]);
  paintDiscs(context, drawing, scene, frame);
}

/** As high as names would be, CSS px: the discs are as much smaller than those of the main map. */
const DISC_LABEL_PX = 9.5;

function paintDiscs(
  context: CanvasRenderingContext2D,
  drawing: SmallDrawing,
  { labels }: MapScene,
  frame: SmallFrame,
): void {
  const { ratio } = frame;
  const { scale, x, y } = fitting(drawing, frame);
  const candidates = labels
    .filter(({ number = null, partial }) => discShape({ number, partial: partial ?? false }) !== null)
    .sort((a, b) => (a.number ?? Number.MAX_VALUE) - (b.number ?? Number.MAX_VALUE))
    .map(({ point, number = null, partial = false }) => {
      const [across, down] = drawing.projection.forward(point);
      return {
        x: (x + across * scale) / ratio,
        y: (y + down * scale) / ratio,
        size: DISC_LABEL_PX,
        number,
        partial,
      };
    });
  context.save();
  context.scale(ratio, ratio);
  context.textAlign = 'center';
  for (const disc of placeDiscs(candidates, { width: frame.width / ratio, height: frame.height / ratio })) {
    const { halfWidth, radius } = disc;
    context.beginPath();
    context.roundRect(disc.x - halfWidth, disc.y - radius, 2 * halfWidth, 2 * radius, radius);
    context.fillStyle = disc.fill;
    context.fill();
    context.strokeStyle = DISC.edge;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = disc.ink;
    if (disc.sign !== null) context.fill(new Path2D(disc.sign));
    context.font = `650 ${disc.size}px ${FONT}`;
    context.fillText(disc.text, disc.textX, disc.y + disc.size * 0.35);
  }
  context.restore();
}

/** Who is selected and pointed at, on a canvas of its own over the colors. */
export function pointSmallMap(
  context: CanvasRenderingContext2D,
  drawing: SmallDrawing,
  pointed: { readonly hovered: number | null; readonly selected: readonly number[] },
  frame: SmallFrame,
): void {
  const fit = fitting(drawing, frame);
  const line = (indices: readonly number[], color: string, width: number) => {
    context.strokeStyle = color;
    context.lineWidth = width * frame.ratio;
    context.stroke(
      joined(
        indices.flatMap((i) => drawing.areas[i] ?? []),
        fit,
      ),
    );
  };
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineJoin = 'round';
  if (pointed.selected.length > 0) {
    line(pointed.selected, HALO, 4.5);
    line(pointed.selected, INK, 2);
  }
  if (pointed.hovered !== null) {
    line([pointed.hovered], HALO, 3);
    line([pointed.hovered], INK, 1.4);
  }
}

let asked: CanvasRenderingContext2D | null = null;

/** The area at a point of the canvas, in its px; null beside all. */
export function areaOfSmallMap(
  drawing: SmallDrawing,
  frame: SmallFrame,
  point: { readonly x: number; readonly y: number },
): AreaIndex | null {
  const { scale, x, y } = fitting(drawing, frame);
  const [left, top] = [(point.x - x) / scale, (point.y - y) / scale];
  asked ??= document.createElement('canvas').getContext('2d');
  const { boxes } = drawing;
  for (const [i, path] of drawing.areas.entries()) {
    if (left < boxes[4 * i]! || top < boxes[4 * i + 1]!) continue;
    if (left > boxes[4 * i + 2]! || top > boxes[4 * i + 3]!) continue;
    if (asked?.isPointInPath(path, left, top, 'evenodd')) return i as AreaIndex;
  }
  return null;
}

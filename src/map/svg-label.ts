import type { FrameSize, Rectangle } from './svg-camera.ts';

export interface LabelCandidate {
  readonly text: string;
  /** Middle of the label, CSS px from the top left corner of the map. */
  readonly x: number;
  readonly y: number;
  /** Height of the type, CSS px. */
  readonly size: number;
}

export interface PlacedLabel extends LabelCandidate {
  readonly lines: readonly string[];
  readonly box: Rectangle;
}

const LINE_HEIGHT = 1.1;
const LONGEST_LINE_EM = 7;
const GAP_PX = 3;
/** More names than this nobody reads, and placing them would be felt. */
const MOST_LABELS = 400;

/** Words in lines of at most LONGEST_LINE_EM; a longer word has a line to itself. */
function linesOf(text: string, size: number, widthOf: (text: string, size: number) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= LONGEST_LINE_EM * size) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return (
    a.x < b.x + b.width + GAP_PX &&
    b.x < a.x + a.width + GAP_PX &&
    a.y < b.y + b.height + GAP_PX &&
    b.y < a.y + a.height + GAP_PX
  );
}

/**
 * The candidates that find room, first come, first placed: none overlaps another or leaves the frame.
 * @param widthOf width in px of one line of type.
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  frame: FrameSize,
  widthOf: (text: string, size: number) => number,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const candidate of candidates) {
    const { x, y, size, text } = candidate;
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
    const lines = linesOf(text, size, widthOf);
    const width = Math.max(...lines.map((line) => widthOf(line, size)));
    const height = lines.length * size * LINE_HEIGHT;
    const box = { x: x - width / 2, y: y - height / 2, width, height };
    const inside = box.x >= 0 && box.y >= 0 && box.x + width <= frame.width && box.y + height <= frame.height;
    if (!inside || placed.some((other) => overlaps(box, other.box))) continue;
    placed.push({ ...candidate, lines, box });
    if (placed.length === MOST_LABELS) break;
  }
  return placed;
}

/** Distance between the baselines of two lines. */
export function lineStep(size: number): number {
  return size * LINE_HEIGHT;
}

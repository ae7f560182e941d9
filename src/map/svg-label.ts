import { DISC, DISC_GAP_PX, type DiscContent, type DiscShape, discShape, signPath } from './label-disc.ts';
import type { FrameSize, Rectangle } from './svg-camera.ts';

/** With a number or a sign it is on a disc, the name beside it; else the name alone. */
export interface LabelCandidate extends DiscContent {
  /** Empty: the disc alone. */
  readonly text: string;
  /** Middle of the label, of its disc where it has a number; CSS px from the top left corner of the map. */
  readonly x: number;
  readonly y: number;
  /** Height of the type, CSS px. */
  readonly size: number;
}

export interface PlacedDisc {
  /** Its number; empty where it has none. */
  readonly text: string;
  /** Middle of the text. */
  readonly textX: number;
  /** ◐, as a path of SVG to be filled with its ink; null where it has none. */
  readonly sign: string | null;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly radius: number;
  /** Of its type. */
  readonly size: number;
  readonly fill: string;
  readonly ink: string;
}

export interface PlacedLabel<Candidate extends LabelCandidate = LabelCandidate> {
  readonly candidate: Candidate;
  /** Empty where only the disc found room. */
  readonly lines: readonly string[];
  /** Of the lines, whose type may be smaller than asked. */
  readonly size: number;
  readonly box: Rectangle;
  readonly disc: PlacedDisc | null;
}

type WidthOf = (text: string, size: number) => number;

const LINE_HEIGHT = 1.1;
const LONGEST_LINE_EM = 7;
const GAP_PX = 3;
/** More names than this nobody reads, and placing them would be felt. */
const MOST_LABELS = 400;
/** At the desk's size of names, so that discs grow with them. */
const DESK_PX = 12.5;
/** A told name may be as small as this before it is left to the list. */
const TOLD_SIZES = [1, 0.88, 0.76] as const;
/** From the disc: right, left, below, above, and the corners. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 0.8],
  [1, -0.8],
  [-1, 0.8],
  [-1, -0.8],
] as const;

/** Words in lines of at most LONGEST_LINE_EM; a longer word has a line to itself. */
function linesOf(text: string, size: number, widthOf: WidthOf): string[] {
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

function isInside(box: Rectangle, frame: FrameSize): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.width && box.y + box.height <= frame.height;
}

function isSeen({ x, y }: LabelCandidate, frame: FrameSize): boolean {
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Rectangle {
  return { x: x - halfWidth, y: y - halfHeight, width: 2 * halfWidth, height: 2 * halfHeight };
}

function discBox({ x, y, halfWidth, radius }: PlacedDisc): Rectangle {
  return boxAround(x, y, halfWidth, radius);
}

/** A disc is always drawn: where another lies in its place, beside it. */
function discOf(
  candidate: Omit<LabelCandidate, 'text'>,
  shape: DiscShape,
  discs: readonly Rectangle[],
  frame: FrameSize,
): PlacedDisc {
  const scale = candidate.size / DESK_PX;
  const [halfWidth, radius] = [shape.halfWidth * scale, shape.radius * scale];
  const places = [0, 1, 2, 3, 4].flatMap((far) =>
    (far === 0 ? [[0, 0] as const] : SIDES).map(([across, down]) => ({
      x: candidate.x + across * far * (halfWidth + GAP_PX),
      y: candidate.y + down * far * (radius + GAP_PX),
    })),
  );
  const free = places.find(({ x, y }) => {
    const box = boxAround(x, y, halfWidth, radius);
    return isInside(box, frame) && !discs.some((other) => overlaps(box, other));
  });
  const { x, y } = free ?? candidate;
  const { text, textX, sign, fill, ink } = shape;
  return {
    ...{ text, x, y, halfWidth, radius, fill, ink, size: DISC.size * scale },
    textX: x + textX * scale,
    sign: sign && signPath(x + sign.x * scale, y, sign.radius * scale),
  };
}

/** The discs alone, of those that have one: the first has its own place, the others the nearest that is free. */
export function placeDiscs(
  candidates: readonly Omit<LabelCandidate, 'text'>[],
  frame: FrameSize,
): readonly PlacedDisc[] {
  const taken: Rectangle[] = [];
  return candidates.flatMap((candidate) => {
    const shape = discShape(candidate);
    if (shape === null) return [];
    const disc = discOf(candidate, shape, taken, frame);
    taken.push(discBox(disc));
    return [disc];
  });
}

interface Lines {
  readonly lines: readonly string[];
  readonly size: number;
  readonly box: Rectangle;
}

/** The places of a name about a disc, the best first. */
function* namesBeside({ text, size }: LabelCandidate, disc: PlacedDisc, widthOf: WidthOf): Generator<Lines> {
  const wrapped = linesOf(text, size, widthOf);
  for (const share of TOLD_SIZES) {
    for (const lines of wrapped.length > 1 ? [[text], wrapped] : [[text]]) {
      const own = size * share;
      const width = Math.max(...lines.map((line) => widthOf(line, own)));
      const height = lines.length * own * LINE_HEIGHT;
      for (const [across, down] of SIDES) {
        const x = disc.x + across * (disc.halfWidth + DISC_GAP_PX + width / 2);
        const y = disc.y + down * (disc.radius + (across === 0 ? DISC_GAP_PX + height / 2 : 0));
        yield { lines, size: own, box: boxAround(x, y, width / 2, height / 2) };
      }
    }
  }
}

/**
 * Names that find room, first come, first placed: none overlaps another or leaves the frame. Those with a disc come
 * before all others, and the discs before all names, so that what is told never gives way to what is not.
 * @param widthOf width in px of one line of type.
 * @param covered where no name is to lie; a disc stays at its area.
 */
export function placeLabels<Candidate extends LabelCandidate>(
  candidates: readonly Candidate[],
  frame: FrameSize,
  widthOf: WidthOf,
  covered: readonly Rectangle[] = [],
): readonly PlacedLabel<Candidate>[] {
  const seen = candidates.filter((candidate) => isSeen(candidate, frame));
  const taken: Rectangle[] = [];
  const numbered = seen.filter(({ number }) => number !== null);
  const signed = seen.filter(({ number }) => number === null);
  const told = [...numbered, ...signed].flatMap((candidate) => {
    const shape = discShape(candidate);
    if (shape === null) return [];
    const disc = discOf(candidate, shape, taken, frame);
    const own = discBox(disc);
    taken.push(own);
    return [{ candidate, disc, own }];
  });
  const isFree = ({ box }: Lines): boolean =>
    isInside(box, frame) && ![...covered, ...taken].some((other) => overlaps(box, other));
  const placed = told.map(({ candidate, disc, own }): PlacedLabel<Candidate> => {
    const others = [...covered, ...taken.filter((box) => box !== own)];
    for (const name of candidate.text === '' ? [] : namesBeside(candidate, disc, widthOf)) {
      if (!isInside(name.box, frame) || others.some((other) => overlaps(name.box, other))) continue;
      taken.push(name.box);
      return { candidate, disc, ...name };
    }
    return { candidate, disc, lines: [], size: candidate.size, box: own };
  });
  for (const candidate of seen) {
    if (discShape(candidate) !== null) continue;
    if (placed.length >= MOST_LABELS) break;
    const { x, y, size, text } = candidate;
    const lines = linesOf(text, size, widthOf);
    const width = Math.max(...lines.map((line) => widthOf(line, size)));
    const box = boxAround(x, y, width / 2, (lines.length * size * LINE_HEIGHT) / 2);
    const name = { lines, size, box };
    if (!isFree(name)) continue;
    taken.push(box);
    placed.push({ candidate, disc: null, ...name });
  }
  return placed;
}

/** Distance between the baselines of two lines. */
export function lineStep(size: number): number {
  return size * LINE_HEIGHT;
}

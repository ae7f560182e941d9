import type { AreaIndex, Source, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Manifest } from '#core/dataset.ts';
import { type BoundaryAnswers, type BoundaryQuestion, NO_ANSWERS } from '#data/boundary-question.ts';
import type { BoundaryReading } from '#data/boundary-reading.ts';
import { type ReadTerritory, territoryOfReading } from '#data/boundary-territory.ts';
import { type OpenBoundaries, withBoundaries } from '#data/open-boundaries.ts';
import type { LaidFile } from '#data/packed-sheet.ts';

/** Boundaries against which tables are matched: those opened, or those on the screen. */
export interface Ground {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
  readonly about: Manifest['boundaries'];
}

/** What a file of boundaries asks, and what the reader has said to it. */
export interface DeskMapQuestions {
  readonly name: string;
  readonly questions: readonly BoundaryQuestion[];
  readonly answers: BoundaryAnswers;
}

/** The part of a desk that decides on which areas its tables lie. */
export interface BoundaryDesk {
  readonly boundaries: OpenBoundaries | null;
  /** Drawn from the tables' names while no boundaries are open; null where nobody has asked for them. */
  readonly tiles: ReadTerritory | null;
  readonly mapQuestions: readonly DeskMapQuestions[];
  readonly territoryName: string;
  readonly screen: Ground;
}

export function fileSource(title: string): Source {
  return { publisher: '', title, url: '', license: '', retrieved: '' };
}

/** The name on the screen where the codes are of the same city, else that of the regency, else the file's own. */
export function territoryName(reading: BoundaryReading, file: string, screen: Ground): string {
  const regencyOf = (code: string | undefined) => code?.replace(/\D/g, '').slice(0, 4);
  const same = regencyOf(reading.features[0]?.code) === regencyOf(screen.territory.villages.areas[0]?.code);
  const [regency, another] = reading.regencies;
  if (!same && regency !== undefined && another === undefined) return regency;
  return same ? screen.territory.name : file.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ');
}

/** Boundaries that were opened, else tiles that stand in for them, else what is on the screen. */
export function groundOf({ boundaries, tiles, territoryName: name, screen }: BoundaryDesk): Ground {
  if (boundaries) {
    const source = fileSource(boundaries.name);
    return {
      ...territoryOfReading(boundaries.reading, name, source),
      about: { kind: 'unofficial', asOf: '', source },
    };
  }
  if (tiles === null) return screen;
  const about = { kind: 'tiles', asOf: '', source: fileSource('') } as const;
  return { ...tiles, territory: { ...tiles.territory, name }, about };
}

/** Lays files of boundaries on the desk, and what they ask. A file that is read again has its answers, and no others. */
export function layBoundaries<D extends BoundaryDesk>(
  desk: D,
  files: readonly LaidFile[],
  answers: ReadonlyMap<string, BoundaryAnswers>,
): D {
  let next = desk;
  for (const file of files) {
    if (file.kind !== 'boundaries' && file.kind !== 'refused') continue;
    const questions = file.questions ?? [];
    const said = answers.get(file.name) ?? NO_ANSWERS;
    const others = next.mapQuestions.filter(({ name }) => name !== file.name);
    const own = { name: file.name, questions, answers: said };
    const mapQuestions = questions.length + said.size > 0 ? [...others, own] : others;
    next = { ...next, mapQuestions };
    if (file.kind === 'refused') continue;
    const boundaries = withBoundaries(next.boundaries, file);
    const name = territoryName(boundaries.reading, boundaries.name, next.screen);
    next = { ...next, boundaries, tiles: null, territoryName: name };
  }
  return next;
}

/** Takes the boundaries of a file, and what it asked, off the desk. */
export function removeBoundaries<D extends BoundaryDesk>(desk: D, name: string): D {
  const gone = desk.boundaries?.name === name || desk.boundaries?.files.includes(name) === true;
  const files = desk.boundaries?.files ?? [];
  return {
    ...desk,
    boundaries: gone ? null : desk.boundaries,
    territoryName: gone ? desk.screen.territory.name : desk.territoryName,
    mapQuestions: desk.mapQuestions.filter(
      (asked) => asked.name !== name && !(gone && files.includes(asked.name)),
    ),
  };
}

/** Whether a file of boundaries cannot be read before the reader has answered. */
export function waitsForAnswer({ mapQuestions }: BoundaryDesk): boolean {
  return mapQuestions.some(({ questions }) => questions.some(({ blocking }) => blocking));
}

import type { Problem, Result } from '#core/problem.ts';
import type { BoundaryAnswers } from '#data/boundary-question.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import type { ReadFile } from '#data/office-file.ts';
import { laidFiles, unpackTable } from '#data/packed-sheet.ts';
import { packageAreas } from '#data/table-dataset.ts';
import type { TableReading } from '#data/table-import.ts';
import { WholeReading } from '#desk/desk-reading.ts';
import * as desks from '#desk/office-desk.ts';

/** What a worker would read of a desk, on this thread. */
export function wholeReading(desk: desks.Desk): WholeReading {
  const { tables, ground } = desks.inputOf(desk);
  return new WholeReading(tables.map(unpackTable), ground, desks.choicesOf(desk));
}

/** The desk, its tables read. */
export function read(desk: desks.Desk): desks.Desk {
  return desk.isRead ? desk : desks.withReading(desk, wholeReading(desk).told);
}

export function layFiles(
  desk: desks.Desk,
  files: readonly ReadFile[],
  packages: readonly desks.DeskPackage[] = [],
  answers: ReadonlyMap<string, BoundaryAnswers> = new Map(),
): desks.Desk {
  return read(desks.layFiles(desk, files.flatMap(laidFiles), packages, answers));
}

/** The rows of the first sheet of a file. */
export function readingOf(desk: desks.Desk, file: string): TableReading | undefined {
  const own = wholeReading(desk).reading.files.find(({ name }) => name === file);
  return own?.sheets[0]?.table;
}

/** Of the tables, then of everything else. */
export function allProblems(desk: desks.Desk): readonly Problem[] {
  const ofTables = desk.tables.length === 0 ? [] : wholeReading(desk).reading.problems;
  return [...desks.deskProblems(desk), ...ofTables];
}

export function packageOnDesk(desk: desks.Desk): Result<DatasetPackage> {
  const made = wholeReading(desk).package(desks.seedOf(desk));
  const areas = packageAreas(desk.ground.territory, desk.ground.boundaries);
  return made.ok ? { ...made, value: { ...made.value, areas } } : made;
}

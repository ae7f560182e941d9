import type { AreaIndex, Source, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Manifest } from '#core/dataset.ts';
import type { Problem } from '#core/problem.ts';
import type { BoundaryReading } from '#data/boundary-reading.ts';
import { territoryOfReading } from '#data/boundary-territory.ts';

/** Boundaries against which tables are matched: those opened, or those on the screen. */
export interface Ground {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  readonly alternateCodes: ReadonlyMap<string, AreaIndex> | null;
  readonly about: Manifest['boundaries'];
}

export interface DeskBoundaries {
  readonly name: string;
  readonly reading: BoundaryReading;
  readonly problems: readonly Problem[];
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

/** Boundaries that were opened, or those on the screen. */
export function groundOf(desk: {
  readonly boundaries: DeskBoundaries | null;
  readonly territoryName: string;
  readonly screen: Ground;
}): Ground {
  const { boundaries, screen } = desk;
  if (!boundaries) return screen;
  const source = fileSource(boundaries.name);
  return {
    ...territoryOfReading(boundaries.reading, desk.territoryName, source),
    about: { kind: 'unofficial', asOf: '', source },
  };
}

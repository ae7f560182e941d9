import type { Manifest } from '#core/dataset.ts';
import { type ReadTerritory, territoryOfReading } from '#data/boundary-territory.ts';
import type { OpenBoundaries } from '#data/open-boundaries.ts';

/** What children are placed in, and by which files. */
export interface BoundaryGround {
  readonly ground: ReadTerritory;
  readonly about: Manifest['boundaries'];
  readonly used: { readonly name: string; readonly areas: number };
}

/** Boundaries that were opened, named by their regency where they are of one, else by their file. */
export function boundaryGround({ name, files, reading }: OpenBoundaries): BoundaryGround {
  const source = { publisher: '', title: name, url: '', license: '', retrieved: '' };
  const [regency, another] = reading.regencies;
  const bare = name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ');
  const territory = regency !== undefined && another === undefined ? regency : bare;
  return {
    ground: territoryOfReading(reading, territory, source),
    about: { kind: 'unofficial', asOf: '', source },
    used: { name: files.join(', '), areas: reading.features.length },
  };
}

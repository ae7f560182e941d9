import type { LonLat, Territory } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { hasGeography, type Manifest } from '#core/dataset.ts';
import { isPlausible, PLAUSIBLE_DENSITY } from '#core/household-points.ts';
import type { PlaceLayer, ServiceKind } from '#core/places.ts';
import { SERVICE_KINDS } from '#core/places.ts';
import type { Problem } from '#core/problem.ts';
import { countServices, locateLayer } from '#core/service-count.ts';
import type { ReadFile } from '#data/office-file.ts';
import type { PlaceReading } from '#data/place-reading.ts';
import { locatorOf } from '#picture/place-overlay.ts';

/** A file of services as it lies open, and what the reader said of it. */
export interface DeskPlaces {
  readonly name: string;
  readonly reading: PlaceReading;
  /** Problems of the file itself; those with the ground are in `placeProblems`. */
  readonly problems: readonly Problem[];
  /** Of the rows that do not say it themselves; null until the reader has. */
  readonly kind: ServiceKind | null;
  /** The reader's own, '' for none. */
  readonly title: string;
  /** The reader has said that points which lie too densely are services all the same. */
  readonly affirmed: boolean;
}

/** Against what places are counted. */
export interface PlaceGround {
  readonly territory: Territory;
  readonly boundaries: BoundaryCollection;
  readonly about: Manifest['boundaries'];
}

const NAMED_ROWS = 5;

export function openPlaces(file: Extract<ReadFile, { kind: 'places' }>): DeskPlaces {
  const { name, reading, problems } = file;
  return { name, reading, problems, kind: null, title: '', affirmed: false };
}

/** Rows by kind, as the file or the reader says it; those of no kind yet are left out. */
export function kindsOf({ reading, kind }: DeskPlaces): ReadonlyMap<ServiceKind, number> {
  const counts = new Map<ServiceKind, number>();
  for (const known of SERVICE_KINDS) {
    const count = reading.rows.filter((row) => (row.kind ?? kind) === known).length;
    if (count > 0) counts.set(known, count);
  }
  return counts;
}

/** How many rows still need a kind from the reader. */
export function kindlessRows({ reading }: DeskPlaces): number {
  return reading.rows.filter(({ kind }) => kind === null).length;
}

/** The layers that a file makes: one for each kind of service. */
export function layersOf(places: DeskPlaces): readonly PlaceLayer[] {
  const { reading, name: source } = places;
  const kinds = [...kindsOf(places).keys()];
  const title = kinds.length === 1 && places.title.trim() !== '' ? places.title.trim() : null;
  return kinds.map((kind): PlaceLayer => {
    const about = { id: `${source}/${kind}`, title, kind, source };
    const isOwn = (row: { readonly kind: ServiceKind | null }) => (row.kind ?? places.kind) === kind;
    return reading.form === 'points'
      ? {
          ...about,
          form: 'points',
          places: reading.rows.filter(isOwn).map(({ name, shape }) => ({ name, point: shape })),
        }
      : {
          ...about,
          form: 'zones',
          places: reading.rows.filter(isOwn).map(({ name, shape }) => ({ name, geometry: shape })),
        };
  });
}

/** The rows of a reading as one layer, whatever their kind. */
function wholeLayer({ reading, name }: DeskPlaces): PlaceLayer {
  const about = { id: name, title: null, kind: 'other' as const, source: name };
  return reading.form === 'points'
    ? { ...about, form: 'points', places: reading.rows.map((row) => ({ name: row.name, point: row.shape })) }
    : {
        ...about,
        form: 'zones',
        places: reading.rows.map((row) => ({ name: row.name, geometry: row.shape })),
      };
}

const known = new WeakMap<PlaceReading, { ground: BoundaryCollection; problems: readonly Problem[] }>();

/** What is found only against the areas: places outside all of them, and points that lie like homes. */
export function placeProblems(places: DeskPlaces, ground: PlaceGround): readonly Problem[] {
  if (!hasGeography({ boundaries: ground.about }))
    return [{ code: 'places/no-geography', severity: 'error', at: { file: places.name } }];
  const before = known.get(places.reading);
  if (before?.ground === ground.boundaries) return before.problems;
  const problems = foundOnGround(places, ground);
  known.set(places.reading, { ground: ground.boundaries, problems });
  return problems;
}

function foundOnGround(places: DeskPlaces, ground: PlaceGround): readonly Problem[] {
  const { name: file, reading } = places;
  const areas = ground.boundaries.features.length;
  const middles = ground.territory.villages.areas.map(({ centroid }): LonLat => centroid);
  const located = locateLayer(wholeLayer(places), locatorOf(ground.boundaries), middles);
  const problems: Problem[] = [];
  const outside = reading.rows.filter((_, k) => located.areasOf[k]?.length === 0).map(({ row }) => row);
  const [first] = outside;
  if (first !== undefined) {
    const detail = { count: outside.length, rows: outside.slice(0, NAMED_ROWS).join(', ') };
    problems.push({
      code: 'places/outside-territory',
      severity: 'warning',
      at: { file, row: first },
      detail,
    });
  }
  const count = countServices(located, areas, null);
  if (reading.form === 'points' && !isPlausible(count, reading.rows.length)) {
    const most = count.reduce((largest, n) => Math.max(largest, n), 0);
    const detail = { count: reading.rows.length, areas, most, ...PLAUSIBLE_DENSITY };
    problems.push({ code: 'places/too-many', severity: 'warning', at: { file }, detail });
  }
  return problems;
}

/** Whether nothing is left for the reader to say: every row has its kind, and a dense file is affirmed. */
export function isDecided(places: DeskPlaces, problems: readonly Problem[]): boolean {
  if (problems.some(({ code }) => code === 'places/no-geography')) return false;
  const dense = problems.some(({ code }) => code === 'places/too-many');
  return (
    places.reading.rows.length > 0 &&
    (places.kind !== null || kindlessRows(places) === 0) &&
    (!dense || places.affirmed)
  );
}

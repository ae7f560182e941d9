import type { BoundaryFeature } from '#core/boundary.ts';
import {
  type PackedCollection,
  packCollection,
  packedBuffers,
  unpackCollection,
} from '#core/packed-boundaries.ts';
import type { Result } from '#core/problem.ts';
import type { DatasetPackage } from './dataset-package.ts';
import type { Boundaries } from './package-territory.ts';
import type { PreparedPackage } from './package-work.ts';

type FeatureOf<Collection extends { features: unknown[] }> = Omit<Collection['features'][number], 'geometry'>;
type Districts = NonNullable<DatasetPackage['districts']>;

/** A package on its way between threads. */
export type SentPackage = Omit<DatasetPackage, 'areas' | 'districts'> & {
  readonly areas: PackedCollection<FeatureOf<DatasetPackage['areas']>>;
  readonly districts: PackedCollection<FeatureOf<Districts>> | null;
};
export type SentPrepared = Omit<PreparedPackage, 'boundaries'> & {
  readonly boundaries: {
    readonly villages: PackedCollection<FeatureOf<Boundaries['villages']>>;
    readonly districts: PackedCollection<FeatureOf<Boundaries['districts']>>;
  };
};

/** What is sent, and the memory that goes with it instead of being copied. */
export interface Sent<Message> {
  readonly message: Message;
  readonly transfer: ArrayBuffer[];
}

export function sendPackage(pkg: DatasetPackage): Sent<SentPackage> {
  const areas = packCollection(pkg.areas);
  const districts = pkg.districts && packCollection(pkg.districts);
  const transfer = [...packedBuffers(areas.packed), ...(districts ? packedBuffers(districts.packed) : [])];
  return { message: { ...pkg, areas, districts }, transfer };
}

export function receivePackage({ areas, districts, ...pkg }: SentPackage): DatasetPackage {
  return { ...pkg, areas: unpackCollection(areas), districts: districts && unpackCollection(districts) };
}

export function sendPrepared(prepared: PreparedPackage): Sent<SentPrepared> {
  const { cells, coverage } = prepared;
  const villages = packCollection(prepared.boundaries.villages);
  const districts = packCollection(prepared.boundaries.districts);
  const streams = [cells.rows, cells.texts, coverage.rows, coverage.texts];
  const transfer = [
    ...packedBuffers(villages.packed),
    ...packedBuffers(districts.packed),
    ...streams.map((bytes) => bytes.buffer as ArrayBuffer),
  ];
  return { message: { ...prepared, boundaries: { villages, districts } }, transfer };
}

export function receivePrepared({ boundaries, ...prepared }: SentPrepared): PreparedPackage {
  const villages = unpackCollection<BoundaryFeature>(boundaries.villages);
  const districts = unpackCollection<BoundaryFeature>(boundaries.districts);
  return { ...prepared, boundaries: { villages, districts } };
}

/** A result with its value changed, its problems kept. */
export function mapResult<From, To>(result: Result<From>, change: (value: From) => To): Result<To> {
  return result.ok ? { ...result, value: change(result.value) } : result;
}

declare const brand: unique symbol;
/** A value that only its own constructor may make. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Official code of an area. Text, never a number: dots and leading zeros count. */
export type AreaCode = Brand<string, 'AreaCode'>;
/** Position of an area within its Geography: the one key by which every column is joined. */
export type AreaIndex = Brand<number, 'AreaIndex'>;
export type GeographyId = Brand<string, 'GeographyId'>;
/** `village` is a kelurahan or desa, `district` a kecamatan. */
export type AreaLevel = 'village' | 'district';
/** Degrees, WGS 84, longitude first. */
export type LonLat = readonly [longitude: number, latitude: number];

export interface Source {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly license: string;
  /** ISO 8601 date, or '' where unknown. */
  readonly retrieved: string;
}

export interface Area {
  readonly code: AreaCode;
  readonly name: string;
  /** Code of the area one level up, or null at the top. */
  readonly parent: AreaCode | null;
  readonly centroid: LonLat;
  readonly surfaceKm2: number;
}

/** The areas of one level at one date, in a fixed order. Index i means the same area in every column. */
export interface Geography {
  readonly id: GeographyId;
  readonly level: AreaLevel;
  /** The date whose boundaries these are, ISO 8601, or '' where unknown. */
  readonly asOf: string;
  readonly areas: readonly Area[];
  readonly indexOf: ReadonlyMap<AreaCode, AreaIndex>;
  readonly source: Source;
}

/** One kabupaten or kota: its villages, its districts, and which village lies in which district. */
export interface Territory {
  /** For instance 'Kota Kupang'. */
  readonly name: string;
  readonly villages: Geography;
  readonly districts: Geography;
  /** By village index: the index of its district in `districts`. */
  readonly districtOf: Uint32Array;
}

export function geographyOf(territory: Territory, level: AreaLevel): Geography {
  return level === 'village' ? territory.villages : territory.districts;
}

export function areaCode(text: string): AreaCode {
  return text as AreaCode;
}

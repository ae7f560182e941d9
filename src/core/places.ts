import type { MultiPolygon, Polygon } from 'geojson';
import type { LonLat } from './area.ts';

/** Services that an office may lay over its map; `other` where none of the names fits. */
export const SERVICE_KINDS = [
  'puskesmas',
  'pustu',
  'posyandu',
  'poskesdes',
  'hospital',
  'clinic',
  'early-childhood',
  'family-village',
  'other',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** A place where a service is given. Its name is '' where the file has none; nothing else is kept of it. */
export interface Place {
  readonly name: string;
  readonly point: LonLat;
}

/** A surface that a service is given to, for instance a Kampung KB. Degrees, rings closed. */
export interface Zone {
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

interface LayerAbout {
  /** Of the file and the kind: a layer of the same id takes its place. */
  readonly id: string;
  /** The reader's own; null: as the kind is called. */
  readonly title: string | null;
  readonly kind: ServiceKind;
  /** Name of the file. */
  readonly source: string;
}
/** Services of one kind from one file: points or surfaces, never of persons or households. */
export type PlaceLayer = LayerAbout &
  (
    | { readonly form: 'points'; readonly places: readonly Place[] }
    | { readonly form: 'zones'; readonly places: readonly Zone[] }
  );

/** The more particular before the more general: a Posyandu is also said to be of its Puskesmas. */
const KIND_WORDS: readonly (readonly [ServiceKind, RegExp])[] = [
  [
    'family-village',
    /\bkampung (?:kb|keluarga berkualitas|keluarga berencana)\b|\bfamily planning village\b/,
  ],
  ['pustu', /\bpustu\b|\bpuskesmas pembantu\b|\bauxiliary health cent(?:er|re)\b/],
  ['posyandu', /\bposyandu\b|\bpos pelayanan terpadu\b/],
  [
    'poskesdes',
    /\bposkes(?:des|kel)\b|\bpolindes\b|\bpos kesehatan (?:desa|kelurahan)\b|\bvillage health post\b/,
  ],
  ['early-childhood', /\bpaud\b|\btaman kanak(?: kanak)?\b|\bearly childhood\b/],
  ['hospital', /\brumah sakit\b|\brs(?:ud|ia|u|j|p|b)?\b|\bhospital\b/],
  ['clinic', /\bklinik\b|\bclinic\b|\bbalai pengobatan\b/],
  ['puskesmas', /\bpu[sk]?kesmas\b|\bpkm\b|\bcommunity health cent(?:er|re)\b/],
];

/** The service that a text names, Indonesian or English, in any case; null where it names none. */
export function serviceKindIn(text: string): ServiceKind | null {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return KIND_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

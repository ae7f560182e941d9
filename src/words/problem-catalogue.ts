import type { Problem, ProblemCode } from '#core/problem.ts';
import type { ViewPart } from '#core/view-codec.ts';

/** Every problem in one language. A code without a sentence does not compile. */
export interface ProblemCatalogue {
  readonly severity: Readonly<Record<Problem['severity'], string>>;
  readonly where: Readonly<Record<'file' | 'sheet' | 'row' | 'feature' | 'column', string>>;
  /** Words for the values of detail that are codes. */
  readonly terms: Readonly<Record<string, string>> & Readonly<Record<`link.${ViewPart}`, string>>;
  readonly sentences: Readonly<Record<ProblemCode, readonly [what: string, mend: string]>>;
}

/** Codes about maps as files hold them. */
type BoundaryProblemCode = Extract<
  ProblemCode,
  | 'file/foreign-map'
  | 'file/checksum'
  | 'file/parts-unread'
  | `shapefile/${string}`
  | `geopackage/${string}`
  | `geojson/${'reprojected' | 'other-datum' | 'layers' | 'regency-open' | 'parts-joined'}`
  | `geojson/${'figures' | 'points-as-table' | 'ring-crossed' | 'collection-parts' | 'box-differs' | 'elsewhere'}`
  | `geojson/${'system' | 'level' | 'code' | 'codes' | 'name' | 'names' | 'file'}-${string}`
>;
export type BoundaryProblemSentences = Pick<ProblemCatalogue['sentences'], BoundaryProblemCode>;

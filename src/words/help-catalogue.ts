import type { QuestionKind } from '#core/question.ts';
import type { SampleId } from '#core/sample-file.ts';
import type { Room } from '#core/view.ts';

/** Every room, and presenting, has a page. */
export type HelpRoom = Room | 'presentation';

/** A page: each list a few plain sentences. What stands in “ ” is a name on the screen. */
export interface HelpPage {
  readonly shows: readonly string[];
  readonly read: readonly string[];
  /** What not to conclude. */
  readonly not: readonly string[];
}

export interface HelpWords {
  readonly heading: string;
  readonly close: string;
  readonly print: string;
  readonly topics: string;
  readonly keys: string;
  readonly rooms: string;
  readonly heads: Readonly<Record<keyof HelpPage, string>>;
  readonly pages: Readonly<Record<HelpRoom, HelpPage>>;
  readonly learn: string;
  readonly terms: {
    readonly name: string;
    readonly search: string;
    readonly source: string;
    readonly none: string;
  };
  readonly samples: {
    readonly name: string;
    readonly intro: string;
    readonly personal: string;
    readonly fetch: (file: string) => string;
    readonly failed: string;
    /** Where nothing is asked. */
    readonly plain: string;
    readonly asks: (questions: string) => string;
    readonly questions: Readonly<Record<QuestionKind, string>>;
    readonly files: Readonly<Record<SampleId, { readonly name: string; readonly holds: string }>>;
  };
  readonly about: {
    readonly name: string;
    readonly version: string;
    readonly build: string;
    readonly buildNote: string;
    readonly unbuilt: string;
    readonly program: string;
    readonly programLicense: string;
    readonly data: string;
    readonly dataLicense: string;
    readonly type: string;
    readonly typeLicense: string;
    readonly packages: string;
    readonly notices: string;
  };
}

/** In the order of their first use: what is measured, counted, missing, mapped, tested, decided. */
export const GLOSSARY_TERMS = [
  'stunting',
  'wasting',
  'underweight',
  'severe',
  'standard-deviation',
  'under-five',
  'unit',
  'ppgbm',
  'ssgi',
  'numerator',
  'prevalence',
  'coverage',
  'interval',
  'unmeasured',
  'point',
  'band',
  'too-few',
  'not-reported',
  'set-aside',
  'suppressed',
  'no-target',
  'poverty',
  'decile',
  'p3ke',
  'dtsen',
  'risk-family',
  'area-code',
  'boundaries',
  'service',
  'tier',
  'digest',
  'sql',
  'identity-number',
  'quantile',
  'natural-breaks',
  'equal-interval',
  'deviation-classes',
  'own-breaks',
  'median',
  'overlay',
  'problems',
  'change',
  'agreement',
  'exceedance',
  'budget',
  'serviceCoverage',
  'trend',
  'control-chart',
  'alarm',
  'emerging',
  'gap',
  'entry',
  'target',
  'threshold',
  'cluster',
  'hot-cold',
  'co-location',
  'neighbor',
  'empirical-bayes',
  'permutation',
  'false-discovery',
  'funnel',
  'index',
  'weight',
  'goalpost',
  'aggregation',
  'robust',
  'rank-interval',
  'quota',
  'proposal',
  'decree',
  'tpps',
  'musrenbang',
] as const;
export type GlossaryTerm = (typeof GLOSSARY_TERMS)[number];

export interface GlossaryEntry {
  readonly term: string;
  readonly means: string;
  /** Where the meaning is from; a convention of this program says so. */
  readonly source: string;
}
export type Glossary = Readonly<Record<GlossaryTerm, GlossaryEntry>>;

import type { AreaCode } from './area.ts';
import type { Period } from './period.ts';
import type { Problem } from './problem.ts';

/*
 * What a desk of persons tells of its work: counts, row numbers, names of areas. Nothing in it identifies anybody.
 */

/** What became of a row. `listed`: a register names a child who was not measured. `unusable` has a reason beside it. */
export type RowState = 'used' | 'listed' | 'duplicate' | 'outside' | 'unusable' | 'waiting';

/** Why a row cannot be used. */
export type UnusableReason =
  | 'no-identity'
  | 'no-measurement'
  | 'date-unreadable'
  | 'date-future'
  | 'birth-after-measurement'
  | 'age-outside';

/** Rows of one sheet, 1-based as the spreadsheet counts them. read = the sum of all states: a law. */
export interface SheetLedger {
  readonly file: string;
  readonly sheet: string;
  readonly form: string;
  readonly read: number;
  readonly rows: Readonly<Record<RowState, readonly number[]>>;
  readonly reasons: Readonly<Partial<Record<UnusableReason, readonly number[]>>>;
}

/** What identifiers a sheet has. */
export interface IdentityTally {
  whole: number;
  missing: number;
  masked: number;
  damaged: number;
}

/** Tables of persons and families that are known. docs/linkage.md. */
export type SheetForm =
  | 'eppgbm-a'
  | 'eppgbm-b'
  | 'eppgbm-c'
  | 'eppgbm-d'
  | 'eppgbm'
  | 'p3ke-member'
  | 'p3ke-family'
  | 'dtsen'
  | 'dtks'
  | 'local-members'
  | 'krs'
  | 'posyandu-list';

/** What one file turned out to be, sheet by sheet. Nothing of it identifies anybody. */
export interface ReadPersonFile {
  readonly name: string;
  readonly sheets: readonly {
    readonly name: string;
    /** Null: a sheet that is not recognized; it is not used. */
    readonly form: SheetForm | null;
    /** Of data; of a sheet that is not recognized, all that are not empty. */
    readonly rows: number;
    /** Month or period that it is of; '' where it names none. */
    readonly period: string;
    readonly niks: IdentityTally;
    readonly kks: IdentityTally;
  }[];
  readonly problems: readonly Problem[];
}

/** What the reader said of a name: the code of its area, or that it lies outside. */
export type AreaAnswer = AreaCode | 'outside';

/** A name that no rule places, and those it may mean. */
export interface WaitingName {
  readonly key: string;
  readonly village: string;
  readonly district: string;
  readonly candidates: readonly AreaCode[];
}

/** A name that waits, with how many children or members wait with it. */
export interface WaitingEntry extends WaitingName {
  readonly persons: number;
}

export type LinkRule = 'child-nik' | 'kk' | 'parent-nik' | 'name-date';

/** Probabilities of each level among matches (m) and among others (u), by field. */
export interface LinkWeights {
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** Share of all pairs, compared or not, that are matches. */
  readonly prior: number;
  readonly iterations: number;
}

export interface LinkReport {
  readonly children: number;
  readonly byRule: Readonly<Record<LinkRule, number>>;
  readonly unlinked: number;
  readonly ambiguous: number;
  /** Links that somebody looked at and found to be of others: left out, and counted as not linked. */
  readonly rejected: number;
  /** Households of which lists name several deciles. */
  readonly contradictions: number;
  /** NIK that stand for children of other names and birth dates. */
  readonly sharedNiks: number;
  readonly households: number;
  readonly members: number;
  /** By area code: children, and those linked. */
  readonly byArea: readonly { readonly area: AreaCode; readonly children: number; readonly linked: number }[];
  /** Of the fields compared, in this order: how often each level, the worst first, stands among matches and others. */
  readonly fields: readonly string[];
  readonly weights: LinkWeights | null;
  readonly comparedPairs: number;
  /** Mean probability of the links by name and date; NaN where there are none. */
  readonly expectedPrecision: number;
}

/** What the reader should look at in a row. */
export type RowFlag =
  | 'implausible'
  | 'label-differs'
  | 'label-unknown'
  | 'age-differs'
  | 'nik-date-differs'
  | 'date-swapped'
  | 'nik-twice';

/** Last digits of measurements: 0 and 5 come in one of five by chance, more often where scales are read coarsely. */
export interface DigitPreference {
  readonly figures: number;
  readonly zeroOrFive: number;
}

/** What is striking in the rows of one puskesmas, posyandu or kelurahan. */
export interface QualityGroup {
  readonly level: 'puskesmas' | 'posyandu' | 'village';
  readonly name: string;
  readonly rows: number;
  readonly flags: Readonly<Record<RowFlag, number>>;
  readonly weightDigits: DigitPreference;
  readonly heightDigits: DigitPreference;
}

/** Rows to look at, 1-based, by file, sheet and what is striking: never what they hold. */
export interface FlaggedRows {
  readonly file: string;
  readonly sheet: string;
  readonly flag: RowFlag;
  readonly rows: readonly number[];
}

/** A village and month in which more children were measured than its registers name. */
export interface OverTarget {
  readonly village: string;
  readonly month: string;
  readonly listed: number;
  readonly measured: number;
}

export interface QualityReport {
  /** Either the register is not complete, or children of elsewhere were measured: a share above 100 %. */
  readonly overTarget: readonly OverTarget[];
  readonly groups: readonly QualityGroup[];
  readonly rows: readonly FlaggedRows[];
}

export type PreparationStep =
  | { readonly kind: 'reading'; readonly file: string; readonly done: number; readonly total: number }
  | { readonly kind: 'grouping' }
  | { readonly kind: 'linking' }
  | { readonly kind: 'counting'; readonly period: Period }
  | { readonly kind: 'writing' };

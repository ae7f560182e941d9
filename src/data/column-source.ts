import type { HeaderReading, HeaderRole, RoleReason } from './column-role.ts';

/** One or more columns that together are one thing: a single column, or the halves of one by sex. */
export interface Source {
  readonly indexes: readonly number[];
  readonly header: string;
  readonly reading: HeaderReading;
  role: HeaderRole;
  confidence: 'high' | 'low';
  why: RoleReason;
}

/** The period that a source's header names, as a key; '' where it names none. */
export const periodKey = ({ reading }: Source): string => reading.period?.text ?? '';

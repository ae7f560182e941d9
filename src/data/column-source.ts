import type { HeaderRole, RoleReason } from './column-role.ts';
import type { HeaderReading } from './header-reading.ts';
import type { NutritionDimension } from './vocabulary.ts';

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

/** The dimension of which a role is a class; null of every other. */
export function dimensionOf(role: string): NutritionDimension | null {
  const match = /^(stunting|wasting|underweight)\.(severe|moderate|over|total|none)$/.exec(role);
  return match ? (match[1] as NutritionDimension) : null;
}

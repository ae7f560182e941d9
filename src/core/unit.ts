/** Who is counted: children under five, families, persons. Counts of one are never added to or divided by another's. */
export const UNITS = ['child', 'family', 'person'] as const;
export type Unit = (typeof UNITS)[number];
export type OtherUnit = Exclude<Unit, 'child'>;
export const OTHER_UNITS: readonly OtherUnit[] = ['family', 'person'];

/** The unit of a table that names none: children. */
export function unitOf({ unit }: { readonly unit?: OtherUnit }): Unit {
  return unit ?? 'child';
}

/** Who or what a service reaches: units are never added to one another. */
export type ServiceUnit = 'child' | 'woman' | 'couple' | 'family' | 'household' | 'pregnancy';
export type ServicePolarity = 'more-is-better' | 'less-is-better';

/**
 * Where a target comes from. `read`: in a public source. `remembered`: from the annex of a regulation as experts recall
 * it; to be checked before it is printed as official. `own`: set by the office.
 */
export type TargetOrigin = 'read' | 'remembered' | 'own';

/** One service that is counted as so many of so many. Editable: an office's catalogue takes the place of ours. */
export interface ServiceIndicator {
  /** Of this program where the ministry has no short code that is known. Stands in files. */
  readonly id: string;
  /** Target group and name as the form has them, in Indonesian; the group is '' where the source does not say it. */
  readonly group: string;
  readonly name: string;
  /** The name in English, '' where nobody translated it. */
  readonly english: string;
  /** What is counted above and below, '' where the source does not say it. */
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: ServiceUnit;
  readonly polarity: ServicePolarity;
  /** Percent, 0 to 100; null where none is known. */
  readonly target: number | null;
  /** Null exactly where there is no target. */
  readonly targetOrigin: TargetOrigin | null;
}

export interface ServiceCatalogue {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** How many indicators the regulation names: more than are listed where the list is not complete. */
  readonly expected: number;
  readonly indicators: readonly ServiceIndicator[];
}

/** How many indicators of the regulation are still to be filled in by the office; 0 where the list is complete. */
export function missingIndicators({ expected, indicators }: ServiceCatalogue): number {
  return Math.max(0, expected - indicators.length);
}

/**
 * Why a catalogue cannot be used, by the first fault; null where it can: an id empty or twice, a target outside 0 to
 * 100, a target without an origin or an origin without a target.
 */
export function catalogueFault({ indicators }: Pick<ServiceCatalogue, 'indicators'>): {
  readonly fault: 'id-empty' | 'id-twice' | 'target-range' | 'target-origin';
  readonly id: string;
} | null {
  const seen = new Set<string>();
  for (const { id, target, targetOrigin } of indicators) {
    if (id.trim() === '') return { fault: 'id-empty', id };
    if (seen.has(id)) return { fault: 'id-twice', id };
    seen.add(id);
    if (target !== null && !(target >= 0 && target <= 100)) return { fault: 'target-range', id };
    if ((target === null) !== (targetOrigin === null)) return { fault: 'target-origin', id };
  }
  return null;
}

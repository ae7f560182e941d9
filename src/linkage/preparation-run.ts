import type { GroupedChildren } from './child-grouping.ts';
import type { GroupedHouseholds } from './household-grouping.ts';
import type { Linking } from './household-linking.ts';

/** Persons of one run, and who was linked: of this layer alone. */
export interface PreparationRun {
  readonly children: GroupedChildren;
  readonly households: GroupedHouseholds;
  readonly linking: Linking;
}

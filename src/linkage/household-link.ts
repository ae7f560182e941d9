import type { LinkRule } from '#core/preparation-report.ts';
export const LINK_RULES: readonly LinkRule[] = ['child-nik', 'kk', 'parent-nik', 'name-date'];

/** The household of a child, and by which rule. */
export interface Link {
  readonly child: number;
  readonly household: number;
  readonly rule: LinkRule;
  /** Of `name-date`: the member taken for the child, and how sure it is. */
  readonly member: number | null;
  readonly probability: number;
}

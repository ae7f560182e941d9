/** How much a mark stands out: solid and broad, solid and narrow, or broken. */
export type MarkStrength = 'strong' | 'medium' | 'weak';

export type LinkKind = 'touching' | 'attached' | 'added' | 'cut';

import { luminance } from './color.ts';
import type { LinkKind, MarkStrength } from './mark-kind.ts';

/** How a line is drawn, on the screen and on paper alike. Lengths in CSS px, colors `#rrggbb`. */
export interface LineLook {
  readonly width: number;
  /** Of the line below, in another lightness, which keeps the line apart from any color of an area. */
  readonly casing: number;
  /** Dash and gap; null for an unbroken line. */
  readonly dash: readonly [dash: number, gap: number] | null;
}

const RINGS: Readonly<Record<MarkStrength, LineLook>> = {
  strong: { width: 4.5, casing: 7, dash: null },
  medium: { width: 2.5, casing: 4.6, dash: null },
  weak: { width: 2.5, casing: 4.6, dash: [7, 5] },
};

const LINKS: Readonly<Record<LinkKind, LineLook & { readonly color: string }>> = {
  touching: { color: '#45443f', width: 1, casing: 2.4, dash: null },
  attached: { color: '#1f1f1c', width: 1.8, casing: 3.6, dash: [6, 4] },
  added: { color: '#0f5b5f', width: 3, casing: 5, dash: null },
  cut: { color: '#8e0f6b', width: 2.4, casing: 4.4, dash: [2.4, 4] },
};

const PALE_LUMINANCE = 0.35;
const HALO = '#ffffff';
const INK = '#1f1f1c';

/** What is pointed at or chosen, drawn once more over its ring: narrower than the ring, so that both are seen. */
export const POINTED_LOOK = { color: INK, width: 1.7 } as const;
export const SYMBOL_LOOK = { width: 1.8, casing: 3.6, fillOpacity: 0.16 } as const;

/** Weak before strong: where rings meet, the stronger lies above. */
export const STRENGTHS: readonly MarkStrength[] = ['weak', 'medium', 'strong'];

export function ringLook(strength: MarkStrength): LineLook {
  return RINGS[strength];
}
export function linkLook(kind: LinkKind): LineLook & { readonly color: string } {
  return LINKS[kind];
}

/** White around dark lines, ink around pale ones. */
export function casingColor(color: string): string {
  return luminance(color) > PALE_LUMINANCE ? INK : HALO;
}

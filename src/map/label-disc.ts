/** The number of an area that is told, white on a dark disc, in CSS px of the desk. */
export const DISC = { radius: 9.5, size: 11.5, fill: '#1f1f1c', ink: '#ffffff', edge: '#ffffff' } as const;
/** Of names outside what is asked about. */
export const MUTED_INK = '#86847b';
/** Before the number, the id of its image in MapLibre's style. */
export const DISC_IMAGE = 'disc-';
/** Between a disc and its name. */
export const DISC_GAP_PX = 3;
/** A disc of three or more digits is wider than high. */
export function discHalfWidth(number: number): number {
  return DISC.radius + Math.max(0, String(number).length - 2) * 3.2;
}

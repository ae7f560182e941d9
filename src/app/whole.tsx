import type { ReactNode } from 'react';
import { usePanel } from './page.ts';
import type { PanelProps } from './panel-props.ts';

/** For panels that are handed the whole picture, and follow its every change. */
export function Whole({ children }: { readonly children: (panel: PanelProps) => ReactNode }) {
  return children(usePanel());
}

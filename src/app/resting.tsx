import { type ReactNode, useDeferredValue } from 'react';
import { PageContext, usePage, useStanding } from './page.ts';
import { useShown } from './use-shown.ts';

/** What is in it follows the weights of an index once they rest, and all else at once. */
export function Resting({ children }: { readonly children: ReactNode }) {
  const page = useStanding(useDeferredValue(useShown(usePage().resting)));
  return <PageContext value={page}>{children}</PageContext>;
}

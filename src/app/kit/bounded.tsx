import { Component, type ReactNode, Suspense } from 'react';
import { renewLate } from '#app/late.tsx';
import { BrokenPart, type BrokenPartProps } from './broken-part.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly broken: (failure: Pick<BrokenPartProps, 'reason' | 'onRetry'>) => ReactNode;
}

interface Failure {
  readonly reason: unknown;
}

/** Those that show something else now. */
const broken = new Set<Boundary>();

/** What failed for want of a server mostly fails together: one press has all of it tried again. */
function retryAll(): void {
  renewLate();
  const all = [...broken];
  broken.clear();
  for (const one of all) one.setState({ failure: null });
}

/** Shows something else in the place of what throws. */
export class Boundary extends Component<BoundaryProps, { readonly failure: Failure | null }> {
  override state: { readonly failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(reason: unknown): { readonly failure: Failure } {
    return { failure: { reason } };
  }

  override componentDidCatch(): void {
    broken.add(this);
  }

  override componentWillUnmount(): void {
    broken.delete(this);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return this.props.broken({ reason: failure.reason, onRetry: retryAll });
  }
}

interface BoundedProps {
  readonly children: ReactNode;
  /** Shown until all of it is fetched. */
  readonly waiting?: ReactNode;
  /** In a line, where there is room for a button and no more. */
  readonly inLine?: boolean;
}

/**
 * A part of the page that may be fetched late and may fail by itself: then it says so in its own place, offers what can
 * be done, and the rest goes on.
 */
export function Bounded({ children, waiting = null, inLine = false }: BoundedProps) {
  return (
    <Boundary broken={(failure) => <BrokenPart {...failure} inLine={inLine} />}>
      <Suspense fallback={waiting}>{children}</Suspense>
    </Boundary>
  );
}

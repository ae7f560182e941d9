import { type ReactNode, useState } from 'react';
import { Bounded } from './bounded.tsx';

interface FoldedProps {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly children: () => ReactNode;
}

/** What is made only while it is open. */
export function Folded({ summary, className, children }: FoldedProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open ? <Bounded>{children()}</Bounded> : null}
    </details>
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { Dialog } from 'react-aria-components';
import { Bounded } from './bounded.tsx';

interface BoundedDialogProps extends Omit<ComponentProps<typeof Dialog>, 'children'> {
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** What opens over the page. It can be closed, whatever becomes of what is in it. */
export function BoundedDialog({ children, ...props }: BoundedDialogProps) {
  return (
    <Dialog {...props}>
      {({ close }) => (
        <Bounded>{typeof children === 'function' ? <Made make={() => children(close)} /> : children}</Bounded>
      )}
    </Dialog>
  );
}

/** What is made by a function may throw there too. */
function Made({ make }: { readonly make: () => ReactNode }) {
  return make();
}

import type { ComponentProps } from 'react';
import { Popover, type PopoverProps } from 'react-aria-components';
import { BoundedDialog } from './bounded-dialog.tsx';

export interface DialogPopoverProps
  extends Pick<PopoverProps, 'placement' | 'triggerRef'>,
    Pick<ComponentProps<typeof BoundedDialog>, 'children'> {
  /** What the dialog is about. */
  readonly label: string;
  readonly wide?: boolean;
}

/**
 * Of the box around a dialog, which bears the name: React Aria names the box as well, which has no role that may have
 * one, so that all of it would be named content outside of every landmark.
 */
export const UNNAMED = '';

/** What opens at a button, with the dialog in it. */
export function DialogPopover({ label, wide = false, children, ...props }: DialogPopoverProps) {
  return (
    <Popover
      {...props}
      className="popover part-popover"
      aria-labelledby={UNNAMED}
      data-wide={wide ? '' : undefined}
      offset={6}
    >
      <BoundedDialog className="part-dialog" aria-label={label}>
        {children}
      </BoundedDialog>
    </Popover>
  );
}

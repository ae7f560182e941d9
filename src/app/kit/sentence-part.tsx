import { type ReactNode, useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { BoundedDialog } from './bounded-dialog.tsx';

export interface SentencePartProps {
  /** What the part is about: 'Indikator'. */
  readonly label: string;
  /** What it says, in the sentence. */
  readonly phrase: string;
  /** What it says in full, where the sentence shortens it. */
  readonly full?: string;
  /** Nothing is restricted: it stands quiet. */
  readonly quiet?: boolean;
  /** The way back, named. */
  readonly clear?: { readonly label: string; readonly act: () => void } | null;
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A part of the sentence that is its own control. */
export function SentencePart(props: SentencePartProps) {
  const { label, phrase, full = phrase, quiet = false, clear = null, wide = false, children } = props;
  const [open, setOpen] = useState(false);
  return (
    <span className="part" data-quiet={quiet ? '' : undefined} data-clears={clear ? '' : undefined}>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="part-button" aria-label={`${label}: ${full}`}>
          <span className="part-phrase">{phrase}</span>
          <svg className="part-caret" width="8" height="6" aria-hidden="true">
            <path d="M0 0h8L4 6z" />
          </svg>
        </Button>
        <Popover
          className="popover part-popover"
          placement="bottom start"
          offset={6}
          data-wide={wide ? '' : undefined}
        >
          <BoundedDialog className="part-dialog" aria-label={label}>
            {() => children(() => setOpen(false))}
          </BoundedDialog>
        </Popover>
      </DialogTrigger>
      {clear ? (
        <Button className="part-clear" aria-label={clear.label} onPress={clear.act}>
          ×
        </Button>
      ) : null}
    </span>
  );
}

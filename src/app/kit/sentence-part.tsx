import { type ReactNode, useRef, useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { DialogPopover } from './dialog-popover.tsx';

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
  const door = useRef<HTMLButtonElement>(null);
  // The way back goes with what it takes back: the focus stays with the part.
  const takeBack = () => {
    clear?.act();
    door.current?.focus();
  };
  return (
    <span className="part" data-quiet={quiet ? '' : undefined} data-clears={clear ? '' : undefined}>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="part-button" ref={door} aria-label={`${label}: ${full}`}>
          <span className="part-phrase">{phrase}</span>
          <svg className="part-caret" width="8" height="6" aria-hidden="true">
            <path d="M0 0h8L4 6z" />
          </svg>
        </Button>
        <DialogPopover label={label} placement="bottom start" wide={wide}>
          {children(() => setOpen(false))}
        </DialogPopover>
      </DialogTrigger>
      {clear ? (
        <Button className="part-clear" aria-label={clear.label} onPress={takeBack}>
          ×
        </Button>
      ) : null}
    </span>
  );
}

import { type ReactNode, type Ref, useRef, useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { useAsked } from '#app/page.ts';
import type { Picture } from '#picture/picture.ts';
import { Bounded } from './bounded.tsx';
import { DialogPopover } from './dialog-popover.tsx';

export interface PartWords {
  /** What it says, in the sentence. */
  readonly phrase: string;
  /** What it says in full, where the sentence shortens it. */
  readonly full?: string;
  /** Nothing is restricted: it stands quiet. */
  readonly quiet?: boolean;
  /** The way back, named; null where there is none. */
  readonly clear?: string | null;
}

export interface SentencePartProps {
  /** What the part is about: 'Indikator'. */
  readonly label: string;
  /** Of what is asked. Read by the button alone: what is open under it is left as it is when the words change. */
  readonly says: (asked: Picture) => PartWords;
  readonly onClear?: () => void;
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A part of the sentence that is its own control. */
export function SentencePart({ label, says, onClear, wide = false, children }: SentencePartProps) {
  const [open, setOpen] = useState(false);
  // Where the button begins; it does not grow with the words, for which the popover would be placed anew.
  const start = useRef<HTMLSpanElement>(null);
  const door = useRef<HTMLButtonElement>(null);
  // The way back goes with what it takes back: the focus stays with the part.
  const takeBack = () => {
    onClear?.();
    door.current?.focus();
  };
  return (
    <span className="part">
      <span className="part-start" ref={start} />
      <Bounded inLine>
        <DialogTrigger isOpen={open} onOpenChange={setOpen}>
          <PartButton label={label} says={says} door={door} />
          <DialogPopover label={label} triggerRef={start} placement="bottom start" wide={wide}>
            {() => children(() => setOpen(false))}
          </DialogPopover>
        </DialogTrigger>
        {onClear ? <PartClear says={says} onClear={takeBack} /> : null}
      </Bounded>
    </span>
  );
}

function PartButton({
  label,
  says,
  door,
}: Pick<SentencePartProps, 'label' | 'says'> & { readonly door: Ref<HTMLButtonElement> }) {
  const { phrase, full = phrase, quiet } = useAsked(useShallow(says));
  return (
    <Button
      className="part-button"
      ref={door}
      aria-label={`${label}: ${full}`}
      data-quiet={quiet ? '' : undefined}
    >
      <span className="part-phrase">{phrase}</span>
      <svg className="part-caret" width="8" height="6" aria-hidden="true">
        <path d="M0 0h8L4 6z" />
      </svg>
    </Button>
  );
}

function PartClear({ says, onClear }: Required<Pick<SentencePartProps, 'says' | 'onClear'>>) {
  const name = useAsked((asked) => says(asked).clear ?? null);
  return name === null ? null : (
    <button type="button" className="part-clear" aria-label={name} onClick={onClear}>
      ×
    </button>
  );
}

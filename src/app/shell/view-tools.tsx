import { useEffect, useRef } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { BoundedDialog } from '#app/kit/bounded-dialog.tsx';
import { UNNAMED } from '#app/kit/dialog-popover.tsx';
import { late } from '#app/late.tsx';
import { useAsked, usePage, usePanel } from '#app/page.ts';
import { redo, undo } from '#state/history.ts';
import { startPresentation } from '#state/presenter.ts';

const SavedViews = late(() => import('#app/present/saved-view-list.tsx').then((module) => module.SavedViews));

const TURN = 'M4 6.5h6a3.5 3.5 0 0 1 0 7H6M6.5 3.5l-3 3 3 3';

function ToolIcon({ path, mirrored }: { readonly path: string; readonly mirrored?: boolean }) {
  return (
    <svg className="icon" width="16" height="16" aria-hidden="true">
      <path d={path} transform={mirrored ? 'matrix(-1 0 0 1 16 0)' : undefined} />
    </svg>
  );
}

export function UndoButtons() {
  const { store, words } = usePage();
  const canUndo = useStore(store, (state) => state.past.length > 0);
  const canRedo = useStore(store, (state) => state.future.length > 0);
  return (
    <span className="undo-buttons">
      <Button
        className="icon-button"
        aria-label={words.history.undo}
        isDisabled={!canUndo}
        onPress={() => undo(store)}
      >
        <ToolIcon path={TURN} />
      </Button>
      <Button
        className="icon-button"
        aria-label={words.history.redo}
        isDisabled={!canRedo}
        onPress={() => redo(store)}
      >
        <ToolIcon path={TURN} mirrored />
      </Button>
    </span>
  );
}

export function SavedViewsButton() {
  const { words } = usePage();
  return (
    <DialogTrigger>
      <Button className="button tool saved" aria-label={words.saved.button}>
        <ToolIcon path="M4.5 2.5h7v11L8 10.5l-3.5 3z" />
        <span className="tool-word">{words.saved.button}</span>
      </Button>
      <Popover className="popover" aria-labelledby={UNNAMED}>
        <BoundedDialog className="dialog" aria-label={words.saved.heading}>
          <Saved />
        </BoundedDialog>
      </Popover>
    </DialogTrigger>
  );
}

function Saved() {
  return <SavedViews {...usePanel()} picture={useAsked()} />;
}

/** Takes the focus back when the presentation ends. */
export function PresentationButton() {
  const { store, words } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const presenting = useStore(store, (state) => state.presenting);
  const before = useRef(presenting);
  useEffect(() => {
    if (before.current && !presenting) button.current?.focus();
    before.current = presenting;
  }, [presenting]);
  return (
    <Button
      className="button tool present"
      ref={button}
      aria-label={words.presentation.start}
      onPress={() => startPresentation(store)}
    >
      <ToolIcon path="M2 2.5h12M3 2.5v7.5h10V2.5M8 10v3.5M5.5 13.5h5" />
      <span className="tool-word">{words.presentation.start}</span>
    </Button>
  );
}

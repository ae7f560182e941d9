import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { AppStore } from '#state/store.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { leave } from './way-out.ts';

interface AsideNoteProps {
  readonly store: AppStore;
  readonly words: Words;
  readonly format: Format;
  /** Of the list that holds them. */
  readonly of: string;
}

/** What is kept on this machine and cannot be read: it can be taken out as it is, and goes only when the reader says so. */
export function AsideNote({ store, words, format, of }: AsideNoteProps) {
  const entries = useStore(store, ({ aside }) => aside[of]);
  if (entries === undefined || entries.length === 0) return null;
  const say = words.keeping.aside;
  const save = () =>
    // Whose figures it may hold nobody can say.
    leave('internal', (door) =>
      door.hand(`${say.file}.json`, `${JSON.stringify(entries, null, 2)}\n`, 'application/json'),
    );
  const drop = () =>
    store.setState(({ aside }) => ({
      aside: Object.fromEntries(Object.entries(aside).filter(([key]) => key !== of)),
    }));
  return (
    <div className="stack">
      <p className="note">{say.said(format.count(entries.length))}</p>
      <div className="row">
        <Button className="button" onPress={save}>
          {say.save}
        </Button>
        <Button className="link" onPress={drop}>
          {say.drop}
        </Button>
      </div>
    </div>
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Session } from '#desk/session.ts';
import type { KeptDataset } from '#picture/kept-dataset.ts';
import type { AppState, AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
import type { Words } from '#words/id.ts';
import { useWindowDrop } from './window-drop.ts';
import './reopened.css';

interface ReopenedNoteProps {
  readonly store: AppStore;
  readonly session: Session;
  /** The page once the reader has chosen. */
  readonly children: ReactNode;
}

/** After the page was loaded again over data of the reader's: what was open, in place of figures of an example. */
export function ReopenedNote({ store, session, children }: ReopenedNoteProps) {
  const before = useStore(store, (state) => state.openedBefore);
  const kept = useStore(store, (state) => state.keptBefore);
  const language = useStore(store, (state) => state.language);
  const words = wordsOf(language);
  if (kept !== null) return <KeptNote {...{ store, session, words, kept }} />;
  if (before === null) return children;
  return <OpenedNote {...{ store, session, words, before }} />;
}

interface NoteProps extends Omit<ReopenedNoteProps, 'children'> {
  readonly words: Words;
}

/** The example, and over it the files. */
function useOpening({ store, session }: NoteProps) {
  const [dragging, setDragging] = useState(false);
  const open = (importing: boolean, brought: readonly File[] = []) => {
    store.setState({ keptBefore: null, openedBefore: null });
    void session.openDemo();
    // What was dropped before this note stood comes along.
    const all = [...store.getState().brought, ...brought];
    store.setState({ importing: importing || all.length > 0, brought: all });
  };
  useWindowDrop((files) => open(true, files), setDragging);
  return { open, dragging };
}

function OpenedNote(props: NoteProps & { readonly before: NonNullable<AppState['openedBefore']> }) {
  const { words, before } = props;
  const { open, dragging } = useOpening(props);
  const say = words.data.reopened;
  return (
    <main className="map-message">
      <div className="reopened" role="status">
        <h1>{words.app.name}</h1>
        <p>{say.before(before.name, words.tier[before.tier])}</p>
        <p>{dragging ? words.data.drop : say.why}</p>
        <div className="row">
          <Button className="button primary" autoFocus onPress={() => open(true)}>
            {words.data.open}
          </Button>
          <Button className="button" onPress={() => open(false)}>
            {say.example}
          </Button>
        </div>
      </div>
    </main>
  );
}

/** What the reader had kept on this machine is named before anything of it is opened. */
function KeptNote(props: NoteProps & { readonly kept: KeptDataset }) {
  const { session, words, kept } = props;
  const { open } = useOpening(props);
  const say = words.keeping.dataset;
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void session.keptTitle().then((found) => gone || setTitle(found));
    return () => {
      gone = true;
    };
  }, [session]);
  const day = (moment: string) =>
    new Intl.DateTimeFormat(words.language.locale, { dateStyle: 'long' }).format(new Date(moment));
  return (
    <main className="map-message">
      <div className="reopened" role="status">
        <h1>{words.app.name}</h1>
        <p>{say.there(title ?? '…', words.tier[kept.tier], day(kept.keptAt), day(kept.until))}</p>
        <div className="row">
          <Button className="button primary" autoFocus onPress={() => void session.openKept()}>
            {say.open}
          </Button>
          <Button className="button" onPress={() => open(false)}>
            {words.data.reopened.example}
          </Button>
          <Button className="button" onPress={() => void session.dropKept()}>
            {say.drop}
          </Button>
        </div>
      </div>
    </main>
  );
}

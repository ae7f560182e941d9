import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Session } from '#desk/session.ts';
import type { KeptDataset } from '#picture/kept-dataset.ts';
import type { AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
import type { Words } from '#words/id.ts';
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
  const say = words.data.reopened;
  if (kept !== null) return <KeptNote {...{ store, session, words, kept }} />;
  if (before === null) return children;
  const open = (importing: boolean) => {
    store.setState({ openedBefore: null });
    void session.openDemo();
    store.setState({ importing });
  };
  return (
    <main className="map-message">
      <div className="reopened" role="status">
        <h1>{words.app.name}</h1>
        <p>{say.before(before.name, words.tier[before.tier])}</p>
        <p>{say.why}</p>
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

interface KeptNoteProps extends Omit<ReopenedNoteProps, 'children'> {
  readonly words: Words;
  readonly kept: KeptDataset;
}

/** What the reader had kept on this machine is named before anything of it is opened. */
function KeptNote({ store, session, words, kept }: KeptNoteProps) {
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
  const example = () => {
    store.setState({ keptBefore: null, openedBefore: null });
    void session.openDemo();
  };
  return (
    <main className="map-message">
      <div className="reopened" role="status">
        <h1>{words.app.name}</h1>
        <p>{say.there(title ?? '…', words.tier[kept.tier], day(kept.keptAt), day(kept.until))}</p>
        <div className="row">
          <Button className="button primary" autoFocus onPress={() => void session.openKept()}>
            {say.open}
          </Button>
          <Button className="button" onPress={example}>
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

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Session } from '#desk/session.ts';
import type { AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
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
  const language = useStore(store, (state) => state.language);
  if (before === null) return children;
  const words = wordsOf(language);
  const say = words.data.reopened;
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

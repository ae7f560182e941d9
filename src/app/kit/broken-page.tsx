import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { PartMissing } from '#app/part.ts';
import type { AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
import { BrokenButtons } from './broken-buttons.tsx';
import type { BrokenPartProps } from './broken-part.tsx';
import { answerGate, gate } from './way-out.ts';

type BrokenPageProps = Pick<BrokenPartProps, 'reason' | 'onRetry'> & { readonly store: AppStore };

/** In the place of the whole page, where no part of it could go on without the one that failed. */
export function BrokenPage({ store, reason, onRetry }: BrokenPageProps) {
  const language = useStore(store, (state) => state.language);
  const asked = useStore(gate, ({ waiting }) => waiting !== null);
  const words = wordsOf(language);
  const say = words.keeping.broken;
  return (
    <main className="map-message">
      <section className="broken-part" role="alert">
        <h1>{words.app.name}</h1>
        <p>{reason instanceof PartMissing ? say.missing : say.failed}</p>
        <p className="note">{say.inMemory}</p>
        <BrokenButtons {...{ store, words, onRetry }} />
        {asked ? (
          <>
            <p>{words.export.confirm}</p>
            <div className="row">
              <Button className="button" onPress={() => answerGate(false)}>
                {words.data.cancel}
              </Button>
              <Button className="button" onPress={() => answerGate(true)}>
                {words.export.goOn}
              </Button>
            </div>
          </>
        ) : null}
      </section>
    </main>
  );
}

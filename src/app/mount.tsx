import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createRestingPictures } from '#desk/resting-pictures.ts';
import { wordsOf } from '#words/catalogues.ts';
import { ReopenedNote } from './data/reopened-note.tsx';
import { Boundary } from './kit/bounded.tsx';
import { BrokenPage } from './kit/broken-page.tsx';
import { nameKit } from './kit/kit-words.ts';
import { App, type AppProps } from './shell/app.tsx';

/** The panels, round the map that stands already. In slices: the map can be moved meanwhile. */
export function mountPage(element: HTMLElement, page: Omit<AppProps, 'resting'>): void {
  const { store, session, pictures } = page;
  const resting = createRestingPictures(pictures);
  nameKit(() => wordsOf(store.getState().language).kit);
  const root = createRoot(element);
  startTransition(() =>
    root.render(
      <StrictMode>
        <Boundary broken={(failure) => <BrokenPage store={store} {...failure} />}>
          <ReopenedNote store={store} session={session}>
            <App {...page} resting={resting} />
          </ReopenedNote>
        </Boundary>
      </StrictMode>,
    ),
  );
}

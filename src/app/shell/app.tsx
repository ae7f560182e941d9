import { lazy, memo, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Legend } from '#app/canvas/legend.tsx';
import { MapTools } from '#app/canvas/map-tools.tsx';
import { MapView } from '#app/canvas/map-view.tsx';
import { type Page, PageContext, useAsked, usePage, usePicture } from '#app/page.ts';
import { Heading } from '#app/question/heading.tsx';
import { Whole } from '#app/whole.tsx';
import type { Desks, PictureStore } from '#desk/picture-store.ts';
import type { Session } from '#desk/session.ts';
import type { AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
import { createFormat } from '#words/format.ts';
import { sentenceOf } from '#words/sentence.ts';
import { Bar } from './bar.tsx';
import { RoomPanel } from './room-panel.tsx';
import { Side } from './side.tsx';

/** Fetched once the first map stands. */
const ImportDialog = lazy(() =>
  import('#app/data/import-dialog.tsx').then((module) => ({ default: module.ImportDialog })),
);

const PrintSheet = lazy(() =>
  import('#app/present/print-sheet.tsx').then((module) => ({ default: module.PrintSheet })),
);
const PresentationBar = lazy(() =>
  import('#app/present/presentation.tsx').then((module) => ({ default: module.PresentationBar })),
);
const PresentationFoot = lazy(() =>
  import('#app/present/presentation.tsx').then((module) => ({ default: module.PresentationFoot })),
);
const PresentationTable = lazy(() =>
  import('#app/present/presentation.tsx').then((module) => ({ default: module.PresentationTable })),
);

const SecondMap = lazy(() =>
  import('#app/canvas/second-map.tsx').then((module) => ({ default: module.SecondMap })),
);
const SmallMaps = lazy(() =>
  import('#app/canvas/small-maps.tsx').then((module) => ({ default: module.SmallMaps })),
);

export interface AppProps {
  readonly store: AppStore;
  readonly session: Session;
  readonly pictures: PictureStore;
  readonly resting: PictureStore;
  readonly desks: Desks;
}

export function App({ store, session, pictures, resting, desks }: AppProps) {
  const shown = useSyncExternalStore(pictures.subscribe, () => pictures.getState() !== null);
  const language = useStore(store, (state) => state.language);
  const words = wordsOf(language);
  const page = useMemo<Page>(
    () => ({ store, session, pictures, resting, ...desks, words, format: createFormat(words) }),
    [store, session, pictures, resting, desks, words],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!shown) return <Opening store={store} session={session} />;
  return (
    <PageContext value={page}>
      <Screen />
    </PageContext>
  );
}

function Opening({ store, session }: Pick<AppProps, 'store' | 'session'>) {
  const engine = useStore(store, (state) => state.engine);
  const words = wordsOf(store.getState().language);
  return (
    <main className="map-message">
      {engine.state === 'failed' ? (
        <>
          <p role="alert">{words.data.engineFailed[engine.fault.code]}</p>
          <Button className="button" onPress={() => session.retry()}>
            {words.data.retry}
          </Button>
        </>
      ) : (
        <p>{words.app.loading}</p>
      )}
    </main>
  );
}

/** The title of the browser's tab. */
function Title() {
  const { words, format } = usePage();
  const title = usePicture((picture) => sentenceOf(picture, words, format).title);
  useEffect(() => {
    document.title = `${title} · ${words.app.name}`;
  }, [title, words]);
  return null;
}

const Screen = memo(function Screen() {
  const { store, words } = usePage();
  const room = useAsked(({ view }) => view.room);
  const presenting = useStore(store, (state) => state.presenting);
  const arranged = useStore(store, (state) => state.arrangement.kind);
  const withDialog = useStore(store, ({ mapSettled, importing }) => mapSettled || importing);
  return (
    <div
      className="shell"
      data-room={room}
      data-presenting={presenting ? '' : undefined}
      data-arrangement={arranged}
    >
      <Title />
      {presenting ? (
        <Suspense>
          <Whole>{(panel) => <PresentationBar {...panel} />}</Whole>
        </Suspense>
      ) : null}
      <a className="skip" href="#panel">
        {words.app.skipToTable}
      </a>
      <Bar />
      <main className="middle">
        <Heading />
        <div className="map-place">
          <MapView />
          <Legend />
          {presenting ? null : <MapTools />}
          <Suspense>
            {arranged === 'many' ? (
              <Whole>{(panel) => <SmallMaps {...panel} />}</Whole>
            ) : arranged === 'one' ? null : (
              <SecondMap />
            )}
          </Suspense>
        </div>
      </main>
      <Side room={room}>
        <RoomPanel room={room} />
      </Side>
      {presenting ? (
        <Suspense>
          <Whole>
            {(panel) => (
              <>
                {arranged === 'one' ? <PresentationTable {...panel} /> : null}
                <PresentationFoot {...panel} />
              </>
            )}
          </Whole>
        </Suspense>
      ) : null}
      {withDialog ? (
        <Suspense>
          <ImportDialog />
          <PrintSheet />
        </Suspense>
      ) : null}
    </div>
  );
});

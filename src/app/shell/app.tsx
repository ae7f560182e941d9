import { lazy, memo, Suspense, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Legend } from '#app/canvas/legend.tsx';
import { MapTools } from '#app/canvas/map-tools.tsx';
import { MapView } from '#app/canvas/map-view.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { Heading } from '#app/question/heading.tsx';
import { useRested, useStill } from '#app/rested.ts';
import { useShown } from '#app/use-shown.ts';
import type { Desks, PictureStore } from '#desk/picture-store.ts';
import type { Session } from '#desk/session.ts';
import type { AppStore } from '#state/store.ts';
import { fetchWords, wordsOf } from '#words/catalogues.ts';
import { createFormat } from '#words/format.ts';
import { sentenceOf } from '#words/sentence.ts';
import { Bar, type BarProps } from './bar.tsx';
import { RoomPanel } from './room-panel.tsx';

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
  readonly desks: Desks;
}

export function App({ store, session, pictures, desks }: AppProps) {
  const shown = useShown(pictures);
  const language = useStore(store, (state) => state.language);
  const words = wordsOf(language);
  const format = useMemo(() => createFormat(words), [words]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!shown) return <Opening store={store} session={session} />;
  const panel: PanelProps = { ...shown, ...desks, store, words, format };
  return <Screen panel={panel} session={session} />;
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

const StillBar = memo(Bar);
const StillImportDialog = memo(ImportDialog);

/** The bar shows no weight either, but exports them: it follows when they rest. */
function LateBar({ picture, ...rest }: BarProps) {
  return <StillBar {...rest} picture={useRested(picture)} />;
}

function Screen({ panel, session }: { readonly panel: PanelProps; readonly session: Session }) {
  const { store, words } = panel;
  const view = useStore(store, (state) => state.view);
  // While the picture is an older one, the choices already show what was asked for.
  const choices = panel.dimmed && view ? { ...panel, picture: { ...panel.picture, view } } : panel;
  const { room } = view ?? panel.picture.view;
  const still = useStill(choices.picture);
  const presenting = useStore(store, (state) => state.presenting);
  const { kind: arranged } = useStore(store, (state) => state.arrangement);
  const { title } = sentenceOf(panel.picture, words, panel.format);
  useEffect(() => {
    document.title = `${title} · ${words.app.name}`;
  }, [title, words]);
  const [onLanguage] = useState(() => () => {
    const next = store.getState().language === 'id' ? 'en' : 'id';
    fetchWords(next).then(
      () => store.setState({ language: next }),
      () => store.setState({ notice: { kind: 'language-failed' } }),
    );
  });
  const withDialog = useStore(store, ({ mapSettled, importing }) => mapSettled || importing);
  return (
    <div
      className="shell"
      data-room={room}
      data-presenting={presenting ? '' : undefined}
      data-arrangement={arranged}
    >
      {presenting ? (
        <Suspense>
          <PresentationBar {...panel} />
        </Suspense>
      ) : null}
      <a className="skip" href="#panel">
        {words.app.skipToTable}
      </a>
      <LateBar {...choices} {...{ session, room, onLanguage }} />
      <main className="middle">
        <Heading {...choices} room={room} />
        <div className="map-place">
          <MapView key={words.language.code} {...panel} />
          <Legend {...panel} />
          {presenting ? null : <MapTools {...choices} />}
          <Suspense>
            {arranged === 'many' ? (
              <SmallMaps {...panel} />
            ) : arranged === 'one' ? null : (
              <SecondMap {...panel} />
            )}
          </Suspense>
        </div>
      </main>
      <aside className="side" aria-label={words.rooms.names[room]} id="panel">
        <RoomPanel {...panel} session={session} room={room} />
      </aside>
      {presenting ? (
        <Suspense>
          {arranged === 'one' ? <PresentationTable {...panel} /> : null}
          <PresentationFoot {...panel} />
        </Suspense>
      ) : null}
      {withDialog ? (
        <Suspense>
          <StillImportDialog {...panel} picture={still} session={session} />
        </Suspense>
      ) : null}
      {withDialog ? (
        <Suspense>
          <PrintSheet {...panel} />
        </Suspense>
      ) : null}
    </div>
  );
}

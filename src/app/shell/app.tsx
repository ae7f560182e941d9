import { memo, useEffect, useMemo, useSyncExternalStore } from 'react';
import { Button, I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import { Legend } from '#app/canvas/legend.tsx';
import type { LivingMap } from '#app/canvas/living-map.ts';
import { MapTools } from '#app/canvas/map-tools.tsx';
import { MapView } from '#app/canvas/map-view.tsx';
import { Bounded } from '#app/kit/bounded.tsx';
import { late } from '#app/late.tsx';
import { type Page, PageContext, useAsked, usePage, usePicture } from '#app/page.ts';
import { Heading } from '#app/question/heading.tsx';
import { Whole } from '#app/whole.tsx';
import { villageKindOf } from '#core/village-kind.ts';
import type { Desks, PictureStore } from '#desk/picture-store.ts';
import type { Session } from '#desk/session.ts';
import type { AppStore } from '#state/store.ts';
import { wordsOf } from '#words/catalogues.ts';
import { createFormat } from '#words/format.ts';
import { sentenceOf } from '#words/sentence.ts';
import { villageWords } from '#words/village-words.ts';
import { Bar } from './bar.tsx';
import { RoomPanel } from './room-panel.tsx';
import { Side } from './side.tsx';

/** Fetched once the first map stands. */
const ImportDialog = late(() => import('#app/data/import-dialog.tsx').then((module) => module.ImportDialog));

const HelpDialog = late(() => import('#app/help/help-dialog.tsx').then((module) => module.HelpDialog));
const ExitQuestion = late(() => import('#app/kit/exit-question.tsx').then((module) => module.ExitQuestion));
const PrintSheet = late(() => import('#app/present/print-sheet.tsx').then((module) => module.PrintSheet));
const PresentationBar = late(() =>
  import('#app/present/presentation.tsx').then((module) => module.PresentationBar),
);
const PresentationFoot = late(() =>
  import('#app/present/presentation.tsx').then((module) => module.PresentationFoot),
);
const PresentationTable = late(() =>
  import('#app/present/presentation.tsx').then((module) => module.PresentationTable),
);

const SecondMap = late(() => import('#app/canvas/second-map.tsx').then((module) => module.SecondMap));
const SmallMaps = late(() => import('#app/canvas/small-maps.tsx').then((module) => module.SmallMaps));

export interface AppProps {
  readonly store: AppStore;
  readonly session: Session;
  readonly pictures: PictureStore;
  readonly resting: PictureStore;
  readonly map: LivingMap;
  readonly desks: Desks;
}

export function App({ store, session, pictures, resting, map, desks }: AppProps) {
  const shown = useSyncExternalStore(pictures.subscribe, () => pictures.getState() !== null);
  const language = useStore(store, (state) => state.language);
  const kind = useStore(store, ({ atlas }) => atlas && villageKindOf(atlas.territory.villages));
  const words = villageWords(wordsOf(language), kind);
  const page = useMemo<Page>(
    () => ({ store, session, pictures, resting, map, ...desks, words, format: createFormat(words) }),
    [store, session, pictures, resting, map, desks, words],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!shown) return <Opening store={store} session={session} />;
  return (
    <I18nProvider locale={words.language.locale}>
      <PageContext value={page}>
        <Screen />
      </PageContext>
    </I18nProvider>
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
  const withHelp = useStore(store, ({ help }) => help !== null);
  const withDialog = useStore(store, ({ mapSettled, importing }) => mapSettled || importing);
  return (
    <div
      className="shell"
      data-room={room}
      data-presenting={presenting ? '' : undefined}
      data-arrangement={arranged}
    >
      <Bounded inLine>
        <Title />
      </Bounded>
      {presenting ? (
        <Bounded>
          <Whole>{(panel) => <PresentationBar {...panel} />}</Whole>
        </Bounded>
      ) : null}
      <a className="skip" href="#panel">
        {words.app.skipToTable}
      </a>
      <Bounded>
        <Bar />
      </Bounded>
      <main className="middle">
        <Bounded>
          <Heading />
        </Bounded>
        <div className="map-place">
          <Bounded>
            <MapView />
          </Bounded>
          <Bounded>
            <Legend />
          </Bounded>
          <Bounded>{presenting ? null : <MapTools />}</Bounded>
          <Bounded key={arranged}>
            {arranged === 'many' ? (
              <Whole>{(panel) => <SmallMaps {...panel} />}</Whole>
            ) : arranged === 'one' ? null : (
              <SecondMap />
            )}
          </Bounded>
        </div>
      </main>
      <Bounded>
        <Side room={room}>
          <Bounded key={room}>
            <RoomPanel room={room} />
          </Bounded>
        </Side>
      </Bounded>
      {presenting ? (
        <>
          {arranged === 'one' ? (
            <Bounded>
              <Whole>{(panel) => <PresentationTable {...panel} />}</Whole>
            </Bounded>
          ) : null}
          <Bounded>
            <Whole>{(panel) => <PresentationFoot {...panel} />}</Whole>
          </Bounded>
        </>
      ) : null}
      {withHelp ? (
        <Bounded>
          <HelpDialog />
        </Bounded>
      ) : null}
      {withDialog ? (
        <>
          <Bounded>
            <ImportDialog />
          </Bounded>
          <Bounded>
            <PrintSheet />
          </Bounded>
          <Bounded>
            <ExitQuestion words={words} />
          </Bounded>
        </>
      ) : null}
    </div>
  );
});

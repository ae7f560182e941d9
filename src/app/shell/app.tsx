import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { ArrangementBar } from '#app/canvas/arrangement-bar.tsx';
import { Legend } from '#app/canvas/legend.tsx';
import { MapView } from '#app/canvas/map-view.tsx';
import { Style } from '#app/canvas/style.tsx';
import { HotspotChoice } from '#app/clusters/hotspot-choice.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { Heading } from '#app/question/heading.tsx';
import { What } from '#app/question/what.tsx';
import { Where } from '#app/question/where.tsx';
import { Who } from '#app/question/who.tsx';
import { useRested, useStill } from '#app/rested.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { createHotspotDesk } from '#desk/hotspot-desk.ts';
import { createPriorityDesk, isSameQuestion, REST_MS, uncertaintyInput } from '#desk/priority-desk.ts';
import type { Session } from '#desk/session.ts';
import { hotspotInput } from '#picture/hotspot-input.ts';
import { type HotspotLayer, isSameInput } from '#picture/hotspot-layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { createPlaceJoiner } from '#picture/place-joiner.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { remember } from '#picture/remember.ts';
import type { AppStore } from '#state/store.ts';
import { fetchWords, wordsOf } from '#words/catalogues.ts';
import { createFormat } from '#words/format.ts';
import { sentenceOf } from '#words/sentence.ts';
import { Bar, type BarProps } from './bar.tsx';
import { NoticeText } from './notice-text.tsx';
import { SideTabs } from './side-tabs.tsx';

/** Fetched once the first map stands. */
const ImportDialog = lazy(() =>
  import('#app/data/import-dialog.tsx').then((module) => ({ default: module.ImportDialog })),
);

/** As in app.css: there the choices lie under the map, folded. */
const PHONE = '(max-width: 820px)';

const Services = lazy(() =>
  import('#app/data/services.tsx').then((module) => ({ default: module.Services })),
);
const PrintSheet = lazy(() =>
  import('#app/present/print-sheet.tsx').then((module) => ({ default: module.PrintSheet })),
);
const SecondSourceChoice = lazy(() =>
  import('#app/data/second-source.tsx').then((module) => ({ default: module.SecondSourceChoice })),
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
}

/** The picture of the present view; where it cannot be made yet, the last one, dimmed. */
function usePicture(store: AppStore): { picture: Picture; dimmed: boolean } | null {
  const [paint] = useState(createPainter);
  const last = useRef<Picture | null>(null);
  const atlas = useStore(store, (state) => state.atlas);
  const view = useStore(store, (state) => state.view);
  const made = atlas && view ? paint(atlas, view) : null;
  if (made) last.current = made;
  // A link may ask at once for more than the first answer holds: that answer stands until the rest is in.
  else if (!last.current && atlas) last.current = paint(atlas, openingView(atlas.manifest));
  return last.current && { picture: last.current, dimmed: made === null };
}

/** The picture with the hotspots of just this picture, once they are computed. */
function useHotspots(store: AppStore, shown: { picture: Picture; dimmed: boolean } | null) {
  const [desk] = useState(() =>
    createHotspotDesk((change) =>
      store.setState(({ hotspots, hotspotsKnown }) => ({
        hotspots: { ...hotspots, ...change },
        hotspotsKnown: change.layer?.state === 'ready' ? change.layer.value : hotspotsKnown,
      })),
    ),
  );
  const [join] = useState(() =>
    remember((picture: Picture, hotspots: HotspotLayer): Picture => ({ ...picture, hotspots })),
  );
  const known = useStore(store, ({ hotspots: { layer } }) => (layer.state === 'ready' ? layer.value : null));
  const input = shown && hotspotInput(shown.picture);
  const wanted = shown?.picture.atlas.dataset ? input : null;
  useEffect(() => {
    if (!shown?.dimmed) desk.want(wanted);
  });
  const fits = known !== null && input !== null && isSameInput(known.input, input);
  const picture = shown && fits ? join(shown.picture, known) : shown?.picture;
  return { desk, picture };
}

/** The picture with the uncertainty of just its index, once the weights rest and it is computed. */
function usePriority(store: AppStore, picture: Picture | undefined, dimmed: boolean) {
  const [desk] = useState(() => createPriorityDesk((priority) => store.setState({ priority })));
  const [join] = useState(() =>
    remember(
      (to: Picture, layer: PriorityLayer, uncertainty: PriorityUncertainty): Picture => ({
        ...to,
        priority: { ...layer, uncertainty },
      }),
    ),
  );
  const known = useStore(store, ({ priority }) => (priority.state === 'ready' ? priority : null));
  const input = picture ? uncertaintyInput(picture) : null;
  useEffect(() => {
    if (dimmed) return;
    const timer = setTimeout(() => desk.want(input), input === null ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [desk, input, dimmed]);
  const fits = picture && known !== null && input !== null && isSameQuestion(known.input, input);
  return { desk, picture: fits ? join(picture, input, known.value) : picture };
}

/** The picture with the services laid over it. */
function usePlaces(store: AppStore, shown: ReturnType<typeof usePicture>): typeof shown {
  const [join] = useState(createPlaceJoiner);
  const places = useStore(store, (state) => state.places);
  const hidden = useStore(store, (state) => state.placesHidden);
  return shown && { ...shown, picture: join(shown.picture, places, hidden) };
}

export function App({ store, session }: AppProps) {
  const shown = usePlaces(store, usePicture(store));
  const hotspots = useHotspots(store, shown);
  const { desk, picture } = usePriority(store, hotspots.picture, shown?.dimmed ?? true);
  const language = useStore(store, (state) => state.language);
  const words = wordsOf(language);
  const [format, setFormat] = useState(() => createFormat(words));
  useEffect(() => {
    document.documentElement.lang = language;
    setFormat(createFormat(words));
  }, [language, words]);
  if (!shown || !picture) return <Opening store={store} session={session} />;
  const panel: PanelProps = {
    picture,
    dimmed: shown.dimmed,
    hotspotDesk: hotspots.desk,
    priorityDesk: desk,
    store,
    words,
    format,
  };
  return <Screen panel={panel} session={session} />;
}

function Opening({ store, session }: AppProps) {
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

/** The choices on the left: none of them shows a weight, so that they rest while one is dragged. */
const Choices = memo(function Choices(props: PanelProps) {
  const settled = useStore(props.store, (state) => state.mapSettled);
  const { second } = props.picture.atlas;
  return (
    <>
      <What {...props} />
      {second ? (
        <Suspense>
          <SecondSourceChoice {...props} source={second} />
        </Suspense>
      ) : null}
      <HotspotChoice {...props} />
      <Who {...props} />
      <Where {...props} />
      <Style {...props} />
      {settled ? (
        <Suspense>
          <Services {...props} />
        </Suspense>
      ) : null}
    </>
  );
});
const StillBar = memo(Bar);
const StillArrangementBar = memo(ArrangementBar);
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
  const still = useStill(choices.picture);
  const folded = useStore(store, (state) => state.folded);
  const presenting = useStore(store, (state) => state.presenting);
  const { kind: arranged } = useStore(store, (state) => state.arrangement);
  const { title } = sentenceOf(panel.picture, words, panel.format);
  useEffect(() => {
    document.title = `${title} · ${words.app.name}`;
  }, [title, words]);
  const [phone] = useState(() => matchMedia(PHONE).matches);
  const doors = useMemo(
    () => ({
      onOpenData: () => store.setState({ importing: true }),
      onBackToDemo: () => session.openDemo(),
      onWipe: () => session.wipe(),
      onLanguage: () => {
        const next = store.getState().language === 'id' ? 'en' : 'id';
        fetchWords(next).then(
          () => store.setState({ language: next }),
          () => store.setState({ notice: { kind: 'language-failed' } }),
        );
      },
    }),
    [store, session],
  );
  const withDialog = useStore(store, ({ mapSettled, importing }) => mapSettled || importing);
  return (
    <div
      className="shell"
      data-left={folded.left ? 'folded' : undefined}
      data-right={folded.right ? 'folded' : undefined}
      data-presenting={presenting ? '' : undefined}
      data-arrangement={arranged}
    >
      {presenting ? (
        <Suspense>
          <PresentationBar {...panel} />
        </Suspense>
      ) : null}
      <a className="skip" href="#peringkat">
        {words.app.skipToTable}
      </a>
      <LateBar {...choices} {...doors} otherLanguage={words.language.otherName} />
      <main className="middle">
        <Heading {...panel} />
        <StillArrangementBar store={store} words={words} />
        <div className="map-place">
          <MapView {...panel} />
          <Legend {...panel} />
          <Suspense>
            {arranged === 'many' ? (
              <SmallMaps {...panel} />
            ) : arranged === 'one' ? null : (
              <SecondMap {...panel} />
            )}
          </Suspense>
          <StatusLine panel={panel} session={session} />
        </div>
        <FoldButton side="left" folded={folded.left} store={store} words={words} />
        <FoldButton side="right" folded={folded.right} store={store} words={words} />
      </main>
      <aside className="side left" aria-label={words.app.panels.left}>
        <details className="choices" open={!phone}>
          <summary>{words.app.panels.left}</summary>
          <Choices {...choices} picture={still} />
          <p className="note">{words.app.local}</p>
        </details>
      </aside>
      <aside className="side right" aria-label={words.app.panels.right} id="peringkat">
        <SideTabs {...panel} />
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

interface FoldButtonProps extends Pick<PanelProps, 'store' | 'words'> {
  readonly side: 'left' | 'right';
  readonly folded: boolean;
}

const FoldButton = memo(function FoldButton({ side, folded, store, words }: FoldButtonProps) {
  const verb = folded ? words.app.panels.show : words.app.panels.hide;
  const fold = () => store.setState((state) => ({ folded: { ...state.folded, [side]: !folded } }));
  return (
    <Button
      className={`fold ${side}`}
      onPress={fold}
      aria-expanded={!folded}
      aria-label={`${verb}: ${words.app.panels[side]}`}
    >
      {(side === 'left') === folded ? '›' : '‹'}
    </Button>
  );
});

/** What the engine is doing, while it is not simply ready. */
function StatusLine({ panel, session }: { readonly panel: PanelProps; readonly session: Session }) {
  const { store, words, dimmed } = panel;
  const engine = useStore(store, (state) => state.engine);
  const notice = useStore(store, (state) => state.notice);
  if (engine.state === 'failed') {
    return (
      <div className="status-line" role="alert">
        {words.data.engineFailed[engine.fault.code]}
        <Button className="link" onPress={() => session.retry()}>
          {words.data.retry}
        </Button>
      </div>
    );
  }
  if (engine.state === 'loading' && dimmed) {
    return (
      <div className="status-line" role="status">
        {words.data.engineLoading}
      </div>
    );
  }
  return notice ? (
    <div className="status-line" role="status">
      <NoticeText notice={notice} {...panel} />
      <Button className="link" onPress={() => store.setState({ notice: null })}>
        {words.import.close}
      </Button>
    </div>
  ) : null;
}

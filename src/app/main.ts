import './trusted-types.ts';
import '@fontsource-variable/source-sans-3';
import './shell/tokens.css';
import './shell/app.css';
import './shell/bar.css';
import './shell/controls.css';
import './shell/map-place.css';
import './shell/dialogs.css';
import './shell/screen-sizes.css';
import './shell/forced-colors.css';
import { createShelf } from '#desk/dataset-shelf.ts';
import { narrowAtRest } from '#desk/narrowing.ts';
import { createPictureStore, followPicture } from '#desk/picture-store.ts';
import { createSession } from '#desk/session.ts';
import { browserAddress, followAddress } from '#state/address.ts';
import { listenForHelp } from '#state/help.ts';
import { keepHistory, listenForUndo } from '#state/history.ts';
import { tabStorage } from '#state/machine-storage.ts';
import { offline } from '#state/offline.ts';
import { guardPage, keepOpened } from '#state/page-guard.ts';
import { keepSavedViews } from '#state/saved-views.ts';
import { keepScenarios } from '#state/scenario.ts';
import { keepSettings } from '#state/settings.ts';
import { browserMachine } from '#state/shared-machine.ts';
import { type AppState, type AppStore, createAppStore } from '#state/store.ts';
import { fetchWords, wordsOf } from '#words/catalogues.ts';
import { openLivingMap } from './canvas/living-map.ts';
import { listenForDrops } from './data/drop-listening.ts';
import { placeFirst } from './first-place.ts';
import { listenForEscape } from './kit/escape.ts';
import { part } from './part.ts';

// Evaluated while the first view is on its way; the map's own panel says so where it cannot be had.
import('#map/map-surface.ts').catch(() => undefined);

/** The panels do not wait longer for a map than this. */
const MAP_ALONE_MS = 3_000;

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  const store = createAppStore();
  // From now on, whatever of the page is there: the browser would leave it for the file.
  listenForDrops((files) =>
    store.setState(({ brought }) => ({ importing: true, brought: [...brought, ...files] })),
  );
  const machine = browserMachine();
  const otherTitle = (title: string) => wordsOf(store.getState().language).keeping.otherVersion(title);
  keepSettings(store, machine);
  keepSavedViews(store, machine, otherTitle);
  keepScenarios(store, machine, otherTitle);
  guardPage(store, window);
  keepOpened(store, tabStorage());
  keepHistory(store);
  followAddress(store, browserAddress());
  listenForUndo(store, window);
  listenForEscape(window);
  listenForHelp(store, window);
  const shelf = createShelf(machine.storage);
  const session = createSession(store, { shelf, onWiped: () => machine.tell('wiped') });
  machine.hear((what) => {
    if (what === 'wiped') void session.wipedElsewhere();
  });
  const pictures = createPictureStore(store);
  const desks = followPicture(store, pictures);
  narrowAtRest(pictures);
  const before = shelf.marked();
  if (before === 'gone') void shelf.drop().then(() => store.setState({ notice: { kind: 'dataset-gone' } }));
  else store.setState({ keptBefore: before });
  const { language, openedBefore, keptBefore } = store.getState();
  /** The reader is asked first what is to be opened. */
  const waits = openedBefore !== null || keptBefore !== null;
  if (waits) takePreloaded();
  else void session.openDemo();
  // Where they cannot be had, the page speaks Indonesian.
  await fetchWords(language).catch(() => store.setState({ language: 'id' }));
  const map = openLivingMap(store, wordsOf(store.getState().language).map);
  placeFirst(root, map.element);
  const show = () => {
    const shown = pictures.getState();
    if (shown) map.show(shown);
  };
  pictures.subscribe(show);
  show();
  if (!waits) await mapAlone(store);
  const { mountPage } = await part(() => import('./mount.tsx'));
  mountPage(root, { store, session, pictures, map, desks });
  if (import.meta.env.PROD) keepPartsLater(store);
}

/** What the page has fetched ahead and will not use yet: the browser would complain of it. */
function takePreloaded(): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="fetch"]'))
    fetch(href).catch(() => undefined);
}

/** Over once the first map is drawn, or cannot be: until then the machine is the map's alone. */
function mapAlone(store: AppStore): Promise<void> {
  const isOver = ({ mapSettled, engine }: AppState) => mapSettled || engine.state === 'failed';
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    // In a page that nobody sees nothing is drawn.
    const timer = setTimeout(end, document.visibilityState === 'hidden' ? 0 : MAP_ALONE_MS);
    const unsubscribe = store.subscribe((state) => {
      if (isOver(state)) end();
    });
    if (isOver(store.getState())) end();
  });
}

/** Once the map is drawn and the engine runs, or has failed: the machine and the network are theirs first. */
function keepPartsLater(store: AppStore): void {
  const unsubscribe = store.subscribe(({ mapSettled, engine }) => {
    if (!mapSettled || engine.state === 'loading') return;
    unsubscribe();
    void offline.keep();
    const stop = offline.subscribe(({ newer }) => {
      if (!newer) return;
      stop();
      store.setState({ notice: { kind: 'newer-version' } });
    });
  });
}

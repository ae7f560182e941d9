import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Geography } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { BudgetRow } from '#core/budget-record.ts';
import { type Dataset, hasGeography } from '#core/dataset.ts';
import { type Fault, faultOf } from '#core/fault.ts';
import { joinMonitoring, type Monitoring, NO_MONITORING } from '#core/monitoring.ts';
import type { Problem } from '#core/problem.ts';
import { joinServices, type ServiceRecord } from '#core/service-record.ts';
import { totalsOfTable } from '#core/tabulation.ts';
import type { View } from '#core/view.ts';
import type { ArchivePart } from '#data/archive-guard.ts';
import type { DatasetPackage, PackageDistrictProperties } from '#data/dataset-package.ts';
import type { Engine } from '#data/engine.ts';
import { decodeFirstView, type FirstView, firstViewTerritory } from '#data/first-view.ts';
import type { LoadedDataset } from '#data/package-load.ts';
import type { Boundaries } from '#data/package-territory.ts';
import { ONE_MAP } from '#picture/arrangement.ts';
import type { Atlas } from '#picture/atlas.ts';
import { dataKey } from '#picture/data-key.ts';
import { openingView } from '#picture/opening-view.ts';
import { machineStorage } from '#state/machine-storage.ts';
import { placeSecond } from '#state/second-actions.ts';
import { type AppState, type AppStore, freshState } from '#state/store.ts';
import { createShelf, type DatasetShelf } from './dataset-shelf.ts';
import { MAP_PATIENCE_MS } from './map-patience.ts';

/** What brings datasets in and takes them out again. Every call ends in the store; none rejects. */
export interface Session {
  openDemo(): Promise<void>;
  /** Puts a checked package on the screen. Its problems, or a fault, come back; the old picture stays until it is in. */
  openPackage(pkg: DatasetPackage, signal?: AbortSignal): Promise<Opened>;
  /**
   * Lays a checked package beside the data on the screen, area by area. What was on the screen stays, whatever comes of
   * it.
   */
  openSecond(pkg: DatasetPackage, signal?: AbortSignal): Promise<Opened>;
  /** Adds coverage of services to the data on the screen, cell by cell; false where there are none. */
  addServices(record: ServiceRecord): boolean;
  /** Puts a list of activities in the place of the one that is there; false where there are no data yet. */
  setBudget(rows: readonly BudgetRow[]): boolean;
  /** Forgets the office's data wherever this program may have put it, and shows the example again. */
  wipe(): Promise<void>;
  /** Another window of the program did. */
  wipedElsewhere(): Promise<void>;
  retry(): void;
  /** Lays what an office brings for monitoring over the data on the screen; of the example's own nothing stays. */
  addMonitoring(added: Monitoring): void;
  /** Keeps the open dataset on this machine, or takes it away from there. What comes of it is said. */
  keepDataset(wanted: boolean): Promise<void>;
  /** How what is kept calls itself. */
  keptTitle(): Promise<string | null>;
  /** Opens what is kept on this machine. */
  openKept(): Promise<void>;
  /** Takes what is kept off this machine unopened. */
  dropKept(): Promise<void>;
}

export type Opened =
  | { readonly ok: true; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly fault: Fault | null };

type PackageFeatures = FeatureCollection<Polygon | MultiPolygon, PackageDistrictProperties>;

const DEMO = 'demo/';
const OUTLINE_FILES = ['areas.geojson', 'districts.geojson'] as const;
const OTHER_FILES = [
  'manifest.json',
  'cells.parquet',
  'coverage.csv',
  'entry-counts.csv',
  'entry-stages.csv',
  'targets.csv',
  'source-series.csv',
  'services.csv',
  'budget.csv',
] as const;

async function fetchBytes(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function parsed<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

/** The package's own features as the boundaries of areas, in the order of these. */
function inOrder(features: PackageFeatures, { areas }: Geography): BoundaryCollection {
  const byCode = new Map(features.features.map((feature) => [feature.properties.code, feature]));
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, name }, index) => {
      const feature = byCode.get(code);
      if (!feature) throw new Error(`no boundary for ${code}`);
      return { type: 'Feature', id: index, properties: { index, code, name }, geometry: feature.geometry };
    }),
  };
}

function firstAtlas(first: FirstView, villages: PackageFeatures, districts: PackageFeatures): Atlas {
  const territory = firstViewTerritory(first);
  const { manifest, period, coverage, table } = first;
  const boundaries = {
    villages: inOrder(villages, territory.villages),
    districts: inOrder(districts, territory.districts),
  };
  return {
    manifest,
    territory,
    coverage: { periods: [period], areas: first.areas.length, ...coverage },
    boundaries,
    dataset: null,
    first: { indicator: table.indicator, period, table, totals: totalsOfTable(territory, table) },
  };
}

function atlasOf(dataset: Dataset, boundaries: Boundaries): Atlas {
  const { manifest, territory, coverage } = dataset;
  return { manifest, territory, coverage, boundaries, dataset, first: null };
}

export interface SessionPlace {
  /** Told once this machine holds nothing of the office's any more, as far as it can be reached. */
  readonly onWiped?: () => void;
  readonly shelf?: DatasetShelf;
}

export function createSession(
  store: AppStore,
  { onWiped = () => undefined, shelf = createShelf(machineStorage()) }: SessionPlace = {},
): Session {
  /** What the open dataset was made of: to be kept if the reader asks. */
  let current: DatasetPackage | null = null;
  /** The example, against which others of that name are held. */
  let shipped: Dataset | null = null;
  let engine: Promise<Engine> | null = null;
  let running: AbortController | null = null;
  let forgetting: Promise<void> | null = null;
  let last: () => Promise<unknown> = async () => {};

  const startEngine = (): Promise<Engine> => {
    engine ??= Promise.all([import('#data/engine.ts'), import('#data/engine-assets.ts')])
      .then(([{ createEngine }, { ENGINE_ASSETS }]) => createEngine(ENGINE_ASSETS))
      .catch((reason: unknown) => {
        engine = null;
        throw reason;
      });
    return engine;
  };

  /** A newer opening ends the older. */
  const begin = (outer?: AbortSignal): AbortSignal => {
    running?.abort();
    const own = new AbortController();
    running = own;
    outer?.addEventListener('abort', () => own.abort(), { once: true });
    if (outer?.aborted) own.abort();
    return own.signal;
  };

  const load = async (
    pkg: DatasetPackage,
    signal: AbortSignal,
  ): Promise<{ loaded: LoadedDataset | null; problems: readonly Problem[] }> => {
    const [{ loadDataset }, running] = await Promise.all([import('#data/package-load.ts'), startEngine()]);
    const result = await loadDataset(running, pkg, {
      signal,
      onProgress: (stage) => store.setState({ engine: { state: 'loading', stage } }),
    });
    return { loaded: result.ok ? result.value : null, problems: result.problems };
  };

  /** Of the reader's own files. */
  const loadOwn: typeof load = async (pkg, signal) => {
    const { loaded, problems } = await load(pkg, signal);
    if (loaded?.dataset.manifest.tier !== 'example') return { loaded, problems };
    const { asShipped } = await import('#core/release-check.ts');
    const proven = asShipped(loaded.dataset, shipped);
    return { loaded: { ...loaded, dataset: proven.dataset }, problems: [...problems, ...proven.problems] };
  };

  const fail = (reason: unknown, signal: AbortSignal): Fault | null => {
    if (signal.aborted) return null;
    const fault = faultOf(reason) ?? { code: 'engine/unavailable' as const, detail: String(reason) };
    store.setState({ engine: { state: 'failed', fault } });
    return fault;
  };

  const forget = async (kind: 'wiped' | 'wiped-elsewhere'): Promise<void> => {
    running?.abort();
    current = null;
    const { language, mapSettled, engine: state } = store.getState();
    store.setState({ ...freshState(), language, mapSettled, engine: state, notice: { kind } });
    (await engine?.catch(() => null))?.restart();
  };

  const openFiles = async (files: readonly ArchivePart[] | null): Promise<boolean> => {
    if (files === null) return false;
    const { PACKAGE_THREAD } = await import('#data/package-thread.ts');
    const read = await PACKAGE_THREAD.read(files);
    return read.ok && (await session.openPackage(read.value)).ok;
  };

  const session: Session = {
    async openDemo() {
      current = null;
      last = () => session.openDemo();
      const signal = begin();
      store.setState({ engine: { state: 'loading', stage: null }, importing: false });
      try {
        const fetchFile = async (path: string): Promise<ArchivePart> => ({
          path,
          bytes: await fetchBytes(DEMO + path, signal),
        });
        const [first, ...outlines] = await Promise.all([
          fetchBytes(`${DEMO}first-view.json`, signal),
          ...OUTLINE_FILES.map(fetchFile),
        ]);
        if (signal.aborted) return;
        paintFirst(store, first, outlines);
        await mapFirst(store, signal);
        if (signal.aborted) return;
        // The engine starts while the files are read; loading it reports what may go wrong with it.
        startEngine()
          .then((starting) => starting.warm({ signal }))
          .catch(() => undefined);
        const [{ PACKAGE_THREAD }, ...others] = await Promise.all([
          import('#data/package-thread.ts'),
          ...OTHER_FILES.map(fetchFile),
        ]);
        const files = [...outlines, ...others];
        const read = await PACKAGE_THREAD.read(files, signal);
        if (!read.ok) throw new Error(`demo package: ${read.problems.map(({ code }) => code).join(', ')}`);
        const { loaded, problems } = await load(read.value, signal);
        if (!loaded) throw new Error(`demo package: ${problems.map(({ code }) => code).join(', ')}`);
        shipped = loaded.dataset;
        if (signal.aborted) return;
        const { atlas } = store.getState();
        store.setState({
          // The boundaries already drawn stay the same object, so that the map need not be drawn anew.
          atlas: atlasOf(loaded.dataset, atlas ? atlas.boundaries : loaded.boundaries),
          engine: { state: 'ready' },
        });
        performance.mark('engine-ready');
      } catch (reason) {
        fail(reason, signal);
      }
    },

    async openPackage(pkg, outer) {
      last = () => session.openPackage(pkg);
      const before = store.getState();
      const signal = begin(outer);
      store.setState({ engine: { state: 'loading', stage: null } });
      try {
        const { loaded, problems } = await loadOwn(pkg, signal);
        if (!loaded || signal.aborted) {
          store.setState({ engine: before.engine });
          return { ok: false, problems, fault: null };
        }
        const atlas = atlasOf(loaded.dataset, loaded.boundaries);
        store.setState({
          ...placesFor(store.getState(), atlas),
          atlas,
          view: openingView(atlas.manifest, loaded.dataset.tables),
          questions: {},
          priorityBefore: null,
          hovered: null,
          camera: { district: null },
          arrangement: ONE_MAP,
          engine: { state: 'ready' },
          surveys: {},
          opened: { name: atlas.manifest.title, tier: atlas.manifest.tier },
          openedBefore: null,
          datasetKept: 'no',
          keptBefore: null,
          notice: null,
        });
        current = pkg;
        return { ok: true, problems };
      } catch (reason) {
        const fault = fail(reason, signal);
        if (signal.aborted) store.setState({ engine: before.engine });
        return { ok: false, problems: [], fault };
      }
    },

    async openSecond(pkg, outer) {
      const before = store.getState();
      const { atlas } = before;
      if (!atlas?.dataset) return { ok: false, problems: [], fault: null };
      const signal = begin(outer);
      try {
        const { loaded, problems } = await loadOwn(pkg, signal);
        store.setState({ engine: before.engine });
        if (!loaded || signal.aborted) return { ok: false, problems, fault: null };
        const { alignDataset } = await import('#core/dataset-alignment.ts');
        const aligned = alignDataset(loaded.dataset, atlas.territory);
        if (aligned.absent.length === atlas.territory.villages.areas.length)
          return { ok: false, problems: [{ code: 'file/other-areas', severity: 'error' }], fault: null };
        const title = loaded.dataset.manifest.title.replace(/\.\w{2,7}$/, '');
        placeSecond(store, { ...aligned, title, date: '' });
        return { ok: true, problems };
      } catch (reason) {
        const fault = fail(reason, signal);
        if (signal.aborted) store.setState({ engine: before.engine });
        return { ok: false, problems: [], fault };
      }
    },

    addServices(record) {
      const { atlas } = store.getState();
      if (!atlas?.dataset) return false;
      const { services, laid = [] } = atlas.dataset;
      // What is shipped is invented: an office's own takes its place.
      const isShipped = atlas.manifest.tier === 'example' && !laid.includes('services');
      const joined = services && !isShipped ? joinServices(services, record) : record;
      const dataset: Dataset = { ...atlas.dataset, services: joined, laid: [...laid, 'services'] };
      store.setState({ atlas: { ...atlas, dataset } });
      if (current) current = { ...current, services: joined };
      return true;
    },

    setBudget(rows) {
      const { atlas } = store.getState();
      if (!atlas?.dataset) return false;
      const { laid = [] } = atlas.dataset;
      const dataset: Dataset = { ...atlas.dataset, budget: rows, laid: [...laid, 'budget'] };
      store.setState({ atlas: { ...atlas, dataset } });
      if (current) current = { ...current, budget: rows };
      return true;
    },

    async wipe() {
      // Memory first: whatever the browser refuses, the page holds nothing any more.
      await forget('wiped');
      const unreached = await wipeStorage();
      onWiped();
      if (unreached.length > 0) store.setState({ notice: { kind: 'wiped-partly' } });
      await session.openDemo();
    },

    async wipedElsewhere() {
      // Told by more than one way, of the same wiping.
      forgetting ??= forget('wiped-elsewhere').then(() => session.openDemo());
      await forgetting;
      forgetting = null;
    },

    addMonitoring(added) {
      const { atlas } = store.getState();
      const dataset = atlas?.dataset;
      if (!atlas || !dataset) return;
      const { laid = [] } = dataset;
      const isShipped = dataset.manifest.tier === 'example' && !laid.includes('monitoring');
      const before = isShipped ? NO_MONITORING : (dataset.monitoring ?? NO_MONITORING);
      const monitoring = joinMonitoring(before, added);
      const next: Dataset = { ...dataset, monitoring, laid: [...laid, 'monitoring'] };
      if (current !== null) current = { ...current, monitoring };
      store.setState({ atlas: { ...atlas, dataset: next } });
    },

    retry() {
      void last();
    },

    async keepDataset(wanted) {
      if (!wanted) {
        const gone = await shelf.drop();
        store.setState({ datasetKept: 'no', ...(!gone && { notice: { kind: 'dataset-not-dropped' } }) });
        return;
      }
      const pkg = current;
      if (pkg === null) return;
      store.setState({ datasetKept: 'keeping' });
      const done = await shelf.keep(pkg);
      // Another was opened, or all was wiped, while this one was written.
      if (current !== pkg) {
        await shelf.drop();
        return;
      }
      store.setState({
        datasetKept: done ? 'kept' : 'no',
        ...(done === null && { notice: { kind: 'dataset-not-kept' } }),
        ...(done?.promised === false && { notice: { kind: 'dataset-not-promised' } }),
      });
    },

    keptTitle: () => shelf.title(),

    async openKept() {
      store.setState({ keptBefore: null, openedBefore: null });
      const opened = await openFiles(await shelf.files()).catch(() => false);
      if (opened) {
        store.setState({ datasetKept: 'kept' });
        return;
      }
      await session.openDemo();
      store.setState({ notice: { kind: 'dataset-broken' } });
    },

    async dropKept() {
      const gone = await shelf.drop();
      store.setState({
        keptBefore: null,
        ...(!gone && { notice: { kind: 'dataset-not-dropped' } }),
      });
      await session.openDemo();
    },
  };
  return session;
}

/** The demo as one small precomputed answer: on the screen before the engine has even been fetched. */
function paintFirst(store: AppStore, firstView: Uint8Array, outlines: readonly ArchivePart[]): void {
  const features = (path: (typeof OUTLINE_FILES)[number]): PackageFeatures => {
    const file = outlines.find((one) => one.path === path);
    if (!file) throw new Error(`no ${path}`);
    return parsed(file.bytes);
  };
  const first = decodeFirstView(parsed(firstView));
  const atlas = firstAtlas(first, features('areas.geojson'), features('districts.geojson'));
  const before = store.getState();
  // Where the engine failed and is tried again, what was asked meanwhile stays.
  const again = before.atlas?.dataset === null && dataKey(before.atlas) === dataKey(atlas);
  store.setState({
    ...placesFor(before, atlas),
    atlas,
    // Whoever comes without a link is asked first what to open.
    ...(again
      ? {}
      : {
          view: { ...openingView(first.manifest), room: 'data' as const },
          camera: { district: null },
          arrangement: ONE_MAP,
        }),
    hovered: null,
    opened: null,
    openedBefore: null,
    datasetKept: 'no',
    keptBefore: null,
  });
}

/** Services stay where the same areas do, and go with those of another territory. */
function placesFor(state: AppState, atlas: Atlas): Pick<AppState, 'places' | 'placesHidden'> {
  const codes = (one: Atlas | null) => one?.territory.villages.areas.map(({ code }) => code).join();
  const { places, placesHidden } = state;
  const stay = codes(state.atlas) === codes(atlas) && hasGeography(atlas.manifest);
  return stay ? { places, placesHidden } : { places: [], placesHidden: [] };
}

/**
 * Leaves the machine to the map: a weak one has no core to spare for the engine. Over as soon as the map is drawn, or
 * is wanted otherwise than the first view can show it; in a page that nobody sees nothing is drawn.
 */
function mapFirst(store: AppStore, signal: AbortSignal): Promise<void> {
  const asked = (view: View) => JSON.stringify({ ...view, room: 'map', selected: [] });
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, document.visibilityState === 'hidden' ? 0 : MAP_PATIENCE_MS);
    const look = ({ mapSettled, view, atlas }: AppState) => {
      const opening = atlas && view && asked(view) === asked(openingView(atlas.manifest));
      if (mapSettled || !opening) end();
    };
    const unsubscribe = store.subscribe(look);
    signal.addEventListener('abort', end, { once: true });
    look(store.getState());
  });
}

/** Everything that this origin may keep on the machine, each by itself. Comes back with those that cannot be reached. */
async function wipeStorage(): Promise<readonly string[]> {
  const stores: Readonly<Record<string, () => unknown>> = {
    local: () => localStorage.clear(),
    session: () => sessionStorage.clear(),
    databases: async () => {
      const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
      for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
    },
    files: async () => {
      if (!('storage' in navigator && 'getDirectory' in navigator.storage)) return;
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    },
  };
  const unreached: string[] = [];
  for (const [name, wipe] of Object.entries(stores)) {
    try {
      await wipe();
    } catch {
      unreached.push(name);
    }
  }
  return unreached;
}

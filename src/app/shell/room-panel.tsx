import {
  type ComponentPropsWithRef,
  type ComponentType,
  memo,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStore } from 'zustand';
import { Bounded } from '#app/kit/bounded.tsx';
import { late } from '#app/late.tsx';
import { ProfileTab } from '#app/map/profile-tab.tsx';
import { PageContext, useDimmed, usePage, usePicture, useStanding } from '#app/page.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { Resting } from '#app/resting.tsx';
import { Whole } from '#app/whole.tsx';
import type { Dataset } from '#core/dataset.ts';
import type { Room } from '#core/view.ts';
import type { Shown } from '#desk/picture-store.ts';
import { type ChartChoices, NOTHING_CHOSEN } from '#picture/chart-choices.ts';
import { layerOf } from '#picture/layer.ts';
import { enterRoom } from '#state/rooms.ts';

// Fetched when their room or tab is first opened.
const DataRoom = late(() => import('#app/data/data-room.tsx').then((module) => module.DataRoom));
const Distribution = late(() => import('#app/map/distribution.tsx').then((module) => module.Distribution));
const AgreementCharts = late(() =>
  import('#app/map/agreement-charts.tsx').then((module) => module.AgreementCharts),
);
const CitySources = late(() => import('#app/map/city-sources.tsx').then((module) => module.CitySources));
const Scatter = late(() => import('#app/map/scatter.tsx').then((module) => module.Scatter));
const HotspotTab = late(() => import('#app/clusters/hotspot-tab.tsx').then((module) => module.HotspotTab));
const HotspotChoice = late(() =>
  import('#app/clusters/hotspot-choice.tsx').then((module) => module.HotspotChoice),
);
const PriorityTab = late(() => import('#app/priority/priority-tab.tsx').then((module) => module.PriorityTab));
const MonitoredTab = late(() =>
  import('#app/monitoring/monitored-tab.tsx').then((module) => module.MonitoredTab),
);
const LetterTab = late(() => import('#app/monitoring/letter-tab.tsx').then((module) => module.LetterTab));
const ProposalRoom = late(() =>
  import('#app/proposal/proposal-room.tsx').then((module) => module.ProposalRoom),
);
const Trend = late(() => import('#app/sheet/trend.tsx').then((module) => module.Trend));
/** The first table comes after the first map. */
const Ranking = late(() => import('#app/map/ranking.tsx').then((module) => module.Ranking));

/** The tabs of each room; one without any is a panel by itself. */
export const TABS = {
  data: [],
  map: ['ranking', 'distribution', 'trend', 'area'],
  clusters: ['clusters', 'ranking', 'area'],
  priority: ['list', 'ranking', 'area'],
  proposal: ['proposal', 'area'],
  monitoring: ['monitoring', 'letter', 'ranking', 'area'],
} as const satisfies Readonly<Record<Room, readonly string[]>>;
type PanelId = (typeof TABS)[Room][number];

/** Panels that always hold something to press. */
const ALWAYS_TABBABLE: readonly PanelId[] = ['ranking', 'list'];

/**
 * Their panel, unwatched: at every change in it React Aria looks for something to press, to know whether the panel
 * itself is a stop of the Tab key, and lays out the whole page before its frame.
 */
function unwatched({ ref, tabIndex: _, children, ...panel }: ComponentPropsWithRef<'div'>) {
  return (
    <div {...panel}>
      <div ref={ref} hidden />
      {children}
    </div>
  );
}

/** The panel on the right, of the room that is open. */
export function RoomPanel({ room }: { readonly room: Room }) {
  if (room === 'data')
    return (
      <Waited>
        <DataRoom />
      </Waited>
    );
  return <Frame room={room} />;
}

function Waited({ children }: { readonly children: ReactNode }) {
  const { words } = usePage();
  return <Bounded waiting={<p className="charts-waiting">{words.charts.loading}</p>}>{children}</Bounded>;
}

/** Its places. They are costly to make, and rest while the panels in them change. */
function Frame({ room }: { readonly room: Room }) {
  const { store, words, format } = usePage();
  const count = usePicture((picture) => picture.selected.length);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const wanted = useStore(store, (state) => state.panels[room]);
  const openPanel = useCallback(
    (panel: string) => store.setState(({ panels }) => ({ panels: { ...panels, [room]: panel } })),
    [store, room],
  );
  const tabs: readonly PanelId[] = TABS[room];
  const tab = tabs.find((id) => id === wanted) ?? tabs[0];
  const choices = useMemo<ChartChoices>(
    () => ({ ...chosen, change: (patch) => setChosen((before) => ({ ...before, ...patch })) }),
    [chosen],
  );
  const say = words.rooms.panels;
  return (
    <Tabs
      className="tabs"
      key={room}
      selectedKey={tab ?? ''}
      onSelectionChange={(key) => openPanel(String(key))}
    >
      <TabList className="tab-list" aria-label={words.app.panels.right}>
        {tabs.map((id) => (
          <Tab className="tab" id={id} key={id}>
            {room !== 'map' && room !== 'monitoring' && id === 'ranking' ? say.whole : say[id]}
            {id === 'area' && count > 0 ? ` (${format.count(count)})` : ''}
          </Tab>
        ))}
      </TabList>
      {tabs.map((id) => (
        <TabPanel
          className="tab-panel"
          id={id}
          key={id}
          shouldForceMount={id === 'ranking'}
          {...(ALWAYS_TABBABLE.includes(id) ? { render: unwatched } : {})}
        >
          {id === 'ranking' ? (
            <RankingPlace open={tab === 'ranking'} />
          ) : (
            <Content id={id} choices={choices} openPanel={openPanel} />
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}

export interface PlaceProps {
  readonly choices: ChartChoices;
  readonly openPanel: (panel: string) => void;
}

/** What is in a tab, whichever room it is in. */
export const PLACES: Readonly<Record<Exclude<PanelId, 'ranking'>, ComponentType<PlaceProps>>> = {
  distribution: ({ choices }) => (
    <Charts>
      <Whole>
        {(panel) => (
          <>
            <Bounded>
              <Agreement {...panel} />
            </Bounded>
            <Bounded>
              <Distribution {...panel} />
            </Bounded>
            <WithDataset>
              {(dataset) => (
                <Bounded>
                  <Scatter {...panel} dataset={dataset} choices={choices} />
                </Bounded>
              )}
            </WithDataset>
            <Bounded>
              <CitySources {...panel} />
            </Bounded>
          </>
        )}
      </Whole>
    </Charts>
  ),
  trend: ({ choices }) => (
    <Charts>
      <WithDataset>
        {(dataset) => <Whole>{(panel) => <Trend {...panel} dataset={dataset} choices={choices} />}</Whole>}
      </WithDataset>
    </Charts>
  ),
  area: ({ choices }) => <Whole>{(panel) => <ProfileTab {...panel} choices={choices} />}</Whole>,
  clusters: () => (
    <Charts>
      <Whole>
        {(panel) => (
          <>
            <Bounded>
              <HotspotTab {...panel} />
            </Bounded>
            <Bounded>{panel.picture.view.hotspots ? <HotspotChoice {...panel} /> : null}</Bounded>
          </>
        )}
      </Whole>
    </Charts>
  ),
  list: ({ choices, openPanel }) => {
    const { store } = usePage();
    return (
      <Charts>
        <WithDataset>
          {(dataset) => (
            <PriorityTab
              dataset={dataset}
              choices={choices}
              onSheet={() => openPanel('area')}
              onPropose={() => enterRoom(store, 'proposal')}
            />
          )}
        </WithDataset>
      </Charts>
    );
  },
  monitoring: ({ choices }) => (
    <Charts>
      <WithDataset>
        {(dataset) => (
          <Whole>{(panel) => <MonitoredTab {...panel} dataset={dataset} choices={choices} />}</Whole>
        )}
      </WithDataset>
    </Charts>
  ),
  letter: () => (
    <Charts>
      <WithDataset>{() => <LetterTab />}</WithDataset>
    </Charts>
  ),
  proposal: () => {
    const { store } = usePage();
    return (
      <Charts>
        <Resting>
          <Whole>
            {(panel) => <ProposalRoom {...panel} onPriority={() => enterRoom(store, 'priority')} />}
          </Whole>
        </Resting>
      </Charts>
    );
  },
};

interface ContentProps extends PlaceProps {
  readonly id: Exclude<PanelId, 'ranking'>;
}

/** One fault takes its own tab, and no other. */
const Content = memo(function Content({ id, ...place }: ContentProps) {
  const Place = PLACES[id];
  return (
    <Bounded>
      <Place {...place} />
    </Bounded>
  );
});

function Agreement(panel: PanelProps) {
  const layer = layerOf(panel.picture, 'agreement');
  return layer && <AgreementCharts {...panel} layer={layer} />;
}

/**
 * The table stays in the document; behind another tab it rests, and shows the picture once its own is opened. Of data
 * that are gone nothing stays.
 */
function RankingPlace({ open }: { readonly open: boolean }) {
  const page = usePage();
  const atlas = usePicture((picture) => picture.atlas);
  const left = useRef<Shown | null>(null);
  if (open) left.current = null;
  else if (left.current?.picture.atlas !== atlas) left.current = page.pictures.getState();
  const hidden = useStanding(left.current);
  return (
    <PageContext value={hidden ?? page}>
      <Bounded waiting={<p className="charts-waiting">{page.words.table.loading}</p>}>
        <Ranking />
      </Bounded>
    </PageContext>
  );
}

function Charts({ children }: { readonly children: ReactNode }) {
  const dimmed = useDimmed();
  return (
    <div className="charts" data-dimmed={dimmed ? '' : undefined} aria-busy={dimmed}>
      <Waited>{children}</Waited>
    </div>
  );
}

/** Before the engine is in only the first picture is known. */
function WithDataset({ children }: { readonly children: (dataset: Dataset) => ReactNode }) {
  const { words } = usePage();
  const dataset = usePicture(({ atlas }) => atlas.dataset);
  return dataset ? children(dataset) : <p className="charts-waiting">{words.charts.waiting}</p>;
}

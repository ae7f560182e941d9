import { lazy, memo, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStore } from 'zustand';
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
const DataRoom = lazy(() =>
  import('#app/data/data-room.tsx').then((module) => ({ default: module.DataRoom })),
);
const Distribution = lazy(() =>
  import('#app/map/distribution.tsx').then((module) => ({ default: module.Distribution })),
);
const AgreementCharts = lazy(() =>
  import('#app/map/agreement-charts.tsx').then((module) => ({ default: module.AgreementCharts })),
);
const CitySources = lazy(() =>
  import('#app/map/city-sources.tsx').then((module) => ({ default: module.CitySources })),
);
const Scatter = lazy(() => import('#app/map/scatter.tsx').then((module) => ({ default: module.Scatter })));
const HotspotTab = lazy(() =>
  import('#app/clusters/hotspot-tab.tsx').then((module) => ({ default: module.HotspotTab })),
);
const HotspotChoice = lazy(() =>
  import('#app/clusters/hotspot-choice.tsx').then((module) => ({ default: module.HotspotChoice })),
);
const PriorityTab = lazy(() =>
  import('#app/priority/priority-tab.tsx').then((module) => ({ default: module.PriorityTab })),
);
const ProposalRoom = lazy(() =>
  import('#app/proposal/proposal-room.tsx').then((module) => ({ default: module.ProposalRoom })),
);
const Trend = lazy(() => import('#app/sheet/trend.tsx').then((module) => ({ default: module.Trend })));
/** The first table comes after the first map. */
const Ranking = lazy(() => import('#app/map/ranking.tsx').then((module) => ({ default: module.Ranking })));

const TABS = {
  data: [],
  map: ['ranking', 'distribution', 'trend', 'area'],
  clusters: ['clusters', 'ranking', 'area'],
  priority: ['list', 'ranking', 'area'],
  proposal: ['proposal', 'area'],
} as const satisfies Readonly<Record<Room, readonly string[]>>;
type PanelId = (typeof TABS)[Room][number];

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
  return <Suspense fallback={<p className="charts-waiting">{words.charts.loading}</p>}>{children}</Suspense>;
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
            {room !== 'map' && id === 'ranking' ? say.whole : say[id]}
            {id === 'area' && count > 0 ? ` (${format.count(count)})` : ''}
          </Tab>
        ))}
      </TabList>
      {tabs.map((id) => (
        <TabPanel className="tab-panel" id={id} key={id} shouldForceMount={id === 'ranking'}>
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

interface ContentProps {
  readonly id: Exclude<PanelId, 'ranking'>;
  readonly choices: ChartChoices;
  readonly openPanel: (panel: string) => void;
}

/** What is in a tab. */
const Content = memo(function Content({ id, choices, openPanel }: ContentProps) {
  const { store } = usePage();
  switch (id) {
    case 'distribution':
      return (
        <Charts>
          <Whole>
            {(panel) => (
              <>
                <Agreement {...panel} />
                <Distribution {...panel} />
                <WithDataset>
                  {(dataset) => <Scatter {...panel} dataset={dataset} choices={choices} />}
                </WithDataset>
                <CitySources {...panel} />
              </>
            )}
          </Whole>
        </Charts>
      );
    case 'trend':
      return (
        <Charts>
          <WithDataset>
            {(dataset) => (
              <Whole>{(panel) => <Trend {...panel} dataset={dataset} choices={choices} />}</Whole>
            )}
          </WithDataset>
        </Charts>
      );
    case 'area':
      return <Whole>{(panel) => <ProfileTab {...panel} choices={choices} />}</Whole>;
    case 'clusters':
      return (
        <Charts>
          <Whole>
            {(panel) => (
              <>
                <HotspotTab {...panel} />
                {panel.picture.view.hotspots ? <HotspotChoice {...panel} /> : null}
              </>
            )}
          </Whole>
        </Charts>
      );
    case 'list':
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
    case 'proposal':
      return (
        <Charts>
          <Resting>
            <Whole>
              {(panel) => <ProposalRoom {...panel} onPriority={() => enterRoom(store, 'priority')} />}
            </Whole>
          </Resting>
        </Charts>
      );
  }
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
      <Suspense fallback={<p className="charts-waiting">{page.words.table.loading}</p>}>
        <Ranking />
      </Suspense>
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

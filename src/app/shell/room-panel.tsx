import { createContext, lazy, memo, type ReactNode, Suspense, useContext, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStore } from 'zustand';
import { ProfileTab } from '#app/map/profile-tab.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Room } from '#core/view.ts';
import type { Session } from '#desk/session.ts';
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
const Ranking = memo(
  lazy(() => import('#app/map/ranking.tsx').then((module) => ({ default: module.Ranking }))),
);

const Panel = createContext<PanelProps | null>(null);

const TABS = {
  data: [],
  map: ['ranking', 'distribution', 'trend', 'area'],
  clusters: ['clusters', 'ranking', 'area'],
  priority: ['list', 'ranking', 'area'],
  proposal: ['proposal', 'area'],
} as const satisfies Readonly<Record<Room, readonly string[]>>;
type PanelId = (typeof TABS)[Room][number];

export interface RoomPanelProps extends PanelProps {
  readonly room: Room;
  readonly session: Session;
}

/** The panel on the right, of the room that is open. */
export function RoomPanel({ room, session, ...panel }: RoomPanelProps) {
  const { words, format, picture, store } = panel;
  const count = picture.selected.length;
  if (room === 'data')
    return (
      <Suspense fallback={<p className="charts-waiting">{words.charts.loading}</p>}>
        <DataRoom {...panel} session={session} onMap={() => enterRoom(store, 'map')} />
      </Suspense>
    );
  return (
    <Panel value={panel}>
      <Frame {...{ room, store, words }} selected={count > 0 ? format.count(count) : null} />
    </Panel>
  );
}

/** Its places. They are costly to make, and rest while the panels in them change. */
const Frame = memo(function Frame({
  room,
  store,
  words,
  selected,
}: Pick<PanelProps, 'store' | 'words'> & { readonly room: Room; readonly selected: string | null }) {
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const wanted = useStore(store, (state) => state.panels[room]);
  const openPanel = (panel: string) =>
    store.setState(({ panels }) => ({ panels: { ...panels, [room]: panel } }));
  const tabs: readonly PanelId[] = TABS[room];
  const tab = tabs.find((id) => id === wanted) ?? tabs[0];
  const choices: ChartChoices = {
    ...chosen,
    change: (patch) => setChosen((before) => ({ ...before, ...patch })),
  };
  const onSheet = () => openPanel('area');
  const say = words.rooms.panels;
  const panels: Readonly<Record<PanelId, (panel: PanelProps) => ReactNode>> = {
    ranking: (panel) => <RankingPlace {...panel} open={tab === 'ranking'} />,
    distribution: (panel) => (
      <Charts {...panel}>
        <Agreement {...panel} />
        <Distribution {...panel} />
        <WithDataset {...panel}>
          {(dataset) => <Scatter {...panel} dataset={dataset} choices={choices} />}
        </WithDataset>
        <CitySources {...panel} />
      </Charts>
    ),
    trend: (panel) => (
      <Charts {...panel}>
        <WithDataset {...panel}>
          {(dataset) => <Trend {...panel} dataset={dataset} choices={choices} />}
        </WithDataset>
      </Charts>
    ),
    area: (panel) => <ProfileTab {...panel} choices={choices} />,
    clusters: (panel) => (
      <Charts {...panel}>
        <HotspotTab {...panel} />
        {panel.picture.view.hotspots ? <HotspotChoice {...panel} /> : null}
      </Charts>
    ),
    list: (panel) => (
      <Charts {...panel}>
        <WithDataset {...panel}>
          {(dataset) => (
            <PriorityTab
              {...panel}
              dataset={dataset}
              choices={choices}
              onSheet={onSheet}
              onPropose={() => enterRoom(store, 'proposal')}
            />
          )}
        </WithDataset>
      </Charts>
    ),
    proposal: (panel) => (
      <Charts {...panel}>
        <ProposalRoom {...panel} onPriority={() => enterRoom(store, 'priority')} />
      </Charts>
    ),
  };
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
            {id === 'area' && selected !== null ? ` (${selected})` : ''}
          </Tab>
        ))}
      </TabList>
      {tabs.map((id) => (
        <TabPanel className="tab-panel" id={id} key={id} shouldForceMount={id === 'ranking'}>
          <Told>{panels[id]}</Told>
        </TabPanel>
      ))}
    </Tabs>
  );
});

function Agreement(panel: PanelProps) {
  const layer = layerOf(panel.picture, 'agreement');
  return layer && <AgreementCharts {...panel} layer={layer} />;
}

function Told({ children }: { readonly children: (panel: PanelProps) => ReactNode }) {
  const panel = useContext(Panel);
  return panel && children(panel);
}

/**
 * The table stays in the document; behind another tab it rests, and shows the picture once its own is opened. Of data
 * that are gone nothing stays.
 */
function RankingPlace({ open, picture, ...rest }: PanelProps & { readonly open: boolean }) {
  const shown = useRef(picture);
  if (open || shown.current.atlas !== picture.atlas) shown.current = picture;
  return (
    <Suspense fallback={<p className="charts-waiting">{rest.words.table.loading}</p>}>
      <Ranking {...rest} picture={shown.current} />
    </Suspense>
  );
}

function Charts({ words, dimmed, children }: PanelProps & { readonly children: ReactNode }) {
  return (
    <div className="charts" data-dimmed={dimmed ? '' : undefined} aria-busy={dimmed}>
      <Suspense fallback={<p className="charts-waiting">{words.charts.loading}</p>}>{children}</Suspense>
    </div>
  );
}

interface WithDatasetProps extends PanelProps {
  readonly children: (dataset: Dataset) => ReactNode;
}

/** Before the engine is in only the first picture is known. */
function WithDataset({ picture, words, children }: WithDatasetProps) {
  const { dataset } = picture.atlas;
  return dataset ? children(dataset) : <p className="charts-waiting">{words.charts.waiting}</p>;
}

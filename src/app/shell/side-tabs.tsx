import { createContext, lazy, memo, type ReactNode, Suspense, useContext, useRef, useState } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { ProfileTab } from '#app/map/profile-tab.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Dataset } from '#core/dataset.ts';
import type { View } from '#core/view.ts';
import { type ChartChoices, NOTHING_CHOSEN } from '#picture/chart-choices.ts';
import { layerOf } from '#picture/layer.ts';

// Fetched when their tab is first opened.
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
const PriorityTab = lazy(() =>
  import('#app/priority/priority-tab.tsx').then((module) => ({ default: module.PriorityTab })),
);
const Trend = lazy(() => import('#app/sheet/trend.tsx').then((module) => ({ default: module.Trend })));

/** The first table comes after the first map. */
const Ranking = memo(
  lazy(() => import('#app/map/ranking.tsx').then((module) => ({ default: module.Ranking }))),
);
const Panel = createContext<PanelProps | null>(null);

/** The right panel: the table, the charts, the profile of what is selected. */
export function SideTabs(panel: PanelProps) {
  const { words, format, picture } = panel;
  const count = picture.selected.length;
  return (
    <Panel value={panel}>
      <Frame store={panel.store} words={words} selected={count > 0 ? format.count(count) : null} />
    </Panel>
  );
}

/** The tab that tells of what the page opens with. */
function openingTab(view: View | null): Key {
  if (view?.question.kind === 'priority') return 'priority';
  return view?.hotspots ? 'hotspots' : 'ranking';
}

/** Its places. They are costly to make, and rest while the panels in them change. */
const Frame = memo(function Frame({
  store,
  words,
  selected,
}: Pick<PanelProps, 'store' | 'words'> & { readonly selected: string | null }) {
  const [tab, setTab] = useState<Key>(() => openingTab(store.getState().view));
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const choices: ChartChoices = {
    ...chosen,
    change: (patch) => setChosen((before) => ({ ...before, ...patch })),
  };
  return (
    <Tabs className="tabs" selectedKey={tab} onSelectionChange={setTab}>
      <TabList className="tab-list" aria-label={words.app.panels.right}>
        <Tab className="tab" id="ranking">
          {words.table.tab}
        </Tab>
        <Tab className="tab" id="distribution">
          {words.charts.tabs.distribution}
        </Tab>
        <Tab className="tab" id="trend">
          {words.charts.tabs.trend}
        </Tab>
        <Tab className="tab" id="hotspots">
          {words.hotspots.tab}
        </Tab>
        <Tab className="tab" id="priority">
          {words.priority.tab}
        </Tab>
        <Tab className="tab" id="selection">
          {words.selection.tab}
          {selected === null ? '' : ` (${selected})`}
        </Tab>
      </TabList>
      <TabPanel className="tab-panel" id="ranking" shouldForceMount>
        <Told>{(panel) => <RankingPlace {...panel} open={tab === 'ranking'} />}</Told>
      </TabPanel>
      <TabPanel className="tab-panel" id="distribution">
        <Told>
          {(panel) => (
            <Charts {...panel}>
              <SecondSourceCharts {...panel} />
              <Distribution {...panel} />
              <WithDataset {...panel}>
                {(dataset) => <Scatter {...panel} dataset={dataset} choices={choices} />}
              </WithDataset>
              <CitySources {...panel} />
            </Charts>
          )}
        </Told>
      </TabPanel>
      <TabPanel className="tab-panel" id="trend">
        <Told>
          {(panel) => (
            <Charts {...panel}>
              <WithDataset {...panel}>
                {(dataset) => <Trend {...panel} dataset={dataset} choices={choices} />}
              </WithDataset>
            </Charts>
          )}
        </Told>
      </TabPanel>
      <TabPanel className="tab-panel" id="hotspots">
        <Told>
          {(panel) => (
            <Charts {...panel}>
              <HotspotTab {...panel} />
            </Charts>
          )}
        </Told>
      </TabPanel>
      <TabPanel className="tab-panel" id="priority">
        <Told>
          {(panel) => (
            <Charts {...panel}>
              <WithDataset {...panel}>
                {(dataset) => (
                  <PriorityTab
                    {...panel}
                    dataset={dataset}
                    choices={choices}
                    onSheet={() => setTab('selection')}
                  />
                )}
              </WithDataset>
            </Charts>
          )}
        </Told>
      </TabPanel>
      <TabPanel className="tab-panel" id="selection">
        <Told>{(panel) => <ProfileTab {...panel} choices={choices} />}</Told>
      </TabPanel>
    </Tabs>
  );
});

function SecondSourceCharts(panel: PanelProps) {
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
export function WithDataset({ picture, words, children }: WithDatasetProps) {
  const { dataset } = picture.atlas;
  return dataset ? children(dataset) : <p className="charts-waiting">{words.charts.waiting}</p>;
}

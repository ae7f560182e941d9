import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import type { Dataset } from '#core/dataset.ts';
import { type ChartChoices, NOTHING_CHOSEN } from './chart-choices.ts';
import { ProfileTab } from './profile-tab.tsx';
import { Ranking } from './ranking.tsx';

// Fetched when their tab is first opened.
const Distribution = lazy(() =>
  import('./distribution.tsx').then((module) => ({ default: module.Distribution })),
);
const Scatter = lazy(() => import('./scatter.tsx').then((module) => ({ default: module.Scatter })));
const HotspotTab = lazy(() => import('./hotspot-tab.tsx').then((module) => ({ default: module.HotspotTab })));
const PriorityTab = lazy(() =>
  import('./priority-tab.tsx').then((module) => ({ default: module.PriorityTab })),
);
const Trend = lazy(() => import('./trend.tsx').then((module) => ({ default: module.Trend })));

/** The right panel: the table, the charts, the profile of what is selected. */
export function SideTabs(panel: PanelProps) {
  const { words, picture } = panel;
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const choices: ChartChoices = {
    ...chosen,
    change: (patch) => setChosen((before) => ({ ...before, ...patch })),
  };
  const count = picture.selected.length;
  return (
    <Tabs className="tabs">
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
          {count > 0 ? ` (${panel.format.count(count)})` : ''}
        </Tab>
      </TabList>
      <TabPanel className="tab-panel" id="ranking" shouldForceMount>
        <Ranking {...panel} />
      </TabPanel>
      <TabPanel className="tab-panel" id="distribution">
        <Charts {...panel}>
          <Distribution {...panel} />
          <WithDataset {...panel}>
            {(dataset) => <Scatter {...panel} dataset={dataset} choices={choices} />}
          </WithDataset>
        </Charts>
      </TabPanel>
      <TabPanel className="tab-panel" id="trend">
        <Charts {...panel}>
          <WithDataset {...panel}>
            {(dataset) => <Trend {...panel} dataset={dataset} choices={choices} />}
          </WithDataset>
        </Charts>
      </TabPanel>
      <TabPanel className="tab-panel" id="hotspots">
        <Charts {...panel}>
          <HotspotTab {...panel} />
        </Charts>
      </TabPanel>
      <TabPanel className="tab-panel" id="priority">
        <Charts {...panel}>
          <WithDataset {...panel}>{() => <PriorityTab {...panel} />}</WithDataset>
        </Charts>
      </TabPanel>
      <TabPanel className="tab-panel" id="selection">
        <ProfileTab {...panel} choices={choices} />
      </TabPanel>
    </Tabs>
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

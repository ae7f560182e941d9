import { Bounded } from '#app/kit/bounded.tsx';

import { late } from '#app/late.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { SelectionPanel } from '#app/sheet/selection.tsx';
import type { ChartChoices } from '#picture/chart-choices.ts';
import '#app/kit/charts.css';

// Fetched when the tab is first opened.
const ProfileSheet = late(() => import('#app/sheet/profile-sheet.tsx').then((module) => module.ProfileSheet));
const AgeSex = late(() => import('#app/sheet/age-sex-chart.tsx').then((module) => module.AgeSex));

/** What is selected: its numbers, the whole sheet for one area, age and sex for several or for the city. */
export function ProfileTab(props: PanelProps & { readonly choices: ChartChoices }) {
  const { picture, words, format, choices } = props;
  const { selected, atlas, view } = picture;
  const { dataset } = atlas;
  const [first] = selected;
  const one = first !== undefined && selected.length === 1;
  const place =
    selected.length === 0
      ? atlas.territory.name
      : words.selection.several(format.count(selected.length), words.level[view.level]);
  return (
    <SelectionPanel {...props}>
      {dataset === null ? (
        <p className="note">{words.charts.waiting}</p>
      ) : (
        <Bounded key={String(one)} waiting={<p className="note">{words.charts.loading}</p>}>
          {one ? (
            <ProfileSheet {...props} dataset={dataset} index={first} choices={choices} />
          ) : (
            <AgeSex {...props} dataset={dataset} place={place} />
          )}
        </Bounded>
      )}
    </SelectionPanel>
  );
}

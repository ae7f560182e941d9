import { memo, type ReactNode, useCallback, useId } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Bounded } from '#app/kit/bounded.tsx';
import { Folded } from '#app/kit/folded.tsx';
import { pictureNow, usePage, usePicture } from '#app/page.ts';
import { PrintSheets } from '#app/sheet/print-sheets.tsx';
import type { AreaIndex } from '#core/area.ts';
import type { Dataset } from '#core/dataset.ts';
import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { type Priority, SINGLE } from '#core/view.ts';
import type { Atlas } from '#picture/atlas.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { layerOf } from '#picture/layer.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { setView } from '#state/store.ts';
import { PriorityApparent } from './priority-apparent.tsx';
import { PriorityCover } from './priority-cover.tsx';
import { CriteriaChoices, PriorityCriteria } from './priority-criteria.tsx';
import { PriorityLength } from './priority-length.tsx';
import { PriorityList } from './priority-list.tsx';
import { PriorityMethod } from './priority-method.tsx';
import { PriorityRule } from './priority-rule.tsx';
import { priorityNow, usePriority } from './priority-shown.ts';
import { PrioritySureness } from './priority-sureness.tsx';
import { PriorityWhy } from './priority-why.tsx';
import { ProposeButton } from './propose-button.tsx';
import '#app/sheet/priority.css';
import { LONGEST_LIST } from './longest-list.ts';

interface PriorityTabProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
  /** Opens the sheet of what is selected. */
  readonly onSheet: () => void;
  /** Opens the room of proposals. */
  readonly onPropose: () => void;
}

/** Which areas first, in three steps: what counts, how many, the list; how sure it is and why lie one level deeper. */
export function PriorityTab(props: PriorityTabProps) {
  const indexed = usePicture((picture) => layerOf(picture, 'priority') !== null);
  return indexed ? <Steps {...props} /> : <Invite />;
}

function Invite() {
  const { store, words } = usePage();
  const atlas = usePicture((picture) => picture.atlas);
  const before = useStore(store, (state) => state.priorityBefore);
  const opening = openingIndex(atlas, before);
  return (
    <div className="room-invite">
      <p>{words.priority.invite}</p>
      <Button
        className="button primary"
        isDisabled={opening === null}
        onPress={() => setView(store, { question: opening ?? SINGLE })}
      >
        {words.priority.start}
      </Button>
    </div>
  );
}

/** Its parts read the index themselves: a weight that moves makes none of it anew but what shows it. */
function Steps({ onPropose, ...doors }: PriorityTabProps) {
  const { words } = usePage();
  const level = usePicture(({ view }) => words.level[view.level]);
  const say = words.rooms.priority;
  return (
    <div className="priority-tab">
      <Step number="1" heading={say.steps.what} beside={<CriteriaChoices />}>
        <PriorityCriteria />
        <PriorityMethod />
      </Step>
      <Step number="2" heading={say.steps.howMany(level)}>
        <PriorityLength />
        <PriorityRule />
        <PriorityCover />
      </Step>
      <Step number="3" heading={say.steps.list}>
        <PriorityList />
        <div className="priority-buttons">
          <ProposeButton onPropose={onPropose} />
          <ListSheets {...doors} />
        </div>
      </Step>
      <Bounded>
        <PriorityWhy>{(area) => <AreaButtons {...doors} area={area} />}</PriorityWhy>
      </Bounded>
      <Folded summary={words.priority.uncertain.heading}>{() => <PrioritySureness />}</Folded>
      <Folded summary={say.apparent}>{() => <PriorityApparent />}</Folded>
    </div>
  );
}

function Step({
  number,
  heading,
  beside = null,
  children,
}: {
  readonly number: string;
  readonly heading: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="priority-step" aria-labelledby={id}>
      <div className="step-head">
        <h2 id={id}>
          <span className="step-number">{number}</span> {heading}
        </h2>
        <Bounded inLine>{beside}</Bounded>
      </div>
      <Bounded>{children}</Bounded>
    </section>
  );
}

/** The index as it was last, else the usual one. */
function openingIndex({ manifest }: Atlas, before: Priority | null): Priority | null {
  const answerable = indicators(manifest.extremePovertyDecile)
    .filter((one) => isAnswerable(manifest, one))
    .map(({ id }) => id);
  if (before?.criteria.every(({ indicator }) => answerable.includes(indicator))) return before;
  return openingPriority(answerable);
}

type SheetDoors = Omit<PriorityTabProps, 'onPropose'>;

/** All sheets of the list at once, as far as a meeting reads them. */
function ListSheets({ dataset, choices }: SheetDoors) {
  const page = usePage();
  const { words, format } = page;
  const listed = usePriority(({ listing }) => listing.list.listed);
  const count = Math.min(listed, LONGEST_LIST);
  const areas = useCallback(
    () => (listedAreas(priorityNow(page)) as readonly AreaIndex[]).slice(0, LONGEST_LIST),
    [page],
  );
  if (count === 0) return null;
  const label = count < listed ? words.sheet.printFirst : words.sheet.printAll;
  return <PrintSheets {...{ dataset, choices, areas }} label={label(format.count(count))} />;
}

const AreaButtons = memo(function AreaButtons({
  area,
  onSheet,
  dataset,
  choices,
}: SheetDoors & { readonly area: AreaIndex }) {
  const page = usePage();
  const { store, words } = page;
  const open = () => {
    const now = pictureNow(page);
    const code = now.geography.areas[area]?.code;
    if (code !== undefined && !(now.selected.length === 1 && now.selected[0] === area))
      setView(store, { selected: [code] });
    onSheet();
  };
  const areas = useCallback(() => [area], [area]);
  return (
    <div className="priority-buttons">
      <Button className="button" onPress={open}>
        {words.sheet.open}
      </Button>
      <PrintSheets {...{ dataset, choices, areas }} label={words.sheet.print} />
    </div>
  );
});

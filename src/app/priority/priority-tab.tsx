import { type ReactNode, useCallback, useId, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { changePriority } from '#app/kit/priority-asked.ts';
import { StillButton } from '#app/kit/still-button.tsx';
import type { PanelProps } from '#app/panel-props.ts';
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
import { openingPriority, type PriorityLayer } from '#picture/priority-layer.ts';
import { setView } from '#state/store.ts';
import { PriorityApparent } from './priority-apparent.tsx';
import { PriorityCover } from './priority-cover.tsx';
import { CriteriaChoices, PriorityCriteria } from './priority-criteria.tsx';
import { PriorityLength } from './priority-length.tsx';
import { PriorityList } from './priority-list.tsx';
import { PriorityMethod } from './priority-method.tsx';
import { PriorityRule } from './priority-rule.tsx';
import { PrioritySureness } from './priority-sureness.tsx';
import { PriorityWhy } from './priority-why.tsx';
import { ProposeButton } from './propose-button.tsx';
import '#app/sheet/priority.css';
import { LONGEST_LIST } from './longest-list.ts';

interface PriorityTabProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
  /** Opens the sheet of what is selected. */
  readonly onSheet: () => void;
  /** Opens the room of proposals. */
  readonly onPropose: () => void;
}

/** Which areas first, in three steps: what counts, how many, the list; how sure it is and why lie one level deeper. */
export function PriorityTab(props: PriorityTabProps) {
  const { picture, store, words, onPropose } = props;
  const change = useCallback(
    (patch: Partial<Priority>) => {
      changePriority(store, patch);
    },
    [store],
  );
  const before = useStore(store, (state) => state.priorityBefore);
  const layer = layerOf(picture, 'priority');
  if (layer === null) {
    const opening = openingIndex(picture.atlas, before);
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
  const panel = { ...props, layer, change };
  const say = words.rooms.priority;
  const level = words.level[picture.view.level];
  return (
    <div className="priority-tab">
      <Step number="1" heading={say.steps.what} beside={<CriteriaChoices {...panel} />}>
        <PriorityCriteria {...panel} />
        <PriorityMethod {...panel} />
      </Step>
      <Step number="2" heading={say.steps.howMany(level)}>
        <PriorityLength {...panel} />
        <PriorityRule {...panel} />
        <PriorityCover {...panel} />
      </Step>
      <Step number="3" heading={say.steps.list}>
        <PriorityList {...panel} />
        <div className="priority-buttons">
          <ProposeButton {...panel} onPropose={onPropose} />
          <ListSheets {...panel} />
        </div>
      </Step>
      <PriorityWhy {...panel}>{(area) => <AreaButtons {...panel} area={area} />}</PriorityWhy>
      <details>
        <summary>{words.priority.uncertain.heading}</summary>
        <PrioritySureness {...panel} />
      </details>
      <details>
        <summary>{say.apparent}</summary>
        <PriorityApparent {...panel} />
      </details>
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
        {beside}
      </div>
      {children}
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

type SheetDoors = PriorityTabProps & { readonly layer: PriorityLayer };

/** All sheets of the list at once, as far as a meeting reads them. */
function ListSheets({ layer, onSheet: _, ...props }: SheetDoors) {
  const { words, format } = props;
  const listed = useMemo(() => listedAreas(layer) as readonly AreaIndex[], [layer]);
  const areas = listed.slice(0, LONGEST_LIST);
  if (areas.length === 0) return null;
  const label = areas.length < listed.length ? words.sheet.printFirst : words.sheet.printAll;
  return <PrintSheets {...props} areas={areas} label={label(format.count(areas.length))} />;
}

function AreaButtons({ area, onSheet, ...props }: SheetDoors & { readonly area: AreaIndex }) {
  const { picture, store, words } = props;
  const latest = useRef({ picture, area });
  latest.current = { picture, area };
  const open = useCallback(() => {
    const { picture: now, area: shown } = latest.current;
    const code = now.geography.areas[shown]?.code;
    if (code !== undefined && !(now.selected.length === 1 && now.selected[0] === shown))
      setView(store, { selected: [code] });
    onSheet();
  }, [store, onSheet]);
  return (
    <div className="priority-buttons">
      <StillButton className="button" onPress={open}>
        {words.sheet.open}
      </StillButton>
      <PrintSheets {...props} areas={[area]} label={words.sheet.print} />
    </div>
  );
}

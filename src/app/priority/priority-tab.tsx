import { useCallback, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { priorityAsked } from '#app/kit/priority-asked.ts';
import { StillButton } from '#app/kit/still-button.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { Decision } from '#app/proposal/decision.tsx';
import { PrintSheets } from '#app/sheet/print-sheets.tsx';
import type { AreaIndex } from '#core/area.ts';
import type { Dataset } from '#core/dataset.ts';
import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { type Priority, SINGLE } from '#core/view.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import { layerOf } from '#picture/layer.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { openingPriority, type PriorityLayer } from '#picture/priority-layer.ts';
import { setView } from '#state/store.ts';
import { PriorityApparent } from './priority-apparent.tsx';
import { PriorityCriteria } from './priority-criteria.tsx';
import { PriorityList } from './priority-list.tsx';
import { PriorityMethod } from './priority-method.tsx';
import { PrioritySureness } from './priority-sureness.tsx';
import { PriorityWhy } from './priority-why.tsx';
import '#app/sheet/priority.css';
import { LONGEST_LIST } from './longest-list.ts';

interface PriorityTabProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
  /** Opens the sheet of what is selected. */
  readonly onSheet: () => void;
}

/** Which areas first, by weights that everyone can see; how sure that is, and why. */
export function PriorityTab(props: PriorityTabProps) {
  const { picture, store, words } = props;
  const { manifest } = picture.atlas;
  const change = useCallback(
    (patch: Partial<Priority>) => {
      const now = priorityAsked(store);
      if (now) setView(store, { question: { ...now, ...patch } });
    },
    [store],
  );
  const end = useCallback(() => setView(store, { question: SINGLE }), [store]);
  const before = useStore(store, (state) => state.priorityBefore);
  const say = words.priority;
  const layer = layerOf(picture, 'priority');
  if (layer === null) {
    const answerable = indicators(manifest.extremePovertyDecile)
      .filter((one) => isAnswerable(manifest, one))
      .map(({ id }) => id);
    const known = before?.criteria.every(({ indicator }) => answerable.includes(indicator)) ?? false;
    const opening = known ? before : openingPriority(answerable);
    return (
      <div className="priority-tab">
        <p>{say.invite}</p>
        <Button
          className="button primary"
          isDisabled={opening === null}
          onPress={() => setView(store, { question: opening ?? SINGLE })}
        >
          {say.start}
        </Button>
      </div>
    );
  }
  const panel = { ...props, layer, change };
  return (
    <div className="priority-tab">
      <PriorityCriteria {...panel} />
      <PriorityMethod {...panel} />
      <PriorityList {...panel} />
      <ListSheets {...panel} />
      <PrioritySureness {...panel} />
      <PriorityApparent {...panel} />
      <PriorityWhy {...panel}>{(area) => <AreaButtons {...panel} area={area} />}</PriorityWhy>
      <Decision {...panel} />
      <StillButton className="button" onPress={end}>
        {say.end}
      </StillButton>
    </div>
  );
}

type SheetDoors = PriorityTabProps & { readonly layer: PriorityLayer };

/** All sheets of the list at once, as far as a meeting reads them. */
function ListSheets({ layer, onSheet: _, ...props }: SheetDoors) {
  const { words, format } = props;
  const listed = useMemo(() => listedAreas(layer) as readonly AreaIndex[], [layer]);
  const areas = listed.slice(0, LONGEST_LIST);
  if (areas.length === 0) return null;
  const label = areas.length < listed.length ? words.sheet.printFirst : words.sheet.printAll;
  return (
    <div className="priority-buttons">
      <PrintSheets {...props} areas={areas} label={label(format.count(areas.length))} />
    </div>
  );
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

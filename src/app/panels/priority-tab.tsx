import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import { openingPriority, type PriorityLayer } from '#app/priority-layer.ts';
import { setView } from '#app/store.ts';
import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { Priority } from '#core/view.ts';
import { Decision } from './decision.tsx';
import { PriorityApparent } from './priority-apparent.tsx';
import { PriorityCriteria } from './priority-criteria.tsx';
import { PriorityList } from './priority-list.tsx';
import { PriorityMethod } from './priority-method.tsx';
import { PrioritySureness } from './priority-sureness.tsx';
import { PriorityWhy } from './priority-why.tsx';
import './priority.css';

export interface PriorityPanelProps extends PanelProps {
  readonly layer: PriorityLayer;
  readonly change: (patch: Partial<Priority>) => void;
}

/** Which areas first, by weights that everyone can see; how sure that is, and why. */
export function PriorityTab(props: PanelProps) {
  const { picture, store, words } = props;
  const { manifest } = picture.atlas;
  const change = useCallback(
    (patch: Partial<Priority>) => {
      const now = store.getState().view?.priority;
      if (now) setView(store, { priority: { ...now, ...patch } });
    },
    [store],
  );
  const say = words.priority;
  if (picture.priority === null) {
    const answerable = indicators(manifest.extremePovertyDecile)
      .filter((one) => isAnswerable(manifest, one))
      .map(({ id }) => id);
    const opening = openingPriority(answerable);
    return (
      <div className="priority-tab">
        <p>{say.invite}</p>
        <Button
          className="button primary"
          isDisabled={opening === null}
          onPress={() => setView(store, { priority: opening })}
        >
          {say.start}
        </Button>
      </div>
    );
  }
  const panel = { ...props, layer: picture.priority, change };
  return (
    <div className="priority-tab">
      <PriorityCriteria {...panel} />
      <PriorityMethod {...panel} />
      <PriorityList {...panel} />
      <PrioritySureness {...panel} />
      <PriorityApparent {...panel} />
      <PriorityWhy {...panel} />
      <Decision {...panel} />
      <Button className="button" onPress={() => setView(store, { priority: null })}>
        {say.end}
      </Button>
    </div>
  );
}

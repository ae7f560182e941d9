import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { MOST_DRAWN } from '#app/priority-desk.ts';
import { listedAreas } from '#app/priority-list.ts';
import { robustness } from '#app/priority-words.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { UNCERTAIN_FACTORS } from '#core/rank-tally.ts';
import type { PriorityPanelProps } from './priority-tab.tsx';

/** Below this share a choice is not spoken of. */
const LEAST_SHARE = 0.01;

/** How many of the list stay in it whatever is chosen, and which choice matters most. */
export function PrioritySureness(props: PriorityPanelProps) {
  const { words, format, layer } = props;
  const say = words.priority.uncertain;
  const { uncertainty, choice } = layer;
  return (
    <section className="priority-sureness">
      <h2>{say.heading}</h2>
      {uncertainty ? <Found {...props} uncertainty={uncertainty} /> : <Work {...props} />}
      <p className="note">{say.how(format.count(uncertainty?.runs ?? choice.runs), String(choice.seed))}</p>
    </section>
  );
}

function Work({ store, words, format, layer, priorityDesk }: PriorityPanelProps) {
  const say = words.priority.uncertain;
  const work = useStore(store, (state) => state.priority);
  if (layer.scaled.lacks.length > MOST_DRAWN) return <p>{say.tooMany(format.count(MOST_DRAWN))}</p>;
  if (work.state === 'running') {
    return (
      <div className="priority-running">
        <label>
          {say.running(format.percentUnit(Math.round(work.progress * 100) / 100))}
          <progress max={1} value={work.progress} />
        </label>
        <Button className="button" onPress={() => priorityDesk.cancel()}>
          {say.cancel}
        </Button>
      </div>
    );
  }
  if (work.state === 'canceled' || work.state === 'failed') {
    return (
      <div className="priority-running">
        <p role="alert">{work.state === 'failed' ? say.failed : say.canceled}</p>
        <Button className="button" onPress={() => priorityDesk.again()}>
          {say.again}
        </Button>
      </div>
    );
  }
  return <p className="priority-running">{say.waiting}</p>;
}

function Found({
  words,
  format,
  layer,
  uncertainty,
}: PriorityPanelProps & { readonly uncertainty: PriorityUncertainty }) {
  const say = words.priority.uncertain;
  const listed = listedAreas(layer);
  const sure = listed.filter((i) => robustness(layer, i) === 'sure').length;
  const shares = [
    ...UNCERTAIN_FACTORS.map((factor) => [factor, uncertainty.share[factor]] as const),
    ['interaction', uncertainty.interaction] as const,
  ]
    .filter(([, share]) => share >= LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([factor, share]) => [say.factors[factor], format.percentUnit(share)] as const);
  const [first, ...rest] = shares;
  return (
    <div className="priority-running" role="status">
      <p>
        {listed.length < layer.scaled.complete.length
          ? say.summary(format.count(sure), format.count(listed.length))
          : say.everyone}{' '}
        {first === undefined
          ? say.none
          : rest.length === 0
            ? say.onlyOne(...first)
            : say.most(...first, rest.map((each) => say.factor(...each)).join(', '))}
      </p>
    </div>
  );
}

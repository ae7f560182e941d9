import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage } from '#app/page.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import { UNCERTAIN_FACTORS } from '#core/rank-tally.ts';
import { runsFor } from '#desk/priority-desk.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { orderName } from '#words/list-words.ts';
import { criterionName, robustness } from '#words/priority-words.ts';
import { usePriority } from './priority-shown.ts';

/** Below this share a choice is not spoken of. */
const LEAST_SHARE = 0.01;

/** How many of the list stay in it whatever is chosen, and which choice matters most. */
export function PrioritySureness() {
  const { words, format } = usePage();
  const layer = usePriority();
  const { uncertainty } = layer;
  return (
    <section className="priority-sureness" aria-label={words.priority.uncertain.heading}>
      {uncertainty ? <Found {...{ layer, uncertainty }} /> : <Work top={layer.top} />}
      <details>
        <summary>{words.rooms.priority.more}</summary>
        <p className="note">{howText(layer, words, format)}</p>
      </details>
    </section>
  );
}

/** What was drawn, how often, and what that leaves out. */
function howText(layer: PriorityLayer, words: Words, format: Format): string {
  const { uncertainty, choice, listing } = layer;
  const runs = runsFor(layer);
  const coarse = uncertainty?.resolution ?? 1;
  const seed = String(choice.seed);
  const made = format.count(uncertainty?.runs ?? runs);
  return [
    listing.order === 'index'
      ? words.priority.uncertain.how(made, seed)
      : words.list.howRate(made, seed, orderName(layer, words)),
    ...(runs < choice.runs ? [words.list.fewer(format.count(choice.runs))] : []),
    ...(coarse > 1 ? [words.list.coarse(format.count(coarse))] : []),
    ...(listing.list.limitedBy === 'areas' ? [] : [words.list.lengthHeld(format.count(layer.top))]),
  ].join(' ');
}

function Work({ top }: Pick<PriorityLayer, 'top'>) {
  const { store, words, format, priorityDesk } = usePage();
  const say = words.priority.uncertain;
  const work = useStore(store, (state) => state.priority);
  if (top === 0) return <p>{words.list.reaches}</p>;
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
  layer,
  uncertainty,
}: {
  readonly layer: PriorityLayer;
  readonly uncertainty: PriorityUncertainty;
}) {
  const { words, format } = usePage();
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
      {uncertainty.alike.length > 0 ? (
        <p>{say.alike(uncertainty.alike.map((k) => criterionName(layer, k, words)).join(', '))}</p>
      ) : null}
      <p>
        {listed.length < layer.listing.list.ranked
          ? say.summary(format.count(sure), format.count(listed.length))
          : say.everyone}{' '}
        {first === undefined
          ? say.none
          : rest.length === 0
            ? say.onlyOne(...first)
            : say.most(...first, rest.map((each) => say.factor(...each)).join(', '))}
        {first !== undefined && layer.choice.list.least + (layer.choice.list.most ?? 0) > 0
          ? ` ${say.beforeQuota}`
          : null}
      </p>
    </div>
  );
}

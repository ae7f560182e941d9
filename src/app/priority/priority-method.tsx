import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { Choice } from '#app/kit/choice.tsx';
import { WholeField } from '#app/kit/whole-field.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { goalpostsOf } from '#core/criterion-goalposts.ts';
import { LARGEST_SEED, LEAST_RUNS, MOST_RUNS } from '#core/link-part.ts';
import { MOST_CONCENTRATION } from '#core/priority-rule-text.ts';
import type { Priority } from '#core/view.ts';
import { criterionName } from '#words/priority-words.ts';
import { type ChangePriority, useChangePriority, usePriority } from './priority-shown.ts';

type Chosen<Key extends keyof Priority> = { readonly change: ChangePriority } & Pick<Priority, Key>;

/** How values become one scale, and one score; what the map shows of it. */
export function PriorityMethod() {
  const { words } = usePage();
  const change = useChangePriority();
  const { scaling, aggregation, runs, seed, concentration } = usePriority(
    useShallow(({ choice }) => ({
      scaling: choice.scaling,
      aggregation: choice.aggregation,
      runs: choice.runs,
      seed: choice.seed,
      concentration: choice.concentration,
    })),
  );
  const say = words.priority;
  return (
    <details>
      <summary>
        {say.method}: {say.aggregations[aggregation]}, {say.scalings[scaling]}
      </summary>
      <div className="stack">
        <p className="note">{say.noOfficial}</p>
        <ScalingChoice {...{ change, scaling }} />
        <p className="note">{say.scalingNotes[scaling]}</p>
        {scaling === 'goalposts' ? <Goalposts /> : null}
        <AggregationChoice {...{ change, aggregation }} />
        <p className="note">{say.aggregationNotes[aggregation]}</p>
        <Draws {...{ change, runs, seed, concentration }} />
      </div>
    </details>
  );
}

// The choices rest while a weight is dragged.

const ScalingChoice = memo(function ScalingChoice({ change, scaling }: Chosen<'scaling'>) {
  const { words } = usePage();
  const say = words.priority;
  return (
    <Choice
      label={say.scaling}
      labelShown
      value={scaling}
      options={(['goalposts', 'z', 'percentile'] as const).map((id) => ({ id, label: say.scalings[id] }))}
      onChange={(id) => change({ scaling: id })}
    />
  );
});

const AggregationChoice = memo(function AggregationChoice({ change, aggregation }: Chosen<'aggregation'>) {
  const { words } = usePage();
  const say = words.priority;
  return (
    <Choice
      label={say.aggregation}
      labelShown
      value={aggregation}
      options={(['arithmetic', 'geometric', 'mazziotta-pareto'] as const).map((id) => ({
        id,
        label: say.aggregations[id],
      }))}
      onChange={(id) => change({ aggregation: id })}
    />
  );
});

/** What makes the uncertainty repeatable. */
const Draws = memo(function Draws(props: Chosen<'runs' | 'seed' | 'concentration'>) {
  const { words, format } = usePage();
  const { change, runs, seed, concentration } = props;
  const say = words.list.draws;
  const fields = [
    ['runs', runs, LEAST_RUNS, MOST_RUNS],
    ['seed', seed, 0, LARGEST_SEED],
    ['concentration', concentration, 1, MOST_CONCENTRATION],
  ] as const;
  return (
    <div className="list-draws">
      <h3>{say.heading}</h3>
      {fields.map(([key, value, least, most]) => (
        <WholeField
          key={key}
          {...{ words, format, value, least, most }}
          label={say[key]}
          grouped={key !== 'seed'}
          onValue={(typed) => {
            if (typed !== null) change({ [key]: typed });
          }}
        />
      ))}
      <p className="note">{say.note}</p>
    </div>
  );
});

/** From 0 to 100 of the urgency: where more is better the scale is turned over. */
function Goalposts() {
  const { words, format } = usePage();
  const method = usePicture(({ view }) => view.method);
  const chosen = usePriority(useShallow(({ indicators }) => indicators));
  const names = usePriority(
    useShallow((layer) => layer.indicators.map((_, k) => criterionName(layer, k, words))),
  );
  const drawnIn = usePriority(({ scaled }) => scaled.drawnIn);
  const say = words.priority;
  return (
    <ul className="priority-goalposts note">
      {chosen.map(({ id, polarity }, k) => {
        const { low, high } = goalpostsOf(id, method);
        const [from, to] = polarity === 'more-is-worse' ? [low, high] : [high, low];
        const beyond = drawnIn[k] ?? 0;
        return (
          <li key={id}>
            {say.goalpost(names[k] ?? '', format.percentUnit(from), format.percentUnit(to))}
            {beyond > 0 ? ` (${say.drawnIn(format.count(beyond))})` : null}
          </li>
        );
      })}
    </ul>
  );
}

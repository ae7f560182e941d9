import { useDeferredValue, useMemo } from 'react';
import { DASH } from '#app/format.ts';
import { placeText } from '#app/list-words.ts';
import { listedAreas } from '#app/priority-list.ts';
import { reasonsOf, type WayOut } from '#app/priority-reasons.ts';
import { CRITERION_COLORS, criterionName, lackText, scoreText, weightText } from '#app/priority-words.ts';
import type { PriorityPanelProps } from './priority-tab.tsx';

/** What makes the score of the area selected last, else of the first in the list, and what would take it out. */
export function PriorityWhy(props: PriorityPanelProps) {
  const { picture, words, format, layer } = props;
  const say = words.priority.why;
  const area = picture.selected.at(-1) ?? listedAreas(layer)[0];
  if (area === undefined) return null;
  const name = picture.geography.areas[area]?.name ?? DASH;
  const lack = lackText(picture, layer, area, words);
  const [rank, score] = [layer.index.rank[area] ?? 0, layer.index.score[area] ?? Number.NaN];
  return (
    <section className="priority-why">
      <h2>{say.heading(name)}</h2>
      {lack === null ? (
        <>
          <p>
            {say.place(
              format.count(rank),
              format.count(layer.scaled.complete.length),
              scoreText(score, format),
            )}
          </p>
          <Points {...props} area={area} />
          <WaysOut {...props} area={area} />
        </>
      ) : (
        <p>{lack}</p>
      )}
      <p className="note">{say.choose}</p>
    </section>
  );
}

type AreaProps = PriorityPanelProps & { readonly area: number };

function Points({ words, format, layer, area }: AreaProps) {
  const { head, sum } = words.priority.why;
  const at = (column: Float64Array | undefined) => column?.[area] ?? Number.NaN;
  return (
    <table className="priority-points">
      <thead>
        <tr>
          <th scope="col">{head.criterion}</th>
          <th scope="col">{head.value}</th>
          <th scope="col">{head.urgency}</th>
          <th scope="col">{head.weight}</th>
          <th scope="col">{head.points}</th>
        </tr>
      </thead>
      <tbody>
        {layer.measures.map((measure, k) => (
          <tr key={layer.indicators[k]?.id}>
            <th scope="row">
              <span className="criterion-swatch" style={{ background: CRITERION_COLORS[k] }} />
              {criterionName(layer, k, words)}
            </th>
            <td>{format.percentUnit(at(measure.value))}</td>
            <td>{scoreText(at(layer.scaled.urgency[k]), format)}</td>
            <td>{weightText(layer.index.weights[k] ?? 0, words)}</td>
            <td>{scoreText(at(layer.contributions[k]), format)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {sum}
          </th>
          <td>{scoreText(at(layer.index.score), format)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function WaysOut({ words, format, layer: now, area }: AreaProps) {
  // Behind the sliders: some of it is found by trial.
  const layer = useDeferredValue(now);
  const say = words.priority.why;
  const reasons = useMemo(() => reasonsOf(layer, area), [layer, area]);
  if (reasons === null) return null;
  const place = placeText(layer, area, words, format);
  if (!reasons.byIndex)
    return (
      <p>
        {place} {words.list.way}
      </p>
    );
  if (!reasons.listed) return <p>{say.gap(scoreText(reasons.gap, format))}</p>;
  const written = ({ kind, criterion, side, from, to }: WayOut) => {
    const name = criterionName(layer, criterion, words);
    const write = kind === 'value' ? format.percentUnit : (share: number) => weightText(share, words);
    const told =
      kind === 'value'
        ? { below: say.below, above: say.above }
        : { below: say.weightBelow, above: say.weightAbove };
    return told[side](name, write(to), write(from));
  };
  return (
    <>
      {reasons.ways.length === 0 ? (
        <p>{say.stays}</p>
      ) : (
        <>
          <p>{say.out}</p>
          <ul className="priority-ways">
            {reasons.ways.map((way) => (
              <li key={`${way.kind} ${way.criterion}`}>{written(way)}</li>
            ))}
          </ul>
        </>
      )}
      {reasons.valuesLeftOut ? <p className="note">{say.tooMany}</p> : null}
    </>
  );
}

import { useDeferredValue, useMemo, useRef } from 'react';
import { usePage } from '#app/page.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { useShown } from '#app/use-shown.ts';
import { layerOf } from '#picture/layer.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { reasonsOf, type WayOut } from '#picture/priority-reasons.ts';
import { apparentWords, placeText } from '#words/list-words.ts';
import {
  beyondText,
  CRITERION_COLORS,
  criterionName,
  lackText,
  pointsOf,
  scoreText,
  sureLines,
  weightText,
} from '#words/priority-words.ts';
import { unmeasuredLines } from '#words/unmeasured-words.ts';
import { PriorityBars } from './priority-bars.tsx';
import './priority.css';

interface AccountProps extends PanelProps {
  readonly layer: PriorityLayer;
  readonly area: number;
  /** Ways out of the list beyond these are counted, not listed. */
  readonly mostWays: number;
}

/** How the score of an area comes about, how sure its rank is, and what alone would take it out of the list. */
export function PriorityAccount(props: AccountProps) {
  const { picture, words, format, layer, area } = props;
  const lack = lackText(picture, layer, area, words);
  const lines = [
    placeText(layer, area, words, format),
    apparentWords(layer, area, words, format)?.line ?? null,
    beyondText(layer, area, words),
    ...sureLines(layer, area, words, format),
  ].flatMap((line) => (line === null ? [] : <p key={line}>{line}</p>));
  if (lack !== null) {
    return (
      <div className="priority-account">
        <p>{lack}</p>
        <div>{lines}</div>
      </div>
    );
  }
  const [rank, score] = [layer.index.rank[area] ?? 0, layer.index.score[area] ?? Number.NaN];
  const all = format.count(layer.scaled.complete.length);
  return (
    <div className="priority-account">
      <div>
        <p>{words.priority.why.place(format.count(rank), all, scoreText(score, format))}</p>
        <svg className="priority-bar" aria-hidden="true" focusable="false">
          <PriorityBars points={layer.contributions.map((column) => column[area] ?? Number.NaN)} numbered />
        </svg>
        <Points {...props} />
      </div>
      <div>
        {lines}
        <WaysOut {...props} />
      </div>
    </div>
  );
}

function Points({ words, format, layer, area }: AccountProps) {
  const { head, sum } = words.priority.why;
  const at = (column: Float64Array | undefined) => column?.[area] ?? Number.NaN;
  const points = pointsOf(layer, area);
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
              <span aria-hidden="true">{`${k + 1} `}</span>
              {criterionName(layer, k, words)}
            </th>
            <td>{format.percentUnit(at(measure.value))}</td>
            <td>{scoreText(at(layer.scaled.urgency[k]), format)}</td>
            <td>{weightText(layer.index.weights[k] ?? 0, words)}</td>
            <td>{scoreText(points[k] ?? Number.NaN, format)}</td>
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

/** Behind the sliders, for some of it is found by trial: told once they rest, and of no other area meanwhile. */
function WaysOut({ picture, words, format, layer: now, area: asked, mostWays }: AccountProps) {
  const { resting } = usePage();
  const rested = useShown(resting)?.picture ?? picture;
  const layer = useDeferredValue(layerOf(rested, 'priority') ?? now);
  const told = useRef(asked);
  if (rested === picture) told.current = asked;
  const area = told.current;
  const say = words.priority.why;
  const reasons = useMemo(() => reasonsOf(layer, area), [layer, area]);
  if (reasons === null || area !== asked) return null;
  const unmeasured = unmeasuredLines(rested, layer, area, reasons, words, format).map((line) => (
    <p key={line}>{line}</p>
  ));
  if (!reasons.byIndex || !reasons.listed) {
    return (
      <>
        <p>{reasons.byIndex ? say.gap(scoreText(reasons.gap, format)) : words.list.way}</p>
        {unmeasured}
      </>
    );
  }
  const written = ({ kind, criterion, side, from, to }: WayOut) => {
    const name = criterionName(layer, criterion, words);
    const write = kind === 'value' ? format.percentUnit : (share: number) => weightText(share, words);
    const told =
      kind === 'value'
        ? { below: say.below, above: say.above }
        : { below: say.weightBelow, above: say.weightAbove };
    return told[side](name, write(to), write(from));
  };
  const { ways } = reasons;
  return (
    <>
      {ways.length === 0 ? (
        <p>{say.stays}</p>
      ) : (
        <>
          <p>{say.out}</p>
          <ul className="priority-ways">
            {ways.slice(0, mostWays).map((way) => (
              <li key={`${way.kind} ${way.criterion}`}>{written(way)}</li>
            ))}
            {ways.length > mostWays ? (
              <li>{words.sheet.moreWays(format.count(ways.length - mostWays))}</li>
            ) : null}
          </ul>
        </>
      )}
      {unmeasured}
      {reasons.valuesLeftOut ? <p className="note">{say.tooMany}</p> : null}
    </>
  );
}

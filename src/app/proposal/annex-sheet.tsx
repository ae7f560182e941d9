import { useMemo } from 'react';
import { annexAreas, annexReason, heldText, isLowCoverage, sourcesText } from '#export/annex.ts';
import { tierMark } from '#export/export-sheet.ts';
import { figuresOf } from '#picture/figures.ts';
import { DASH } from '#words/format.ts';
import {
  criterionName,
  pointsOf,
  priorityFormula,
  scoreText,
  sureWord,
  weightText,
} from '#words/priority-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import '#app/kit/paper.css';
import './annex-sheet.css';
import { decisionOf } from '#picture/decision-value.ts';
import { AnnexMap } from './annex-map.tsx';
import type { ScenarioProps } from './scenario-props.ts';

/** A proposal on paper: what the annex holds in every row stands once, around its table. */
export function AnnexSheet(props: ScenarioProps) {
  const { picture, words, format, layer, dataset, scenario } = props;
  const { manifest, territory } = picture.atlas;
  const say = words.decision.annex;
  const { parts } = sentenceOf(picture, words, format);
  const mark = tierMark(manifest, words);
  const { seed, runs } = layer.choice;
  const village = picture.view.level === 'village';
  const rows = useMemo(() => annexAreas(picture, scenario), [picture, scenario]);
  const held = heldText(picture, scenario, words, format);
  const today = new Intl.DateTimeFormat(words.language.locale, { dateStyle: 'long' }).format(new Date());
  return (
    <article className="printed printed-annex" lang={words.language.locale}>
      <header>
        <div>
          <h1>{say.title}</h1>
          <p>
            {scenario.title} · {territory.name} · {format.period(picture.view.period)}
          </p>
        </div>
        {mark ? <p className="tier">{mark.text}</p> : null}
      </header>
      <div className="annex-top">
        <div>
          <p>{parts.join(' · ')}</p>
          {held === null ? null : (
            <p>
              <strong>{say.held}:</strong> {held}
            </p>
          )}
        </div>
        <AnnexMap {...props} rows={rows} />
      </div>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col">{say.number}</th>
            <th scope="col">{village ? words.level.Village : words.level.District}</th>
            <th scope="col">{say.decision}</th>
            <th scope="col" className="number">
              {words.priority.columns.rank}
            </th>
            <th scope="col" className="number">
              {words.priority.columns.score}
            </th>
            {layer.indicators.map(({ id }, k) => (
              <th key={id} scope="col" className="number">
                {criterionName(layer, k, words)} ({weightText(layer.index.weights[k] ?? 0, words)})
              </th>
            ))}
            <th scope="col" className="number">
              D/S
            </th>
            <th scope="col">{say.reason}</th>
            <th scope="col">{say.dissent}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((index, row) => (
            <Row key={index} {...props} index={index} number={row + 1} />
          ))}
        </tbody>
      </table>
      <footer>
        <p>{words.sheet.lowCoverageNote(format.percentUnit(layer.choice.leastWeighed))}</p>
        <p>
          <strong>{say.proposal}</strong>
        </p>
        <p>
          {words.export.columns.source}: {sourcesText(picture, words)} ·{' '}
          {words.boundaries[manifest.boundaries.kind]}
        </p>
        <p>
          {priorityFormula(layer, words)} · {say.methodOf(String(picture.view.method))} ·{' '}
          {say.uncertainty(format.count(layer.uncertainty?.runs ?? runs), String(seed))} · {say.figures}:{' '}
          {figuresOf(dataset)} · {today}
        </p>
        <p className="signature">{say.signature}</p>
      </footer>
    </article>
  );
}

/** Each criterion with its rate, its counts and its points. */
function Row({
  picture,
  words,
  format,
  layer,
  scenario,
  index,
  number,
}: ScenarioProps & { readonly index: number; readonly number: number }) {
  const say = words.decision.annex;
  const area = picture.geography.areas[index];
  if (!area) return null;
  const { areas } = picture.atlas.territory.districts;
  const district = areas.find(({ code }) => code === area.parent)?.name;
  const decision = decisionOf(scenario, area.code);
  const { chosen, dissent } = decision;
  const { measured, target, weighed } = layer.listing.place;
  const rank = layer.index.rank[index] ?? 0;
  const sure = sureWord(layer, index, words);
  const points = pointsOf(layer, index);
  const at = (column: ArrayLike<number> | undefined) => column?.[index] ?? Number.NaN;
  return (
    <tr>
      <td>{format.count(number)}</td>
      <td>
        {area.name}
        {district ? <small>{district}</small> : null}
      </td>
      <td>{chosen ? say.chosen : say.notChosen}</td>
      <td className="number">
        {rank === 0 ? DASH : format.count(rank)}
        {sure ? <small>{sure}</small> : null}
      </td>
      <td className="number">{scoreText(at(layer.index.score), format)}</td>
      {layer.measures.map(({ value, table }, k) => (
        <td key={table.indicator} className="number">
          {format.percentUnit(at(value))}
          <small>
            {format.count(at(table.numerator))}/{format.count(at(table.denominator))}
          </small>
          <small>{say.points(scoreText(points[k] ?? Number.NaN, format))}</small>
        </td>
      ))}
      <td className="number">
        {format.percentUnit(at(weighed))}
        <small>
          {format.count(at(measured))}/{format.count(at(target))}
        </small>
        {isLowCoverage(layer, index) ? <small className="annex-low">{words.sheet.lowCoverage}</small> : null}
      </td>
      <td>{annexReason(picture, decision, index, words, format)}</td>
      <td>{dissent}</td>
    </tr>
  );
}

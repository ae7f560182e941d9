import type { PanelProps } from '#app/panel-props.ts';
import type { Scenario } from '#picture/decision-value.ts';
import { reasonText } from '#words/decision-words.ts';
import { DASH } from '#words/format.ts';

type ListProps = Pick<PanelProps, 'picture' | 'words'> & { readonly scenario: Scenario };

/** A proposal as it was decided, where the data that are open cannot answer what it asks. */
export function DecidedList({ picture, words, scenario }: ListProps) {
  const say = words.decision;
  const { villages, districts } = picture.atlas.territory;
  const nameOf = (code: Scenario['areas'][number]['code']) =>
    [villages, districts].flatMap(({ areas, indexOf }) => areas[indexOf.get(code) ?? -1]?.name ?? [])[0] ??
    code;
  return (
    <section className="decision">
      <h2>{scenario.title}</h2>
      <p role="status">{say.unanswered}</p>
      <ul className="decision-rows">
        {scenario.areas.map((one) => (
          <li key={one.code}>
            {nameOf(one.code)}: {one.chosen ? say.annex.chosen : say.annex.notChosen},{' '}
            {words.priority.columns.rank.toLowerCase()} {DASH}
            <p className="note decision-said">
              {reasonText(one, () => DASH) || DASH}
              {one.dissent === '' ? null : <em> {one.dissent}</em>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

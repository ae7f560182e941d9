import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { PanelProps } from '#app/panel-props.ts';
import { CellStatus } from '#core/area-table.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { SurveyFigure } from '#picture/survey-figure.ts';
import { sourceName } from '#words/agreement-words.ts';
import { sourceTitles } from '#words/shipped-text.ts';
import { SurveyForm } from './survey-form.tsx';
import '#app/kit/charts.css';
import '#app/kit/sources.css';
import { secondPicture } from '#picture/second-picture.ts';
import { statusLabel } from '#words/status-words.ts';

/** The rate of all areas together, per 1; NaN where the sum is not known. */
function cityRate({ totals: { city } }: Picture): number {
  return city.status === CellStatus.observed ? city.numerator / city.denominator : Number.NaN;
}

/** The whole city, source by source: what was counted here and there, and what a survey estimates. */
export function CitySources(props: PanelProps) {
  const { picture, store, words, format } = props;
  const { atlas, indicator, view } = picture;
  const agreement = layerOf(picture, 'agreement');
  const heading = useId();
  const [editing, setEditing] = useState(false);
  const surveys = useStore(store, (state) => state.surveys);
  const survey = surveys[indicator.id] ?? null;
  const say = words.sources.city;
  // A survey is of all children of the city: beside a part of them it says nothing.
  const whole =
    view.filters.districts.length === 0 &&
    Object.values(view.filters.classes).every((classes) => !classes?.length);
  if (view.measure !== 'rate' || (!whole && !agreement)) return null;
  const keep = (next: SurveyFigure | null) => {
    const { [indicator.id]: _, ...others } = surveys;
    store.setState({ surveys: next ? { ...others, [indicator.id]: next } : others });
    setEditing(false);
  };
  const difference = survey ? survey.rate - cityRate(picture) : Number.NaN;
  return (
    <section className="chart" aria-labelledby={heading}>
      <h2 id={heading}>{say.heading}</h2>
      <p className="chart-summary">{say.summary(atlas.territory.name)}</p>
      <table className="city-sources" aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{say.source}</th>
            <th scope="col">{say.value}</th>
            <th scope="col">{say.parts}</th>
          </tr>
        </thead>
        <tbody>
          <CountedRow {...props} name={sourceTitles(atlas.manifest, words)} />
          {agreement ? (
            <CountedRow
              {...props}
              picture={secondPicture(picture, agreement)}
              name={sourceName(agreement.source, words)}
            />
          ) : null}
          {survey && whole ? (
            <tr>
              <th scope="row">
                {survey.source === '' ? say.survey : survey.source}
                <small>{survey.year}</small>
              </th>
              <td>
                <strong>{format.percentUnit(survey.rate)}</strong>
                {survey.interval ? (
                  <small>{say.interval(...(survey.interval.map(format.percent) as [string, string]))}</small>
                ) : null}
              </td>
              <td>–</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {survey && whole ? (
        <p className="note">
          {Number.isNaN(difference) ? '' : `${say.difference(format.points(difference))} `}
          {say.note}
        </p>
      ) : null}
      {editing && whole ? (
        <SurveyForm {...props} survey={survey} onKeep={keep} onCancel={() => setEditing(false)} />
      ) : whole ? (
        <div className="survey-actions">
          <Button className="button" onPress={() => setEditing(true)}>
            {survey ? say.edit : say.add}
          </Button>
          {survey ? (
            <Button className="link" onPress={() => keep(null)}>
              {say.remove}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function CountedRow({ picture, words, format, name }: PanelProps & { readonly name: string }) {
  const { city } = picture.totals;
  const known = city.status === CellStatus.observed;
  const say = words.sources.city;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>
          {format.period(picture.view.period)} ·{' '}
          {say.counted(format.count(city.reporting), format.count(city.areas))}
        </small>
      </th>
      <td>
        <strong>
          {known ? format.percentUnit(cityRate(picture)) : statusLabel(city.status, picture, words)}
        </strong>
      </td>
      <td>{known ? `${format.count(city.numerator)}/${format.count(city.denominator)}` : '–'}</td>
    </tr>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Choice } from '#app/kit/choice.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { leave } from '#app/kit/way-out.ts';
import { usePage } from '#app/page.ts';
import { ServiceWorst } from '#app/sheet/service-worst.tsx';
import { comparePeriods } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';
import type { ServiceState } from '#core/service-coverage.ts';
import type { ServiceRecord } from '#core/service-record.ts';
import { questionOf } from '#core/view.ts';
import { toldAreas } from '#picture/layer.ts';
import type { ServiceLayer } from '#picture/service-layer.ts';
import { laidTierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { type AppStore, select, setView } from '#state/store.ts';
import { problemLine } from '#words/problems.ts';
import { cellText, percentText, serviceName, serviceNotes, shownService } from '#words/service-wording.ts';
import { ServiceHeat } from './service-heat.tsx';

type ServicePanelProps = MonitoredProps<ServiceLayer>;

const MOST_NAMED = 8;

/** A service or the score: in all, who is furthest behind, what is worst in the chosen area, and all at a glance. */
export function ServicePanel(props: ServicePanelProps) {
  return (
    <>
      <section className="chart monitored-summary" aria-label={props.words.monitoring.summary}>
        <Summary {...props} />
        <Named {...props} />
        {serviceNotes(props.layer, props).map((note) => (
          <p className="note" key={note}>
            {note}
          </p>
        ))}
        <Files {...props} />
      </section>
      <Worst {...props} />
      <ServiceHeat {...props} />
    </>
  );
}

const STATES: readonly ServiceState[] = ['observed', 'zero', 'noTarget', 'contradiction', 'missing'];

function Summary({ layer, picture, store, words, format }: ServicePanelProps) {
  const { asked, periods, stand, place, scores } = layer;
  const indicator = shownService(layer);
  const say = words.service;
  const shown = place === null ? stand.cells.flat() : (stand.cells[place] ?? []);
  const counts = STATES.map((state) => ({
    state,
    count: shown.filter((cell) => cell.state === state).length,
  })).filter(({ count }) => count > 0);
  const city = place === null ? undefined : stand.city[place];
  const { name } = picture.atlas.territory;
  return (
    <>
      <Choice
        label={say.period}
        labelShown
        value={asked.period}
        options={periods.map((id) => ({ id, label: format.period(id) }))}
        onChange={(period) => setView(store, { question: { ...asked, period } })}
      />
      {indicator && city ? (
        <p className="chart-summary">
          {serviceName(indicator, words)}. {name}: {cellText(city, indicator, { words, format })}.
        </p>
      ) : null}
      <ul className="monitored-figures">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <strong>{format.count(count)}</strong>
            <span className="note">{say.states[state]}</span>
          </li>
        ))}
      </ul>
      {scores.absent.length > 0 ? (
        <p className="note">{say.absent(format.count(scores.absent.length))}</p>
      ) : null}
    </>
  );
}

function Named({ layer, picture, store, words, format }: ServicePanelProps) {
  const { areas } = toldAreas(picture);
  if (areas.length === 0) return <p className="note">{words.service.talk.none}</p>;
  return (
    <table className="named-areas">
      <caption>{words.service.talk.told}</caption>
      <tbody>
        {areas.slice(0, MOST_NAMED).map((index) => {
          const area = picture.geography.areas[index];
          return area ? (
            <tr key={area.code}>
              <th scope="row">
                <Button className="link" onPress={() => select(store, area.code, false)}>
                  {area.name}
                </Button>
              </th>
              <td>{percentText(layer.value[index] ?? Number.NaN, format)}</td>
            </tr>
          ) : null;
        })}
      </tbody>
    </table>
  );
}

/** What is furthest from its target in the chosen area. */
function Worst({ layer, picture, words }: ServicePanelProps) {
  const index = picture.selected[0];
  const area = index === undefined ? undefined : picture.geography.areas[index];
  if (index === undefined || !area) return <p className="note">{words.service.choose}</p>;
  return <ServiceWorst stand={layer.stand} index={index} name={area.name} />;
}

/** Forms that come in, read in a worker of their own as every file is, and go out in the same layout. */
function Files({ layer, dataset, words, format, picture }: ServicePanelProps) {
  const say = words.service.files;
  const save = () => {
    const { services } = dataset;
    if (!services) return;
    const { territory } = picture.atlas.manifest;
    const tier = laidTierOf(picture.atlas);
    leave(tier, ({ hand }) => {
      void import('#data/service-form.ts').then(({ serviceFormRows }) =>
        hand(
          fileName({
            mark: words.export.marks[tier],
            parts: [territory, say.saveName, format.period(layer.asked.period)],
            ending: 'csv',
          }),
          safeCsv(serviceFormRows(services, layer.asked.period, dataset.territory), SPREADSHEET_DIALECT),
        ),
      );
    });
  };
  return (
    <>
      <p className="note">{say.about}</p>
      <ServiceLoad />
      <Button className="button" onPress={save}>
        {say.save}
      </Button>
    </>
  );
}

/** A question of services that are there no more goes on to the last period, and to all services together. */
function showLoaded(store: AppStore): void {
  const { atlas, view } = store.getState();
  const asked = view && questionOf(view, 'service');
  const services = atlas?.dataset?.services;
  if (!asked || !services) return;
  const periods = services.rows.map(({ period }) => period).sort(comparePeriods);
  const { shown } = asked;
  const isThere = shown.kind === 'score' || services.indicators.some(({ id }) => id === shown.id);
  const question = {
    ...asked,
    period: periods.includes(asked.period) ? asked.period : (periods.at(-1) ?? asked.period),
    shown: isThere ? shown : ({ kind: 'score', formula: 'received' } as const),
  };
  if (question.period !== asked.period || question.shown !== shown) setView(store, { question });
}

/** Loads forms of services into the data that are open, and says what came of it. */
export function ServiceLoad() {
  const { session, store, words, format } = usePage();
  const [said, setSaid] = useState<readonly string[]>([]);
  const load = async (files: readonly File[]) => {
    const { atlas, language } = store.getState();
    const territory = atlas?.territory;
    if (!territory) return;
    const [{ createFileReader }, { unpackTable }, { readServiceForm, serviceForm }] = await Promise.all([
      import('#data/file-reader.ts'),
      import('#data/packed-sheet.ts'),
      import('#data/service-form.ts'),
    ]);
    const lines: string[] = [];
    const tell = (problems: readonly Problem[]) => {
      for (const problem of problems)
        if (problem.severity !== 'note') lines.push(problemLine(problem, language));
    };
    for (const file of await createFileReader().read(files)) {
      const sheets = file.kind === 'table' ? unpackTable(file).sheets : [];
      const forms = sheets.flatMap((sheet) => serviceForm(sheet) ?? []);
      if ('problems' in file) tell(file.problems);
      if (forms.length === 0) lines.push(words.service.files.none);
      for (const form of forms) {
        const { record, problems } = readServiceForm(form, file.name, territory);
        tell(problems);
        if (!record || !session.addServices(record satisfies ServiceRecord)) continue;
        showLoaded(store);
        lines.push(words.service.files.loaded(format.count(record.rows.length), file.name));
      }
    }
    setSaid(lines);
  };
  return (
    <>
      <FileChoice allowsMultiple onFiles={(files) => void load(files)}>
        {words.service.files.load}
      </FileChoice>
      <ul aria-live="polite">
        {[...new Set(said)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

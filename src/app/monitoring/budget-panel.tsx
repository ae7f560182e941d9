import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Choice } from '#app/kit/choice.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { leave } from '#app/kit/way-out.ts';
import { usePage } from '#app/page.ts';
import { type BudgetActivity, budgetCut, SHARE_KEYS } from '#core/budget.ts';
import { SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';
import type { BudgetLayer } from '#picture/budget-layer.ts';
import { toldAreas } from '#picture/layer.ts';
import { laidTierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { select, setView } from '#state/store.ts';
import { budgetNotes, rupiahText, unlocatedLines } from '#words/budget-wording.ts';
import { problemLine } from '#words/problems.ts';
import { BestSpread } from './best-spread.tsx';

type BudgetPanelProps = MonitoredProps<BudgetLayer>;

const MOST_NAMED = 8;

/** Money against burden: in all and by cut, who has a gap, and the spread that would reach most. */
export function BudgetPanel(props: BudgetPanelProps) {
  return (
    <>
      <section className="chart monitored-summary" aria-label={props.words.monitoring.summary}>
        <Summary {...props} />
        <Named {...props} />
        {budgetNotes(props.layer, props).map((note) => (
          <p className="note" key={note}>
            {note}
          </p>
        ))}
      </section>
      <Cuts {...props} />
      <BestSpread {...props} />
      <Files {...props} />
    </>
  );
}

function Summary({ layer, store, words, format }: BudgetPanelProps) {
  const say = words.budget;
  const { asked, years, budget } = layer;
  const located = budget.placed.reduce((sum, amount) => sum + amount, 0);
  return (
    <>
      <div className="best-spread">
        <Choice
          label={say.year}
          labelShown
          value={String(asked.year)}
          options={years.map((year) => ({ id: String(year), label: String(year) }))}
          onChange={(year) => setView(store, { question: { ...asked, year: Number(year) } })}
        />
        <Choice
          label={say.keyLabel}
          labelShown
          value={asked.key}
          options={SHARE_KEYS.map((id) => ({ id, label: say.keys[id] }))}
          onChange={(key) => setView(store, { question: { ...asked, key } })}
        />
      </div>
      <p className="chart-summary">
        {say.total}: {rupiahText(budget.total, words, format)}. {say.located}:{' '}
        {rupiahText(located, words, format)}.
      </p>
      <ul>
        {unlocatedLines(layer, { words, format }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Named({ layer, picture, store, words, format }: BudgetPanelProps) {
  const { areas } = toldAreas(picture);
  if (areas.length === 0) return <p className="note">{words.budget.talk.none}</p>;
  return (
    <table className="named-areas">
      <caption>{words.budget.talk.told}</caption>
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
              <td>{format.count(layer.affected[index] ?? Number.NaN)}</td>
              <td>{words.budget.perChild(rupiahText(layer.perChild[index] ?? Number.NaN, words, format))}</td>
            </tr>
          ) : null;
        })}
      </tbody>
    </table>
  );
}

/** All money of the year three times over: each cut adds up to it. */
function Cuts({ layer, words, format }: BudgetPanelProps) {
  const say = words.budget;
  const cutBy = (name: (activity: BudgetActivity) => string) =>
    [...budgetCut(layer.shares, ({ activity }) => name(layer.activities[activity]!))].sort(
      ([, a], [, b]) => b.amount - a.amount,
    );
  const cuts = [
    { title: say.cuts.agency, lines: cutBy(({ agency }) => agency || say.unnamed) },
    { title: say.cuts.kind, lines: cutBy(({ kind }) => say.kinds[kind]) },
    { title: say.cuts.source, lines: cutBy(({ source }) => source || say.unnamed) },
  ];
  return (
    <section className="chart" aria-label={say.total}>
      <h2>{say.total}</h2>
      {cuts.map(({ title, lines }) => (
        <table className="named-areas" key={title}>
          <caption>{title}</caption>
          <tbody>
            {lines.map(([name, { amount }]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{rupiahText(amount, words, format)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

/** Lists of activities that come in, read in a worker of their own as every file is, and go out again. */
function Files({ dataset, picture, words, format }: BudgetPanelProps) {
  const { session, store } = usePage();
  const say = words.budget.files;
  const [said, setSaid] = useState<readonly string[]>([]);
  const save = () => {
    const { territory } = picture.atlas.manifest;
    const tier = laidTierOf(picture.atlas);
    const name = fileName({
      mark: words.export.marks[tier],
      parts: [territory, say.saveName],
      ending: 'csv',
    });
    leave(tier, ({ hand }) => {
      void import('#data/budget-files.ts').then(({ budgetRows }) =>
        hand(name, safeCsv(budgetRows(dataset.budget ?? [], dataset.territory), SPREADSHEET_DIALECT)),
      );
    });
  };
  const load = async (files: readonly File[]) => {
    const [{ createFileReader }, { unpackTable }, { budgetTable, readBudget }] = await Promise.all([
      import('#data/file-reader.ts'),
      import('#data/packed-sheet.ts'),
      import('#data/budget-table.ts'),
    ]);
    const { language } = store.getState();
    const lines: string[] = [];
    for (const file of await createFileReader().read(files)) {
      const sheets = file.kind === 'table' ? unpackTable(file).sheets : [];
      const tables = sheets.flatMap((sheet) => budgetTable(sheet) ?? []);
      const readings = tables.map((table) => readBudget(table, file.name, dataset.territory));
      const problems = [
        ...('problems' in file ? file.problems : []),
        ...readings.flatMap((one) => one.problems),
      ];
      for (const problem of problems)
        if (problem.severity !== 'note') lines.push(problemLine(problem, language));
      const rows = readings.flatMap((one) => one.rows);
      if (tables.length === 0) lines.push(say.none);
      if (rows.length > 0 && session.setBudget(rows))
        lines.push(say.loaded(format.count(rows.length), file.name));
    }
    setSaid(lines);
  };
  return (
    <section className="chart">
      <p className="note">{say.about}</p>
      <FileChoice onFiles={(files) => void load(files)}>{say.load}</FileChoice>
      <ul aria-live="polite">
        {[...new Set(said)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button className="button" onPress={save}>
        {say.save}
      </Button>
    </section>
  );
}

import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Choice } from '#app/kit/choice.tsx';
import { leave } from '#app/kit/way-out.ts';
import {
  type Allocation,
  type AllocationProblem,
  bestAllocation,
  type NoAllocation,
  nextReached,
} from '#core/budget-allocation.ts';
import { SPREADSHEET_DIALECT, safeCsv } from '#core/safe-csv.ts';
import type { BudgetLayer } from '#picture/budget-layer.ts';
import { laidTierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { readBreaks } from '#words/break-text.ts';
import { rupiahText } from '#words/budget-wording.ts';

const MILLION = 1_000_000;
const NEXT = 100 * MILLION;
const MOST_LISTED = 12;

type BestSpreadProps = MonitoredProps<BudgetLayer>;
type Weigh = 'equal' | 'rate';

interface Found {
  readonly problem: AllocationProblem;
  readonly answer: Allocation | NoAllocation;
  readonly next: number | null;
}

/** A number as it is typed; null where it is none. */
function numberIn(text: string): number | null {
  const read = readBreaks(text, Number.MAX_SAFE_INTEGER);
  const [value, more] = read.kind === 'breaks' ? read.breaks : [];
  if (text.trim() === '0') return 0;
  return value === undefined || more !== undefined ? null : value;
}

/** The spread of a budget that reaches most, over the villages of the picture, by what the reader supposes. */
export function BestSpread(props: BestSpreadProps) {
  const { layer, dataset, words } = props;
  const say = words.budget.best;
  const [texts, setTexts] = useState({ budget: '', cost: '', least: '0', most: '100' });
  const [weigh, setWeigh] = useState<Weigh>('equal');
  const [found, setFound] = useState<Found | null>(null);
  const numbers = {
    budget: numberIn(texts.budget),
    cost: numberIn(texts.cost),
    least: numberIn(texts.least),
    most: numberIn(texts.most),
  };
  const { budget, cost, least, most } = numbers;
  const isWhole =
    budget !== null && cost !== null && cost > 0 && least !== null && most !== null && most <= 100;
  const find = () => {
    if (!isWhole) return;
    const { territory } = dataset;
    const affected = layer.villagesAffected;
    const measured = layer.villagesMeasured;
    const total = Math.round(budget * MILLION);
    const problem: AllocationProblem = {
      budget: total,
      costPerChild: Math.max(1, Math.round(cost * MILLION)),
      affected,
      weight: affected.map((n, i) => (weigh === 'rate' && measured[i]! > 0 ? 0.01 + n / measured[i]! : 1)),
      minimum: affected.map(() => Math.round(least * MILLION)),
      quotas:
        most < 100
          ? territory.districts.areas.map((_, d) => ({
              areas: [...territory.districtOf.keys()].filter((i) => territory.districtOf[i] === d),
              least: 0,
              most: Math.floor((total * most) / 100),
            }))
          : [],
    };
    const answer = bestAllocation(problem);
    setFound({ problem, answer, next: answer.kind === 'found' ? nextReached(problem, NEXT, answer) : null });
  };
  const field = (name: keyof typeof texts) => (
    <TextField
      key={name}
      value={texts[name]}
      isInvalid={texts[name] !== '' && numbers[name] === null}
      onChange={(text) => setTexts((before) => ({ ...before, [name]: text }))}
    >
      <Label className="note">{say[name]}</Label>
      <Input autoComplete="off" className="field" inputMode="decimal" />
    </TextField>
  );
  return (
    <section className="chart" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="note">{say.intro}</p>
      <div className="best-spread">
        {(['budget', 'cost', 'least', 'most'] as const).map(field)}
        <Choice
          label={say.weigh}
          labelShown
          value={weigh}
          options={(['equal', 'rate'] as const).map((id) => ({ id, label: say.weights[id] }))}
          onChange={setWeigh}
        />
      </div>
      <Button className="button primary" isDisabled={!isWhole} onPress={find}>
        {say.find}
      </Button>
      <div aria-live="polite">{found ? <Answer {...props} found={found} /> : null}</div>
    </section>
  );
}

function Answer({ found, dataset, picture, words, format }: BestSpreadProps & { readonly found: Found }) {
  const say = words.budget.best;
  const money = (amount: number) => rupiahText(amount, words, format);
  const { answer, problem, next } = found;
  if (answer.kind !== 'found') {
    const district = answer.kind === 'quota' ? dataset.territory.districts.areas[answer.quota]?.name : '';
    const why =
      answer.kind === 'minimums'
        ? say.none.minimums(money(answer.excess))
        : answer.kind === 'quota'
          ? say.none.quota(district ?? '', money(answer.excess))
          : say.none[answer.kind];
    return <p className="error">{why}</p>;
  }
  const { areas } = dataset.territory.villages;
  const known = Array.from(problem.affected).filter((n) => !Number.isNaN(n));
  const given = [...areas.keys()]
    .filter((i) => answer.amount[i]! > 0)
    .sort((a, b) => answer.amount[b]! - answer.amount[a]!);
  const save = () => {
    const { territory } = picture.atlas.manifest;
    const tier = laidTierOf(picture.atlas);
    const name = fileName({
      mark: words.export.marks[tier],
      parts: [territory, say.saveName],
      ending: 'csv',
    });
    const head = [say.head.area, say.head.amount, say.head.reached];
    const rows = given.map((i) => [
      areas[i]!.name,
      String(answer.amount[i]),
      Number.isNaN(answer.reached[i]!) ? '' : answer.reached[i]!.toFixed(1).replace('.', ','),
    ]);
    leave(tier, ({ hand }) => hand(name, safeCsv([head, ...rows], SPREADSHEET_DIALECT)));
  };
  return (
    <>
      <p className="chart-summary">
        {say.found(
          format.count(Math.floor(answer.totalReached)),
          format.count(known.reduce((sum, n) => sum + n, 0)),
          money(answer.left),
        )}
      </p>
      {next === null ? null : <p>{say.next(format.count(Math.floor(next)))}</p>}
      {known.length < areas.length ? (
        <p className="note">{say.unknownAreas(format.count(areas.length - known.length))}</p>
      ) : null}
      <table className="named-areas">
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.head.area}</th>
            <th scope="col">{say.head.reached}</th>
            <th scope="col">{say.head.amount}</th>
          </tr>
        </thead>
        <tbody>
          {given.slice(0, MOST_LISTED).map((i) => (
            <tr key={areas[i]!.code}>
              <th scope="row">{areas[i]!.name}</th>
              <td>{format.count(Math.floor(answer.reached[i]!))}</td>
              <td>{money(answer.amount[i]!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button className="button" onPress={save}>
        {say.save}
      </Button>
    </>
  );
}

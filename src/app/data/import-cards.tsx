import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { AreaBox } from '#app/kit/area-box.tsx';
import { Choice } from '#app/kit/choice.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaCode } from '#core/area.ts';
import { readPeriod } from '#core/period-text.ts';
import type { Problem } from '#core/problem.ts';
import { COLUMN_ROLES } from '#data/column-role.ts';
import type { DeskMemory } from '#desk/desk-memory.ts';
import type { SheetTold } from '#desk/desk-reading.ts';
import {
  choosePeriod,
  chooseRole,
  chooseSheet,
  type Desk,
  type DeskTable,
  decideName,
  nameTerritory,
  openNames,
  removeFile,
  tableTold,
} from '#desk/office-desk.ts';
import { enterRoom } from '#state/rooms.ts';
import { problemSentence } from '#words/problems.ts';
import { openPreparation } from './preparation-work.ts';

export interface CardProps extends Pick<PanelProps, 'store' | 'words' | 'format'> {
  readonly desk: Desk;
  readonly setDesk: (desk: Desk) => void;
}

interface CardHeadProps extends Pick<CardProps, 'desk' | 'setDesk' | 'words'> {
  readonly kind: string;
  readonly name: string;
  readonly facts: readonly string[];
}

function CardHead({ kind, name, facts, desk, setDesk, words }: CardHeadProps) {
  return (
    <div className="card-head">
      <span className="kind">{kind}</span>
      <strong>{name}</strong>
      <span className="facts">{facts.join(' · ')}</span>
      <Button
        className="icon-button"
        aria-label={words.import.remove(name)}
        onPress={() => setDesk(removeFile(desk, name))}
      >
        ×
      </Button>
    </div>
  );
}

export function RefusedCard(
  props: CardProps & { file: { readonly name: string; readonly problems: readonly Problem[] } },
) {
  const { file, words, store } = props;
  const toPreparation = () => {
    openPreparation(true);
    store.setState({ importing: false });
    enterRoom(store, 'data');
  };
  return (
    <section className="card refused" role="alert">
      <CardHead {...props} kind={words.import.refused} name={file.name} facts={[]} />
      {file.problems.map((problem, k) => {
        const { what, mend } = problemSentence(problem, store.getState().language);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity of their own
          <p key={k}>
            {what} {mend}
          </p>
        );
      })}
      {file.problems.some(({ code }) => code.startsWith('personal/')) ? (
        <Button className="link" onPress={toPreparation}>
          {words.rooms.data.prepare}
        </Button>
      ) : null}
    </section>
  );
}

export function BoundariesCard(props: CardProps) {
  const { desk, setDesk, words, format } = props;
  if (!desk.boundaries) return null;
  const { name, reading } = desk.boundaries;
  const { territory } = desk.ground;
  const facts = [
    words.import.areas(format.count(reading.features.length)),
    words.where.districts(format.count(territory.districts.areas.length)),
    words.import.codesFrom(reading.properties.code, words.import.systems[reading.codeSystem]),
  ];
  return (
    <section className="card">
      <CardHead {...props} kind={words.import.boundaries} name={name} facts={facts} />
      <TextField
        className="inline-field"
        value={desk.territoryName}
        onChange={(text) => setDesk(nameTerritory(desk, text))}
      >
        <Label>{words.import.territory}</Label>
        <Input autoComplete="off" className="field" />
      </TextField>
    </section>
  );
}

export function PackageCard(props: CardProps) {
  const { desk, words, format } = props;
  if (!desk.pkg) return null;
  const { manifest, areas } = desk.pkg.pkg;
  const facts = [
    manifest.title,
    words.tier[manifest.tier],
    words.import.areas(format.count(areas.features.length)),
  ];
  return (
    <section className="card">
      <CardHead {...props} kind={words.import.package} name={desk.pkg.name} facts={facts} />
    </section>
  );
}

export function MemoryCard(props: CardProps & { memory: DeskMemory }) {
  const { memory, words, format } = props;
  const { sheets, names } = memory.memory;
  const facts = [words.import.memoryFacts(format.count(sheets.length), format.count(names.length))];
  return (
    <section className="card">
      <CardHead {...props} kind={words.import.memory} name={memory.name} facts={facts} />
    </section>
  );
}

export function TableCard(props: CardProps & { table: DeskTable }) {
  const { table, desk, setDesk, words, format } = props;
  const { sheets, name } = table;
  const { shown, ledger } = tableTold(desk, table);
  const errors = shown?.errors ?? [];
  const facts = [
    words.import.accepted(format.count(shown?.accepted ?? 0)),
    words.import.setAside(format.count(ledger.setAside)),
    words.import.warnings(format.count(desk.reading?.problems.warnings.get(name) ?? 0)),
    words.import.against(desk.ground.territory.name),
  ];
  const needsPeriod = errors.some(({ code }) => code === 'period/missing') || desk.periodDefault !== null;
  return (
    <section className="card">
      <CardHead {...props} kind={words.import.table} name={table.name} facts={facts} />
      <div className="row card-options">
        {sheets.length > 1 ? (
          <Choice
            label={words.import.sheet}
            labelShown
            value={String(table.sheet)}
            options={sheets.map((sheet, k) => ({ id: String(k), label: sheet.name }))}
            onChange={(id) => setDesk(chooseSheet(desk, table.name, Number(id)))}
          />
        ) : null}
        <span className="note">
          {words.import.headerRow}: {shown?.recognition.headerRow ?? 1}
        </span>
        <span className="note">
          {words.import.ledger(
            format.count(ledger.read),
            format.count(ledger.used),
            format.count(ledger.summed),
            format.count(ledger.setAside),
            format.count(ledger.notRows),
          )}
        </span>
        {needsPeriod ? <PeriodField {...props} /> : null}
      </div>
      {errors.map((problem) => {
        const { what, mend } = problemSentence(problem, props.store.getState().language);
        return (
          <p className="error" key={problem.code + (problem.at?.column ?? '')}>
            {what} {mend}
          </p>
        );
      })}
      {shown === null ? null : <ColumnTable {...props} shown={shown} />}
    </section>
  );
}

function PeriodField({ desk, setDesk, words, format }: CardProps) {
  const [text, setText] = useState(desk.periodDefault ? format.period(desk.periodDefault) : '');
  const period = readPeriod(text);
  return (
    <TextField
      className="inline-field"
      value={text}
      isInvalid={text !== '' && period === null}
      onChange={(value) => {
        setText(value);
        setDesk(choosePeriod(desk, readPeriod(value)));
      }}
    >
      <Label>{words.import.defaultPeriod}</Label>
      <Input autoComplete="off" className="field" placeholder={words.import.periodExample} />
    </TextField>
  );
}

interface ColumnTableProps extends CardProps {
  readonly table: DeskTable;
  readonly shown: SheetTold;
}

function ColumnTable({ table, shown, desk, setDesk, words, format }: ColumnTableProps) {
  const { recognition, examples, accepted } = shown;
  const uncertain = recognition.columns.filter(
    ({ confidence, role }) => confidence === 'low' && role !== 'ignored',
  ).length;
  const labels: Readonly<Record<string, string>> = words.import.roles;
  const options = COLUMN_ROLES.map((id) => ({ id, label: labels[id] ?? id }));
  return (
    <details className="columns" open={accepted === 0}>
      <summary>
        {words.import.columns}
        {uncertain > 0 ? ` (${words.import.uncertain(format.count(uncertain))})` : ''}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.import.column}</th>
            <th scope="col">{words.import.example}</th>
            <th scope="col">{words.import.role}</th>
          </tr>
        </thead>
        <tbody>
          {recognition.columns.map((column, k) => (
            <tr key={column.index} data-low={column.confidence === 'low' ? '' : undefined}>
              <th scope="row">{column.header}</th>
              <td>{examples[k]}</td>
              <td>
                <Choice
                  label={`${words.import.role}: ${column.header}`}
                  value={column.role}
                  options={options}
                  onChange={(role) => setDesk(chooseRole(desk, table.name, column.index, role))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Of more villages than this a list is no help: they are searched for. */
const LISTED_VILLAGES = 500;

/** Names that no rule matches. The likeliest village is offered, never taken. */
export function NamesCard({ desk, setDesk, words, format }: CardProps) {
  const names = openNames(desk);
  const more = desk.reading?.moreNames ?? 0;
  if (names.length === 0) return null;
  const { villages, districts } = desk.ground.territory;
  const labelOf = (code: AreaCode) => {
    const index = villages.indexOf.get(code);
    const district = index === undefined ? undefined : desk.ground.territory.districtOf[index];
    return index === undefined
      ? code
      : `${villages.areas[index]?.name} (${districts.areas[district ?? -1]?.name ?? ''})`;
  };
  const isLong = villages.areas.length > LISTED_VILLAGES;
  const optionsFor = (decided: AreaCode | null) => [
    { id: '', label: words.import.undecided },
    ...(isLong ? (decided ? [decided] : []) : villages.areas.map(({ code }) => code)).map((code) => ({
      id: code as string,
      label: labelOf(code),
    })),
  ];
  return (
    <section className="card">
      <h3>{words.import.names}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.import.written}</th>
            <th scope="col">{words.import.suggestion}</th>
            <th scope="col">{words.import.matched}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ key, suggestion, decided, rows }) => (
            <tr key={key}>
              <th scope="row">
                {key} {rows > 0 ? <small>{words.import.rows(format.count(rows))}</small> : null}
              </th>
              <td>
                {suggestion && !decided ? (
                  <Button className="link" onPress={() => setDesk(decideName(desk, key, suggestion))}>
                    {words.import.accept(labelOf(suggestion))}
                  </Button>
                ) : null}
              </td>
              <td>
                <Choice
                  label={`${words.import.matched}: ${key}`}
                  value={decided ?? ''}
                  options={optionsFor(decided)}
                  onChange={(code) => setDesk(decideName(desk, key, code === '' ? null : (code as AreaCode)))}
                />
                {isLong ? (
                  <AreaBox
                    label={words.where.search}
                    territory={desk.ground.territory}
                    words={words}
                    onChoose={({ code }) => setDesk(decideName(desk, key, code))}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="note">{words.import.moreNames(format.count(more))}</p> : null}
    </section>
  );
}

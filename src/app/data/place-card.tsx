import { Button, Input, Label, TextField } from 'react-aria-components';
import { Check, Choice } from '#app/kit/choice.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { SERVICE_KINDS, type ServiceKind } from '#core/places.ts';
import { changePlaces, type Desk, groundProblems, removeFile } from '#desk/office-desk.ts';
import { type DeskPlaces, kindlessRows, kindsOf } from '#desk/place-desk.ts';
import { problemSentence } from '#words/problems.ts';

export interface PlaceCardProps extends Pick<PanelProps, 'store' | 'words' | 'format'> {
  readonly desk: Desk;
  readonly setDesk: (desk: Desk) => void;
  readonly places: DeskPlaces;
}

const UNSAID = 'unsaid';

/** What a file of services was taken for, and what the reader has to say of it. */
export function PlaceCard({ desk, setDesk, places, words, format, store }: PlaceCardProps) {
  const { name, reading, kind, title, affirmed } = places;
  const say = words.places.card;
  const kinds = [...kindsOf(places)];
  const kindless = kindlessRows(places);
  const facts = [
    (reading.form === 'points' ? say.pointCount : say.zoneCount)(format.count(reading.rows.length)),
    reading.columns.name === null ? say.noName : say.nameFrom(reading.columns.name),
    ...(reading.columns.kind === null ? [] : [say.kindFrom(reading.columns.kind)]),
    ...kinds.map(([own, count]) => words.places.part(words.places.kinds[own], format.count(count))),
  ];
  const dense = groundProblems(desk, places).find(({ code }) => code === 'places/too-many');
  const change = (patch: Parameters<typeof changePlaces>[2]) => setDesk(changePlaces(desk, name, patch));
  return (
    <section className="card">
      <div className="card-head">
        <span className="kind">{say[reading.form]}</span>
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
      <p className="note">{say.kept}</p>
      <div className="row card-options">
        {kindless > 0 ? (
          <Choice<ServiceKind | typeof UNSAID>
            label={say.kind(format.count(kindless))}
            labelShown
            value={kind ?? UNSAID}
            options={[
              { id: UNSAID, label: say.choose },
              ...SERVICE_KINDS.map((id) => ({ id, label: words.places.kinds[id] })),
            ]}
            onChange={(id) => change({ kind: id === UNSAID ? null : id })}
          />
        ) : null}
        {kinds.length === 1 ? (
          <TextField className="inline-field" value={title} onChange={(text) => change({ title: text })}>
            <Label>{say.title}</Label>
            <Input autoComplete="off" className="field" placeholder={words.places.kinds[kinds[0]![0]]} />
          </TextField>
        ) : null}
      </div>
      {dense ? (
        <>
          <p className="error">{problemSentence(dense, store.getState().language).what}</p>
          <Check label={say.affirm} selected={affirmed} onChange={(on) => change({ affirmed: on })} />
        </>
      ) : null}
    </section>
  );
}

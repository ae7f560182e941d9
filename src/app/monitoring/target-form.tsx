import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { Choice } from '#app/kit/choice.tsx';
import type { TargetLayer } from '#picture/target-layer.ts';
import { readTarget, type TargetFault, type TargetPlace, withTarget } from '#picture/target-text.ts';

const CITY = 'city';
const FIELDS = ['value', 'due'] as const;

/** A target for the whole, a kecamatan, or the chosen areas, in the measure that is shown. */
export function TargetForm({ layer, picture, store, words }: MonitoredProps<TargetLayer>) {
  const say = words.target.panel;
  const { measure } = layer.asked;
  const { territory } = picture.atlas;
  const [place, setPlace] = useState(CITY);
  const [texts, setTexts] = useState({ value: '', due: '' });
  const [faults, setFaults] = useState<readonly TargetFault[]>([]);
  const chosen =
    picture.view.level === 'village'
      ? picture.selected.flatMap((i) => territory.villages.areas[i] ?? [])
      : [];
  const options: readonly { readonly id: string; readonly label: string; readonly place: TargetPlace }[] = [
    { id: CITY, label: territory.name, place: { level: 'city', area: null } },
    ...territory.districts.areas.map(({ code, name }) => ({
      id: code,
      label: words.letter.district(name),
      place: { level: 'district', area: code } as const,
    })),
    ...chosen.map(({ code, name }) => ({
      id: code,
      label: name,
      place: { level: 'village', area: code } as const,
    })),
  ];
  const own = options.find(({ id }) => id === place) ?? options[0];
  const add = () => {
    if (!own) return;
    const read = readTarget(texts, own.place, picture.indicator.id, measure);
    if (!('due' in read)) {
      setFaults(read);
      return;
    }
    setFaults([]);
    setTexts({ value: '', due: '' });
    store.setState(({ atlas }) => ({
      atlas: atlas && { ...atlas, targets: withTarget(atlas.targets ?? [], read) },
    }));
  };
  return (
    <form
      className="target-form"
      aria-label={say.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h2>{say.form}</h2>
      <Choice
        label={say.for}
        labelShown
        value={own?.id ?? CITY}
        options={options.map(({ id, label }) => ({ id, label }))}
        onChange={setPlace}
      />
      {FIELDS.map((field) => (
        <TextField
          key={field}
          value={texts[field]}
          isInvalid={faults.includes(field)}
          onChange={(text) => setTexts((before) => ({ ...before, [field]: text }))}
        >
          <Label className="note">{field === 'value' ? say.value[measure] : say.due}</Label>
          <Input autoComplete="off" className="field" maxLength={20} />
          <FieldError className="error">{say.faults[field]}</FieldError>
        </TextField>
      ))}
      <Button className="button primary" type="submit">
        {say.add}
      </Button>
    </form>
  );
}

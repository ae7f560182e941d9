import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { Choice } from '#app/kit/choice.tsx';
import { readNumber } from '#app/kit/range-form.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { type ChartChoices, NATIONAL_STUNTING_TARGETS, type Target } from '#picture/chart-choices.ts';

interface TargetChoiceProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly indicator: IndicatorId;
  readonly choices: ChartChoices;
}

/** How a target is written at its line. */
export function targetLabel(target: Target, { words, format }: Pick<PanelProps, 'words' | 'format'>): string {
  const value = format.percentUnit(target.rate);
  return target.kind === 'own'
    ? words.charts.target.line(value)
    : words.charts.target.lineNational(value, target.year);
}

const OWN_START = 0.1;

/** A target line: none unless the reader wants one, a national figure, or the reader's own. */
export function TargetChoice({ words, format, indicator, choices }: TargetChoiceProps) {
  const say = words.charts.target;
  const target = choices.targets[indicator];
  const national = indicator === 'stunting' ? NATIONAL_STUNTING_TARGETS : [];
  const set = (next: Target | undefined) => {
    const { [indicator]: _, ...others } = choices.targets;
    choices.change({ targets: next ? { ...others, [indicator]: next } : others });
  };
  const options = [
    { id: 'none', label: say.none },
    ...national.map(({ year, rate }) => ({ id: year, label: say.national(year, format.percentUnit(rate)) })),
    { id: 'own', label: say.own },
  ];
  return (
    <>
      <div className="axis-choices">
        <Choice
          label={say.label}
          labelShown
          value={target === undefined ? 'none' : target.kind === 'own' ? 'own' : target.year}
          options={options}
          onChange={(id) =>
            set(
              id === 'own'
                ? { kind: 'own', rate: target?.rate ?? OWN_START }
                : national.find(({ year }) => year === id),
            )
          }
        />
        {target?.kind === 'own' ? (
          <OwnTarget
            {...{ words, format }}
            rate={target.rate}
            onChange={(rate) => set({ kind: 'own', rate })}
          />
        ) : null}
      </div>
      {target?.kind === 'national' ? <p className="note">{say.nationalNote}</p> : null}
    </>
  );
}

interface OwnTargetProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly rate: number;
  readonly onChange: (rate: number) => void;
}

function OwnTarget({ words, format, rate, onChange }: OwnTargetProps) {
  const [text, setText] = useState(() => format.percent(rate));
  const read = readNumber(text);
  const valid = read !== null && !Number.isNaN(read);
  return (
    <TextField
      value={text}
      isInvalid={!valid}
      onChange={(next) => {
        setText(next);
        const number = readNumber(next);
        if (number !== null && !Number.isNaN(number)) onChange(number / 100);
      }}
    >
      <Label className="note">{words.charts.target.field}</Label>
      <Input autoComplete="off" className="field" inputMode="decimal" />
      <FieldError className="error">{words.charts.range.invalid}</FieldError>
    </TextField>
  );
}

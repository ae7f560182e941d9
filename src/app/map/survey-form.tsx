import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import { readSurvey, type SurveyFigure, type SurveyTexts } from '#picture/survey-figure.ts';

interface SurveyFormProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly survey: SurveyFigure | null;
  readonly onKeep: (survey: SurveyFigure) => void;
  readonly onCancel: () => void;
}

const FIELDS = ['source', 'value', 'year', 'low', 'high'] as const;

/** The figure of a survey as the reader has it before him. */
export function SurveyForm({ words, format, survey, onKeep, onCancel }: SurveyFormProps) {
  const say = words.sources.city;
  const [texts, setTexts] = useState<SurveyTexts>(() => ({
    value: survey ? format.percent(survey.rate) : '',
    low: survey?.interval ? format.percent(survey.interval[0]) : '',
    high: survey?.interval ? format.percent(survey.interval[1]) : '',
    year: survey?.year ?? '',
    source: survey?.source ?? '',
  }));
  const [tried, setTried] = useState(false);
  const read = readSurvey(texts);
  const isFigure = (one: typeof read): one is SurveyFigure => 'rate' in one;
  const faults = isFigure(read) ? {} : read;
  return (
    <form
      className="survey-form"
      aria-label={say.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isFigure(read)) onKeep(read);
      }}
    >
      {FIELDS.map((field) => {
        const fault = tried ? faults[field] : undefined;
        return (
          <TextField
            key={field}
            className={field === 'source' ? 'wide' : ''}
            value={texts[field]}
            isInvalid={fault !== undefined}
            onChange={(text) => setTexts((old) => ({ ...old, [field]: text }))}
          >
            <Label className="note">{say.fields[field]}</Label>
            <Input
              autoComplete="off"
              className="field"
              inputMode={field === 'source' ? 'text' : 'decimal'}
              maxLength={120}
            />
            <FieldError className="error">{fault ? say[fault] : ''}</FieldError>
          </TextField>
        );
      })}
      <div className="survey-actions wide">
        <Button className="button primary" type="submit">
          {say.save}
        </Button>
        <Button className="button" onPress={onCancel}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

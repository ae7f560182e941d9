import { memo, useState } from 'react';
import { Button, FieldError, Label, TextArea, TextField } from 'react-aria-components';
import { Check } from '#app/kit/choice.tsx';
import { annexReason } from '#export/annex.ts';
import { type AreaDecision, decisionOf } from '#picture/decision-value.ts';
import { decide, keptText, LONGEST_REASON } from '#state/scenario.ts';
import { DASH } from '#words/format.ts';
import type { ScenarioProps } from './scenario-props.ts';

type RowProps = ScenarioProps & { readonly index: number; readonly listed: boolean };

/** One area: whether it is put forward, and under a press why. */
export const DecisionRow = memo(function DecisionRow(props: RowProps) {
  const { picture, store, words, format, layer, scenario, index, listed } = props;
  const say = words.decision;
  const area = picture.geography.areas[index];
  const [written, setWritten] = useState(false);
  if (!area) return null;
  const decision = decisionOf(scenario, area.code);
  const rank = layer.index.rank[index] ?? 0;
  const place = rank === 0 ? say.noRank : say.rank(format.count(rank));
  const drafted =
    decision.drafted === null
      ? null
      : annexReason(picture, { ...decision, reason: '' }, index, words, format);
  const set = (patch: Partial<AreaDecision>) =>
    decide(store, scenario.id, [{ ...decision, ...patch, code: area.code }]);
  return (
    <li>
      <div className="decision-line">
        <Check
          label={area.name}
          count={listed ? place : `${place}, ${say.outside}`}
          selected={decision.chosen}
          onChange={(chosen) => set({ chosen })}
        />
        <Button
          className="link"
          aria-expanded={written}
          aria-label={say.detail(area.name)}
          onPress={() => setWritten((before) => !before)}
        >
          {written ? '▴' : '▾'}
        </Button>
      </div>
      {written ? (
        <div className="decision-texts">
          {drafted === null ? null : (
            <p className="note">
              {say.drafted}: {drafted}
            </p>
          )}
          <Button
            className="link"
            onPress={() => set({ drafted: decision.drafted === null ? 'counts' : null })}
          >
            {decision.drafted === null ? say.draft : say.undraft}
          </Button>
          <Text
            label={say.reason}
            text={decision.reason}
            error={say.identity}
            onChange={(reason) => set({ reason })}
          />
          <Text
            label={say.dissent}
            text={decision.dissent}
            error={say.identity}
            onChange={(dissent) => set({ dissent })}
          />
        </div>
      ) : (
        <Said
          reason={annexReason(picture, decision, index, words, format)}
          dissent={decision.dissent}
          invite={decision.chosen ? say.writeReason : null}
        />
      )}
    </li>
  );
});

interface SaidProps extends Pick<AreaDecision, 'reason' | 'dissent'> {
  readonly invite: string | null;
}

function Said({ reason, dissent, invite }: SaidProps) {
  if (reason === '' && dissent === '') return invite === null ? null : <p className="note">{invite}</p>;
  return (
    <p className="note decision-said">
      {reason === '' ? DASH : reason}
      {dissent === '' ? null : <em> {dissent}</em>}
    </p>
  );
}

interface TextProps {
  readonly label: string;
  readonly text: string;
  readonly error: string;
  readonly onChange: (text: string) => void;
}

/** Kept when the field is left; never with the number of a person in it. */
function Text({ label, text, error, onChange }: TextProps) {
  const [typed, setTyped] = useState<{ readonly from: string; readonly text: string } | null>(null);
  const shown = typed?.from === text ? typed.text : text;
  const invalid = keptText(shown) === null;
  return (
    <TextField
      value={shown}
      isInvalid={invalid}
      maxLength={LONGEST_REASON}
      onChange={(now) => setTyped({ from: text, text: now })}
      onBlur={() => {
        const kept = keptText(shown);
        if (kept !== null && kept !== text) onChange(kept);
      }}
    >
      <Label className="note">{label}</Label>
      <TextArea autoComplete="off" className="field" rows={2} />
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}

import { useRef, useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import {
  areEqual,
  equalWeights,
  firstHalf,
  setWeight,
  withCriterion,
  withoutCriterion,
} from '#app/priority-weights.ts';
import { CRITERION_COLORS, criterionName, weightText } from '#app/priority-words.ts';
import { criterionPairs } from '#core/criterion-correlation.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { MOST_CRITERIA } from '#core/link-part.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { Choice } from './choice.tsx';
import type { PriorityPanelProps } from './priority-tab.tsx';

/** Areas among which correlations are looked for at every change; above it they would cost a frame. */
const MOST_PAIRED = 5_000;

/** What counts, and how much: one slider each, always 100 % together. */
export function PriorityCriteria(props: PriorityPanelProps) {
  const { picture, words, layer, change } = props;
  const say = words.priority;
  const { manifest } = picture.atlas;
  const { criteria } = layer.choice;
  // While a slider is dragged, weights from before the drag.
  const before = useRef<typeof criteria | null>(null);
  const others = indicators(manifest.extremePovertyDecile).filter(
    ({ id }) => !criteria.some(({ indicator }) => indicator === id),
  );
  return (
    <section className="priority-criteria">
      <h2>{say.criteria}</h2>
      <Presets {...props} />
      <ul>
        {criteria.map(({ indicator }, k) => (
          <li key={indicator}>
            <span className="criterion-swatch" style={{ background: CRITERION_COLORS[k] }} />
            <span className="criterion-name">{words.indicator[indicator].short}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={1}
              value={(layer.index.weights[k] ?? 0) * 100}
              aria-label={say.weightOf(words.indicator[indicator].short)}
              aria-valuetext={weightText(layer.index.weights[k] ?? 0, words)}
              disabled={criteria.length === 1}
              onPointerDown={() => {
                before.current = criteria;
              }}
              onPointerUp={() => {
                before.current = null;
              }}
              onPointerCancel={() => {
                before.current = null;
              }}
              onChange={(event) =>
                change({ criteria: setWeight(before.current ?? criteria, k, Number(event.target.value)) })
              }
            />
            <WeightField
              {...props}
              k={k}
              key={`${indicator} ${layer.index.weights[k]}`}
              onWeight={(percent) => change({ criteria: setWeight(criteria, k, percent) })}
            />
            <Button
              className="icon-button"
              aria-label={say.remove(criterionName(layer, k, words))}
              isDisabled={criteria.length === 1}
              onPress={() => change({ criteria: withoutCriterion(criteria, k) })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {criteria.length < MOST_CRITERIA && others.length > 0 ? (
        <Choice<IndicatorId | 'none'>
          label={say.add}
          value="none"
          options={[
            { id: 'none', label: `${say.add} …`, disabled: true },
            ...others.map((one) => ({
              id: one.id,
              label: words.indicator[one.id].short,
              disabled: !isAnswerable(manifest, one),
            })),
          ]}
          onChange={(id) => {
            if (id !== 'none') change({ criteria: withCriterion(criteria, id) });
          }}
        />
      ) : null}
      <Correlated {...props} />
    </section>
  );
}

/** The weight as a number that can be typed: taken over when the field is left, or with Enter. */
function WeightField({
  words,
  layer,
  k,
  onWeight,
}: PriorityPanelProps & { readonly k: number; readonly onWeight: (percent: number) => void }) {
  const share = layer.index.weights[k] ?? 0;
  const shown = weightText(share, words).replace(/\s*%$/, '');
  const [text, setText] = useState(shown);
  const percent = Number(text.replace(',', '.'));
  const isWeight = text.trim() !== '' && percent >= 0 && percent <= 100;
  const take = () => {
    if (isWeight && text !== shown) onWeight(Math.round(percent));
    else setText(shown);
  };
  return (
    <TextField
      className="weight-field"
      aria-label={words.priority.weightField(criterionName(layer, k, words))}
      value={text}
      isInvalid={!isWeight}
      isDisabled={layer.choice.criteria.length === 1}
      onChange={setText}
      onBlur={take}
    >
      <Input
        className="field"
        inputMode="decimal"
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <span aria-hidden="true">%</span>
    </TextField>
  );
}

function Presets({ words, layer, change }: PriorityPanelProps) {
  const say = words.priority;
  const { criteria } = layer.choice;
  const first = criterionName(layer, 0, words);
  const isFirst = JSON.stringify(firstHalf(criteria)) === JSON.stringify(criteria);
  const chosen = areEqual(criteria) ? 'equal' : isFirst ? 'first' : 'own';
  return (
    <>
      <Choice
        label={say.presets.label}
        labelShown
        value={chosen}
        options={[
          { id: 'equal', label: say.presets.equal },
          ...(criteria.length > 2 ? [{ id: 'first', label: say.presets.first(first) }] : []),
          ...(chosen === 'own' ? [{ id: 'own', label: say.presets.own }] : []),
        ]}
        onChange={(id) => {
          if (id === 'equal') change({ criteria: equalWeights(criteria) });
          if (id === 'first') change({ criteria: firstHalf(criteria) });
        }}
      />
      <p className="note">{say.noOfficial}</p>
    </>
  );
}

/** Criteria that tell of the same thing, or undo each other. */
function Correlated({ words, layer }: PriorityPanelProps) {
  const { scaled, indicators: chosen } = layer;
  if (scaled.lacks.length > MOST_PAIRED) return null;
  const strong = criterionPairs(scaled.criteria).filter((pair) => pair.strong);
  if (strong.length === 0) return null;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 2 });
  const name = (id: string) => {
    const found = chosen.find((one) => one.id === id);
    return found ? words.indicator[found.id].short : id;
  };
  return (
    <ul className="priority-warnings">
      {strong.map(({ first, second, pearson, spearman }) => {
        const r = Math.abs(spearman) > Math.abs(pearson) ? spearman : pearson;
        const say = r > 0 ? words.priority.strong : words.priority.opposed;
        const text = number.format(r).replace('-', '\u2212');
        return <li key={`${first} ${second}`}>{say(name(first), name(second), text)}</li>;
      })}
    </ul>
  );
}

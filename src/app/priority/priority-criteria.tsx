import { memo, useId, useMemo, useRef, useState } from 'react';
import { Choice } from '#app/kit/choice.tsx';
import { priorityAsked } from '#app/kit/priority-asked.ts';
import { useTypedNumber } from '#app/kit/whole-field.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { restricts } from '#core/cell-selection.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import { criterionPairs } from '#core/criterion-correlation.ts';
import type { Manifest } from '#core/dataset.ts';
import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { MOST_CRITERIA } from '#core/link-part.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import {
  areEqual,
  equalWeights,
  firstHalf,
  setWeight,
  withCriterion,
  withoutCriterion,
} from '#picture/priority-weights.ts';
import { CRITERION_COLORS, constantText, criterionName, weightText } from '#words/priority-words.ts';
import type { PriorityPartProps } from './priority-part-props.ts';

/** Areas among which correlations are looked for; no weight changes them, a filter does. */
const MOST_PAIRED = 5_000;
/** Fewer areas say little: among 8, chance alone goes beyond 0.7 in about one case of 20. A convention of ours. */
const LEAST_CORRELATED = 10;

/** What counts, and how much: one slider each, always 100 % together. */
export function PriorityCriteria(props: PriorityPartProps) {
  const { words } = usePage();
  const picture = usePicture();
  const { layer, change } = props;
  const say = words.priority;
  const { criteria } = layer.choice;
  const constant = constantText(layer, picture.view.filters, words);
  // While a slider is dragged, weights from before the drag.
  const before = useRef<typeof criteria | null>(null);
  return (
    <div className="priority-criteria">
      <ul>
        {criteria.map(({ indicator }, k) => (
          <li key={indicator}>
            <span className="criterion-swatch" style={{ background: CRITERION_COLORS[k] }} />
            <span className="criterion-name">{words.indicator[indicator].short}</span>
            <input
              autoComplete="off"
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
              onWeight={(percent) => change({ criteria: setWeight(criteria, k, percent) })}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={say.remove(criterionName(layer, k, words))}
              disabled={criteria.length === 1}
              onClick={() => change({ criteria: withoutCriterion(criteria, k) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {constant === null ? null : <p className="field-said">{constant}</p>}
      <Correlated {...props} />
      {layer.choice.scaling === 'goalposts' &&
      restricts(picture.view.filters.classes, CONDITION_DIMENSIONS) ? (
        <p className="field-said">{words.list.filtered}</p>
      ) : null}
    </div>
  );
}

/** Beside the heading: where the weights begin, and one more criterion. */
export function CriteriaChoices(props: PriorityPartProps) {
  const { store, words } = usePage();
  const picture = usePicture();
  const { layer, change } = props;
  const { criteria } = layer.choice;
  return (
    <div className="step-choices">
      <Presets {...props} />
      {criteria.length < MOST_CRITERIA ? (
        <More
          {...{ words, change, store }}
          manifest={picture.atlas.manifest}
          taken={criteria.map(({ indicator }) => indicator).join()}
        />
      ) : null}
    </div>
  );
}

/** The weight as a number that can be typed: taken over when the field is left, or with Enter. */
function WeightField({
  layer,
  k,
  onWeight,
}: PriorityPartProps & { readonly k: number; readonly onWeight: (percent: number) => void }) {
  const { words, format } = usePage();
  const shown = weightText(layer.index.weights[k] ?? 0, words).replace(/\s*%$/, '');
  const { said, input } = useTypedNumber({
    words,
    format,
    least: 0,
    most: 100,
    shown,
    onValue: (percent) => {
      if (percent !== null) onWeight(percent);
    },
  });
  const id = useId();
  return (
    <>
      <span className="weight-field">
        <input
          {...input}
          aria-label={words.priority.weightField(criterionName(layer, k, words))}
          aria-describedby={id}
          disabled={layer.choice.criteria.length === 1}
        />
        <span aria-hidden="true">%</span>
      </span>
      <p className="field-said" id={id} role="status">
        {said}
      </p>
    </>
  );
}

function Presets({ layer, change }: PriorityPartProps) {
  const { words } = usePage();
  const { criteria } = layer.choice;
  const isFirst = JSON.stringify(firstHalf(criteria)) === JSON.stringify(criteria);
  const chosen = areEqual(criteria) ? 'equal' : isFirst ? 'first' : 'own';
  const latest = useRef(criteria);
  latest.current = criteria;
  const [choose] = useState(() => (id: Preset) => {
    if (id === 'equal') change({ criteria: equalWeights(latest.current) });
    if (id === 'first') change({ criteria: firstHalf(latest.current) });
  });
  const first = criteria.length > 2 ? criterionName(layer, 0, words) : null;
  return <PresetChoice {...{ words, chosen, first, choose }} />;
}

type Preset = 'equal' | 'first' | 'own';

interface PresetChoiceProps {
  readonly chosen: Preset;
  /** The criterion that may weigh half; null where there is none. */
  readonly first: string | null;
  readonly choose: (id: Preset) => void;
}

const PresetChoice = memo(function PresetChoice({ chosen, first, choose }: PresetChoiceProps) {
  const { words } = usePage();
  const say = words.priority.presets;
  return (
    <Choice<Preset>
      label={say.label}
      value={chosen}
      options={[
        { id: 'equal', label: say.equal },
        ...(first === null ? [] : [{ id: 'first' as const, label: say.first(first) }]),
        ...(chosen === 'own' ? [{ id: chosen, label: say.own }] : []),
      ]}
      onChange={choose}
    />
  );
});

interface MoreProps extends Pick<PriorityPartProps, 'change'> {
  readonly manifest: Manifest;
  /** Ids of the criteria there are, joined. */
  readonly taken: string;
}

const More = memo(function More({ change, manifest, taken }: MoreProps) {
  const { words, store } = usePage();
  const say = words.priority;
  const others = indicatorsOf(manifest).filter(({ id }) => !taken.split(',').includes(id));
  return (
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
        const criteria = priorityAsked(store)?.criteria;
        if (id !== 'none' && criteria) change({ criteria: withCriterion(criteria, id) });
      }}
    />
  );
});

/** Criteria that tell of the same thing, or undo each other. */
function Correlated({ layer }: PriorityPartProps) {
  const { words, format } = usePage();
  const { scaled, indicators: chosen } = layer;
  const pairs = useMemo(
    () => (scaled.lacks.length <= MOST_PAIRED ? criterionPairs(scaled.criteria) : []),
    [scaled],
  );
  const few = pairs.find(({ areas }) => areas < LEAST_CORRELATED);
  const shown = pairs.filter(({ strong, areas }) => strong && areas >= LEAST_CORRELATED);
  if (shown.length === 0 && !few) return null;
  const level = words.level[layer.measures[0]?.table.level ?? 'village'];
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 2 });
  const name = (id: string) => {
    const found = chosen.find((one) => one.id === id);
    return found ? words.indicator[found.id].short : id;
  };
  return (
    <ul className="priority-warnings">
      {few ? (
        <li>{words.priority.fewPaired(format.count(few.areas), level, format.count(LEAST_CORRELATED))}</li>
      ) : null}
      {shown.map(({ first, second, areas, pearson, spearman }) => {
        const r = Math.abs(spearman) > Math.abs(pearson) ? spearman : pearson;
        const say = words.priority[r > 0 ? 'strong' : 'opposed'];
        const among = `${format.count(areas)} ${level}`;
        const text = number.format(r).replace('-', '\u2212');
        return <li key={`${first} ${second}`}>{say(name(first), name(second), text, among)}</li>;
      })}
    </ul>
  );
}

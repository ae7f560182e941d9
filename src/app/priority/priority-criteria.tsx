import { memo, type RefObject, useId, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { Choice } from '#app/kit/choice.tsx';
import { priorityAsked } from '#app/kit/priority-asked.ts';
import { useTypedNumber } from '#app/kit/whole-field.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { restricts } from '#core/cell-selection.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import { criterionPairs } from '#core/criterion-correlation.ts';
import { CONDITION_DIMENSIONS } from '#core/dimension.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { MOST_CRITERIA } from '#core/link-part.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { Priority } from '#core/view.ts';
import {
  areEqual,
  equalWeights,
  firstHalf,
  setWeight,
  withCriterion,
  withoutCriterion,
} from '#picture/priority-weights.ts';
import { CRITERION_COLORS, constantText, criterionName, weightText } from '#words/priority-words.ts';
import { useChangePriority, usePriority } from './priority-shown.ts';

/** Areas among which correlations are looked for; no weight changes them, a filter does. */
const MOST_PAIRED = 5_000;
/** Fewer areas say little: among 8, chance alone goes beyond 0.7 in about one case of 20. A convention of ours. */
const LEAST_CORRELATED = 10;

type Criteria = Priority['criteria'];

/** What counts, and how much: one slider each, always 100 % together. */
export function PriorityCriteria() {
  const { words } = usePage();
  const ids = usePriority(useShallow(({ choice }) => choice.criteria.map(({ indicator }) => indicator)));
  const goalposts = usePriority(({ choice }) => choice.scaling === 'goalposts');
  const filters = usePicture(({ view }) => view.filters);
  const constant = usePriority((layer) => constantText(layer, filters, words));
  // While a slider is dragged, weights from before the drag.
  const before = useRef<Criteria | null>(null);
  return (
    <div className="priority-criteria">
      <ul>
        {ids.map((id, k) => (
          <CriterionLine key={id} id={id} k={k} only={ids.length === 1} before={before} />
        ))}
      </ul>
      {constant === null ? null : <p className="field-said">{constant}</p>}
      <Correlated />
      {goalposts && restricts(filters.classes, CONDITION_DIMENSIONS) ? (
        <p className="field-said">{words.list.filtered}</p>
      ) : null}
    </div>
  );
}

interface CriterionProps {
  readonly id: IndicatorId;
  readonly k: number;
  /** Of one criterion alone there is nothing to weigh. */
  readonly only: boolean;
  readonly before: RefObject<Criteria | null>;
}

const CriterionLine = memo(function CriterionLine({ id, k, only, before }: CriterionProps) {
  const { words } = usePage();
  const change = useChangePriority();
  const criteria = usePriority(({ choice }) => choice.criteria);
  const weight = usePriority(({ index }) => index.weights[k] ?? 0);
  const name = usePriority((layer) => criterionName(layer, k, words));
  const say = words.priority;
  return (
    <li>
      <span className="criterion-swatch" style={{ background: CRITERION_COLORS[k] }} />
      <span className="criterion-name">{words.indicator[id].short}</span>
      <input
        autoComplete="off"
        type="range"
        min={0}
        max={100}
        step={1}
        value={weight * 100}
        aria-label={say.weightOf(words.indicator[id].short)}
        aria-valuetext={weightText(weight, words)}
        disabled={only}
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
        {...{ name, weight, only }}
        onWeight={(percent) => change({ criteria: setWeight(criteria, k, percent) })}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={say.remove(name)}
        disabled={only}
        onClick={() => change({ criteria: withoutCriterion(criteria, k) })}
      >
        ×
      </button>
    </li>
  );
});

/** Beside the heading: where the weights begin, and one more criterion. */
export function CriteriaChoices() {
  const count = usePriority(({ choice }) => choice.criteria.length);
  return (
    <div className="step-choices">
      <Presets />
      {count < MOST_CRITERIA ? <More /> : null}
    </div>
  );
}

interface WeightFieldProps {
  /** Of the criterion. */
  readonly name: string;
  readonly weight: number;
  readonly only: boolean;
  readonly onWeight: (percent: number) => void;
}

/** The weight as a number that can be typed: taken over when the field is left, or with Enter. */
function WeightField({ name, weight, only, onWeight }: WeightFieldProps) {
  const { words, format } = usePage();
  const shown = weightText(weight, words).replace(/\s*%$/, '');
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
          aria-label={words.priority.weightField(name)}
          aria-describedby={id}
          disabled={only}
        />
        <span aria-hidden="true">%</span>
      </span>
      <p className="field-said" id={id} role="status">
        {said}
      </p>
    </>
  );
}

type Preset = 'equal' | 'first' | 'own';

function presetOf(criteria: Criteria): Preset {
  if (areEqual(criteria)) return 'equal';
  return JSON.stringify(firstHalf(criteria)) === JSON.stringify(criteria) ? 'first' : 'own';
}

function Presets() {
  const { store, words } = usePage();
  const change = useChangePriority();
  const chosen = usePriority(({ choice }) => presetOf(choice.criteria));
  /** The criterion that may weigh half; null where there is none. */
  const first = usePriority((layer) =>
    layer.choice.criteria.length > 2 ? criterionName(layer, 0, words) : null,
  );
  const say = words.priority.presets;
  const choose = (id: Preset) => {
    const criteria = priorityAsked(store)?.criteria;
    if (criteria && id === 'equal') change({ criteria: equalWeights(criteria) });
    if (criteria && id === 'first') change({ criteria: firstHalf(criteria) });
  };
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
}

/** One more criterion. */
function More() {
  const { words, store } = usePage();
  const change = useChangePriority();
  const manifest = usePicture(({ atlas }) => atlas.manifest);
  const taken = usePriority(useShallow(({ choice }) => choice.criteria.map(({ indicator }) => indicator)));
  const say = words.priority;
  const others = indicatorsOf(manifest).filter(({ id }) => !taken.includes(id));
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
}

/** Criteria that tell of the same thing, or undo each other. */
function Correlated() {
  const { words, format } = usePage();
  const scaled = usePriority((layer) => layer.scaled);
  const chosen = usePriority(useShallow(({ indicators }) => indicators));
  const of = usePriority(({ measures }) => measures[0]?.table.level ?? 'village');
  const pairs = useMemo(
    () => (scaled.lacks.length <= MOST_PAIRED ? criterionPairs(scaled.criteria) : []),
    [scaled],
  );
  const few = pairs.find(({ areas }) => areas > 0 && areas < LEAST_CORRELATED);
  const shown = pairs.filter(({ strong, areas }) => strong && areas >= LEAST_CORRELATED);
  if (shown.length === 0 && !few) return null;
  const level = words.level[of];
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

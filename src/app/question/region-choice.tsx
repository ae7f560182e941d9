import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Choice } from '#app/kit/choice.tsx';
import { useAsked, usePage } from '#app/page.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { roundThreshold } from '#core/region-classes.ts';
import { questionOf, type RegionProblem, type Regions } from '#core/view.ts';
import type { RegionLayer, ShownProblem } from '#picture/region-layer.ts';
import { setView } from '#state/store.ts';
import { boundText, originText } from '#words/region-words.ts';
import './regions.css';
import { lowerFirst } from '#words/phrase.ts';

type Place = 0 | 1 | 2;
type LayerProps = { readonly layer: RegionLayer };
type ProblemProps = LayerProps & {
  readonly problem: ShownProblem;
  readonly place: Place;
  readonly change: (patch: Partial<RegionProblem>) => void;
};

function regionsAsked(store: PanelProps['store']): Regions | null {
  const { view } = store.getState();
  return view && questionOf(view, 'regions');
}

/** Which three problems, and where each begins. */
export function RegionChoice(props: LayerProps) {
  const { store, words } = usePage();
  const { layer } = props;
  const change = (place: Place, patch: Partial<RegionProblem>) => {
    const regions = regionsAsked(store);
    if (!regions) return;
    const [first, second, third] = regions.problems.map((one, k) =>
      k === place ? { ...one, ...patch } : one,
    );
    if (first && second && third)
      setView(store, { question: { kind: 'regions', problems: [first, second, third] } });
  };
  return (
    <div className="region-choice">
      {([0, 1, 2] as const).map((place) => {
        const problem = layer.problems[place];
        return problem ? (
          <Problem key={place} {...props} {...{ problem, place }} change={(patch) => change(place, patch)} />
        ) : null;
      })}
      <p className="note">{words.regions.own}</p>
    </div>
  );
}

function Problem(props: ProblemProps) {
  const { words, format } = usePage();
  const picture = useAsked();
  const { layer, problem, place, change } = props;
  const say = words.regions;
  const { manifest } = picture.atlas;
  const { id } = problem.indicator;
  const taken: readonly IndicatorId[] = layer.choice.problems.map(({ indicator }) => indicator);
  const name = lowerFirst(words.indicator[id].short);
  return (
    <fieldset aria-label={say.problem(String(place + 1))}>
      <div className="region-name">
        <b>{say.marks[id]}</b>
        <Choice
          label={say.problem(String(place + 1))}
          value={id}
          options={indicatorsOf(manifest)
            .filter((one) => one.id === id || !taken.includes(one.id))
            .map((one) => ({
              id: one.id,
              label: words.indicator[one.id].short,
              disabled: !isAnswerable(manifest, one),
            }))}
          onChange={(indicator) => change({ indicator, threshold: null })}
        />
      </div>
      <Threshold key={id} {...props} name={name} />
      <div className="region-origin note">
        <span>
          {boundText(problem, words, format)} {originText(problem, words, format)}
        </span>
        {problem.origin === 'own' ? (
          <Button className="link" aria-label={say.reset(name)} onPress={() => change({ threshold: null })}>
            {say.resetShort}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** Where the slider ends, in percent: a prevalence rarely lies higher, and the field takes any. */
function sliderEnd({ indicator, threshold }: ShownProblem): number {
  const end = indicator.kind === 'coverage' ? 120 : indicator.bands ? 50 : 100;
  return Math.max(end, Math.ceil((threshold ?? 0) * 100));
}

function Threshold({ problem, change, name }: ProblemProps & { readonly name: string }) {
  const { words, format } = usePage();
  const say = words.regions;
  const { threshold, indicator } = problem;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = threshold === null ? '' : format.percent(threshold);
  const most = indicator.kind === 'coverage' ? 1_000 : 100;
  const percent = Number((typed ?? shown).replace(',', '.'));
  const isFit = typed === null || (typed.trim() !== '' && percent >= 0 && percent <= most);
  const move = (to: number) => change({ threshold: roundThreshold(to / 100) });
  const take = () => {
    if (isFit && typed !== null && typed !== shown) move(percent);
    setTyped(null);
  };
  return (
    <div className="region-threshold">
      <input
        autoComplete="off"
        type="range"
        min={0}
        max={sliderEnd(problem)}
        step={0.5}
        value={(threshold ?? 0) * 100}
        aria-label={say.threshold(name)}
        aria-valuetext={`${shown}${words.language.percentSign}`}
        onChange={(event) => move(Number(event.target.value))}
      />
      <input
        autoComplete="off"
        className="field"
        inputMode="decimal"
        aria-label={say.thresholdField(name)}
        aria-invalid={!isFit}
        aria-description={isFit ? undefined : say.thresholdFault(format.count(most))}
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <span aria-hidden="true">%</span>
    </div>
  );
}

import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { breakFault, mostBreak } from '#app/canvas/style.tsx';
import { Bounded } from '#app/kit/bounded.tsx';
import { Choice } from '#app/kit/choice.tsx';
import { late } from '#app/late.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import type { IndicatorId } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { type Overlay, SINGLE } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import type { OverlayLayer } from '#picture/overlay-layer.ts';
import { setView } from '#state/store.ts';
import { readBreaks } from '#words/break-text.ts';
import '#app/kit/layers.css';
import { lowerFirst } from '#words/phrase.ts';

/** Fetched with the first three problems. */
const RegionChoice = late(() => import('./region-choice.tsx').then((module) => module.RegionChoice));

const NONE = 'none';

/** A second indicator over the first, and how both are classed; or three problems at once. */
export function OverlayChoice() {
  const { store, words } = usePage();
  const picture = useAsked();
  const { view, atlas } = picture;
  const say = words.layers.overlay;
  const offered = indicatorsOf(atlas.manifest);
  const known = new Set(offered.filter((one) => isAnswerable(atlas.manifest, one)).map(({ id }) => id));
  const layer = layerOf(picture, 'overlay');
  const threeProblems = layerOf(picture, 'regions');
  const overlay = layer?.overlay ?? null;
  const classes: Overlay['classes'] = overlay?.classes ?? { kind: 'bands' };
  const options = [
    { id: NONE, label: say.none },
    ...offered
      .filter(({ id }) => id !== view.indicator)
      .map(({ id }) => ({ id, label: words.indicator[id].short, disabled: !known.has(id) })),
  ] as const;
  return (
    <>
      <div className="inline-choice">
        <Choice<IndicatorId | typeof NONE>
          label={say.label}
          labelShown
          value={overlay?.indicator ?? NONE}
          options={options}
          onChange={(id) =>
            setView(store, { question: id === NONE ? SINGLE : { kind: 'overlay', indicator: id, classes } })
          }
        />
      </div>
      {threeProblems ? (
        <Bounded>
          <RegionChoice layer={threeProblems} />
        </Bounded>
      ) : null}
      {layer ? <OverlayClasses layer={layer} /> : null}
    </>
  );
}

type LayerProps = { readonly layer: OverlayLayer };

function OverlayClasses(props: LayerProps) {
  const indicator = useAsked(({ view }) => view.indicator);
  const { store, words } = usePage();
  const { layer } = props;
  const { overlay } = layer;
  const say = words.layers.overlay;
  const choose = (kind: Overlay['classes']['kind']) =>
    setView(store, { question: { ...overlay, classes: kind === 'own' ? ownClasses(layer) : { kind } } });
  return (
    <>
      <Choice
        label={say.classes}
        labelShown
        value={overlay.classes.kind}
        options={(['bands', 'tertiles', 'own'] as const).map((id) => ({ id, label: say.kinds[id] }))}
        onChange={choose}
      />
      {overlay.classes.kind === 'own' ? (
        <>
          <OwnEdges {...props} side="first" key={`first ${indicator}`} />
          <OwnEdges {...props} side="second" key={`second ${overlay.indicator}`} />
        </>
      ) : null}
    </>
  );
}

/** Own edges begin where the classes stand; a missing one lies a tenth above. */
function ownClasses({ bivariate }: OverlayLayer): Overlay['classes'] {
  const pair = (edges: Float64Array): readonly [number, number] => {
    const [low = 0.1, high = low + 0.1] = edges;
    return [low, high];
  };
  return { kind: 'own', first: pair(bivariate.firstEdges), second: pair(bivariate.secondEdges) };
}

function OwnEdges({ layer, side }: LayerProps & { readonly side: 'first' | 'second' }) {
  const { store, words } = usePage();
  const picture = useAsked();
  const { overlay } = layer;
  const say = words.layers.overlay;
  const own = overlay.classes.kind === 'own' ? overlay.classes : null;
  const indicator = side === 'first' ? picture.indicator : layer.indicator;
  const name = words.indicator[indicator.id].short;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 1 });
  const [text, setText] = useState(() =>
    own ? own[side].map((edge) => number.format(edge * 100)).join('; ') : '',
  );
  const most = mostBreak(indicator, 'rate');
  const reading = readBreaks(text, most);
  const isPair = reading.kind === 'breaks' && reading.breaks.length === 2;
  return (
    <TextField
      value={text}
      isInvalid={!isPair}
      onChange={(value) => {
        setText(value);
        const read = readBreaks(value, most);
        const [low, high, more] = read.kind === 'breaks' ? read.breaks : [];
        if (!own || low === undefined || high === undefined || more !== undefined) return;
        setView(store, { question: { ...overlay, classes: { ...own, [side]: [low / 100, high / 100] } } });
      }}
    >
      <Label className="note">{say.own(lowerFirst(name))}</Label>
      <Input autoComplete="off" className="field" aria-description={say.ownHint} />
      <FieldError className="error">
        {breakFault(reading, say.ownInvalid, words) || say.ownInvalid}
      </FieldError>
    </TextField>
  );
}

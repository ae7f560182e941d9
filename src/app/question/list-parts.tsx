import { useStore } from 'zustand';
import { Check } from '#app/kit/choice.tsx';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { changePriority } from '#app/kit/priority-asked.ts';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { Hotspots } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { withCriterion, withoutCriterion } from '#picture/priority-weights.ts';
import { openScenario, scenariosHere, showScenario } from '#state/scenario.ts';
import { setView } from '#state/store.ts';
import { criterionName } from '#words/priority-words.ts';
import { askHotspots } from './asked.ts';

const LENGTHS = [3, 5, 8, 10, 15, 20, 30];

type LayerProps = PanelProps & { readonly layer: PriorityLayer };

/** How many areas the list has. */
export function LengthPart({ picture, store, words, format, layer }: LayerProps) {
  const say = words.rooms.sentence;
  const level = words.level[picture.view.level];
  const { listed, ranked, limitedBy } = layer.listing.list;
  const label = say.length;
  const offered = [...new Set([...LENGTHS.filter((n) => n <= ranked), layer.choice.top])].sort(
    (a, b) => a - b,
  );
  return (
    <SentencePart label={label} phrase={say.areas(format.count(listed), level)}>
      {(close) => (
        <ChoiceList<string>
          label={label}
          value={limitedBy === 'areas' ? String(layer.choice.top) : null}
          options={offered.map((n) => ({ id: String(n), label: say.areas(format.count(n), level) }))}
          onChange={(n) => {
            changePriority(store, { top: Number(n), list: { ...layer.choice.list, limit: 'areas' } });
            close();
          }}
        />
      )}
    </SentencePart>
  );
}

/** By what the list is made. */
export function CriteriaPart({ picture, store, words, layer }: LayerProps) {
  const { manifest } = picture.atlas;
  const { criteria } = layer.choice;
  const names = criteria.map((_, k) => criterionName(layer, k, words));
  return (
    <SentencePart label={words.rooms.sentence.criteria} phrase={names.join(', ')}>
      {() => (
        <fieldset className="group" aria-label={words.rooms.sentence.criteria}>
          {indicators(manifest.extremePovertyDecile).map((one) => {
            const at = criteria.findIndex(({ indicator }) => indicator === one.id);
            return (
              <Check
                key={one.id}
                label={words.indicator[one.id].short}
                selected={at >= 0}
                disabled={at < 0 ? !isAnswerable(manifest, one) : criteria.length === 1}
                onChange={(on) =>
                  changePriority(store, {
                    criteria: on ? withCriterion(criteria, one.id) : withoutCriterion(criteria, at),
                  })
                }
              />
            );
          })}
        </fieldset>
      )}
    </SentencePart>
  );
}

/** How clusters are sought. */
export function ClusterPart({ picture, store, words }: PanelProps) {
  const say = words.rooms.sentence;
  const { hotspots } = picture.view;
  const overlaid = layerOf(picture, 'overlay') !== null;
  const method = hotspots?.method ?? null;
  return (
    <SentencePart
      label={say.clusters}
      phrase={upperFirst(method === null ? say.notSought : words.hotspots.methods[method])}
      quiet={method === null}
      clear={
        method === null
          ? null
          : {
              label: `${words.hotspots.label}: ${words.hotspots.none}`,
              act: () => setView(store, { hotspots: null }),
            }
      }
    >
      {(close) => (
        <ChoiceList<Hotspots['method']>
          label={say.clusters}
          value={method}
          options={(['clusters', 'hot-cold', 'co-location'] as const).map((id) => ({
            id,
            label: words.hotspots.methods[id],
            disabled: id === 'co-location' && !overlaid,
          }))}
          onChange={(id) => {
            askHotspots(store, id);
            close();
          }}
        />
      )}
    </SentencePart>
  );
}

/** Which proposal is open. */
export function ScenarioPart({ picture, store, words }: PanelProps) {
  const scenarios = useStore(store, (state) => state.scenarios);
  const open = useStore(store, openScenario);
  const here = scenariosHere({ scenarios, atlas: picture.atlas });
  if (!open) return null;
  return (
    <SentencePart label={words.decision.which} phrase={open.title}>
      {(close) => (
        <ChoiceList<string>
          label={words.decision.which}
          value={String(open.id)}
          options={here.map(({ id, title }) => ({ id: String(id), label: title }))}
          onChange={(id) => {
            const one = here.find((each) => String(each.id) === id);
            if (one) showScenario(store, one);
            close();
          }}
        />
      )}
    </SentencePart>
  );
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

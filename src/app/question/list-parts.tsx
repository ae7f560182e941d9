import { useStore } from 'zustand';
import { Check } from '#app/kit/choice.tsx';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { changePriority } from '#app/kit/priority-asked.ts';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import { hasGeography } from '#core/dataset.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { Hotspots } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import { withCriterion, withoutCriterion } from '#picture/priority-weights.ts';
import { openScenario, scenariosHere, showScenario } from '#state/scenario.ts';
import { setView } from '#state/store.ts';
import type { Words } from '#words/id.ts';
import { orderName } from '#words/list-words.ts';
import { criterionName } from '#words/priority-words.ts';
import { askHotspots } from './asked.ts';

const LENGTHS = [3, 5, 8, 10, 15, 20, 30];

/** How many areas the list has. */
export function LengthPart() {
  const { words, format } = usePage();
  const say = words.rooms.sentence;
  return (
    <SentencePart
      label={say.length}
      says={(picture) => {
        const listed = layerOf(picture, 'priority')?.listing.list.listed ?? 0;
        const level = words.level[picture.view.level];
        return { phrase: listed === 0 ? say.noAreas(level) : say.areas(format.count(listed), level) };
      }}
    >
      {(close) => <Lengths close={close} />}
    </SentencePart>
  );
}

function Lengths({ close }: { readonly close: () => void }) {
  const { store, words, format } = usePage();
  const level = useAsked(({ view }) => words.level[view.level]);
  const layer = useAsked((picture) => layerOf(picture, 'priority'));
  if (layer === null) return null;
  const say = words.rooms.sentence;
  const { ranked, limitedBy } = layer.listing.list;
  const offered = [...new Set([...LENGTHS.filter((n) => n <= ranked), layer.choice.top])].sort(
    (a, b) => a - b,
  );
  return (
    <ChoiceList<string>
      label={say.length}
      value={limitedBy === 'areas' ? String(layer.choice.top) : null}
      options={offered.map((n) => ({ id: String(n), label: say.areas(format.count(n), level) }))}
      onChange={(n) => {
        changePriority(store, { top: Number(n), list: { ...layer.choice.list, limit: 'areas' } });
        close();
      }}
    />
  );
}

/** By what the list is made: what its index is of, or the one value that orders it; '' where there is none. */
export function criteriaNames(picture: Picture, words: Words): string {
  const layer = layerOf(picture, 'priority');
  if (layer !== null && layer.listing.order !== 'index') return orderName(layer, words);
  return layer ? layer.choice.criteria.map((_, k) => criterionName(layer, k, words)).join(', ') : '';
}

/** By what the list is made. */
export function CriteriaPart() {
  const { words } = usePage();
  return (
    <SentencePart
      label={words.rooms.sentence.criteria}
      says={(picture) => ({ phrase: criteriaNames(picture, words) })}
    >
      {() => <Criteria />}
    </SentencePart>
  );
}

function Criteria() {
  const { store, words } = usePage();
  const manifest = useAsked(({ atlas }) => atlas.manifest);
  const layer = useAsked((picture) => layerOf(picture, 'priority'));
  if (layer === null) return null;
  const { criteria } = layer.choice;
  return (
    <fieldset className="group" aria-label={words.rooms.sentence.criteria}>
      {indicatorsOf(manifest).map((one) => {
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
  );
}

/** How clusters are sought. */
export function ClusterPart() {
  const { store, words } = usePage();
  const say = words.rooms.sentence;
  return (
    <SentencePart
      label={say.clusters}
      says={({ view: { hotspots } }) => ({
        phrase: upperFirst(hotspots === null ? say.notSought : words.hotspots.methods[hotspots.method]),
        quiet: hotspots === null,
        clear: hotspots === null ? null : `${words.hotspots.label}: ${words.hotspots.none}`,
      })}
      onClear={() => setView(store, { hotspots: null })}
    >
      {(close) => <Clusters close={close} />}
    </SentencePart>
  );
}

function Clusters({ close }: { readonly close: () => void }) {
  const { store, words } = usePage();
  const method = useAsked(({ view }) => view.hotspots?.method ?? null);
  const overlaid = useAsked((picture) => layerOf(picture, 'overlay') !== null);
  const placed = useAsked(({ atlas }) => hasGeography(atlas.manifest));
  return (
    <ChoiceList<Hotspots['method']>
      label={words.rooms.sentence.clusters}
      value={method}
      options={(['clusters', 'hot-cold', 'co-location'] as const).map((id) => ({
        id,
        label: words.hotspots.methods[id],
        disabled: !placed || (id === 'co-location' && !overlaid),
      }))}
      onChange={(id) => {
        askHotspots(store, id);
        close();
      }}
    />
  );
}

/** Which proposal is open. */
export function ScenarioPart() {
  const { store, words } = usePage();
  const atlas = useAsked((picture) => picture.atlas);
  const scenarios = useStore(store, (state) => state.scenarios);
  const open = useStore(store, openScenario);
  const here = scenariosHere({ scenarios, atlas });
  if (!open) return null;
  return (
    <SentencePart label={words.decision.which} says={() => ({ phrase: open.title })}>
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

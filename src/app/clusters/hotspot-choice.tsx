import { useState } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { useStore } from 'zustand';
import { Check, Choice } from '#app/kit/choice.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Hotspots, LinkEdit, NeighborChoice } from '#core/view.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { setView } from '#state/store.ts';
import { neighborsText } from '#words/hotspot-words.ts';
import './hotspots.css';

const NONE = 'none';
const NEIGHBORS: Readonly<Record<string, NeighborChoice>> = {
  queen: { kind: 'queen' },
  rook: { kind: 'rook' },
  'nearest-4': { kind: 'nearest', k: 4 },
  'nearest-6': { kind: 'nearest', k: 6 },
  'nearest-8': { kind: 'nearest', k: 8 },
};
const DRAWS = [999, 9_999, 99_999, 999_999];
const LARGEST_SEED = 999_999_999;

/** Whether clusters are looked for, how, and whether counts lie over the colors. */
export function HotspotChoice(props: PanelProps) {
  const { picture, store, words } = props;
  const { view } = picture;
  const say = words.hotspots;
  const hotspots = view.hotspots;
  const choose = (method: Hotspots['method'] | typeof NONE) =>
    setView(store, {
      hotspots: method === NONE ? null : { ...(hotspots ?? DEFAULT_HOTSPOTS), method },
    });
  return (
    <section className="group">
      <h2>{say.label}</h2>
      <div className="stack">
        <Choice<Hotspots['method'] | typeof NONE>
          label={say.label}
          value={hotspots?.method ?? NONE}
          options={[
            { id: NONE, label: say.none },
            { id: 'clusters', label: say.methods.clusters },
            { id: 'hot-cold', label: say.methods['hot-cold'] },
            {
              id: 'co-location',
              label: say.methods['co-location'],
              disabled: view.question.kind !== 'overlay',
            },
          ]}
          onChange={choose}
        />
        {hotspots ? <Settings {...props} hotspots={hotspots} /> : null}
        <Check label={say.burden} selected={view.burden} onChange={(burden) => setView(store, { burden })} />
      </div>
    </section>
  );
}

function Settings(props: PanelProps & { readonly hotspots: Hotspots }) {
  const { store, words, format, hotspots } = props;
  const say = words.hotspots;
  const linksShown = useStore(store, (state) => state.linksShown);
  const change = (patch: Partial<Hotspots>) => setView(store, { hotspots: { ...hotspots, ...patch } });
  const chosen =
    Object.keys(NEIGHBORS).find(
      (id) => JSON.stringify(NEIGHBORS[id]) === JSON.stringify(hotspots.neighbors),
    ) ?? 'own';
  return (
    <details className="hotspot-settings">
      <summary>{say.settings}</summary>
      <div className="stack">
        <Choice
          label={say.neighbors.label}
          labelShown
          value={chosen}
          options={[
            ...Object.entries(NEIGHBORS).map(([id, choice]) => ({ id, label: neighborsText(choice, words) })),
            ...(chosen === 'own' ? [{ id: 'own', label: neighborsText(hotspots.neighbors, words) }] : []),
          ]}
          onChange={(id) => change({ neighbors: NEIGHBORS[id] ?? hotspots.neighbors })}
        />
        <Choice
          label={say.permutations}
          labelShown
          value={String(hotspots.permutations)}
          options={[...new Set([...DRAWS, hotspots.permutations])]
            .sort((a, b) => a - b)
            .map((draws) => ({ id: String(draws), label: format.count(draws) }))}
          onChange={(draws) => change({ permutations: Number(draws) })}
        />
        <Seed key={hotspots.seed} {...props} change={(seed) => change({ seed })} />
        <Check
          label={say.links}
          selected={linksShown}
          onChange={(shown) => store.setState({ linksShown: shown })}
        />
        <LinkEdits {...props} change={(edits) => change({ edits })} />
      </div>
    </details>
  );
}

type SettingProps = PanelProps & { readonly hotspots: Hotspots };

function Seed({ words, hotspots, change }: SettingProps & { readonly change: (seed: number) => void }) {
  const [text, setText] = useState(String(hotspots.seed));
  const isSeed = /^\d{1,9}$/.test(text) && Number(text) <= LARGEST_SEED;
  const take = () => isSeed && change(Number(text));
  return (
    <TextField
      value={text}
      isInvalid={!isSeed}
      onChange={setText}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    >
      <Label className="note">{words.hotspots.seed}</Label>
      <Input
        autoComplete="off"
        className="field"
        inputMode="numeric"
        aria-description={words.hotspots.seedHint}
      />
      <FieldError className="error">{words.hotspots.seedHint}</FieldError>
    </TextField>
  );
}

/** Links made or cut by hand, between two selected areas. */
function LinkEdits({
  picture,
  words,
  hotspots,
  change,
}: SettingProps & { readonly change: (edits: readonly LinkEdit[]) => void }) {
  const { view, geography } = picture;
  const say = words.hotspots.edits;
  const [first, second, more] = view.selected;
  const pair = first && second && !more && view.level === 'village' ? ([first, second] as const) : null;
  const others = (edit: LinkEdit) => pair?.some((code) => !edit.between.includes(code)) ?? true;
  const put = (kind: LinkEdit['kind']) =>
    pair ? change([...hotspots.edits.filter(others), { kind, between: pair }]) : undefined;
  const name = (code: LinkEdit['between'][0]) =>
    geography.areas[geography.indexOf.get(code) ?? -1]?.name ?? code;
  return (
    <div className="link-edits">
      <p className="note">{say.choose}</p>
      <div className="compare-buttons">
        <Button className="button" isDisabled={!pair} onPress={() => put('added')}>
          {say.add}
        </Button>
        <Button className="button" isDisabled={!pair} onPress={() => put('cut')}>
          {say.cut}
        </Button>
      </div>
      {hotspots.edits.length > 0 ? (
        <ul>
          {hotspots.edits.map((edit) => (
            <li key={edit.between.join()}>
              <span>
                {(edit.kind === 'added' ? say.added : say.removed)(
                  name(edit.between[0]),
                  name(edit.between[1]),
                )}
              </span>
              <Button
                className="link"
                aria-label={`${say.undo}: ${name(edit.between[0])} – ${name(edit.between[1])}`}
                onPress={() => change(hotspots.edits.filter((other) => other !== edit))}
              >
                {say.undo}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

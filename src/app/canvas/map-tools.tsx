import { Button, DialogTrigger } from 'react-aria-components';
import { useStore } from 'zustand';
import { Check } from '#app/kit/choice.tsx';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { DialogPopover } from '#app/kit/dialog-popover.tsx';
import { changePriority } from '#app/kit/priority-asked.ts';
import { Segments } from '#app/kit/segments.tsx';
import { useAsked, usePage } from '#app/page.ts';
import type { Arrangement } from '#picture/arrangement.ts';
import { layerOf } from '#picture/layer.ts';
import { arrange } from '#state/second-view.ts';
import { setView } from '#state/store.ts';
import { layerTitle } from '#words/place-words.ts';
import { Style } from './style.tsx';
import './map-tools.css';

const KINDS: readonly Arrangement['kind'][] = ['one', 'side', 'swipe', 'many'];

/** At the map: how it is drawn, and how many maps there are. */
export function MapTools() {
  const { store, words } = usePage();
  const kind = useStore(store, (state) => state.arrangement.kind);
  const say = words.rooms.tools;
  return (
    <div className="map-tools">
      <DialogTrigger>
        <Button className="map-tool" aria-label={say.style}>
          <svg width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r="6.5" />
            <path className="filled" d="M9 2.5a6.5 6.5 0 0 1 0 13z" />
          </svg>
        </Button>
        <DialogPopover label={say.style} placement="left top">
          <StylePanel />
        </DialogPopover>
      </DialogTrigger>
      <DialogTrigger>
        <Button className="map-tool" aria-label={`${say.arrangement}: ${words.arrangement.kinds[kind]}`}>
          <svg width="18" height="18" aria-hidden="true">
            <path d="M2.5 3.5h13v11h-13zM9 3.5v11" />
          </svg>
        </Button>
        <DialogPopover label={say.arrangement} placement="left top">
          {(close) => (
            <ChoiceList
              label={say.arrangement}
              value={kind}
              options={KINDS.map((id) => ({ id, label: words.arrangement.kinds[id] }))}
              onChange={(next) => {
                arrange(store, { kind: next });
                close();
              }}
            />
          )}
        </DialogPopover>
      </DialogTrigger>
    </div>
  );
}

/** Classes, colors, circles, services. */
function StylePanel() {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const { view } = picture;
  const priority = layerOf(picture, 'priority');
  const regions = layerOf(picture, 'regions');
  const say = words.rooms;
  return (
    <div className="stack style-panel">
      <h2>{say.tools.style}</h2>
      {priority ? (
        <div className="row between">
          <span>{words.priority.colors.label}</span>
          <Segments
            label={words.priority.colors.label}
            value={priority.choice.colors}
            options={[
              { id: 'list', label: words.priority.colors.list },
              { id: 'score', label: words.priority.colors.score },
            ]}
            onChange={(colors) => changePriority(store, { colors })}
          />
        </div>
      ) : (
        <div className="row between">
          <span>{words.measure.label}</span>
          <Segments
            label={words.measure.label}
            value={view.measure}
            options={[
              { id: 'rate', label: words.measure.rate },
              { id: 'count', label: words.measure.count },
            ]}
            onChange={(measure) => setView(store, { measure })}
          />
        </div>
      )}
      {priority || regions ? null : <Style />}
      <Check
        label={words.hotspots.burden}
        selected={view.burden}
        onChange={(burden) => setView(store, { burden })}
      />
      <fieldset className="group" aria-label={say.tools.services}>
        <h3>{say.tools.services}</h3>
        {picture.places.length === 0 ? <p className="note">{say.tools.noServices}</p> : null}
        {picture.places.map(({ located: { layer }, shown }) => (
          <Check
            key={layer.id}
            label={layerTitle(layer, words)}
            count={format.count(layer.places.length)}
            selected={shown}
            onChange={(on) =>
              store.setState(({ placesHidden }) => ({
                placesHidden: on ? placesHidden.filter((id) => id !== layer.id) : [...placesHidden, layer.id],
              }))
            }
          />
        ))}
      </fieldset>
    </div>
  );
}

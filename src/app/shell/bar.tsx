import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { AreaBox } from '#app/kit/area-box.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { ExportMenu } from '#app/present/export-menu.tsx';
import type { Area, Territory } from '#core/area.ts';
import { ROOMS, type Room } from '#core/view.ts';
import type { Session } from '#desk/session.ts';
import { tierOf } from '#picture/tier.ts';
import { enterRoom } from '#state/rooms.ts';
import { openScenario } from '#state/scenario.ts';
import { select, setView } from '#state/store.ts';
import { BarNotice } from './bar-notice.tsx';
import { PresentationButton, SavedViewsButton, UndoButtons } from './view-tools.tsx';

export interface BarProps extends PanelProps {
  readonly session: Session;
  readonly room: Room;
  readonly onLanguage: () => void;
}

/** Whose data, the rooms, and what is reached from all of them. */
export function Bar(props: BarProps) {
  const { picture, words, store, room, onLanguage } = props;
  const { manifest } = picture.atlas;
  return (
    <header className="bar">
      <span className="brand">{words.app.name}</span>
      <span className="tier" data-tier={tierOf(picture)} title={`${manifest.territory}: ${manifest.title}`}>
        {words.tier[tierOf(picture)]}
      </span>
      <RoomDoors {...{ store, words, room }} format={props.format} />
      <BarNotice {...props} />
      <div className="bar-tools">
        <UndoButtons {...props} />
        <AreaSearch territory={picture.atlas.territory} store={store} words={words} />
        <ExportMenu {...props} />
        <SavedViewsButton {...props} />
        <PresentationButton {...props} />
        <Button className="icon-button" onPress={onLanguage} aria-label={words.language.otherName}>
          {words.language.otherCode}
        </Button>
      </div>
    </header>
  );
}

function RoomDoors({ store, words, room, format }: Pick<BarProps, 'store' | 'words' | 'room' | 'format'>) {
  const open = useStore(store, openScenario);
  const chosen = open?.areas.filter((area) => area.chosen).length ?? 0;
  const say = words.rooms;
  return (
    <nav className="rooms" aria-label={say.label}>
      {ROOMS.map((id) => {
        const count = id === 'proposal' && chosen > 0 ? format.count(chosen) : null;
        return (
          <Button
            key={id}
            className="room-door"
            aria-current={room === id ? 'page' : 'false'}
            aria-label={count === null ? say.names[id] : say.withCount(say.names[id], count)}
            onPress={() => enterRoom(store, id)}
          >
            {say.names[id]}
            {count === null ? null : <span className="badge">{count}</span>}
          </Button>
        );
      })}
    </nav>
  );
}

/** Brings a village into view, selected. */
function AreaSearch({
  territory,
  store,
  words,
}: Pick<PanelProps, 'store' | 'words'> & { readonly territory: Territory }) {
  const choose = useCallback(
    ({ code }: Area) => {
      if (store.getState().view?.level !== 'village') setView(store, { level: 'village' });
      select(store, code, false);
      store.setState({ camera: { area: code } });
    },
    [store],
  );
  return <AreaBox label={words.where.search} territory={territory} words={words} onChoose={choose} />;
}

import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { AreaBox } from '#app/kit/area-box.tsx';
import { Bounded } from '#app/kit/bounded.tsx';
import { useAsked, usePage, usePicture } from '#app/page.ts';
import { ExportMenu } from '#app/present/export-menu.tsx';
import type { Area } from '#core/area.ts';
import { ROOMS } from '#core/view.ts';
import { tierOf } from '#picture/tier.ts';
import { openHelp } from '#state/help.ts';
import { enterRoom } from '#state/rooms.ts';
import { openScenario } from '#state/scenario.ts';
import { select, setView } from '#state/store.ts';
import { fetchWords } from '#words/catalogues.ts';
import { shippedText } from '#words/shipped-text.ts';
import { BarNotice } from './bar-notice.tsx';
import { PresentationButton, SavedViewsButton, UndoButtons } from './view-tools.tsx';

/** Whose data, the rooms, and what is reached from all of them. */
export function Bar() {
  const { words } = usePage();
  return (
    <header className="bar">
      <span className="brand">{words.app.name}</span>
      <Bounded inLine>
        <Tier />
      </Bounded>
      <Bounded inLine>
        <RoomDoors />
      </Bounded>
      <Bounded inLine>
        <BarNotice />
      </Bounded>
      <div className="bar-tools">
        <Bounded inLine>
          <UndoButtons />
        </Bounded>
        <Bounded inLine>
          <AreaSearch />
        </Bounded>
        <Bounded inLine>
          <ExportMenu />
        </Bounded>
        <Bounded inLine>
          <SavedViewsButton />
        </Bounded>
        <Bounded inLine>
          <PresentationButton />
        </Bounded>
        <Bounded inLine>
          <HelpButton />
        </Bounded>
        <Bounded inLine>
          <LanguageButton />
        </Bounded>
      </div>
    </header>
  );
}

function Tier() {
  const { words } = usePage();
  const tier = usePicture(tierOf);
  const { territory, title } = usePicture(({ atlas }) => atlas.manifest);
  return (
    <span className="tier" data-tier={tier} title={`${territory}: ${shippedText(title, words)}`}>
      {words.tier[tier]}
    </span>
  );
}

function HelpButton() {
  const { store, words } = usePage();
  return (
    <Button className="icon-button" aria-label={words.rooms.bar.help} onPress={() => openHelp(store)}>
      ?
    </Button>
  );
}

function LanguageButton() {
  const { store, words } = usePage();
  const change = () => {
    const next = store.getState().language === 'id' ? 'en' : 'id';
    fetchWords(next).then(
      () => store.setState({ language: next }),
      () => store.setState({ notice: { kind: 'language-failed' } }),
    );
  };
  return (
    <Button className="icon-button language" onPress={change} aria-label={words.language.otherName}>
      {words.language.otherCode}
    </Button>
  );
}

function RoomDoors() {
  const { store, words, format } = usePage();
  const room = useAsked(({ view }) => view.room);
  const chosen = useStore(
    store,
    (state) => openScenario(state)?.areas.filter((area) => area.chosen).length ?? 0,
  );
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
function AreaSearch() {
  const { store, words } = usePage();
  const territory = usePicture(({ atlas }) => atlas.territory);
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

import { useCallback, useEffect, useRef } from 'react';
import { Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { BoundedDialog } from '#app/kit/bounded-dialog.tsx';
import { usePrinting } from '#app/kit/printing.ts';
import { usePage } from '#app/page.ts';
import { ROOMS } from '#core/view.ts';
import type { HelpTopic } from '#state/store.ts';
import { HELP } from '#words/help-words.ts';
import { HelpContent } from './help-content.tsx';
import '#app/kit/paper.css';
import './help.css';

const ROOM_TOPICS: readonly HelpTopic[] = [...ROOMS, 'presentation'];
const OTHER_TOPICS: readonly HelpTopic[] = ['learn', 'terms', 'samples', 'about'];

/** Help beside the map: what is behind it stays as it is. */
export function HelpDialog() {
  const { store, words } = usePage();
  const shown = useStore(store, (state) => state.help);
  const language = useStore(store, (state) => state.language);
  const say = HELP[language];
  const { printing, print } = usePrinting('help', 'no-figures');
  const body = useRef<HTMLDivElement>(null);
  const close = useCallback(() => store.setState({ help: null }), [store]);
  useEffect(() => {
    if (shown !== null) body.current?.scrollTo(0, 0);
  }, [shown]);
  if (shown === null) return null;
  const nameOf = (topic: HelpTopic): string => {
    switch (topic) {
      case 'presentation':
        return words.presentation.label;
      case 'learn':
        return words.rooms.doors.learn;
      case 'terms':
      case 'samples':
      case 'about':
        return say[topic].name;
      default:
        return words.rooms.names[topic];
    }
  };
  const door = (topic: HelpTopic) => (
    <li key={topic}>
      <Button
        className="help-door"
        aria-current={topic === shown ? 'page' : 'false'}
        onPress={() => store.setState({ help: topic })}
      >
        {nameOf(topic)}
      </Button>
    </li>
  );
  return (
    <ModalOverlay
      className="overlay help-overlay"
      isOpen
      onOpenChange={(open) => (open ? undefined : close())}
      isDismissable
    >
      <Modal className="modal help-modal">
        <BoundedDialog className="dialog help">
          <header className="help-head">
            <Heading slot="title">{say.heading}</Heading>
            <Button className="button" onPress={print}>
              {say.print}
            </Button>
            <Button className="icon-button" aria-label={say.close} onPress={close}>
              ×
            </Button>
          </header>
          <nav className="help-doors" aria-label={say.topics}>
            <p className="note">{say.rooms}</p>
            <ul>{ROOM_TOPICS.map(door)}</ul>
            <ul>{OTHER_TOPICS.map(door)}</ul>
          </nav>

          <section
            className="help-body"
            data-topic={shown}
            ref={body}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
            tabIndex={0}
            aria-label={nameOf(shown)}
          >
            <h3>{nameOf(shown)}</h3>
            <HelpContent topic={shown} />
            <p className="note">{say.keys}</p>
          </section>
        </BoundedDialog>
      </Modal>
      {printing
        ? createPortal(
            <div className="printed printed-help" lang={words.language.locale}>
              <h1>
                {words.app.name}: {nameOf(shown)}
              </h1>
              <HelpContent topic={shown} />
            </div>,
            document.body,
          )
        : null}
    </ModalOverlay>
  );
}

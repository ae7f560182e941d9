import { useState } from 'react';
import { useStore } from 'zustand';
import { Walk } from '#app/kit/walk.tsx';
import { usePage } from '#app/page.ts';
import type { HelpTopic } from '#state/store.ts';
import type { HelpRoom } from '#words/help-catalogue.ts';
import { HELP } from '#words/help-words.ts';
import { About } from './about.tsx';
import { Samples } from './samples.tsx';
import { Terms } from './terms.tsx';

export function HelpContent({ topic }: { readonly topic: HelpTopic }) {
  switch (topic) {
    case 'learn':
      return <Learn />;
    case 'terms':
      return <Terms />;
    case 'samples':
      return <Samples />;
    case 'about':
      return <About />;
    default:
      return <RoomPage room={topic} />;
  }
}

const PARTS = ['shows', 'read', 'not'] as const;

function RoomPage({ room }: { readonly room: HelpRoom }) {
  const say = HELP[useStore(usePage().store, ({ language }) => language)];
  return PARTS.map((part) => (
    <section key={part} data-part={part}>
      <h4>{say.heads[part]}</h4>
      <ul className="help-points">
        {say.pages[room][part].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  ));
}

function Learn() {
  const { store } = usePage();
  const say = HELP[useStore(store, ({ language }) => language)];
  const [step, setStep] = useState(0);
  return (
    <>
      <p>{say.learn}</p>
      <Walk
        step={step}
        setStep={(next) => (next === null ? store.setState({ help: null }) : setStep(next))}
      />
    </>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Walk } from '#app/kit/walk.tsx';
import { usePage } from '#app/page.ts';

interface DoorsProps {
  readonly onOffice: () => void;
  readonly onExample: () => void;
}

/** The first five seconds: what this is, and what to do first. */
export function Doors({ onOffice, onExample }: DoorsProps) {
  const { words } = usePage();
  const [step, setStep] = useState<number | null>(null);
  const say = words.rooms.doors;
  if (step !== null)
    return (
      <section className="doors">
        <h2>{words.rooms.tour.heading}</h2>
        <Walk step={step} setStep={setStep} />
      </section>
    );
  const doors = [
    [say.office, say.officeNote, onOffice],
    [say.example, say.exampleNote, onExample],
    [say.learn, say.learnNote, () => setStep(0)],
  ] as const;
  return (
    <section className="doors">
      <h2>{say.heading}</h2>
      <p>{say.invite}</p>
      <ul>
        {doors.map(([name, note, act], k) => (
          <li key={name}>
            <Button className={k === 0 ? 'door first' : 'door'} aria-label={name} onPress={act}>
              <strong>{name}</strong>
              <span>{note}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

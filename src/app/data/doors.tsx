import { useState } from 'react';
import { Button } from 'react-aria-components';
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
  if (step !== null) return <Tour {...{ step, setStep }} />;
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

interface TourProps {
  readonly step: number;
  readonly setStep: (step: number | null) => void;
}

/** Six sentences, one at a time, beside the example. */
function Tour({ step, setStep }: TourProps) {
  const { words } = usePage();
  const say = words.rooms.tour;
  const last = say.steps.length - 1;
  return (
    <section className="doors">
      <h2>{say.heading}</h2>
      <p className="note">{say.step(String(step + 1), String(say.steps.length))}</p>
      <p className="tour-step" aria-live="polite">
        {say.steps[step]}
      </p>
      <div className="row">
        <Button className="button" onPress={() => setStep(step === 0 ? null : step - 1)}>
          {say.back}
        </Button>
        <Button className="button primary" onPress={() => setStep(step === last ? null : step + 1)}>
          {step === last ? say.end : say.next}
        </Button>
      </div>
    </section>
  );
}

import { Button } from 'react-aria-components';
import { usePage } from '#app/page.ts';

interface WalkProps {
  readonly step: number;
  /** null: back before the first, or on from the last. */
  readonly setStep: (step: number | null) => void;
}

/** Six sentences, one at a time, beside the map. */
export function Walk({ step, setStep }: WalkProps) {
  const { words } = usePage();
  const say = words.rooms.tour;
  const last = say.steps.length - 1;
  return (
    <>
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
    </>
  );
}

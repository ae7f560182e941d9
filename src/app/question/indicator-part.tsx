import { Button } from 'react-aria-components';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { indicatorsOf } from '#core/counted-units.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { lowerFirst } from '#words/phrase.ts';
import { askIndicator } from './asked.ts';
import { exampleQuestions } from './example-questions.ts';
import { OverlayChoice } from './overlay.tsx';
import { indicatorPhrase } from './phrases.ts';

/** What is counted; what lies over it; and questions that are often asked. */
export function IndicatorPart({ examples }: { readonly examples: boolean }) {
  const { words } = usePage();
  const lead = useAsked((picture) => indicatorPhrase(picture, words).lead);
  const tail = useAsked((picture) => indicatorPhrase(picture, words).tail);
  return (
    <>
      {examples ? lead : lowerFirst(lead)}
      <SentencePart
        label={words.rooms.sentence.indicator}
        says={(picture) => {
          const { phrase } = indicatorPhrase(picture, words);
          return { phrase, full: examples ? phrase : lowerFirst(phrase) };
        }}
        wide
      >
        {(close) => (
          <div className="part-columns">
            <Indicators close={close} />
            <Aside examples={examples} close={close} />
          </div>
        )}
      </SentencePart>
      {tail}
    </>
  );
}

interface ClosingProps {
  readonly close: () => void;
}

function Indicators({ close }: ClosingProps) {
  const { store, words } = usePage();
  const manifest = useAsked(({ atlas }) => atlas.manifest);
  const value = useAsked(({ view }) => (view.question.kind === 'regions' ? null : view.indicator));
  return (
    <ChoiceList
      label={words.rooms.sentence.indicator}
      value={value}
      options={indicatorsOf(manifest).map((one) => ({
        id: one.id,
        label: words.indicator[one.id].short,
        disabled: !isAnswerable(manifest, one),
      }))}
      onChange={(indicator) => {
        askIndicator(store, indicator);
        close();
      }}
    />
  );
}

function Aside({ close, examples }: ClosingProps & { readonly examples: boolean }) {
  const { store, words } = usePage();
  const manifest = useAsked(({ atlas }) => atlas.manifest);
  const indicator = useAsked(({ view }) => view.indicator);
  const say = words.rooms;
  return (
    <div className="part-aside stack">
      {examples ? (
        <>
          <h2>{say.examples}</h2>
          <ul className="example-questions">
            {exampleQuestions(store, manifest, words).map(({ id, label, ask, disabled }) => (
              <li key={id}>
                <Button
                  className="link"
                  isDisabled={disabled}
                  onPress={() => {
                    ask();
                    close();
                  }}
                >
                  {label}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{say.second}</h2>
      <OverlayChoice />
      <p className="note">{words.indicator[indicator].definition}</p>
    </div>
  );
}

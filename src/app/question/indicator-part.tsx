import { Button } from 'react-aria-components';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { lowerFirst } from '#words/phrase.ts';
import { askIndicator } from './asked.ts';
import { exampleQuestions } from './example-questions.ts';
import { OverlayChoice } from './overlay.tsx';
import { indicatorPhrase } from './phrases.ts';

/** What is counted; what lies over it; and questions that are often asked. */
export function IndicatorPart(props: PanelProps & { readonly examples?: boolean }) {
  const { picture, store, words, examples = true } = props;
  const { view, atlas } = picture;
  const say = words.rooms;
  const { lead, phrase, tail } = indicatorPhrase(picture, words);
  const options = indicators(atlas.manifest.extremePovertyDecile).map(({ id, ...rest }) => ({
    id,
    label: words.indicator[id].short,
    disabled: !isAnswerable(atlas.manifest, { id, ...rest } as Parameters<typeof isAnswerable>[1]),
  }));
  return (
    <>
      {examples ? lead : lowerFirst(lead)}
      <SentencePart
        label={say.sentence.indicator}
        phrase={phrase}
        wide
        full={examples ? phrase : lowerFirst(phrase)}
      >
        {(close) => (
          <div className="part-columns">
            <ChoiceList
              label={say.sentence.indicator}
              value={view.question.kind === 'regions' ? null : view.indicator}
              options={options}
              onChange={(indicator) => {
                askIndicator(store, indicator);
                close();
              }}
            />
            <div className="part-aside stack">
              {examples ? (
                <>
                  <h2>{say.examples}</h2>
                  <ul className="example-questions">
                    {exampleQuestions(store, atlas.manifest, words).map(({ id, label, ask, disabled }) => (
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
              <OverlayChoice {...props} />
              <p className="note">{words.indicator[view.indicator].definition}</p>
            </div>
          </div>
        )}
      </SentencePart>
      {tail}
    </>
  );
}

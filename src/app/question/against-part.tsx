import { againstOf, againstOptions, questionView } from '#app/kinds/question-views.ts';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { SINGLE } from '#core/view.ts';
import { setView } from '#state/store.ts';

const NONE = 'none';

/** Against what: whatever a kind of question holds a rate against, or nothing. */
export function AgainstPart() {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const told = { picture, words, format };
  const say = words.rooms.sentence;
  const { against } = questionView(picture);
  // What is asked, also while the picture of it is still being made.
  const asked = againstOf(picture.view.question)?.asked(picture.view.question, told) ?? null;
  const options = [{ id: NONE, label: say.alone, question: SINGLE, stays: false }, ...againstOptions(told)];
  return (
    <SentencePart
      label={say.against}
      phrase={asked?.phrase ?? say.alone}
      quiet={asked === null}
      clear={
        asked === null ? null : { label: say.aloneAgain, act: () => setView(store, { question: SINGLE }) }
      }
    >
      {(close) => (
        <>
          <ChoiceList<string>
            label={say.against}
            value={asked?.id ?? NONE}
            options={options}
            onChange={(id) => {
              const option = options.find((one) => one.id === id);
              if (option) setView(store, { question: option.question });
              if (option?.stays !== true) close();
            }}
          />
          {against?.More ? <against.More layer={picture.layer} /> : null}
        </>
      )}
    </SentencePart>
  );
}

import { againstOf, againstOptions, questionView } from '#app/kinds/question-views.ts';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { SINGLE } from '#core/view.ts';
import type { Picture } from '#picture/picture.ts';
import { setView } from '#state/store.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';

const NONE = 'none';

/** What is asked, also while the picture of it is still being made. */
function askedOf(picture: Picture, words: Words, format: Format) {
  const { question } = picture.view;
  return againstOf(question)?.asked(question, { picture, words, format }) ?? null;
}

/** Against what: whatever a kind of question holds a rate against, or nothing. */
export function AgainstPart() {
  const { store, words, format } = usePage();
  const say = words.rooms.sentence;
  return (
    <SentencePart
      label={say.against}
      says={(picture) => {
        const asked = askedOf(picture, words, format);
        return {
          phrase: asked?.phrase ?? say.alone,
          quiet: asked === null,
          clear: asked === null ? null : say.aloneAgain,
        };
      }}
      onClear={() => setView(store, { question: SINGLE })}
    >
      {(close) => <Against close={close} />}
    </SentencePart>
  );
}

function Against({ close }: { readonly close: () => void }) {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const say = words.rooms.sentence;
  const { against } = questionView(picture);
  const options = [
    { id: NONE, label: say.alone, question: SINGLE, stays: false },
    ...againstOptions({ picture, words, format }),
  ];
  return (
    <>
      <ChoiceList<string>
        label={say.against}
        value={askedOf(picture, words, format)?.id ?? NONE}
        options={options}
        onChange={(id) => {
          const option = options.find((one) => one.id === id);
          if (option) setView(store, { question: option.question });
          if (option?.stays !== true) close();
        }}
      />
      {against?.More ? <against.More layer={picture.layer} /> : null}
    </>
  );
}

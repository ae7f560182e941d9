import { MONITORED_KINDS, monitoredOf } from '#app/kinds/question-views.ts';
import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import type { QuestionKind } from '#core/view.ts';
import { setView } from '#state/store.ts';

/** What is monitored of the indicator: the head of the sentence. */
export function MonitoredPart() {
  const { words } = usePage();
  return (
    <>
      <SentencePart
        label={words.monitoring.what}
        says={({ view }) => {
          const name = monitoredOf(view.question)?.name(words);
          return { phrase: name ?? words.monitoring.nothing, quiet: name === undefined };
        }}
      >
        {(close) => <Choices close={close} />}
      </SentencePart>
      {words.monitoring.of}
    </>
  );
}

function Choices({ close }: { readonly close: () => void }) {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const options = MONITORED_KINDS.flatMap((kind) => {
    const monitored = monitoredOf({ kind });
    return monitored ? [{ kind, monitored, question: monitored.opening({ picture, words, format }) }] : [];
  });
  return (
    <ChoiceList<QuestionKind>
      label={words.monitoring.what}
      value={picture.view.question.kind}
      options={options.map(({ kind, monitored, question }) => ({
        id: kind,
        label: monitored.name(words),
        disabled: question === null,
        note: question === null ? words.monitoring.none : undefined,
      }))}
      onChange={(kind) => {
        const question = options.find((one) => one.kind === kind)?.question;
        if (question) setView(store, { question });
        close();
      }}
    />
  );
}

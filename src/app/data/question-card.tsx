import { Button } from 'react-aria-components';
import { answerQuestion, openQuestions } from '#desk/office-desk.ts';
import { questionSentence } from '#words/questions.ts';
import type { CardProps } from './import-cards.tsx';

/** What neither the words nor the figures of a table decide: nothing is loaded before the reader has. */
export function QuestionCard({ desk, setDesk, words, format, store }: CardProps) {
  const language = store.getState().language;
  const open = openQuestions(desk);
  const answered = [...desk.answers.keys()];
  if (open.length === 0 && answered.length === 0) return null;
  const takeBack = () => setDesk(answered.reduce((next, id) => answerQuestion(next, id, null), desk));
  return (
    <section className="card questions" aria-label={words.import.questions}>
      <h3>{words.import.questions}</h3>
      {open.map((question) => {
        const { where, ask, why, options } = questionSentence(question, language);
        return (
          <fieldset key={question.id}>
            <legend>{ask}</legend>
            <p className="note">
              {where}. {why}
            </p>
            {options.map(({ id, label, follows }) => (
              <label key={id}>
                <input
                  autoComplete="off"
                  type="radio"
                  name={question.id}
                  onChange={() => setDesk(answerQuestion(desk, question.id, id))}
                />
                {label}
                {follows === '' ? null : <span className="note">{follows}</span>}
              </label>
            ))}
          </fieldset>
        );
      })}
      {answered.length > 0 ? (
        <Button className="link" onPress={takeBack}>
          {words.import.answersBack(format.count(answered.length))}
        </Button>
      ) : null}
    </section>
  );
}

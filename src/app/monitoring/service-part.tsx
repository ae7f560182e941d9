import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { CONVERGENCE_FORMULAS } from '#core/convergence-score.ts';
import { questionOf, type ServiceShown } from '#core/view.ts';
import { setView } from '#state/store.ts';
import { serviceName } from '#words/service-wording.ts';

const idOf = (shown: ServiceShown): string => (shown.kind === 'score' ? `score.${shown.formula}` : shown.id);

/** Which service, or which score of all of them: in the place of the indicator. */
export function ServicePart() {
  const { words } = usePage();
  return (
    <SentencePart
      label={words.service.what}
      says={({ view, atlas }) => {
        const shown = questionOf(view, 'service')?.shown;
        const own =
          shown?.kind === 'indicator'
            ? atlas.dataset?.services?.indicators.find(({ id }) => id === shown.id)
            : undefined;
        const full = own ? serviceName(own, words) : words.service.score;
        return { phrase: own ? own.id : full, full };
      }}
    >
      {(close) => <Shown close={close} />}
    </SentencePart>
  );
}

function Shown({ close }: { readonly close: () => void }) {
  const { store, words } = usePage();
  const asked = useAsked(({ view }) => questionOf(view, 'service'));
  const services = useAsked(({ atlas }) => atlas.dataset?.services);
  if (asked === null) return null;
  const scores = CONVERGENCE_FORMULAS.map((formula) => ({
    shown: { kind: 'score', formula } as const,
    label: words.service.score,
    note: words.service.formulas[formula],
  }));
  const indicators = (services?.indicators ?? []).map((indicator) => ({
    shown: { kind: 'indicator', id: indicator.id } as const,
    label: serviceName(indicator, words),
    note: indicator.group,
  }));
  const options = [...scores, ...indicators];
  return (
    <ChoiceList
      label={words.service.what}
      value={idOf(asked.shown)}
      options={options.map(({ shown, label, note }) => ({ id: idOf(shown), label, note }))}
      onChange={(id) => {
        const option = options.find(({ shown }) => idOf(shown) === id);
        if (option) setView(store, { question: { ...asked, shown: option.shown } });
        close();
      }}
    />
  );
}

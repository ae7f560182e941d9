import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { questionOf } from '#core/view.ts';
import { comparablePeriods, usualPeriods } from '#picture/comparable-periods.ts';
import { sourceName } from '#words/agreement-words.ts';
import { askComparison, askSecond } from './asked.ts';

const NONE = 'none';
const SOURCE = 'source';

/** Against what: another period, a second source, or nothing. */
export function AgainstPart({ picture, store, words, format }: PanelProps) {
  const { view, atlas } = picture;
  // What is asked, also while the picture of it is still being made.
  const compared = questionOf(view, 'change')?.comparedWith ?? null;
  const agreement = questionOf(view, 'agreement') === null ? null : (atlas.second ?? null);
  const { periods } = atlas.manifest;
  const say = words.rooms.sentence;
  const { previous, yearAgo } = usualPeriods(periods, view.period);
  const others = [...comparablePeriods(periods, view.period)].reverse();
  const usual: Readonly<Record<string, string>> = {
    ...(yearAgo === null ? {} : { [yearAgo]: words.layers.change.yearAgo }),
    ...(previous === null ? {} : { [previous]: words.layers.change.previous }),
  };
  const options = [
    { id: NONE, label: say.alone },
    ...(atlas.second ? [{ id: SOURCE, label: say.againstSource(sourceName(atlas.second, words)) }] : []),
    ...others.map((id) => {
      const incomplete = periods.find((entry) => entry.id === id)?.complete === false;
      const note = [usual[id], incomplete ? words.period.incomplete : undefined].filter(Boolean).join(', ');
      return { id, label: format.period(id), note: note === '' ? undefined : note };
    }),
  ];
  const phrase = agreement
    ? say.againstSource(sourceName(agreement, words))
    : compared === null
      ? say.alone
      : say.againstPeriod(format.period(compared));
  const quiet = agreement === null && compared === null;
  return (
    <SentencePart
      label={say.against}
      phrase={phrase}
      quiet={quiet}
      clear={quiet ? null : { label: say.aloneAgain, act: () => askComparison(store, null) }}
    >
      {(close) => (
        <ChoiceList<string>
          label={say.against}
          value={agreement ? SOURCE : (compared ?? NONE)}
          options={options}
          onChange={(id) => {
            if (id === SOURCE) askSecond(store);
            else askComparison(store, others.find((period) => period === id) ?? null);
            close();
          }}
        />
      )}
    </SentencePart>
  );
}

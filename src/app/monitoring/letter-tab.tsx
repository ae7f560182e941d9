import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { Choice } from '#app/kit/choice.tsx';
import { usePrinting } from '#app/kit/printing.ts';
import { leave } from '#app/kit/way-out.ts';
import { usePage, usePicture } from '#app/page.ts';
import type { AreaCode } from '#core/area.ts';
import { questionOf } from '#core/view.ts';
import { letterGround, letterMonth, monthLetter } from '#picture/month-letter.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { laidTierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { letterPlain, letterText } from '#words/letter-words.ts';
import { LetterSheet } from './letter-sheet.tsx';
import '#app/kit/paper.css';
import './monitoring.css';

const WHOLE = '';
/** Beyond so many areas the letter is made when it is asked for. */
const MADE_AT_ONCE = 5_000;

/** The letter of the month, of the whole or a kecamatan. */
export function LetterTab() {
  const { words } = usePage();
  const many = usePicture(({ atlas }) => atlas.territory.villages.areas.length > MADE_AT_ONCE);
  const [asked, setAsked] = useState(false);
  if (many && !asked)
    return (
      <section className="chart">
        <Button className="button primary" onPress={() => setAsked(true)}>
          {words.letter.make}
        </Button>
      </section>
    );
  return <Letter />;
}

function useGround() {
  const { store } = usePage();
  const atlas = usePicture((picture) => picture.atlas);
  const view = usePicture((picture) => picture.view);
  const kept = useStore(store, ({ questions }) => questions.priority);
  const month = letterMonth(atlas, view.period);
  const { showSmallRates, method } = view;
  const list = useMemo(
    () => (kept ? questionOf(kept, 'priority') : openingPriority(['stunting', 'wasting', 'extreme-poverty'])),
    [kept],
  );
  return { atlas, view, month, showSmallRates, method, list };
}

function Letter() {
  const { words, format } = usePage();
  const { atlas, view, month, showSmallRates, method, list } = useGround();
  const { districts } = view.filters;
  const [chosen, setChosen] = useState<AreaCode | null>(
    districts.length === 1 ? (districts[0] ?? null) : null,
  );
  const ground = useMemo(
    () => letterGround(atlas, { period: month, showSmallRates, method }, list),
    [atlas, month, showSmallRates, method, list],
  );
  const letter = useMemo(() => monthLetter(ground, chosen), [ground, chosen]);
  const text = letterText(letter, words, format);
  const say = words.letter;
  const tier = laidTierOf(atlas);
  const own = usePrinting('letter', tier);
  const each = usePrinting('letter', tier);
  const save = () =>
    leave(tier, (door) => {
      const parts = [atlas.territory.name, ...(chosen === null ? [] : [letter.place]), say.file, month];
      const name = fileName({ mark: words.export.marks[tier], parts, ending: 'txt' });
      door.hand(name, letterPlain(text), 'text/plain;charset=utf-8');
    });
  const all = atlas.territory.districts.areas;
  return (
    <article className="chart letter" lang={words.language.locale}>
      <h2>{text.title}</h2>
      <Choice<string>
        label={say.of}
        labelShown
        value={chosen ?? WHOLE}
        options={[
          { id: WHOLE, label: say.whole(atlas.territory.name) },
          ...all.map(({ code, name }) => ({ id: code, label: say.district(name) })),
        ]}
        onChange={(id) => setChosen(all.find(({ code }) => code === id)?.code ?? null)}
      />
      <div className="row">
        <Button className="button primary" onPress={own.print}>
          {say.print}
        </Button>
        <Button className="button" onPress={each.print}>
          {say.printAll}
        </Button>
        <Button className="button" onPress={save}>
          {say.save}
        </Button>
      </div>
      {text.sections.map(({ id, heading, paragraphs, items }) => (
        <section key={id}>
          <h3>{heading}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {items.length > 0 ? (
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      <p className="note">{text.source}</p>
      {own.printing ? createPortal(<LetterSheet ground={ground} district={chosen} />, document.body) : null}
      {each.printing
        ? createPortal(
            all.map(({ code }) => <LetterSheet key={code} ground={ground} district={code} />),
            document.body,
          )
        : null}
    </article>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { leave } from '#app/kit/way-out.ts';
import { usePage } from '#app/page.ts';
import {
  linkReview,
  type ShownPair,
  type ShownPerson,
  type Verdict,
  verdictsCsv,
} from '#core/link-review.ts';
import type { OfficeRun, PreparedOffice } from '#data/preparation-port.ts';
import { LINK_REVIEW, type LinkReviewWords } from '#words/link-review-words.ts';
import type { PreparationWords } from '#words/preparation-words.ts';
import { choosePreparation, preparation } from './preparation-work.ts';

interface PreparationReviewProps {
  readonly office: PreparedOffice;
  readonly run: OfficeRun;
  readonly say: PreparationWords;
}

const VERDICTS: readonly (readonly [key: string, verdict: Verdict])[] = [
  ['s', 'same'],
  ['b', 'other'],
  ['r', 'unsure'],
];
/** Of the verdicts; words and row numbers, in every language. */
const FILE = 'padanan-tautan.csv';

/** The first link from a place on that nobody has judged; -1 where all are. */
function nextOpen(office: PreparedOffice, verdicts: ReadonlyMap<string, Verdict>, from: number): number {
  const { review } = office;
  for (let step = 0; step < review.length; step++) {
    const at = (from + step) % review.length;
    if (!verdicts.has(review[at]!.key)) return at;
  }
  return -1;
}

/** One pair at a time. What identifies somebody is in the state of this component for as long as the pair is shown, and nowhere else. */
export function PreparationReview({ office, run, say: desk }: PreparationReviewProps) {
  const { store, format } = usePage();
  const say = LINK_REVIEW[useStore(store, (state) => state.language)];
  const verdicts = useStore(preparation, ({ choice }) => choice.verdicts);
  const busy = useStore(preparation, ({ releaseWork }) => releaseWork.kind === 'running');
  const [position, setPosition] = useState(() => nextOpen(office, verdicts, 0));
  const [pair, setPair] = useState<ShownPair | null>(null);
  const [past, setPast] = useState<readonly number[]>([]);
  const [failed, setFailed] = useState(false);
  const link = office.review[position];

  const show = async () => {
    if (link === undefined || busy || pair !== null) return;
    const { signal } = new AbortController();
    const answer = await run.ask({ kind: 'pair', position }, { signal, onReply: () => undefined });
    if (answer.kind === 'pair') setPair(answer.pair);
    else setFailed(true);
  };
  const judge = (verdict: Verdict) => {
    if (link === undefined || pair === null) return;
    const next = new Map(verdicts).set(link.key, verdict);
    choosePreparation({ verdicts: next });
    setPast([...past, position]);
    setPair(null);
    setPosition(nextOpen(office, next, position));
  };
  const undo = () => {
    const last = past.at(-1);
    const key = last === undefined ? undefined : office.review[last]?.key;
    if (last === undefined || key === undefined) return;
    const next = new Map(verdicts);
    next.delete(key);
    choosePreparation({ verdicts: next });
    setPast(past.slice(0, -1));
    setPair(null);
    setPosition(last);
  };
  const pressed = (key: string): (() => void) | undefined => {
    if (key === 'l') return () => void show();
    if (key === 'u') return undo;
    const verdict = VERDICTS.find(([own]) => own === key)?.[1];
    return verdict === undefined ? undefined : () => judge(verdict);
  };

  const { rules, precision, low, high } = linkReview(office.links.byRule, office.review, verdicts);
  const area = office.areas.find(({ code }) => code === link?.area);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within
    <section
      className="stack"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const action = pressed(event.key.toLowerCase());
        if (action === undefined) return;
        event.preventDefault();
        action();
      }}
    >
      <h2>{say.heading}</h2>
      <p>{say.what}</p>
      <ul>
        {rules.map(({ rule, links, same, other, unsure }) => (
          <li key={rule}>
            {say.ofRule(
              desk.rules[rule],
              format.count(same + other + unsure),
              format.count(same),
              format.count(other),
              format.count(unsure),
              format.count(links),
            )}
          </li>
        ))}
      </ul>
      <p role="status">
        {Number.isNaN(precision)
          ? say.noEstimate
          : say.estimate(format.percentUnit(precision), format.percentUnit(low), format.percentUnit(high))}
      </p>
      <p className="note">{say.how}</p>
      {link === undefined ? (
        <p>{say.finished}</p>
      ) : (
        <div className="review-link">
          <p>
            <strong>{say.at(format.count(position + 1), format.count(office.review.length))}</strong>{' '}
            {desk.rules[link.rule]} · {area === undefined ? link.area : `${area.name} (${area.district})`} ·{' '}
            {say.identifiers(say.agreement[link.nik], say.agreement[link.kk])}
          </p>
          {pair === null ? null : <Pair pair={pair} say={say} />}
        </div>
      )}
      <div className="row data-ways">
        <Button
          className="button"
          isDisabled={link === undefined || busy || pair !== null}
          onPress={() => void show()}
        >
          {say.show}
        </Button>
        {VERDICTS.map(([key, verdict]) => (
          <Button className="button" key={key} isDisabled={pair === null} onPress={() => judge(verdict)}>
            {say.verdict[verdict]}
          </Button>
        ))}
        <Button className="link" isDisabled={past.length === 0} onPress={undo}>
          {say.undo}
        </Button>
      </div>
      {failed ? <p role="alert">{desk.failed.forgotten}</p> : null}
      <p className="note">{say.recount}</p>
      <div className="row data-ways">
        <Button
          className="button"
          isDisabled={verdicts.size === 0}
          onPress={() => leave('no-figures', (door) => door.hand(FILE, verdictsCsv(verdicts)))}
        >
          {say.save}
        </Button>
      </div>
    </section>
  );
}

/** Not to be selected, copied or printed. */
function Pair({ pair, say }: { readonly pair: ShownPair; readonly say: LinkReviewWords }) {
  const row = (head: string, of: (person: ShownPerson) => string) => (
    <tr>
      <th scope="row">{head}</th>
      <td>{of(pair.child) || say.none}</td>
      <td>{of(pair.member) || say.none}</td>
    </tr>
  );
  return (
    <table
      className="review-pair"
      translate="no"
      onCopy={(event) => event.preventDefault()}
      onDragStart={(event) => event.preventDefault()}
    >
      <thead>
        <tr>
          <td />
          <th scope="col">{say.child}</th>
          <th scope="col">{say.member}</th>
        </tr>
      </thead>
      <tbody>
        {row(say.name, ({ name }) => name)}
        {row(say.birth, ({ birth }) => birth)}
        {row(say.sex, ({ sex }) => say.sexes[sex])}
      </tbody>
    </table>
  );
}

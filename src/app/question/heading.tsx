import { Fragment, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { againstOf, monitoredOf } from '#app/kinds/question-views.ts';
import { Bounded } from '#app/kit/bounded.tsx';
import { useMissingMarks } from '#app/kit/missing-marks.tsx';
import { useAsked, useDimmed, usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Period } from '#core/period.ts';
import { answeredPeriods } from '#core/prevalence-sums.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import { openScenario } from '#state/scenario.ts';
import { setView } from '#state/store.ts';
import { filterWords } from '#words/filter-words.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { layerWords } from '#words/layer-words.ts';
import { priorityFacts } from '#words/priority-facts.ts';
import { placedSentence } from '#words/view-title.ts';
import { AgainstPart } from './against-part.tsx';
import { FactsLine } from './facts-line.tsx';
import { WherePart, WhoPart } from './filter-parts.tsx';
import { IndicatorPart } from './indicator-part.tsx';
import { LevelPart } from './level-part.tsx';
import { keepToLines } from './line-limit.ts';
import { ClusterPart, CriteriaPart, criteriaNames, LengthPart, ScenarioPart } from './list-parts.tsx';
import { MethodNote } from './method-note.tsx';
import { MonitoredPart } from './monitored-part.tsx';
import { PeriodPart } from './period-part.tsx';
import { districtNamer, factsOf } from './phrases.ts';
import './sentence.css';

const MOST_LINES = 2;

/** What the page shows, in one sentence whose parts are its controls. */
export function Heading() {
  const { words } = usePage();
  const parts = useRef<HTMLDivElement>(null);
  useEffect(() => (parts.current ? keepToLines(parts.current, MOST_LINES) : undefined), []);
  return (
    <div className="sentence">
      <Title />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be laid out as a block of its own */}
      <div className="sentence-parts" ref={parts} role="group" aria-label={words.rooms.sentence.label}>
        <Parts />
      </div>
      <div className="sentence-facts">
        <Bounded inLine>
          <Facts />
        </Bounded>
        <Bounded inLine>
          <MethodNote />
        </Bounded>
        <Bounded inLine>
          <Hints />
        </Bounded>
      </div>
    </div>
  );
}

/** Of what is shown, which may be older than what the controls ask for. */
function Title() {
  const { words, format } = usePage();
  return <h1>{usePicture((picture) => placedSentence(picture, words, format).title)}</h1>;
}

/** Of an index, what its list holds; else the sentence without its controls. */
function lineOf(picture: Picture, words: Words, format: Format): readonly string[] {
  const layer = layerOf(picture, 'priority');
  return layer ? priorityFacts(layer, picture, words, format) : factsOf(picture, words, format);
}

/** What is restricted, and the sentence where another line takes its place. */
function restOf(picture: Picture, words: Words, format: Format): readonly string[] {
  const restricted = filterWords(picture.view.filters, words, districtNamer(picture));
  return layerOf(picture, 'priority') ? [...restricted, ...factsOf(picture, words, format)] : restricted;
}

function Facts() {
  const { words, format } = usePage();
  const facts = useAsked(useShallow((picture) => lineOf(picture, words, format)));
  const more = useAsked((picture) => restOf(picture, words, format).length > 0);
  const trouble = useTrouble();
  const older = useOlder();
  return older === null ? (
    <FactsLine facts={[...trouble, ...facts]} more={more} All={AllFacts} />
  ) : (
    <FactsLine facts={[older]} more={false} All={Older} />
  );
}

/** What the page still shows, while that which is asked for is not there; null where it is. */
function useOlder(): string | null {
  const { store, words, format } = usePage();
  const dimmed = useDimmed();
  const failed = useStore(store, ({ engine }) => engine.state === 'failed');
  const title = usePicture((picture) => placedSentence(picture, words, format).title);
  const say = words.rooms.facts;
  return dimmed ? (failed ? say.notLoaded(title) : say.loading(title)) : null;
}

function Older() {
  const older = useOlder();
  return older === null ? null : <li>{older}</li>;
}

function AllFacts() {
  const { words, format } = usePage();
  const facts = useAsked(
    useShallow((picture) => [
      ...new Set([...restOf(picture, words, format), ...lineOf(picture, words, format)]),
    ]),
  );
  return [...useTrouble(), ...facts].map((fact) => <li key={fact}>{fact}</li>);
}

/** What was asked for and is not on the map, first of all that is said. */
function useTrouble(): readonly string[] {
  const { words } = usePage();
  const missing = useMissingMarks();
  return missing === null || missing === 'running' ? [] : [words.keeping.marks[missing]];
}

function Parts() {
  const { store, words } = usePage();
  const room = useAsked(({ view }) => view.room);
  const listed = useAsked((picture) => layerOf(picture, 'priority') !== null);
  const against = useAsked(({ view: { measure, question } }) =>
    room === 'clusters' || room === 'monitoring'
      ? againstOf(question) !== null
      : measure === 'rate' && question.kind !== 'regions',
  );
  const follows = useAsked(({ view: { question } }) => againstOf(question)?.leads !== undefined);
  const decided = useStore(store, (state) => openScenario(state) !== null);
  const Subject = useAsked(({ view: { question } }) => monitoredOf(question)?.Subject);
  const ofPeriod = useAsked(({ view: { question } }) => monitoredOf(question)?.ofPeriod === true);
  const held = <AgainstPart key="against" />;
  const say = words.rooms.sentence;
  if (listed)
    return room === 'proposal' && decided ? (
      <ProposalParts />
    ) : (
      <>
        <LengthPart />
        {say.top}
        <CriteriaPart />
        {say.comma}
        <Shared />
      </>
    );
  return (
    <>
      {room === 'clusters' ? (
        <>
          <ClusterPart />
          {say.of}
        </>
      ) : null}
      {room === 'monitoring' ? <MonitoredPart /> : null}
      {Subject ? <Subject /> : <IndicatorPart examples={room !== 'clusters' && room !== 'monitoring'} />}
      {/* By key: a part that moves within the sentence stays open. */}
      {[
        ...(against && follows ? [<Fragment key="gap"> </Fragment>, held] : []),
        <Fragment key="whole">
          {say.per}
          <LevelPart />
          {say.comma}
          {Subject && !ofPeriod ? <WherePart /> : <Shared />}
        </Fragment>,
        ...(against && !follows ? [<Fragment key="comma">{say.comma}</Fragment>, held] : []),
      ]}
    </>
  );
}

/** What all rooms share. */
function Shared() {
  const { words } = usePage();
  const { comma } = words.rooms.sentence;
  const until = useAsked(({ view: { question } }) => question.kind === 'trend');
  return (
    <>
      {until ? words.monitoring.until : null}
      <PeriodPart />
      {comma}
      <WhoPart />
      {comma}
      <WherePart />
    </>
  );
}

function ProposalParts() {
  const { store, words, format } = usePage();
  const level = useAsked(({ view }) => words.level[view.level]);
  const names = useAsked((picture) => criteriaNames(picture, words));
  const chosen = useStore(
    store,
    (state) => openScenario(state)?.areas.filter((area) => area.chosen).length ?? 0,
  );
  const say = words.rooms.sentence;
  return (
    <>
      <ScenarioPart />
      {say.proposed(format.count(chosen), level)}
      {names}
      {say.comma}
      <PeriodPart />
    </>
  );
}

type Hint =
  | { readonly kind: 'small' | 'hidden'; readonly areas: number }
  /** No table of the period crosses what is asked for; one of another does, or none. */
  | { readonly kind: 'uncrossed'; readonly period: Period | null }
  | { readonly kind: 'one-class' };

/** Null where a table of the period answers. */
function uncrossed({ atlas: { dataset }, view, indicator }: Picture): Hint | null {
  if (dataset === null || indicator.kind === 'coverage') return null;
  const periods = answeredPeriods(dataset, indicator, view.filters, view.level);
  return periods.includes(view.period) ? null : { kind: 'uncrossed', period: periods.at(-1) ?? null };
}

/** Whether many areas are too small for a rate, some are hidden that their kecamatan may show, or all lie in one class. */
function hintOf(picture: Picture, words: Words, format: Format): Hint | null {
  const { view, classification } = picture;
  if (layerOf(picture, 'priority') !== null || layerOf(picture, 'regions') !== null) return null;
  const small = picture.statusCounts[CellStatus.tooFew] ?? 0;
  if (view.measure === 'rate' && small * 4 >= picture.geography.areas.length)
    return { kind: 'small', areas: small };
  const hidden = picture.statusCounts[CellStatus.suppressed] ?? 0;
  const why = hidden > 0 ? uncrossed(picture) : null;
  if (why !== null) return why;
  if (hidden > 0 && view.level === 'village') return { kind: 'hidden', areas: hidden };
  const cut = layerWords(picture, words, format).isCut();
  const occupied = classification.areasPerClass.filter((areas) => areas > 0).length;
  return cut && view.classesLocked && classification.classes > 1 && occupied === 1
    ? { kind: 'one-class' }
    : null;
}

function Hints() {
  const { store, words, format } = usePage();
  const hint = useAsked(useShallow((picture) => hintOf(picture, words, format)));
  const level = useAsked(({ view }) => view.level);
  const unit = useAsked(({ indicator }) => indicator.unit);
  const dimmed = useDimmed();
  if (hint === null || dimmed) return null;
  const districts = (
    <Button className="link" onPress={() => setView(store, { level: 'district' })}>
      {words.hint.seeDistricts}
    </Button>
  );
  switch (hint.kind) {
    case 'small':
      return (
        <div className="hint">
          <span>{words.units[unit].manySmall(format.count(hint.areas), words.level[level])}</span>
          <Button className="link" onPress={() => setView(store, { measure: 'count' })}>
            {words.hint.seeCounts}
          </Button>
          {level === 'village' ? districts : null}
        </div>
      );
    case 'hidden':
      return (
        <div className="hint">
          <span>{words.hint.hidden(format.count(hint.areas), words.level[level])}</span>
          {districts}
        </div>
      );
    case 'uncrossed': {
      const { period } = hint;
      return (
        <div className="hint">
          <span>{words.hint.uncrossed}</span>
          {period === null ? null : (
            <Button className="link" onPress={() => setView(store, { period })}>
              {words.hint.seePeriod(format.period(period))}
            </Button>
          )}
        </div>
      );
    }
    case 'one-class':
      return (
        <div className="hint">
          <span>{words.hint.oneClass}</span>
          <Button className="link" onPress={() => setView(store, { classesLocked: false })}>
            {words.hint.unlock}
          </Button>
        </div>
      );
  }
}

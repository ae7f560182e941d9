import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { againstOf } from '#app/kinds/question-views.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Room } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import { listCover, listedAreas } from '#picture/listed-areas.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { openScenario } from '#state/scenario.ts';
import { setView } from '#state/store.ts';
import { filterWords } from '#words/filter-words.ts';
import { layerWords } from '#words/layer-words.ts';
import { criterionName, robustness } from '#words/priority-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { AgainstPart } from './against-part.tsx';
import { FactsLine } from './facts-line.tsx';
import { WherePart, WhoPart } from './filter-parts.tsx';
import { IndicatorPart } from './indicator-part.tsx';
import { LevelPart } from './level-part.tsx';
import { ClusterPart, CriteriaPart, LengthPart, ScenarioPart } from './list-parts.tsx';
import { MethodNote } from './method-note.tsx';
import { PeriodPart } from './period-part.tsx';
import { districtNamer, factsOf } from './phrases.ts';
import './sentence.css';

export interface HeadingProps extends PanelProps {
  readonly room: Room;
}

/** What the page shows, in one sentence whose parts are its controls. */
export function Heading(props: HeadingProps) {
  const { picture, words, format } = props;
  const { title } = sentenceOf(picture, words, format);
  const facts = factsOf(picture, words, format);
  const restricted = filterWords(picture.view.filters, words, districtNamer(picture));
  const layer = layerOf(picture, 'priority');
  const own = layer ? priorityFacts(layer, props) : [];
  return (
    <div className="sentence">
      <h1>{title}</h1>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be laid out as a block of its own */}
      <div className="sentence-parts" role="group" aria-label={words.rooms.sentence.label}>
        <Parts {...props} />
      </div>
      <div className="sentence-facts">
        <FactsLine
          words={words}
          facts={own.length > 0 ? own : facts}
          more={[...restricted, ...(own.length > 0 ? facts : [])]}
        />
        <MethodNote {...props} />
        {layer === null && layerOf(picture, 'regions') === null ? <Hints {...props} /> : null}
      </div>
    </div>
  );
}

function Parts(props: HeadingProps): ReactNode {
  const { picture, words, room } = props;
  const say = words.rooms.sentence;
  const layer = layerOf(picture, 'priority');
  if (room === 'proposal' && layer) return <ProposalParts {...props} layer={layer} />;
  if (layer)
    return (
      <>
        <LengthPart {...props} layer={layer} />
        {say.top}
        <CriteriaPart {...props} layer={layer} />
        {say.comma}
        <Shared {...props} />
      </>
    );
  if (room === 'clusters')
    return (
      <>
        <ClusterPart {...props} />
        {say.of}
        <IndicatorPart {...props} examples={false} />
        {say.per}
        <LevelPart {...props} />
        {say.comma}
        <Shared {...props} />
        {againstOf(picture.view.question) ? (
          <>
            {say.comma}
            <AgainstPart {...props} />
          </>
        ) : null}
      </>
    );
  return (
    <>
      <IndicatorPart {...props} />
      {say.per}
      <LevelPart {...props} />
      {say.comma}
      <Shared {...props} />
      {picture.view.measure === 'rate' && picture.view.question.kind !== 'regions' ? (
        <>
          {say.comma}
          <AgainstPart {...props} />
        </>
      ) : null}
    </>
  );
}

/** What all rooms share. */
function Shared(props: HeadingProps) {
  const { comma } = props.words.rooms.sentence;
  return (
    <>
      <PeriodPart {...props} />
      {comma}
      <WhoPart {...props} />
      {comma}
      <WherePart {...props} />
    </>
  );
}

function ProposalParts(props: HeadingProps & { readonly layer: PriorityLayer }) {
  const { picture, store, words, format, layer } = props;
  const open = useStore(store, openScenario);
  const say = words.rooms.sentence;
  const names = layer.choice.criteria.map((_, k) => criterionName(layer, k, words)).join(', ');
  if (!open)
    return (
      <>
        <LengthPart {...props} layer={layer} />
        {say.top}
        <CriteriaPart {...props} layer={layer} />
        {say.comma}
        <Shared {...props} />
      </>
    );
  const chosen = open.areas.filter((area) => area.chosen).length;
  return (
    <>
      <ScenarioPart {...props} />
      {say.proposed(format.count(chosen), words.level[picture.view.level])}
      {names}
      {say.comma}
      <PeriodPart {...props} />
    </>
  );
}

/** What the list holds, how much of it stays, and whose weights they are. */
function priorityFacts(layer: PriorityLayer, { words, format }: PanelProps): readonly string[] {
  const say = words.rooms.priorityFacts;
  const cover = listCover(layer);
  const listed = listedAreas(layer);
  const sure = listed.filter((i) => robustness(layer, i) === 'sure').length;
  return [
    ...(cover
      ? [
          say.holds(
            format.percentUnit(cover.share),
            words.indicator[cover.indicator].people,
            format.count(cover.held),
            format.count(cover.all),
          ),
        ]
      : []),
    ...(layer.uncertainty && listed.length < layer.listing.list.ranked
      ? [say.sure(format.count(sure), format.count(listed.length))]
      : []),
    say.own,
  ];
}

function Hints({ picture, store, words, format }: PanelProps) {
  const { view, classification } = picture;
  const cut = layerWords(picture, words, format).isCut();
  const occupied = classification.areasPerClass.filter((areas) => areas > 0).length;
  const oneClass = cut && view.classesLocked && classification.classes > 1 && occupied === 1;
  const small = picture.statusCounts[CellStatus.tooFew] ?? 0;
  const manySmall = view.measure === 'rate' && small * 4 >= picture.geography.areas.length;
  if (manySmall)
    return (
      <div className="hint">
        <span>{words.hint.manySmall(format.count(small), words.level[view.level])}</span>
        <Button className="link" onPress={() => setView(store, { measure: 'count' })}>
          {words.hint.seeCounts}
        </Button>
        {view.level === 'village' ? (
          <Button className="link" onPress={() => setView(store, { level: 'district' })}>
            {words.hint.seeDistricts}
          </Button>
        ) : null}
      </div>
    );
  return oneClass ? (
    <div className="hint">
      <span>{words.hint.oneClass}</span>
      <Button className="link" onPress={() => setView(store, { classesLocked: false })}>
        {words.hint.unlock}
      </Button>
    </div>
  ) : null;
}

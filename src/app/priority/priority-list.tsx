import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { usePage, usePicture } from '#app/page.ts';
import { PriorityBars } from '#app/sheet/priority-bars.tsx';
import { CellStatus } from '#core/area-table.ts';
import { coverageOf } from '#core/coverage.ts';
import { unitOfIndicator } from '#core/indicator.ts';
import { quotaOf } from '#core/list-rule.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { select } from '#state/store.ts';
import { emptyListText } from '#words/empty-list.ts';
import { everyoneText } from '#words/filter-words.ts';
import type { Words } from '#words/id.ts';
import { APPARENT_MARK, apparentWords, orderName, orderValue } from '#words/list-words.ts';
import {
  BEYOND_MARK,
  beyondText,
  CRITERION_COLORS,
  chanceText,
  criterionName,
  pointsOf,
  rankRangeText,
  rankSetText,
  robustness,
  scoreText,
  sureWord,
} from '#words/priority-words.ts';
import { usePriority } from './priority-shown.ts';

/** Rows drawn at most, also where many share the last rank. */
const MOST_ROWS = 60;

/** The list, or why it is empty. */
export function PriorityList() {
  return usePriority(({ listing }) => listing.list.ranked === 0) ? <EmptyList /> : <ListRows />;
}

function EmptyList() {
  const { words, format } = usePage();
  const picture = usePicture();
  return <p role="status">{emptyListText(usePriority(), picture, words, format)}</p>;
}

/** The most urgent areas with what makes their score, and how many of the affected children they hold. */
function ListRows() {
  const { words, format } = usePage();
  const atlas = usePicture((picture) => picture.atlas);
  const level = usePicture(({ view }) => view.level);
  const period = usePicture(({ view }) => view.period);
  const names = usePriority(
    useShallow((layer) => layer.indicators.map((_, k) => criterionName(layer, k, words))),
  );
  const listed = usePriority(useShallow((layer) => listedAreas(layer).slice(0, MOST_ROWS)));
  const shared = usePriority(({ listing: { list } }) => (list.shared ? list.listed - list.top : 0));
  const free = usePriority(({ choice, listing }) => quotaOf(choice.list, listing.place.districtOf) === null);
  const head = usePriority((layer) => valueHead(layer, words));
  const say = words.priority;
  const { coverage, territory } = atlas;
  const weighed = useMemo(() => {
    const { measured, target, status } = coverageOf(coverage, territory, level, period);
    return measured.map((d, i) => (status[i] === CellStatus.observed ? d / (target[i] ?? 0) : Number.NaN));
  }, [coverage, territory, level, period]);
  const everyone = usePicture(({ view }) => everyoneText(view.filters, words));
  return (
    <>
      <ul className="criterion-key" aria-hidden="true">
        {names.map((name, k) => (
          <li key={name}>
            <span className="criterion-swatch" style={{ background: CRITERION_COLORS[k] }} />
            {name}
          </li>
        ))}
      </ul>
      <div className="priority-row priority-head" aria-hidden="true">
        <span className="rank">{words.table.rank}</span>
        <span className="name">{level === 'village' ? words.level.Village : words.level.District}</span>
        <span className="sureness">
          {free ? say.table.ranks : words.list.heads.ranks} · {say.heads.inTop}
        </span>
        <span className="weighed">{words.rooms.priority.coverage}</span>
        <span className="score">{head}</span>
      </div>
      <ol className="priority-rows">
        {listed.map((index) => (
          <Row key={index} index={index} weighed={weighed[index] ?? Number.NaN} />
        ))}
      </ol>
      {everyone === null ? null : <p className="note">{`${words.rooms.priority.coverage}: ${everyone}`}</p>}
      {shared > 0 ? <p className="note">{say.tied(format.count(shared + 1))}</p> : null}
    </>
  );
}

/** What the last column shows: the score, or the value that orders the list. */
function valueHead({ listing, indicators }: PriorityLayer, words: Words) {
  const id = indicators[listing.counted]?.id;
  if (listing.order === 'index' || id === undefined) return words.priority.table.score;
  return listing.order === 'count' ? words.units[unitOfIndicator(id)].noun : '%';
}

interface RowProps {
  readonly index: number;
  readonly weighed: number;
}

const Row = memo(function Row({ index, weighed }: RowProps) {
  const { store, words, format } = usePage();
  const layer = usePriority();
  const area = usePicture((picture) => picture.geography.areas[index]);
  const pressed = usePicture((picture) => picture.selected.some((each) => each === index));
  const say = words.priority;
  const hovered = useStore(store, (state) => state.hovered === index);
  const sure = robustness(layer, index);
  const score = layer.index.score[index] ?? Number.NaN;
  const rank = format.count(layer.listing.list.place[index] ?? Number.NaN);
  const scored = Number.isNaN(score) ? words.list.noIndex : say.score(scoreText(score, format));
  const value = orderValue(layer, index, format);
  const apparent = apparentWords(layer, index, words, format);
  const beyond = beyondText(layer, index, words);
  const set = rankSetText(layer, index, format);
  const exact = layer.contributions.map((column) => column[index] ?? Number.NaN);
  const parts = pointsOf(layer, index).map(
    (own, k) => `${criterionName(layer, k, words)} ${scoreText(own, format)}`,
  );
  const inTop = layer.uncertainty?.inTop[index] ?? Number.NaN;
  return (
    <li>
      <button
        type="button"
        className="priority-row"
        data-hovered={hovered ? '' : undefined}
        aria-pressed={pressed}
        onClick={(event) =>
          select(store, area?.code ?? null, event.shiftKey || event.ctrlKey || event.metaKey)
        }
        onFocus={() => store.setState({ hovered: index })}
        onBlur={() => store.setState({ hovered: null })}
        onPointerEnter={() => store.setState({ hovered: index })}
        onPointerLeave={() => store.setState({ hovered: null })}
      >
        <span className="visually-hidden">
          {value === null
            ? say.row(rank, area?.name ?? '', scoreText(score, format), parts.join(', '))
            : words.list.row(rank, area?.name ?? '', orderName(layer, words), value, scored)}
        </span>
        <span className="rank" aria-hidden="true">
          {rank}
        </span>
        <span className="name" aria-hidden="true">
          {area?.name}
        </span>
        <span className="sureness" title={sure ? say.sureTitle(format.percentUnit(inTop)) : undefined}>
          {sure ? (
            <>
              <span className="visually-hidden">{say.heads.ranks} </span>
              {rankRangeText(layer, index, format)}{' '}
              <b data-sure={sure}>
                {sureWord(layer, index, words)} {chanceText(inTop, format)}
              </b>
            </>
          ) : null}
        </span>
        <span className="weighed" data-low={weighed < layer.choice.leastWeighed ? '' : undefined}>
          <span className="visually-hidden">
            {weighed < layer.choice.leastWeighed
              ? words.rooms.priority.lowCoverage('')
              : words.rooms.priority.coverage}{' '}
          </span>
          {format.percentUnit(weighed)}
        </span>
        <span className="score" aria-hidden="true">
          {value ?? scoreText(score, format)}
        </span>
        <svg
          className="priority-bar"
          data-short={set === null ? undefined : ''}
          aria-hidden="true"
          focusable="false"
        >
          <PriorityBars points={exact} />
        </svg>
        {set === null ? null : <span className="rank-set">{say.bySet(set)}</span>}
        {apparent ? (
          <span className="apparent-line">
            <span aria-hidden="true">{APPARENT_MARK} </span>
            {apparent.short}
          </span>
        ) : null}
        {beyond ? (
          <span className="apparent-line">
            <span aria-hidden="true">{BEYOND_MARK} </span>
            {beyond}
          </span>
        ) : null}
      </button>
    </li>
  );
});

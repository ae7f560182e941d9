import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { type ListCover, listCover, listedAreas } from '#app/priority-list.ts';
import {
  CRITERION_COLORS,
  criterionName,
  rankRangeText,
  robustness,
  scoreText,
} from '#app/priority-words.ts';
import { filterWords } from '#app/sentence.ts';
import { select } from '#app/store.ts';
import type { PriorityPanelProps } from './priority-tab.tsx';

/** No list of a meeting is longer. */
const LONGEST_LIST = 30;
/** Rows drawn at most, also where many share the last rank. */
const MOST_ROWS = 60;

/** The most urgent areas with what makes their score, and how many of the affected children they hold. */
export function PriorityList(props: PriorityPanelProps) {
  const { picture, words, format, layer, change } = props;
  const say = words.priority;
  const level = words.level[picture.view.level];
  const listed = useMemo(() => listedAreas(layer), [layer]);
  const cover = useMemo(() => listCover(layer), [layer]);
  const most = Math.min(LONGEST_LIST, layer.scaled.complete.length);
  const shared = listed.length - layer.top;
  return (
    <section>
      <h2>{say.list(format.count(layer.top), level)}</h2>
      <label className="priority-length">
        <span>{say.lengthShort}</span>
        <input
          type="range"
          min={1}
          max={Math.max(1, most, layer.top)}
          step={1}
          value={layer.top}
          aria-label={say.length(level)}
          onChange={(event) => change({ top: Number(event.target.value) })}
        />
        <output>{format.count(layer.top)}</output>
      </label>
      {cover ? <Cover {...props} cover={cover} listed={listed.length} /> : null}
      <ul className="criterion-key" aria-hidden="true">
        {layer.indicators.map(({ id }, k) => (
          <li key={id}>
            <span className="criterion-swatch" style={{ background: CRITERION_COLORS[k] }} />
            {criterionName(layer, k, words)}
          </li>
        ))}
      </ul>
      <div className="priority-row priority-head" aria-hidden="true">
        <span className="rank">{words.table.rank}</span>
        <span className="name">
          {picture.view.level === 'village' ? words.level.Village : words.level.District}
        </span>
        <span className="sureness">
          {say.table.ranks} · {say.heads.inTop}
        </span>
        <span className="score">{say.table.score}</span>
      </div>
      <ol className="priority-rows">
        {listed.slice(0, MOST_ROWS).map((index) => (
          <Row key={index} {...props} index={index} />
        ))}
      </ol>
      {shared > 0 ? <p className="note">{say.tied(format.count(shared + 1))}</p> : null}
    </section>
  );
}

/** '8 kelurahan = 52 % balita stunting', and the curve on which that is one point. */
function Cover({
  picture,
  words,
  format,
  cover,
  listed,
}: PriorityPanelProps & { readonly cover: ListCover; readonly listed: number }) {
  const say = words.priority;
  const { curve, indicator, all } = cover;
  const at = Math.min(listed, curve.order.length) - 1;
  const [share, held] = [curve.share[at], curve.cases[at]];
  if (share === undefined || held === undefined) return null;
  const { districts } = picture.atlas.territory;
  const filters = filterWords(
    picture.view.filters,
    words,
    (code) => districts.areas.find((area) => area.code === code)?.name ?? code,
  );
  const count = curve.order.length;
  const x = (k: number) => ((100 * (k + 1)) / count).toFixed(2);
  const y = (part: number) => (100 - 100 * part).toFixed(2);
  const line = Array.from(curve.share, (part, k) => `${x(k)},${y(part)}`).join(' ');
  return (
    <div className="priority-cover">
      <p>
        <strong>
          {say.covers(
            format.count(listed),
            words.level[picture.view.level],
            format.percentUnit(share),
            words.indicator[indicator].people,
          )}
        </strong>{' '}
        <span className="note">
          {[say.coversParts(format.count(held), format.count(all)), ...filters].join(' · ')}
        </span>
      </p>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <polygon points={`0,100 ${line} 100,100`} className="cover-area" />
        <line x1="0" y1="100" x2="100" y2="0" className="cover-even" />
        <polyline points={`0,100 ${line}`} className="cover-line" />
        <line x1={x(at)} x2={x(at)} y1="0" y2="100" className="cover-here" />
      </svg>
    </div>
  );
}

const Row = memo(
  function Row({
    picture,
    store,
    words,
    format,
    layer,
    index,
  }: PriorityPanelProps & { readonly index: number }) {
    const say = words.priority;
    const hovered = useStore(store, (state) => state.hovered === index);
    const area = picture.geography.areas[index];
    const sure = robustness(layer, index);
    const score = layer.index.score[index] ?? Number.NaN;
    const rank = format.count(layer.index.rank[index] ?? Number.NaN);
    const points = layer.contributions.map((column) => column[index] ?? Number.NaN);
    const parts = points.map((own, k) => `${criterionName(layer, k, words)} ${scoreText(own, format)}`);
    const inTop = layer.uncertainty?.inTop[index] ?? Number.NaN;
    return (
      <li>
        <button
          type="button"
          className="priority-row"
          data-hovered={hovered ? '' : undefined}
          aria-pressed={picture.selected.some((each) => each === index)}
          onClick={(event) =>
            select(store, area?.code ?? null, event.shiftKey || event.ctrlKey || event.metaKey)
          }
          onFocus={() => store.setState({ hovered: index })}
          onBlur={() => store.setState({ hovered: null })}
          onPointerEnter={() => store.setState({ hovered: index })}
          onPointerLeave={() => store.setState({ hovered: null })}
        >
          <span className="visually-hidden">
            {say.row(rank, area?.name ?? '', scoreText(score, format), parts.join(', '))}
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
                  {say[sure]} {format.percentUnit(Math.round(inTop * 100) / 100).replace(/[.,]0/, '')}
                </b>
              </>
            ) : null}
          </span>
          <span className="score" aria-hidden="true">
            {scoreText(score, format)}
          </span>
          <svg className="priority-bar" aria-hidden="true" focusable="false">
            <Bars points={points} />
          </svg>
        </button>
      </li>
    );
  },
  (a, b) =>
    a.layer === b.layer &&
    a.index === b.index &&
    a.words === b.words &&
    a.format === b.format &&
    a.picture.selected === b.picture.selected &&
    a.picture.geography === b.picture.geography,
);

/** Points laid end to end on a scale of 0 to 100. */
function Bars({ points }: { readonly points: readonly number[] }) {
  let from = 0;
  return points.map((own, k) => {
    const x = from;
    from += own;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its position
        key={k}
        x={`${x.toFixed(2)}%`}
        width={`${Math.max(0, own).toFixed(2)}%`}
        height="100%"
        fill={CRITERION_COLORS[k]}
      />
    );
  });
}

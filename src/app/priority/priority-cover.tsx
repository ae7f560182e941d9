import { memo, useMemo } from 'react';
import { usePage, usePicture } from '#app/page.ts';
import type { CoverageCurve } from '#core/coverage-curve.ts';
import { listCover } from '#picture/listed-areas.ts';
import { filterWords } from '#words/filter-words.ts';
import { usePriority } from './priority-shown.ts';

/** Points of the curve at most: more than its pixels would be. */
const MOST_POINTS = 120;

/** '8 kelurahan = 52 % balita stunting', what that costs, and the curve on which it is one point. */
export function PriorityCover() {
  const { words, format } = usePage();
  const layer = usePriority();
  const level = usePicture(({ view }) => view.level);
  const asked = usePicture(({ view }) => view.filters);
  const { districts } = usePicture(({ atlas }) => atlas.territory);
  const say = words.priority;
  const cover = useMemo(() => listCover(layer), [layer]);
  const { curve, listed, limitedBy } = layer.listing.list;
  if (cover === null || layer.listing.list.ranked === 0) return null;
  const filters = filterWords(
    asked,
    words,
    (code) => districts.areas.find((area) => area.code === code)?.name ?? code,
  );
  const { budget } = layer.choice.list;
  const costs = [
    ...(cover.cost === null ? [] : [words.list.cost(format.count(cover.cost))]),
    ...(cover.cost === null || limitedBy !== 'budget' || budget === null
      ? []
      : [words.list.left(format.count(budget - cover.cost))]),
    ...(cover.next === null ? [] : [words.list.nextCost(format.count(cover.next))]),
  ];
  return (
    <div className="priority-cover">
      <p>
        <strong>
          {say.covers(
            format.count(listed),
            words.level[level],
            format.percentUnit(cover.share),
            words.indicator[cover.indicator].people,
          )}
        </strong>{' '}
        <span className="note">
          {[say.coversParts(format.count(cover.held), format.count(cover.all)), ...filters].join(' · ')}
        </span>
      </p>
      <Curve curve={curve} listed={listed} ranked={layer.listing.list.ranked} />
      {costs.length > 0 ? (
        <p className="cover-cost">
          {costs.join(' · ')}
          {listed === 0 ? <span className="field-said"> {words.list.reaches}</span> : null}
          {layer.choice.list.perChild === null ? null : <span className="note"> {words.list.noCost}</span>}
        </p>
      ) : null}
    </div>
  );
}

interface CurveProps {
  readonly curve: CoverageCurve;
  readonly listed: number;
  /** With a quota the curve may end before it has all of them. */
  readonly ranked: number;
}

const Curve = memo(function Curve({ curve, listed, ranked }: CurveProps) {
  const count = curve.order.length;
  const x = (taken: number) => ((100 * taken) / count).toFixed(2);
  const line = useMemo(() => {
    const points = Math.min(MOST_POINTS, count);
    return Array.from({ length: points }, (_, k) => {
      const taken = Math.round(((k + 1) * count) / points);
      return `${((100 * taken) / count).toFixed(2)},${(100 - 100 * (curve.share[taken - 1] ?? 0)).toFixed(2)}`;
    }).join(' ');
  }, [curve, count]);
  if (count === 0) return null;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <polygon points={`0,100 ${line} 100,100`} className="cover-area" />
      <line x1="0" y1="100" x2="100" y2={(100 - (100 * count) / ranked).toFixed(2)} className="cover-even" />
      <polyline points={`0,100 ${line}`} className="cover-line" />
      <line x1={x(listed)} x2={x(listed)} y1="0" y2="100" className="cover-here" />
    </svg>
  );
});

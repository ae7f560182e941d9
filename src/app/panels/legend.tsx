import { classLabels, statusLabel } from '#app/area-words.ts';
import { DASH } from '#app/format.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { lockedPeriod } from '#app/picture.ts';
import { CellStatus } from '#core/area-table.ts';
import { periodKind } from '#core/period.ts';
import type { EmptyStatus } from '#map/status-pattern.ts';
import { StatusSwatch } from './status-swatch.tsx';

/** The states that always have their own entry; the others appear when some area is in them. */
const ALWAYS: readonly number[] = [
  CellStatus.notReported,
  CellStatus.suppressed,
  CellStatus.tooFew,
  CellStatus.noDenominator,
];

/** The truth about the colours: ranges, areas in each, the states without a colour, unit, period and source. */
export function Legend({ picture, words, format }: PanelProps) {
  const { view, classification, atlas, statusCounts } = picture;
  const { colors } = picture.shading;
  const labels = classLabels(picture, words, format);
  const locked =
    view.classesLocked && view.classification.kind !== 'bands' && view.classification.kind !== 'fixed';
  const base = locked ? lockedPeriod(atlas.manifest, periodKind(view.period)) : null;
  const statuses = Object.values(CellStatus).filter(
    (status): status is EmptyStatus =>
      status !== CellStatus.observed &&
      ((statusCounts[status] ?? 0) > 0 ||
        (ALWAYS.includes(status) && (status !== CellStatus.tooFew || view.measure === 'rate'))),
  );
  return (
    <section className="legend" aria-label={words.legend.heading}>
      <h2>
        {words.indicator[view.indicator].short},{' '}
        {view.measure === 'rate' ? words.indicator[view.indicator].unit : words.unitCount}
      </h2>
      <ul>
        {labels
          .map((label, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the class number is the identity of a class
            <li key={k}>
              <svg className="swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill={colors[k] ?? '#fff'} />
              </svg>
              <span>{label}</span>
              <span className="count">{format.count(classification.areasPerClass[k] ?? 0)}</span>
            </li>
          ))
          .reverse()}
      </ul>
      <ul className="statuses">
        {statuses.map((status) => (
          <li key={status}>
            <StatusSwatch status={status} />
            <span>{statusLabel(status, picture, words)}</span>
            <span className="count">{format.count(statusCounts[status] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <footer>
        <div>
          {words.legend.areas(words.level[view.level])} · {format.period(view.period)}
          {base && base !== view.period ? ` · ${words.style.locked(format.period(base))}` : ''}
        </div>
        <div>
          {words.legend.source}: {atlas.manifest.sources[0]?.title ?? DASH}
        </div>
        <div className="boundary-note">{words.boundaries[atlas.manifest.boundaries.kind]}</div>
      </footer>
    </section>
  );
}

import { CellStatus } from '#core/area-table.ts';
import { type Period, periodKind } from '#core/period.ts';
import type { EmptyStatus } from '#map/status-pattern.ts';
import { classLabels, statusLabel } from './area-words.ts';
import { DASH, type Format } from './format.ts';
import { lockedPeriod, type Picture } from './picture.ts';
import type { Words } from './words/id.ts';

/** The states that always have their own entry; the others appear when some area is in them. */
const ALWAYS: readonly number[] = [
  CellStatus.notReported,
  CellStatus.suppressed,
  CellStatus.tooFew,
  CellStatus.noDenominator,
];

/** A legend in words: the same on the screen, in every export and on paper. */
export interface LegendWords {
  readonly heading: string;
  /** By class, lowest first. */
  readonly classes: readonly { readonly label: string; readonly color: string; readonly count: string }[];
  readonly statuses: readonly {
    readonly status: EmptyStatus;
    readonly label: string;
    readonly count: string;
  }[];
  /** What the counts count, the period, and the period of locked classes where it is another. */
  readonly about: string;
  readonly source: string;
  readonly boundaries: string;
}

/** The period whose values cut the classes, where that is not the one shown. */
function otherBase({ view, atlas }: Picture): Period | null {
  const cut = view.classification.kind !== 'bands' && view.classification.kind !== 'fixed';
  const base = view.classesLocked && cut ? lockedPeriod(atlas.manifest, periodKind(view.period)) : null;
  return base === view.period ? null : base;
}

export function legendWords(picture: Picture, words: Words, format: Format): LegendWords {
  const { view, shading, atlas, statusCounts } = picture;
  const { short, unit } = words.indicator[view.indicator];
  const statuses = Object.values(CellStatus).filter(
    (status): status is EmptyStatus =>
      status !== CellStatus.observed &&
      ((statusCounts[status] ?? 0) > 0 ||
        (ALWAYS.includes(status) && (status !== CellStatus.tooFew || view.measure === 'rate'))),
  );
  const base = otherBase(picture);
  const locked = base === null ? [] : [words.style.locked(format.period(base))];
  return {
    heading: `${short}, ${view.measure === 'rate' ? unit : words.unitCount}`,
    classes: classLabels(picture, words, format).map((label, k) => ({
      label,
      color: shading.colors[k] ?? '#ffffff',
      count: format.count(shading.areasPerClass[k] ?? 0),
    })),
    statuses: statuses.map((status) => ({
      status,
      label: statusLabel(status, picture, words),
      count: format.count(statusCounts[status] ?? 0),
    })),
    about: [words.legend.areas(words.level[view.level]), format.period(view.period), ...locked].join(' · '),
    source: `${words.legend.source}: ${atlas.manifest.sources[0]?.title ?? DASH}`,
    boundaries: words.boundaries[atlas.manifest.boundaries.kind],
  };
}

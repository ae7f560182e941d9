import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import type { EmptyStatus } from '#core/empty-status.ts';
import { type Period, periodKind } from '#core/period.ts';
import { largestBurden } from '#picture/hotspot-marks.ts';
import { lockedPeriod, type Picture } from '#picture/picture.ts';
import { isPartlyReported, reportOf } from '#picture/report-status.ts';
import type { Format } from './format.ts';
import { type HotspotLegend, hotspotLegend } from './hotspot-words.ts';
import type { Words } from './id.ts';
import type { LegendClass } from './layer-wording.ts';
import { layerWords } from './layer-words.ts';
import type { OverlayGrid } from './overlay-words.ts';
import { type PlaceEntry, placeEntries, placeSources } from './place-words.ts';
import { sourceTitles } from './shipped-text.ts';
import { statusLabel } from './status-words.ts';

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
  /** The nine cells of two indicators, which then take the place of the classes; else null. */
  readonly grid: OverlayGrid | null;
  /** By class, lowest first. */
  readonly classes: readonly LegendClass[];
  readonly statuses: readonly {
    readonly status: EmptyStatus;
    readonly label: string;
    readonly count: string;
  }[];
  /** Areas shown that reported in part, whatever their color; null where there are none. */
  readonly partial: { readonly label: string; readonly count: string } | null;
  /** Rings over the colors; null where there are none. */
  readonly hotspots: HotspotLegend | null;
  /** How circles over the colors are read; null where there are none. */
  readonly burden: string | null;
  /** Services that are drawn, and the files they come from. */
  readonly places: readonly PlaceEntry[];
  readonly placeSources: string | null;
  /** What has to be known to read the colors; of a change also how many areas rise and fall. */
  readonly notes: readonly string[];
  /** What the counts count, the period, and the period of locked classes where it is another. */
  readonly about: string;
  readonly source: string;
  readonly boundaries: string;
}

/** The period whose values cut the classes, where that is not the one shown. */
function otherBase({ view, atlas }: Picture, isCut: boolean): Period | null {
  const base = view.classesLocked && isCut ? lockedPeriod(atlas.manifest, periodKind(view.period)) : null;
  return base === view.period ? null : base;
}

function burdenNote({ view, measure }: Picture, words: Words, format: Format): string | null {
  return view.burden ? words.hotspots.burdenNote(format.count(largestBurden(measure))) : null;
}

/** Of the areas that have not reported, those whose rows were set aside have: the entry says how many. */
function statusEntry(status: EmptyStatus, picture: Picture, words: Words, format: Format): string {
  const label = statusLabel(status, picture, words);
  if (status !== CellStatus.notReported || !picture.atlas.manifest.periods.some(({ setAside }) => setAside))
    return label;
  let faulty = 0;
  for (const [i, own] of picture.shading.status.entries())
    if (own === status && reportOf(picture, i) === ReportStatus.setAside) faulty += 1;
  return faulty > 0 ? words.legend.ofWhichSetAside(label, format.count(faulty)) : label;
}

function partialEntry(picture: Picture, words: Words, format: Format): LegendWords['partial'] {
  const areas = picture.geography.areas.filter((_, i) => isPartlyReported(picture, i)).length;
  return areas > 0 ? { label: words.status.partial, count: format.count(areas) } : null;
}

/** Of one source its title, of two both. */
export function sourcesText(picture: Picture, words: Words, format: Format): string {
  return layerWords(picture, words, format).sources(sourceTitles(picture.atlas.manifest, words));
}

/** Where ties or few values left fewer classes than the reader asked for. */
function fewerClasses(
  { shading, view, classification }: Picture,
  words: Words,
  format: Format,
): readonly string[] {
  if (shading.kind !== 'single' || !('classes' in view.classification)) return [];
  const asked = view.classification.classes;
  const made = classification.classes;
  return made < asked ? [words.style.fewer(format.count(made), format.count(asked))] : [];
}

export function legendWords(picture: Picture, words: Words, format: Format): LegendWords {
  const { view, atlas, statusCounts } = picture;
  const say = layerWords(picture, words, format);
  const statuses = Object.values(CellStatus).filter(
    (status): status is EmptyStatus =>
      status !== CellStatus.observed &&
      ((statusCounts[status] ?? 0) > 0 ||
        (ALWAYS.includes(status) && (status !== CellStatus.tooFew || view.measure === 'rate'))),
  );
  const base = otherBase(picture, say.isCut());
  const locked = base === null ? [] : [words.style.locked(format.period(base))];
  return {
    heading: say.heading(),
    grid: say.grid(),
    classes: say.classes(),
    statuses: statuses.map((status) => ({
      status,
      label: statusEntry(status, picture, words, format),
      count: format.count(statusCounts[status] ?? 0),
    })),
    partial: partialEntry(picture, words, format),
    hotspots: picture.hotspots && hotspotLegend(picture, picture.hotspots, words, format),
    burden: burdenNote(picture, words, format),
    places: placeEntries(picture, words, format),
    placeSources: placeSources(picture, words),
    notes: say.notes(),
    about: [
      words.legend.areas(words.level[view.level]),
      say.periods(),
      ...locked,
      ...fewerClasses(picture, words, format),
    ].join(' · '),
    source: `${words.legend.source}: ${sourcesText(picture, words, format)}`,
    boundaries: words.boundaries[atlas.manifest.boundaries.kind],
  };
}

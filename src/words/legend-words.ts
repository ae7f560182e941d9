import { CellStatus } from '#core/area-table.ts';
import { ReportStatus } from '#core/cells.ts';
import { Verdict } from '#core/change.ts';
import type { EmptyStatus } from '#core/empty-status.ts';
import { type Period, periodKind } from '#core/period.ts';
import { largestBurden } from '#picture/hotspot-marks.ts';
import { lockedPeriod, type Picture } from '#picture/picture.ts';
import { agreeingText, sourceName } from './agreement-words.ts';
import { aloneText, changeRanges, SAID_VERDICTS } from './change-words.ts';
import { classLabels } from './class-words.ts';
import { DASH, type Format } from './format.ts';
import { type HotspotLegend, hotspotLegend } from './hotspot-words.ts';
import type { Words } from './id.ts';
import { ruleText } from './list-words.ts';
import { type OverlayGrid, overlayGrid } from './overlay-words.ts';
import { lowerFirst } from './phrase.ts';
import { type PlaceEntry, placeEntries, placeSources } from './place-words.ts';
import { priorityFormula, priorityRanges } from './priority-words.ts';
import { regionClassWords, regionNotes } from './region-words.ts';
import { reportOf, statusLabel } from './status-words.ts';

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
  readonly classes: readonly { readonly label: string; readonly color: string; readonly count: string }[];
  readonly statuses: readonly {
    readonly status: EmptyStatus;
    readonly label: string;
    readonly count: string;
  }[];
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
function otherBase(picture: Picture): Period | null {
  const { view, atlas, indicator, overlay, change, agreement, priority, regions } = picture;
  const kind = overlay ? overlay.overlay.classes.kind : view.classification.kind;
  const bands = kind === 'bands' && (overlay === null || (indicator.bands && overlay.indicator.bands));
  const single = [change, agreement, priority, regions].every((layer) => layer === null);
  const cut = single && !bands && kind !== 'fixed' && kind !== 'own';
  const base = view.classesLocked && cut ? lockedPeriod(atlas.manifest, periodKind(view.period)) : null;
  return base === view.period ? null : base;
}

function headingOf(
  { view, overlay, change, agreement, priority, regions }: Picture,
  words: Words,
  format: Format,
): string {
  if (priority?.choice.colors === 'list')
    return ruleText(priority, words, format) === null ? words.priority.legendList : words.list.legend;
  if (priority) return words.priority.legend;
  if (regions) return words.regions.label;
  const { short, unit } = words.indicator[view.indicator];
  if (overlay)
    return words.layers.overlay.heading(short, lowerFirst(words.indicator[overlay.indicator.id].short));
  if (change) return words.layers.change.heading(short);
  if (agreement) return words.sources.legend(short);
  return `${short}, ${view.measure === 'rate' ? unit : words.unitCount}`;
}

function labelsOf(picture: Picture, words: Words, format: Format): readonly string[] {
  if (picture.overlay) return [];
  if (picture.priority) return priorityRanges(picture.priority, words, format);
  const differing = picture.change ?? picture.agreement;
  return differing ? changeRanges(differing, words, format) : classLabels(picture, words, format);
}

function notesOf(picture: Picture, words: Words, format: Format): readonly string[] {
  const { indicator, change, agreement, priority, regions } = picture;
  if (priority) {
    const rule = priority.choice.colors === 'list' ? ruleText(priority, words, format) : null;
    return [...(rule === null ? [] : [rule]), priorityFormula(priority, words), words.priority.own];
  }
  if (agreement)
    return [
      agreeingText(agreement, picture, words, format),
      `${words.sources.far} ${format.count(agreement.summary.far)}`,
      `${words.sources.onlyFirst} ${format.count(agreement.summary.onlyFirst)} · ${words.sources.onlySecond} ${format.count(agreement.summary.onlySecond)}`,
      words.sources.convention(format.count(agreement.choice.agreesWithin)),
    ];
  if (regions) return regionNotes(picture, regions, words, format);
  if (change === null) return [];
  const say = words.layers.change;
  if (indicator.kind === 'coverage') return [say.noInterval];
  const counts = SAID_VERDICTS.map(
    (verdict) => `${say.verdicts[verdict]} ${format.count(change.verdicts[Verdict[verdict]] ?? 0)}`,
  );
  return [counts.join(' · '), aloneText(change, words, format), say.hatch, say.guide];
}

function burdenNote({ view, measure }: Picture, words: Words, format: Format): string | null {
  return view.burden ? words.hotspots.burdenNote(format.count(largestBurden(measure))) : null;
}

/** 'Februari 2026 → Oktober 2026' of a change; both periods of two sources where they differ. */
function periodsOf({ view, change, agreement }: Picture, words: Words, format: Format): string {
  if (agreement && agreement.period !== view.period)
    return words.sources.periods(format.period(view.period), format.period(agreement.period));
  return change
    ? `${format.period(change.earlier)} → ${format.period(change.later)}`
    : format.period(view.period);
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

/** Of one source its title, of two both. */
export function sourcesText({ atlas, agreement }: Picture, words: Words): string {
  const first = atlas.manifest.sources[0]?.title ?? DASH;
  return agreement ? `${first}; ${sourceName(agreement.source, words)}` : first;
}

export function legendWords(picture: Picture, words: Words, format: Format): LegendWords {
  const { view, shading, atlas, statusCounts } = picture;
  const statuses = Object.values(CellStatus).filter(
    (status): status is EmptyStatus =>
      status !== CellStatus.observed &&
      ((statusCounts[status] ?? 0) > 0 ||
        (ALWAYS.includes(status) && (status !== CellStatus.tooFew || view.measure === 'rate'))),
  );
  const base = otherBase(picture);
  const locked = base === null ? [] : [words.style.locked(format.period(base))];
  return {
    heading: headingOf(picture, words, format),
    grid: picture.overlay && overlayGrid(picture, picture.overlay, words, format),
    classes: picture.regions
      ? regionClassWords(picture, picture.regions, words, format)
      : labelsOf(picture, words, format).map((label, k) => ({
          label,
          color: shading.colors[k] ?? '#ffffff',
          count: format.count(shading.areasPerClass[k] ?? 0),
        })),
    statuses: statuses.map((status) => ({
      status,
      label: statusEntry(status, picture, words, format),
      count: format.count(statusCounts[status] ?? 0),
    })),
    hotspots: picture.hotspots && hotspotLegend(picture, picture.hotspots, words, format),
    burden: burdenNote(picture, words, format),
    places: placeEntries(picture, words, format),
    placeSources: placeSources(picture, words),
    notes: notesOf(picture, words, format),
    about: [words.legend.areas(words.level[view.level]), periodsOf(picture, words, format), ...locked].join(
      ' · ',
    ),
    source: `${words.legend.source}: ${sourcesText(picture, words)}`,
    boundaries: words.boundaries[atlas.manifest.boundaries.kind],
  };
}

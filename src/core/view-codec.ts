import { type AreaCode, areaCode, geographyOf, type Territory } from './area.ts';
import type { Manifest } from './dataset.ts';
import { DIMENSIONS, type DimensionId } from './dimension.ts';
import { indicators } from './indicator.ts';
import {
  hotspotsText,
  joined,
  linksText,
  methodText,
  overlayText,
  priorityText,
  readClasses,
  readHotspots,
  readLinks,
  readMethod,
  readOverlay,
  readPriority,
  readRegions,
  readSecond,
  readTexts,
  regionsText,
  secondText,
} from './link-part.ts';
import { type Period, parsePeriod, periodKind } from './period.ts';
import { isAnswerable } from './prevalence-sums.ts';
import type { Problem, Result } from './problem.ts';
import type { ClassFilter, Hotspots, View } from './view.ts';

/** What of a view may not fit a dataset; `unknown` is a key that this version does not know. */
export type ViewPart =
  | 'indicator'
  | 'measure'
  | 'level'
  | 'period'
  | 'classes'
  | 'filters'
  | 'districts'
  | 'selection'
  | 'lock'
  | 'small'
  | 'overlay'
  | 'comparison'
  | 'second'
  | 'hotspots'
  | 'priority'
  | 'regions'
  | 'unknown';

const VERSION = 'v1';
/** Longer text is no link of ours. */
const MOST_CHARACTERS = 2_000_000;

/**
 * A view as short text that stands in an address without escapes, for instance
 * `v1;i=wasting;p=2026-10;c=bands;poverty=1,2;sel=53.71.01.1001`. It holds codes and numbers only, never a count or a
 * name. What is as usual is left out: villages, rates, no filter, locked classes, nothing selected, laid over or
 * compared. A filter of no class is left out, which means the same.
 */
export function encodeView(view: View): string {
  const { filters } = view;
  const parts: (readonly [key: string, value: string])[] = [
    ['i', view.indicator],
    ['p', view.period],
    ['c', methodText(view.classification)],
  ];
  if (view.measure !== 'rate') parts.push(['m', view.measure]);
  if (view.level !== 'village') parts.push(['l', view.level]);
  for (const dimension of DIMENSIONS) {
    const classes = filters.classes[dimension] ?? [];
    if (classes.length > 0) parts.push([dimension, joined(classes)]);
  }
  if (filters.districts.length > 0) parts.push(['in', joined(filters.districts)]);
  if (!view.classesLocked) parts.push(['lock', '0']);
  if (view.showSmallRates) parts.push(['small', '1']);
  if (view.overlay) parts.push(['over', overlayText(view.overlay)]);
  if (view.comparedWith !== null) parts.push(['vs', view.comparedWith]);
  if (view.second) parts.push(['two', secondText(view.second)]);
  if (view.priority) parts.push(['pri', priorityText(view.priority)]);
  if (view.regions) parts.push(['reg', regionsText(view.regions)]);
  if (view.burden) parts.push(['burden', '1']);
  if (view.hotspots) {
    parts.push(['hot', hotspotsText(view.hotspots)]);
    for (const kind of ['added', 'cut'] as const) {
      const links = linksText(view.hotspots.edits, kind);
      if (links !== '') parts.push([kind, links]);
    }
  }
  if (view.selected.length > 0) parts.push(['sel', joined(view.selected)]);
  return [VERSION, ...parts.map(([key, value]) => `${key}=${value}`)].join(';');
}

/** By key the text of a view, or the problem that keeps all of it from being read. */
function partsOf(text: string): Map<string, string> | Problem {
  const unreadable: Problem = { code: 'link/unreadable', severity: 'error' };
  if (text.length > MOST_CHARACTERS) return unreadable;
  const [version = '', ...rest] = text.split(';');
  if (version !== VERSION) {
    return /^v\d{1,6}$/.test(version) ? { code: 'link/other-version', severity: 'error' } : unreadable;
  }
  const parts = new Map<string, string>();
  for (const part of rest) {
    const at = part.indexOf('=');
    if (at < 1) parts.set(part, '');
    else parts.set(part.slice(0, at), part.slice(at + 1));
  }
  parts.delete('');
  return parts;
}

/** Takes parts out by their key, and remembers which did not fit. */
function createPartReader(parts: Map<string, string>) {
  const left = new Set<ViewPart>();
  return {
    /** What the part says, or null where it is absent or does not fit. */
    take<Value>(key: string, part: ViewPart, read: (text: string) => Value | null): Value | null {
      const text = parts.get(key);
      parts.delete(key);
      if (text === undefined) return null;
      const value = read(text);
      if (value === null) left.add(part);
      return value;
    },
    leave: (part: ViewPart) => void left.add(part),
    /** What was left out, whatever else stands in the text included. */
    leftOut(): readonly ViewPart[] {
      if (parts.size > 0) left.add('unknown');
      return [...left];
    },
  };
}

type PartReader = ReturnType<typeof createPartReader>;

/** A filter goes as a whole where one of its classes is unknown: half of it would be another question. */
function readFilters(reader: PartReader, manifest: Manifest, territory: Territory): View['filters'] {
  const classes: { [D in DimensionId]?: readonly string[] } = {};
  for (const dimension of DIMENSIONS) {
    const crossed = manifest.tables.some((table) => table.dimensions.includes(dimension));
    const chosen = reader.take(dimension, 'filters', (text) =>
      crossed ? readClasses(text, dimension) : null,
    );
    if (chosen) classes[dimension] = chosen;
  }
  const districts = reader.take('in', 'districts', (text) => {
    const codes = readTexts(text)?.map(areaCode);
    return codes?.every((code) => territory.districts.indexOf.has(code)) ? codes : null;
  });
  return { classes: classes as ClassFilter, districts: districts ?? [] };
}

/** Codes of the level; those it has not are left out one by one. */
function readSelected(reader: PartReader, territory: Territory, level: View['level']): readonly AreaCode[] {
  const { indexOf } = geographyOf(territory, level);
  const codes = reader.take('sel', 'selection', readTexts)?.map(areaCode) ?? [];
  const known = codes.filter((code) => indexOf.has(code));
  if (known.length < codes.length) reader.leave('selection');
  return known;
}

/** Its links by hand go as a whole where one names an area that is not there. */
function readHotspotParts(reader: PartReader, territory: Territory): Hotspots | null {
  const hotspots = reader.take('hot', 'hotspots', readHotspots);
  const known = (code: string) => territory.villages.indexOf.has(areaCode(code));
  const edits = (['added', 'cut'] as const).flatMap(
    (kind) => reader.take(kind, 'hotspots', (text) => readLinks(text, kind, known)) ?? [],
  );
  return hotspots && { ...hotspots, edits };
}

function oneOf<Value extends string>(...values: readonly Value[]): (text: string) => Value | null {
  return (text) => values.find((value) => value === text) ?? null;
}

/**
 * Reads what encodeView wrote, against a dataset: decodeView(encodeView(view)) is the view, wherever the view fits.
 * Any text may be given; none throws.
 *
 * A part that is broken, unknown, or does not fit the dataset is left out and reported (`link/left-out`, with its
 * ViewPart as detail.part); the rest holds. Instead of an indicator or period left out that of `otherwise` is taken,
 * instead of classes the indicator's bands or five quantiles. Text of another version, or that is no view at all, is
 * refused as a whole.
 * @param otherwise a view that fits the dataset.
 * @param hasSecond whether a second source lies beside the dataset; a link carries no data, and cannot bring one.
 */
export function decodeView(
  text: string,
  manifest: Manifest,
  territory: Territory,
  otherwise: View,
  hasSecond = false,
): Result<View> {
  const parts = partsOf(text);
  if (!(parts instanceof Map)) return { ok: false, problems: [parts] };
  const reader = createPartReader(parts);
  const known = indicators(manifest.extremePovertyDecile).filter((one) => isAnswerable(manifest, one));
  const periodOf = (id: string): Period | null =>
    manifest.periods.find((entry) => entry.id === parsePeriod(id))?.id ?? null;
  for (const [key, part] of [
    ['i', 'indicator'],
    ['p', 'period'],
  ] as const)
    if (!parts.has(key)) reader.leave(part);

  const indicator =
    reader.take('i', 'indicator', (id) => known.find((one) => one.id === id)?.id ?? null) ??
    otherwise.indicator;
  const measure = reader.take('m', 'measure', oneOf('rate', 'count')) ?? 'rate';
  const period = reader.take('p', 'period', periodOf) ?? otherwise.period;
  const level = reader.take('l', 'level', oneOf('village', 'district')) ?? 'village';
  const bandsKnown =
    measure === 'rate' && (known.find((one) => one.id === indicator)?.bands ?? null) !== null;
  const method = reader.take('c', 'classes', (chosen) => readMethod(chosen, bandsKnown));
  const view: View = {
    version: 1,
    level,
    indicator,
    measure,
    period,
    filters: readFilters(reader, manifest, territory),
    classification: method ?? (bandsKnown ? { kind: 'bands' } : { kind: 'quantile', classes: 5 }),
    classesLocked: reader.take('lock', 'lock', oneOf('0', '1')) !== '0',
    showSmallRates:
      reader.take('small', 'small', (flag) =>
        manifest.tier === 'release' && flag === '1' ? null : oneOf('0', '1')(flag),
      ) === '1',
    overlay: reader.take('over', 'overlay', (chosen) => {
      const overlay = readOverlay(chosen, known);
      return measure === 'rate' && overlay?.indicator !== indicator ? overlay : null;
    }),
    comparedWith: reader.take('vs', 'comparison', (id) => {
      const other = periodOf(id);
      return other !== null && other !== period && periodKind(other) === periodKind(period) ? other : null;
    }),
    second: reader.take('two', 'second', (chosen) =>
      hasSecond && measure === 'rate' ? readSecond(chosen) : null,
    ),
    hotspots: readHotspotParts(reader, territory),
    priority: reader.take('pri', 'priority', (chosen) =>
      measure === 'rate' ? readPriority(chosen, known) : null,
    ),
    regions: reader.take('reg', 'regions', (chosen) =>
      measure === 'rate' ? readRegions(chosen, known) : null,
    ),
    burden: reader.take('burden', 'hotspots', oneOf('0', '1')) === '1',
    selected: readSelected(reader, territory, level),
  };
  const problems = reader
    .leftOut()
    .map((part): Problem => ({ code: 'link/left-out', severity: 'warning', detail: { part } }));
  return { ok: true, value: view, problems };
}

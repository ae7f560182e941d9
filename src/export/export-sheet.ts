import { hasGeography, type Manifest } from '#core/dataset.ts';
import { signPath } from '#map/label-disc.ts';
import { dashPath, PLACE_HALO, PLACE_INK, PLACE_RADIUS, PLACE_STROKE, shapePath } from '#map/place-look.ts';
import { STATUS_PATTERNS } from '#map/status-pattern.ts';
import { Standing } from '#picture/decision-layer.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { PlaceOverlay } from '#picture/place-overlay.ts';
import { tierOf } from '#picture/tier.ts';
import { toldList } from '#picture/told-list.ts';
import type { SheetContent } from '#report/map-sheet.ts';
import { type LegendEntry, SWATCH_WIDTH } from '#report/sheet-legend.ts';
import { areaWords } from '#words/area-words.ts';
import { shortStanding } from '#words/decision-words.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { orderName, orderValue } from '#words/list-words.ts';
import { scoreText } from '#words/priority-words.ts';
import { placedSentence } from '#words/view-title.ts';
import { periodsText } from './layer-export.ts';

/** The font of the page, as a canvas names it. */
export const SHEET_FONT = '"Source Sans 3 Variable", "Segoe UI", system-ui, sans-serif';

/** A date of ISO 8601 as the reader writes it; others as they are. */
export function dateWords(date: string, words: Words): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(words.language.locale, options).format(time);
}

export function tierMark({ tier }: Pick<Manifest, 'tier'>, words: Words): SheetContent['mark'] {
  return tier === 'release' ? null : { text: words.tier[tier], strong: tier === 'internal' };
}

const PARTIAL: LegendEntry['look'] = {
  symbol: signPath(0, 0, 6),
  fill: PLACE_INK,
  stroke: PLACE_INK,
  strokeWidth: 0.5,
};

/** A layer of services as its swatch on paper: the symbol, or dashes of the outline. */
function placeLook(look: PlaceOverlay['look']): LegendEntry['look'] {
  if (look.form === 'zones') {
    const { dash, width } = look.of;
    return { symbol: dashPath(dash, SWATCH_WIDTH), fill: null, stroke: PLACE_INK, strokeWidth: width };
  }
  const { shape, open } = look.of;
  return {
    symbol: shapePath(shape, 0, 0, PLACE_RADIUS),
    fill: open ? PLACE_HALO : PLACE_INK,
    stroke: PLACE_INK,
    strokeWidth: open ? PLACE_STROKE : 0.5,
  };
}

/** The value by which an area is where it is in a list of a rule of its own; null of any other list. */
function listed(picture: Picture, index: number, words: Words, format: Format): string | null {
  const priority = layerOf(picture, 'priority');
  const value = priority && orderValue(priority, index, format);
  if (!priority || value === null) return null;
  return priority.listing.order === 'rate' ? `${value}${words.language.percentSign}` : value;
}

/** All that was decided of a list, by what became of each and what orders it. */
function decidedList(picture: Picture, words: Words, format: Format) {
  const priority = layerOf(picture, 'priority');
  const decision = priority?.decision;
  if (!priority || !decision) return null;
  const { layer } = words.decision;
  const passedOver = decision.standing.filter((one) => one === Standing.passedOver).length;
  const counted = layer.counted(format.count(decision.chosen.length), format.count(passedOver));
  return {
    heading: layer.columns(counted, layer.decided, orderName(priority, words)),
    value: (index: number) => {
      const ordered = listed(picture, index, words, format);
      const value = ordered ?? scoreText(priority.index.score[index] ?? Number.NaN, format);
      return `${shortStanding(decision, index, words)} · ${value}`;
    },
  };
}

/** The areas that the map numbers; null where there are none. */
function told(picture: Picture, words: Words, format: Format): SheetContent['list'] {
  const { areas, places, of } = toldList(picture);
  if (areas.length === 0) return null;
  const decided = decidedList(picture, words, format);
  return {
    heading: decided?.heading ?? words.presentation.top(format.count(areas.length), format.count(of)),
    rows: areas.map((index, k) => {
      const { name, value: own } = areaWords(picture, index, words, format);
      const value = decided?.value(index) ?? listed(picture, index, words, format) ?? own;
      return { number: String(places[k] ?? k + 1), name, value };
    }),
    more: (rows) => words.selection.more(format.count(rows)),
  };
}

/** All that stands around the map of a picture. `printed`: today's date, where it goes on paper. */
export function sheetContent(
  picture: Picture,
  words: Words,
  format: Format,
  printed: string | null = null,
): SheetContent {
  const { manifest, territory } = picture.atlas;
  const { title, parts } = placedSentence(picture, words, format);
  const legend = legendWords(picture, words, format);
  const { asOf } = manifest.boundaries;
  const boundaries =
    asOf === '' ? legend.boundaries : words.export.boundariesAsOf(legend.boundaries, dateWords(asOf, words));
  const dates = words.export.dataOf(periodsText(picture, format));
  const about = [territory.name, dates, boundaries];
  return {
    title,
    parts: parts.join(' · '),
    mark: tierMark({ tier: tierOf(picture) }, words),
    legend: {
      heading: legend.heading,
      grid: legend.grid,
      classes: legend.grid
        ? []
        : legend.classes.map(({ label, count, color }) => ({ label, count, look: color })).reverse(),
      statuses: [
        ...legend.statuses.map(({ status, label, count }) => ({
          label,
          count,
          look: STATUS_PATTERNS[status],
        })),
        ...(legend.partial ? [{ ...legend.partial, look: PARTIAL }] : []),
      ],
      rings:
        legend.hotspots?.entries.map(({ label, count, color }) => ({
          label,
          count,
          look: { ring: color },
        })) ?? [],
      ringsHeading: legend.hotspots?.heading ?? null,
      places: legend.places.map(({ label, count, look }) => ({ label, count, look: placeLook(look) })),
      notes: [
        ...(legend.hotspots?.tiers.map(({ label }) => label) ?? []),
        ...(legend.burden ? [legend.burden] : []),
        ...legend.notes,
        legend.about,
      ],
    },
    unscaled: !hasGeography(manifest),
    list: told(picture, words, format),
    footer: [
      legend.placeSources === null ? legend.source : `${legend.source} · ${legend.placeSources}`,
      [...about, ...(printed === null ? [] : [words.export.printed(printed)])].join(' · '),
    ],
  };
}

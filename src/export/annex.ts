import type { Dataset } from '#core/dataset.ts';
import { type AreaDecision, decisionOf, type Scenario } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';
import { isAskedBy } from '#picture/scenario-view.ts';
import { draftedReason, reasonText } from '#words/decision-words.ts';
import { DASH, type Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { proposedText } from '#words/priority-facts.ts';
import { sentenceOf } from '#words/sentence.ts';
import { shippedText } from '#words/shipped-text.ts';
import { numberColumn, percentOf, textColumn } from './export-column.ts';
import { criterionCounts, priorityColumns } from './export-layers.ts';
import type { ExportTable } from './export-table.ts';

/** Whether a scenario is about just the question on the screen, as far as these data can answer it. */
export function isOfPicture(scenario: Pick<Scenario, 'text'>, { atlas, view }: PriorityPicture): boolean {
  return isAskedBy(scenario, atlas, view);
}

/**
 * Areas put forward, then those of the list that are not, then others of which something is written; each as the list has
 * them, then by rank.
 */
export function annexAreas(picture: PriorityPicture, scenario: Scenario): readonly number[] {
  const { geography, priority } = picture;
  const listed = new Set(listedAreas(priority));
  const group = (i: number): number => {
    const area = geography.areas[i];
    if (area && decisionOf(scenario, area.code).chosen) return 0;
    if (listed.has(i)) return 1;
    return scenario.areas.some(({ code }) => code === area?.code) ? 2 : 3;
  };
  const first = (column: Uint32Array, i: number): number => {
    const own = column[i] ?? 0;
    return own === 0 ? Number.MAX_SAFE_INTEGER : own;
  };
  const { place } = priority.listing.list;
  const { rank } = priority.index;
  return [...geography.areas.keys()]
    .filter((i) => group(i) < 3)
    .sort(
      (a, b) =>
        group(a) - group(b) || first(place, a) - first(place, b) || first(rank, a) - first(rank, b) || a - b,
    );
}

/** The reason of an area as it is read, with what its question says of it in these data. */
export function annexReason(
  { priority, view, atlas }: PriorityPicture,
  decision: AreaDecision,
  index: number,
  words: Words,
  format: Format,
): string {
  const { period, filters } = view;
  const ground = { period, filters, territory: atlas.territory };
  return reasonText(decision, () => draftedReason(priority, index, ground, words, format));
}

/** What those put forward hold of the affected children that the list counts; null where it counts none. */
export function heldText(
  { priority, geography }: PriorityPicture,
  scenario: Scenario,
  words: Words,
  format: Format,
): string | null {
  const chosen = scenario.areas.flatMap(({ code, chosen: yes }) =>
    yes ? (geography.indexOf.get(code) ?? []) : [],
  );
  return proposedText(priority, chosen, words, format);
}

/** Whether so few children of an area were weighed that its rates say little; false where that is not known. */
export function isLowCoverage({ choice, listing }: PriorityLayer, index: number): boolean {
  return (listing.place.weighed[index] ?? Number.NaN) < choice.leastWeighed;
}

/**
 * The table by which a proposal leaves: what was put forward and what was not, why, who saw it otherwise; scores,
 * counts, points and weights; and what repeats it all: seed, runs, digest of the figures, sources.
 * @param picture of just the scenario's question (isOfPicture).
 */
export function annexTable(
  picture: PriorityPicture,
  scenario: Scenario,
  dataset: Dataset,
  words: Words,
  format: Format,
): ExportTable {
  const { geography, priority, atlas, view } = picture;
  const say = words.decision.annex;
  const heads = words.export.columns;
  const rows = annexAreas(picture, scenario);
  const decision = (i: number) => {
    const area = geography.areas[i];
    return area ? decisionOf(scenario, area.code) : null;
  };
  const districts = new Map<string, string>(
    atlas.territory.districts.areas.map(({ code, name }) => [code, name]),
  );
  const village = view.level === 'village';
  const number = new Map(rows.map((i, k) => [i, k + 1]));
  const counts = criterionCounts(priority, rows, words, say);
  const { target, measured, weighed } = priority.listing.place;
  const at = (column: Float64Array) => (i: number) => column[i] ?? Number.NaN;
  const { seed, runs, leastWeighed } = priority.choice;
  const low = say.low(format.percentUnit(leastWeighed));
  const { title, parts } = sentenceOf(picture, words, format);
  const same = (key: string, header: string, text: string): ExportTable['columns'][number] =>
    textColumn(`annex-${key}`, header, rows, () => text);
  return {
    rows: rows.length,
    columns: [
      numberColumn('annex-number', say.number, 0, rows, (i) => number.get(i) ?? Number.NaN),
      textColumn('annex-decision', say.decision, rows, (i) =>
        decision(i)?.chosen ? say.chosen : say.notChosen,
      ),
      numberColumn('rank', words.priority.columns.rank, 0, rows, (i) => {
        const rank = priority.index.rank[i] ?? 0;
        return rank === 0 ? Number.NaN : rank;
      }),
      textColumn('code', heads.code, rows, (i) => geography.areas[i]?.code ?? ''),
      textColumn('name', village ? words.level.Village : words.level.District, rows, (i) => {
        return geography.areas[i]?.name ?? '';
      }),
      ...(village
        ? [
            textColumn('district', words.level.District, rows, (i) => {
              return districts.get(geography.areas[i]?.parent ?? '') ?? '';
            }),
          ]
        : []),
      textColumn('annex-reason', say.reason, rows, (i) => {
        const own = decision(i);
        return own ? annexReason(picture, own, i, words, format) : '';
      }),
      textColumn('annex-dissent', say.dissent, rows, (i) => decision(i)?.dissent ?? ''),
      ...priorityColumns(picture, priority, rows, words, format),
      ...counts,
      numberColumn('target', heads.target, 0, rows, at(target)),
      numberColumn('measured', heads.measured, 0, rows, at(measured)),
      numberColumn('coverage', heads.coverage, 1, rows, (i) => percentOf(at(weighed)(i))),
      textColumn('annex-low', low, rows, (i) => (isLowCoverage(priority, i) ? say.yes : '')),
      same('held', say.held, heldText(picture, scenario, words, format) ?? ''),
      same('method', say.method, String(view.method)),
      same('seed', say.seed, String(seed)),
      same('runs', say.runs, String(priority.uncertainty?.runs ?? runs)),
      same('figures', say.figures, figuresOf(dataset)),
      same('scenario', say.scenario, scenario.title),
      textColumn('period', heads.period, rows, () => view.period),
      textColumn('notes', heads.notes, rows, () => [title, ...parts, say.proposal].join(' · ')),
      textColumn('tier', heads.tier, rows, () => words.tier[atlas.manifest.tier]),
      textColumn('source', heads.source, rows, () => sourcesText(picture, words)),
    ],
  };
}

/** Every source of the data, not the first alone: a proposal rests on all. */
export function sourcesText({ atlas }: Pick<PriorityPicture, 'atlas'>, words: Words): string {
  const titles = atlas.manifest.sources.map((source) => {
    const { publisher } = source;
    const title = shippedText(source.title, words);
    return publisher === '' || publisher === title ? title : `${title} (${publisher})`;
  });
  return titles.length > 0 ? titles.join('; ') : DASH;
}

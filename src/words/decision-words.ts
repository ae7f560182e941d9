import type { Tier } from '#core/dataset.ts';
import { type DecisionLayer, Standing } from '#picture/decision-layer.ts';
import type { AreaDecision } from '#picture/decision-value.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { filterWords } from './filter-words.ts';
import type { Format } from './format.ts';
import type { Words } from './id.ts';
import { nameBeside, partsOf } from './indicator-words.ts';
import { lowerFirst } from './phrase.ts';

/** What a drafted reason is of. */
export type DraftGround = Pick<DecisionLayer, 'period' | 'filters' | 'territory'>;

/**
 * 'stunting 46,8 % (234 dari 500); wasting 2,2 % (11 dari 501); September 2026': what may be said for an area from its
 * figures, the criterion of most points first. It holds whatever the weights become: no score, no rank.
 */
export function draftedReason(
  layer: PriorityLayer,
  index: number,
  { period, filters, territory }: DraftGround,
  words: Words,
  format: Format,
): string {
  const { areas } = territory.districts;
  const restricted = filterWords(
    filters,
    words,
    (code) => areas.find((area) => area.code === code)?.name ?? code,
  );
  const parts = layer.measures
    .map(({ value, table }, k) => ({
      points: layer.contributions[k]?.[index] ?? 0,
      text: words.decision.draftedPart(
        lowerFirst(nameBeside(table, period, words)),
        format.percentUnit(value[index] ?? Number.NaN),
        partsOf(
          table.indicator,
          table.numerator[index] ?? Number.NaN,
          table.denominator[index] ?? Number.NaN,
          words,
          format,
        ),
      ),
    }))
    .sort((a, b) => b.points - a.points)
    .map(({ text }) => text);
  return [...parts, format.period(period), ...restricted].join('; ');
}

/** A reason as it is read: what is drafted of the figures that are open, then what was written. */
export function reasonText(
  { drafted, reason }: Pick<AreaDecision, 'drafted' | 'reason'>,
  draft: () => string,
): string {
  return [drafted === null ? '' : draft(), reason].filter((part) => part !== '').join('; ');
}

/** The reason of an area in a picture that shows what is decided; '' where there is none. */
export function reasonIn(layer: PriorityLayer, index: number, words: Words, format: Format): string {
  const { decision } = layer;
  const own = decision?.decisions[index];
  return decision && own ? reasonText(own, () => draftedReason(layer, index, decision, words, format)) : '';
}

const STANDING_KEYS = {
  [Standing.outside]: 'outside',
  [Standing.passedOver]: 'passedOver',
  [Standing.added]: 'added',
  [Standing.chosen]: 'chosen',
} as const;

/** 'diusulkan', 'diusulkan di luar daftar', 'dalam daftar, tidak diusulkan', 'di luar daftar'. */
export function standingWord({ standing }: DecisionLayer, index: number, words: Words): string {
  const own = (standing[index] ?? Standing.outside) as Standing;
  return words.decision.standing[STANDING_KEYS[own]];
}

/** 'ya', 'ya, luar', 'tidak': where there is no room for the whole of it. */
export function shortStanding({ standing }: DecisionLayer, index: number, words: Words): string {
  const own = (standing[index] ?? Standing.outside) as Standing;
  return words.decision.shortStanding[STANDING_KEYS[own]];
}

/** Classes of the legend, lowest first. */
export function standingRanges({ decision: { standing } }: Words): readonly string[] {
  return Object.values(STANDING_KEYS).map((key) => standing[key]);
}

/** What was decided of an area, and who sees it otherwise, on a line; null where nothing was and it is outside the list. */
export function decidedText(
  layer: PriorityLayer,
  index: number,
  words: Words,
  format: Format,
): string | null {
  const { decision } = layer;
  if (decision === null) return null;
  const own = decision.decisions[index];
  if (!own && decision.standing[index] === Standing.outside) return null;
  const say = words.decision;
  const reason = reasonIn(layer, index, words, format);
  return [
    `${say.which}: ${standingWord(decision, index, words)}`,
    ...(reason === '' ? [] : [`${say.annex.reason}: ${reason}`]),
    ...(own && own.dissent !== '' ? [`${say.annex.dissent}: ${own.dissent}`] : []),
  ]
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

/** That a proposal made on one period is shown over another; null where it is not. */
export function otherPeriodText(
  { madeOn, period }: Pick<DecisionLayer, 'madeOn' | 'period'>,
  words: Words,
  format: Format,
): string | null {
  if (madeOn === null || madeOn === period) return null;
  return words.decision.otherPeriod(format.period(madeOn), format.period(period));
}

/** Digits of a digest that are enough to tell two datasets apart by eye. */
const SHOWN_DIGITS = 8;

/**
 * That what is shown comes of other data than those a scenario was made of: by tier and digest, because names of files
 * may name anything. null where they are the same.
 */
export function madeOnText(
  made: { readonly tier: Tier; readonly figures: string },
  open: { readonly tier: Tier; readonly figures: string },
  words: Words,
): string | null {
  if (made.figures === open.figures && made.tier === open.tier) return null;
  const name = ({ tier, figures }: typeof made) =>
    words.decision.dataset(words.decision.tiers[tier], figures.slice(0, SHOWN_DIGITS));
  return words.decision.madeOn(name(made), name(open));
}

import { type Day, dayAfter, dayNumber } from './calendar-day.ts';
import type { EntrySeries } from './entry-snapshot.ts';
import { deadlineOf, type StageDates } from './entry-stage.ts';

/** How entry goes on towards a deadline. Paces are children a day. */
export interface EntryPace {
  /** Children of the posts that have reported who are not in yet; 0 where more are in than are to be. */
  readonly missing: number;
  /** Days from the snapshot to the deadline; negative where it has passed; null without a stage. */
  readonly daysLeft: number | null;
  /** What the days left ask for; null where none are left, or nothing is missing. */
  readonly needed: number | null;
  /** Since the snapshot before, and since the first of the stage; null where there is none to look back to. */
  readonly recent: number | null;
  readonly mean: number | null;
  /** When all would be in at the faster and at the slower of both paces; null where none of them is above 0. */
  readonly ends: { readonly earliest: Day; readonly latest: Day | null } | null;
}

/** Further ahead nothing is projected. */
const MOST_DAYS = 3 * 365;

/**
 * Pace and projection at a snapshot: a straight line through what came in at posts that are in both of two snapshots
 * after each other. No chance is modelled; the two paces show how far a line can be trusted. null where nothing is known
 * at the snapshot.
 * @param k position of the snapshot.
 */
export function entryPace(
  { n, N, gain }: Pick<EntrySeries, 'n' | 'N' | 'gain'>,
  days: readonly Day[],
  k: number,
  stage: StageDates | null,
): EntryPace | null {
  const day = days[k];
  const [own = Number.NaN, of = Number.NaN] = [n[k], N[k]];
  if (day === undefined || Number.isNaN(own) || Number.isNaN(of)) return null;
  const missing = Math.max(0, of - own);
  const daysLeft = stage === null ? null : dayNumber(deadlineOf(stage)) - dayNumber(day);
  let [grown, spent, recent]: [number, number, number | null] = [0, 0, null];
  for (let j = 1; j <= k; j += 1) {
    const [from, to, more] = [days[j - 1], days[j], gain[j] ?? Number.NaN];
    if (from === undefined || to === undefined || Number.isNaN(more)) continue;
    if (stage !== null && from < stage.start) continue;
    const length = dayNumber(to) - dayNumber(from);
    grown += more;
    spent += length;
    if (j === k) recent = more / length;
  }
  const mean = spent > 0 ? grown / spent : null;
  const needed = missing === 0 || daysLeft === null || daysLeft <= 0 ? null : missing / daysLeft;
  return { missing, daysLeft, needed, recent, mean, ends: endsOf(day, missing, recent, mean) };
}

function endsOf(day: Day, missing: number, recent: number | null, mean: number | null): EntryPace['ends'] {
  if (missing === 0) return null;
  const paces = [recent, mean].filter((pace): pace is number => pace !== null);
  const end = (pace: number): Day | null =>
    pace > 0 && missing / pace <= MOST_DAYS ? dayAfter(day, missing / pace) : null;
  const earliest = paces.length > 0 ? end(Math.max(...paces)) : null;
  return earliest === null ? null : { earliest, latest: end(Math.min(...paces)) };
}

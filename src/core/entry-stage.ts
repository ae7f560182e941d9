import { type Day, parseDay } from './calendar-day.ts';

/** A stage of data entry with its dates: when it began, when all is to be in, when it is closed, and how far that was put off. */
export interface EntryStage {
  readonly id: string;
  readonly title: string;
  readonly start: Day;
  readonly target: Day;
  readonly final: Day;
  /** Ascending days after `final`; [] where it was never put off. */
  readonly extensions: readonly Day[];
}
export type StageDates = Pick<EntryStage, 'start' | 'target' | 'final' | 'extensions'>;

/** The day on which it is closed: the last extension, else its final day. */
export function deadlineOf({ final, extensions }: StageDates): Day {
  return extensions.at(-1) ?? final;
}

/** Whether the days follow each other: start, target, final and then the extensions. Target and final may be one day. */
export function isInOrder({ start, target, final, extensions }: StageDates): boolean {
  const ascending = [final, ...extensions].every((day, k, all) => k === 0 || day > (all[k - 1] ?? day));
  return start < target && target <= final && ascending;
}

/** The stage in which a day lies, the latest where several are open; else the last that had begun; null where none had. */
export function stageOn(stages: readonly EntryStage[], day: Day): EntryStage | null {
  const begun = stages.filter(({ start }) => start <= day).sort((a, b) => (a.start < b.start ? -1 : 1));
  return begun.findLast((stage) => day <= deadlineOf(stage)) ?? begun.at(-1) ?? null;
}

/** `2026-08-01,2026-10-31,2026-11-15,2026-11-30`: start, target, final, extensions. */
export function stageText({ start, target, final, extensions }: StageDates): string {
  return [start, target, final, ...extensions].join(',');
}

const MOST_EXTENSIONS = 12;

/** Dates as stageText writes them; null where they are none, or do not follow each other. */
export function readStage(text: string): StageDates | null {
  const days = text.split(',').map(parseDay);
  const [start, target, final, ...extensions] = days;
  if (!start || !target || !final || extensions.length > MOST_EXTENSIONS) return null;
  const put = extensions.flatMap((day) => (day === null ? [] : [day]));
  const dates = { start, target, final, extensions: put };
  return put.length === extensions.length && isInOrder(dates) ? dates : null;
}

/** The actions of a cycle, in the order in which they are done. Lettering below 2 and 3 as published; 1 and 4 have none that is known. */
export const ACTION_CYCLES = {
  /** The cycle of 2025 on: four main actions and two supporting ones. */
  2025: ['1', '2A', '2B', '3A', '3B', '4', 'regulation', 'publication'],
  /** The eight actions until 2024. */
  2018: ['aksi-1', 'aksi-2', 'aksi-3', 'aksi-4', 'aksi-5', 'aksi-6', 'aksi-7', 'aksi-8'],
} as const;
export type ActionId = (typeof ACTION_CYCLES)[keyof typeof ACTION_CYCLES][number];
export const ACTION_IDS: readonly ActionId[] = [...ACTION_CYCLES[2025], ...ACTION_CYCLES[2018]];

/** How far an entry has come. `returned`: sent back by who verifies or approves. */
export const ACTION_STATUSES = ['not-started', 'entered', 'verified', 'approved', 'returned'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const UNIT_KINDS = ['territory', 'district', 'village', 'puskesmas', 'agency'] as const;
export type ActionUnitKind = (typeof UNIT_KINDS)[number];

/** Who has to do something: an office or an area, never a person. */
export interface ActionUnit {
  readonly kind: ActionUnitKind;
  readonly name: string;
}

/** A deadline that was moved. ISO 8601 dates. */
export interface Extension {
  readonly to: string;
  readonly reason: string;
}

/** One action of one unit. Posts, never persons; dates ISO 8601, '' where none is set. */
export interface ActionEntry {
  readonly action: ActionId;
  readonly unit: ActionUnit;
  readonly owner: string;
  readonly verifier: string;
  readonly approver: string;
  readonly status: ActionStatus;
  /** Since when the status holds. */
  readonly date: string;
  readonly note: string;
  /** When it is aimed at, and when it must be done. */
  readonly target: string;
  readonly final: string;
  /** In the order in which they were granted; the last counts. */
  readonly extensions: readonly Extension[];
  /** Percent as the ministry's page says it, 0 to 100; null where it does not. Never mixed with what is counted here. */
  readonly statedPercent: number | null;
}

/** The day by which an entry must be done, extensions granted; '' where there is none. */
export function deadlineOf({ target, final, extensions }: ActionEntry): string {
  return extensions.at(-1)?.to ?? (final === '' ? target : final);
}

/**
 * Where an entry stands on a day. `done`: approved. `late`: not done, and its deadline has passed. `behind`: its target
 * has passed, its deadline has not. `open`: neither has, or there is none.
 * @param today ISO 8601 date.
 */
export type ActionStanding = 'done' | 'late' | 'behind' | 'open';

export function standingOf(entry: ActionEntry, today: string): ActionStanding {
  if (entry.status === 'approved') return 'done';
  const deadline = deadlineOf(entry);
  if (deadline !== '' && today > deadline) return 'late';
  return entry.target !== '' && today > entry.target ? 'behind' : 'open';
}

/** How far a group of entries has come: the standings together are all entries. */
export interface ActionProgress {
  readonly entries: number;
  readonly standings: Readonly<Record<ActionStanding, number>>;
  readonly statuses: Readonly<Record<ActionStatus, number>>;
  /** Percent of the entries that are approved; NaN of none. */
  readonly percentDone: number;
}

export function actionProgress(entries: readonly ActionEntry[], today: string): ActionProgress {
  const standings = { done: 0, late: 0, behind: 0, open: 0 };
  const statuses = { 'not-started': 0, entered: 0, verified: 0, approved: 0, returned: 0 };
  for (const entry of entries) {
    standings[standingOf(entry, today)] += 1;
    statuses[entry.status] += 1;
  }
  return {
    entries: entries.length,
    standings,
    statuses,
    percentDone: entries.length === 0 ? Number.NaN : (100 * standings.done) / entries.length,
  };
}

/** Entries that are late or behind, those longest overdue first, then as they stand. */
export function overdue(entries: readonly ActionEntry[], today: string): readonly ActionEntry[] {
  const since = (entry: ActionEntry): string =>
    standingOf(entry, today) === 'late' ? deadlineOf(entry) : entry.target;
  const late = entries.filter((entry) => ['late', 'behind'].includes(standingOf(entry, today)));
  const order = { late: 0, behind: 1, done: 2, open: 3 } as const;
  return [...late].sort(
    (a, b) =>
      order[standingOf(a, today)] - order[standingOf(b, today)] ||
      (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0),
  );
}

export const OBSTACLE_STATUSES = ['open', 'in-progress', 'solved'] as const;
export type ObstacleStatus = (typeof OBSTACLE_STATUSES)[number];

/** What stands in the way of a unit, and what is done about it. */
export interface Obstacle {
  readonly unit: ActionUnit;
  /** As the office calls it. */
  readonly kind: string;
  readonly step: string;
  /** Who answers for the step: a post, never a person. */
  readonly post: string;
  /** ISO 8601, '' where none is set. */
  readonly date: string;
  readonly status: ObstacleStatus;
}

/** Obstacles that are not solved and whose day has passed. */
export function overdueObstacles(obstacles: readonly Obstacle[], today: string): readonly Obstacle[] {
  return obstacles.filter(({ status, date }) => status !== 'solved' && date !== '' && today > date);
}

/** What a name carries and a post does not: academic and courtesy titles before or behind it. */
const TITLE_BEFORE =
  /(?:^|\s)(?:[Bb]pk|[Bb]apak|[Ii]bu|[Ss]dri?|[Hh]j?|[Nn]y|[Tt]n|[Dd]rs?|[Dd]ra|[Ii]r|[Pp]rof)\.?\s+\p{Lu}/u;
const TITLE_BEHIND = /,\s*(?:[SM]\.\s?\p{Lu}|A\.?[Mm]d|S[HET]\b|S\.?Kep|MM?\b)/u;
/** Posts that begin with such a word: "Ibu Camat" is one. */
const POSTS =
  /\b(?:camat|lurah|kepala|sekretaris|ketua|kabid|kasi|kapus|bupati|wali ?kota|desa|kelurahan)\b/iu;

/** Whether a text names a person by a title (Bapak, dr., S.Kep): posts are kept, persons are not. */
export function namesPerson(post: string): boolean {
  return TITLE_BEHIND.test(post) || (TITLE_BEFORE.test(post) && !POSTS.test(post));
}

import { areaCode, type Territory } from '#core/area.ts';
import type { AreaAnswer, WaitingEntry } from '#core/preparation-report.ts';
import { safeCsv } from '#core/safe-csv.ts';
import { parseDelimited } from '#data/delimited-text.ts';

/** A file of equivalents (padanan): what is written, and the code of its area or `luar`, outside. */
const HEADER = ['tertulis', 'kode', 'anak_menunggu', 'mungkin'];
const OUTSIDE = 'luar';

/** What a file of equivalents says, and the rows that say nothing usable, 1-based. */
export interface AreaMatches {
  readonly answers: ReadonlyMap<string, AreaAnswer>;
  readonly unusable: readonly number[];
}

/** Null where the text is no such file. Rows without a code are still open and no fault. */
export function parseMatches(text: string, territory: Territory): AreaMatches | null {
  const read = parseDelimited(text.replace(/^\ufeff/, ''));
  if (!read.ok) return null;
  const [header = [], ...rows] = read.value.rows;
  const names = header.map((name) => name.trim().toLowerCase());
  const [written, coded] = [names.indexOf('tertulis'), names.indexOf('kode')];
  if (written < 0 || coded < 0) return null;
  const answers = new Map<string, AreaAnswer>();
  const unusable: number[] = [];
  rows.forEach((row, k) => {
    const key = (row[written] ?? '').trim().replace(/^'/, '');
    const code = (row[coded] ?? '').trim().replace(/^'/, '');
    if (key === '' || code === '') return;
    if (code.toLowerCase() === OUTSIDE) answers.set(key, 'outside');
    else if (territory.villages.indexOf.has(areaCode(code))) answers.set(key, areaCode(code));
    else unusable.push(k + 2);
  });
  return { answers, unusable };
}

/** The answers so far and what still waits, to be filled in and opened again; next month's tables are answered by it. */
export function matchesCsv(
  answers: ReadonlyMap<string, AreaAnswer>,
  waiting: readonly WaitingEntry[],
  territory: Territory,
): string {
  const named = (code: string): string => {
    const area = territory.villages.indexOf.get(areaCode(code));
    return area === undefined ? code : `${code} ${territory.villages.areas[area]!.name}`;
  };
  const open = waiting.map(({ key, persons, candidates }) => [
    key,
    '',
    String(persons),
    candidates.map(named).join(', '),
  ]);
  const known = [...answers].map(([key, answer]) => [key, answer === 'outside' ? OUTSIDE : answer, '', '']);
  return safeCsv([HEADER, ...open, ...known]);
}

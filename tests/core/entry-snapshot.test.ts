import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { type Day, dayAfter, findDay, parseDay, readDay } from '#core/calendar-day.ts';
import { entryPace } from '#core/entry-pace.ts';
import {
  ENTRY_PARTS,
  type EntryRow,
  type EntrySeries,
  entriesOf,
  entrySeries,
  snapshotDays,
} from '#core/entry-snapshot.ts';
import { deadlineOf, isInOrder, readStage, stageOn, stageText } from '#core/entry-stage.ts';
import type { Period } from '#core/period.ts';

const day = (text: string): Day => parseDay(text)!;
const START = day('2026-09-01');
const row = (
  snapshot: string,
  area: string,
  posyandu: string,
  target: number | null,
  nik: number | null,
): EntryRow => ({
  snapshot: day(snapshot),
  area: areaCode(area),
  puskesmas: posyandu === '' ? '' : `P ${area}`,
  posyandu,
  period: null,
  target,
  measured: null,
  nik,
  kk: null,
  linked: null,
});
const CITY = () => 'city';
const of = (rows: readonly EntryRow[], group: (row: EntryRow) => string = CITY) =>
  entrySeries(rows, snapshotDays(rows), 'nik', group);
const city = (rows: readonly EntryRow[]): EntrySeries => of(rows).get('city')!;

describe('snapshots of entry', () => {
  it('sums posts, and says which have not reported instead of counting them as 0', () => {
    const rows = [
      row('2026-09-01', 'a', '1', 40, 10),
      row('2026-09-01', 'a', '2', 60, 0),
      row('2026-09-15', 'a', '1', 40, 25),
      row('2026-09-15', 'b', '1', 0, 0),
      row('2026-09-15', 'c', '1', null, 9),
    ];
    const all = city(rows);
    expect([...all.n]).toEqual([10, 25]);
    expect([...all.N]).toEqual([100, 40]);
    expect([...all.reported]).toEqual([2, 3]);
    expect([...all.withoutTarget]).toEqual([0, 1]);
    expect(all.posts).toBe(4);
    // Post 2 is silent in the second snapshot: what it had does not become a loss.
    expect([...all.gain]).toEqual([Number.NaN, 15]);
    const areas = of(rows, ({ area }) => area);
    expect(areas.get('b')?.n[0]).toBeNaN();
    expect(areas.get('b')?.N[1]).toBe(0);
    expect(areas.get('c')?.N[1]).toBeNaN();
    expect(of(rows).get('nowhere')).toBeUndefined();
  });

  it('takes a snapshot of a whole kelurahan for all of its posts', () => {
    const rows = [
      row('2026-09-01', 'a', '', 100, 10),
      row('2026-09-15', 'a', '1', 40, 20),
      row('2026-09-15', 'a', '2', 60, 20),
    ];
    expect([...city(rows).reported]).toEqual([2, 2]);
    expect(city(rows).posts).toBe(2);
    expect([...city(rows).n]).toEqual([10, 40]);
  });

  it('is of the period asked for, of its last month that has some, or of none', () => {
    const of2 = (period: string | null) => ({
      ...row('2026-09-01', 'a', '1', 1, 1),
      period: period as Period | null,
    });
    const rows = [of2('2026-08'), of2('2026-09'), of2(null)];
    const taken = (period: string) => entriesOf(rows, period as Period).map((one) => one.period);
    expect(taken('2026-08')).toEqual(['2026-08']);
    expect(taken('2026-Q3')).toEqual(['2026-09']);
    expect(taken('2026-01')).toEqual([null]);
  });

  it('has the same sums by kelurahan, by puskesmas and by posyandu as in all', () => {
    const count = fc.option(fc.nat(500));
    const rows = fc.uniqueArray(
      fc.record({
        snapshot: fc.constantFrom(0, 7, 14).map((days) => dayAfter(START, days)),
        area: fc.constantFrom('a', 'b', 'c').map(areaCode),
        puskesmas: fc.constantFrom('P', 'Q'),
        posyandu: fc.constantFrom('1', '2', '3'),
        period: fc.constant(null),
        target: count,
        measured: count,
        nik: count,
        kk: count,
        linked: count,
      }),
      { selector: (one) => Object.values(one).slice(0, 4).join('|'), maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...ENTRY_PARTS), (given, part) => {
        const days = snapshotDays(given);
        const by = (group: (row: EntryRow) => string) => [...entrySeries(given, days, part, group).values()];
        const groups = [
          by(({ area }) => area),
          by(({ puskesmas }) => puskesmas),
          by((one) => `${one.area}|${one.puskesmas}|${one.posyandu}`),
        ];
        const [whole] = by(CITY);
        for (const series of groups) {
          for (const column of ['n', 'N', 'gain', 'reported', 'withoutTarget', 'withoutPart'] as const)
            for (const k of days.keys()) {
              const known = series.map((one) => one[column][k]!).filter((value) => !Number.isNaN(value));
              const sum = known.length > 0 ? known.reduce((a, b) => a + b, 0) : Number.NaN;
              expect(sum).toEqual(whole?.[column][k] ?? Number.NaN);
            }
          expect(series.reduce((sum, one) => sum + one.posts, 0)).toBe(whole?.posts ?? 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the dates of a stage', () => {
  const dates = {
    start: START,
    target: day('2026-10-16'),
    final: day('2026-10-31'),
    extensions: [day('2026-11-20')],
  };

  it('are written in a link and read again, in order or not at all', () => {
    expect(stageText(dates)).toBe('2026-09-01,2026-10-16,2026-10-31,2026-11-20');
    expect(readStage(stageText(dates))).toEqual(dates);
    expect(deadlineOf(dates)).toBe('2026-11-20');
    expect(readStage('2026-09-01,2026-08-16,2026-10-31')).toBeNull();
    expect(readStage('2026-09-01,2026-10-16,2026-10-31,2026-10-31')).toBeNull();
    expect(readStage('2026-09-01,2026-10-16')).toBeNull();
    expect(isInOrder({ ...dates, target: dates.final })).toBe(true);
  });

  it('say in which stage a day lies', () => {
    const later = {
      start: day('2026-12-01'),
      target: day('2027-01-01'),
      final: day('2027-01-31'),
      extensions: [],
    };
    const stages = [
      { id: '2', title: '', ...later },
      { id: '1', title: '', ...dates },
    ];
    expect(stageOn(stages, day('2026-11-19'))?.id).toBe('1');
    expect(stageOn(stages, day('2026-11-25'))?.id).toBe('1');
    expect(stageOn(stages, day('2026-12-24'))?.id).toBe('2');
    expect(stageOn(stages, day('2026-08-31'))).toBeNull();
  });

  it('are read as offices write them, day first, and never guessed', () => {
    for (const text of ['2026-10-31', '31/10/2026', '31-10-2026 08:15', '31 Oktober 2026', '46326'])
      expect(readDay(text)).toBe('2026-10-31');
    for (const text of ['10/31/2026', '31 Februari 2026', '2026-02-30', 'kemarin', '', '12'])
      expect(readDay(text)).toBeNull();
    expect(findDay('potret_2026-10-05.csv')).toBe('2026-10-05');
    expect(findDay('Rekap 5 Oktober 2026 dibanding 19 Oktober 2026')).toBeNull();
  });
});

describe('the pace towards a deadline', () => {
  const days = [day('2026-09-01'), day('2026-09-11'), day('2026-09-21')];
  const series = (n: readonly number[], N: readonly number[], gain: readonly number[]) => ({
    n: Float64Array.from(n),
    N: Float64Array.from(N),
    gain: Float64Array.from(gain),
  });
  const stage = { start: START, target: day('2026-10-01'), final: day('2026-10-11'), extensions: [] };

  it('asks for what is missing over the days left, and draws on at the last and at the mean pace', () => {
    const pace = entryPace(series([10, 30, 40], [100, 100, 100], [Number.NaN, 20, 10]), days, 2, stage);
    expect(pace).toEqual({
      missing: 60,
      daysLeft: 20,
      needed: 3,
      recent: 1,
      mean: 1.5,
      ends: { earliest: '2026-10-31', latest: '2026-11-20' },
    });
  });

  it('projects nothing without a pace, and asks for nothing where nothing is missing or no day is left', () => {
    const still = entryPace(series([40, 40, 40], [100, 100, 100], [Number.NaN, 0, 0]), days, 2, stage);
    expect(still).toMatchObject({ recent: 0, mean: 0, ends: null });
    const slower = entryPace(series([10, 40, 40], [100, 100, 100], [Number.NaN, 30, 0]), days, 2, stage);
    expect(slower?.ends).toEqual({ earliest: '2026-10-31', latest: null });
    const done = entryPace(series([10, 90, 104], [100, 100, 100], [Number.NaN, 80, 14]), days, 2, stage);
    expect(done).toMatchObject({ missing: 0, needed: null, ends: null });
    const late = entryPace(series([10, 30, 40], [100, 100, 100], [Number.NaN, 20, 10]), days, 2, {
      ...stage,
      final: day('2026-09-20'),
    });
    expect(late).toMatchObject({ daysLeft: -1, needed: null });
    expect(entryPace(series([10], [100], [Number.NaN]), days, 0, null)).toMatchObject({
      recent: null,
      mean: null,
      daysLeft: null,
    });
    expect(entryPace(series([Number.NaN], [Number.NaN], [Number.NaN]), days, 0, stage)).toBeNull();
  });
});

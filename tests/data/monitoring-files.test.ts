import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import { dayAfter, parseDay } from '#core/calendar-day.ts';
import type { EntryRow } from '#core/entry-snapshot.ts';
import type { Monitoring } from '#core/monitoring.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import type { Period } from '#core/period.ts';
import { monitoringFiles, readMonitoringFiles } from '#data/monitoring-files.ts';

const [first, second] = ['53.01.01.1001', '53.01.02.1002'].map(areaCode);
const KNOWN = { areas: new Set([first!, second!]), districts: new Set(['53.01.01']) };
const START = parseDay('2026-09-01')!;
const utf8 = (text: string) => new TextEncoder().encode(text);
const COUNTS = [{ id: 'entry-counts', file: 'entry-counts.csv', version: 1 }];
const HEADER = 'snapshot,area,puskesmas,posyandu,period,target,measured,with_nik,with_kk,linked';
const readCounts = (...lines: readonly string[]) =>
  readMonitoringFiles(
    new Map([['entry-counts.csv', utf8(`${[HEADER, ...lines].join('\n')}\n`)]]),
    COUNTS,
    KNOWN,
  );

const count = fc.option(fc.nat(900));
const entry = fc.record({
  snapshot: fc.nat(90).map((days) => dayAfter(START, days)),
  area: fc.constantFrom(first!, second!),
  puskesmas: fc.constantFrom('Alak, Utara', 'Oepoi'),
  posyandu: fc.constantFrom('Melati "1"', 'Mawar'),
  period: fc.constantFrom(null, '2026-09' as Period),
  target: count,
  measured: count,
  nik: count,
  kk: count,
  linked: count,
});
const post = (row: EntryRow) => [row.snapshot, row.area, row.puskesmas, row.posyandu, row.period].join('|');

describe('what a package holds for monitoring', () => {
  it('comes back from its files as it went in', () => {
    const whole = fc.record({
      entries: fc.uniqueArray(entry, { selector: post }),
      stages: fc.constantFrom(
        [],
        [
          {
            id: '1',
            title: 'NIK, KK',
            start: START,
            target: dayAfter(START, 30),
            final: dayAfter(START, 45),
            extensions: [dayAfter(START, 60), dayAfter(START, 70)],
          },
        ],
      ),
      targets: fc.constantFrom<Monitoring['targets'][number][]>(
        [],
        [
          {
            level: 'city',
            area: null,
            indicator: 'stunting',
            measure: 'count',
            value: 2000,
            due: START,
            from: { value: 4000, day: null },
            source: 'SK',
          },
          {
            level: 'village',
            area: first!,
            indicator: 'wasting',
            measure: 'rate',
            value: 0.142,
            due: START,
            from: null,
            source: '',
          },
        ],
      ),
      series: fc.constantFrom(
        [],
        [
          {
            indicator: 'stunting',
            period: '2022-08',
            value: 24,
            unit: 'persen',
            counted: '373 dari 1501',
            source: 'Lurah',
            url: '',
          },
        ],
      ),
      bridge: fc.constantFrom(
        [],
        [{ from: areaCode('53.01.01.1000'), to: first!, day: START, share: 0.375, source: 'Perda' }],
      ),
    });
    fc.assert(
      fc.property(whole, (monitoring) => {
        const { parts, extras } = monitoringFiles(monitoring);
        const read = readMonitoringFiles(
          new Map(parts.map(({ path, bytes }) => [path, bytes])),
          extras,
          KNOWN,
        );
        expect(read.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
        expect(read.ok && (read.value ?? NO_MONITORING)).toEqual(monitoring);
      }),
      { numRuns: 60 },
    );
  });

  it('reads what the office writes of its lists: an empty cell is unknown, 0 is 0', () => {
    const read = readCounts('2026-10-31,53.01.01.1001,Alak,Melati,2026-10,,12,0,3,');
    expect(read.ok && read.value?.entries[0]).toMatchObject({
      target: null,
      measured: 12,
      nik: 0,
      kk: 3,
      linked: null,
    });
    expect(readCounts().ok && readCounts().problems).toEqual([]);
  });

  it('refuses the package with the column and rows of what is wrong, and never with its value', () => {
    const codes = (...lines: readonly string[]) =>
      readCounts(...lines).problems.map(({ code, at }) => [code, at?.column, at?.row]);
    expect(codes('kemarin,53.01.01.1001,,,2026-10,1,1,1,1,1')).toEqual([['day/unreadable', 'snapshot', 2]]);
    expect(codes('2026-10-31,53.01.01.1001,,,2026-10,1,-1,1,1,1')).toEqual([
      ['number/negative', 'measured', 2],
    ]);
    expect(codes('2026-10-31,53.01.01.9999,,,2026-10,1,1,1,1,1')).toEqual([
      ['package/cell-unknown-area', 'area', 2],
    ]);
    const twice = ['2026-10-31,53.01.01.1001,A,B,,9,1,1,1,1', '2026-10-31,53.01.01.1001,A,B,,9,2,1,1,1'];
    expect(codes(...twice)).toEqual([['entry/repeated', 'posyandu', 2]]);
    const strange = new Map([['entry-counts.csv', utf8(`${HEADER},nik\n`)]]);
    expect(readMonitoringFiles(strange, COUNTS, KNOWN).problems.map(({ code }) => code)).toEqual([
      'column/unknown',
    ]);
    expect(readMonitoringFiles(new Map(), COUNTS, KNOWN).problems.map(({ code }) => code)).toEqual([
      'package/file-missing',
    ]);
  });
});

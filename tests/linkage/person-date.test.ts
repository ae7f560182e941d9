import { describe, expect, it } from 'vitest';
import {
  completedMonths,
  dateColumn,
  isoDay,
  readDay,
  statedMonths,
  swappedDay,
} from '#linkage/person-date.ts';

const read = (text: string, column = dateColumn([text])): string | null => {
  const day = readDay(text, column);
  return day === null ? null : isoDay(day);
};

describe('a date of a table of persons', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12T00:00', '2024-03-12'],
    ['12/03/2024', '2024-03-12'],
    ['5-7-2023', '2023-07-05'],
    ['12/03/24', '2024-03-12'],
    ['45363', '2024-03-12'],
    ['12 Maret 2024', '2024-03-12'],
    ['12-Mei-24', '2024-05-12'],
    ['12 Nop 2024', '2024-11-12'],
    ['31/02/2024', null],
    ['-', null],
    ['', null],
    ['3/2024', null],
  ])('%s is %s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it('is read month first only where its column shows it', () => {
    expect(read('03/12/2024', dateColumn(['03/12/2024', '04/25/2024']))).toBe('2024-03-12');
    expect(read('03/12/2024', dateColumn(['03/12/2024', '25/04/2024']))).toBe('2024-12-03');
  });

  it('swaps day and month only to another date', () => {
    const day = (text: string) => readDay(text, dateColumn([]))!;
    expect(swappedDay(day('2024-03-12'))).toBe(day('2024-12-03'));
    expect(swappedDay(day('2024-03-13'))).toBeNull();
    expect(swappedDay(day('2024-04-04'))).toBeNull();
  });

  it('counts completed months', () => {
    const day = (text: string) => readDay(text, dateColumn([]))!;
    expect(completedMonths(day('2021-03-06'), day('2026-03-05'))).toBe(59);
    expect(completedMonths(day('2021-03-05'), day('2026-03-05'))).toBe(60);
    expect(statedMonths('4 Tahun - 3 Bulan - 15 Hari')).toBe(51);
    expect(statedMonths('7')).toBe(7);
    expect(statedMonths('belum')).toBeNull();
  });
});

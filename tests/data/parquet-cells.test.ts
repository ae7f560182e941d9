import { readFileSync } from 'node:fs';
import { tableFromIPC } from '@uwdata/flechette';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { codeColumns } from '#data/coded-columns.ts';
import { parseCellsParquet } from '#data/parquet-cells.ts';
import { sharedPath } from '#tests/shared-data.ts';

const text = (name: string, data: (string | null)[]) => ({ name, data, type: 'STRING' as const });
const sample = [
  text('table', ['all', 'all']),
  text('area', ['a', 'b']),
  text('period', ['2026-09', '2026-09']),
  text('sex', ['male', null]),
];
const written = (count: object, columns = sample, codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY') =>
  new Uint8Array(parquetWriteBuffer({ columnData: [...columns, count as (typeof sample)[0]], codec }));
const int32 = { name: 'count', data: [3, null], type: 'INT32' };

describe('cells.parquet', () => {
  it.each([
    ['INT32', int32],
    ['INT64', { name: 'count', data: [3n, null], type: 'INT64' }],
    ['DOUBLE', { name: 'count', data: [3, null], type: 'DOUBLE' }],
  ])('is read with counts as %s; null is hidden, or a dimension not crossed', async (_type, count) => {
    expect(await parseCellsParquet(written(count))).toEqual({
      ok: true,
      value: {
        table: ['all', 'all'],
        area: ['a', 'b'],
        period: ['2026-09', '2026-09'],
        classes: { sex: ['male', ''] },
        count: [3, null],
      },
      problems: [],
    });
  });

  it('is read uncompressed too', async () => {
    expect((await parseCellsParquet(written(int32, sample, 'UNCOMPRESSED'))).ok).toBe(true);
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['cut short', written(int32).slice(0, -20), 'parquet/truncated'],
    ['cut to its first bytes', written(int32).slice(0, 6), 'parquet/truncated'],
    ['another kind of file', new TextEncoder().encode('area,period'), 'file/wrong-type'],
    [
      'a broken footer',
      written(int32).map((byte, k, all) => (k > all.length - 60 && k < all.length - 8 ? 0xff : byte)),
      'parquet/unreadable',
    ],
    ['no count', written(text('sum', ['1', '2'])), 'column/missing'],
    ['a column of its own', written(int32, [...sample, text('note', ['x', 'y'])]), 'column/unknown'],
    [
      'numbers for areas',
      written(int32, [sample[0]!, { name: 'area', data: [1, 2], type: 'INT32' } as never, sample[2]!]),
      'file/wrong-type',
    ],
  ])('is refused: %s', async (_name, bytes, code) => {
    const read = await parseCellsParquet(bytes);
    expect(read.ok).toBe(false);
    expect(read.problems[0]?.code).toBe(code);
  });

  it('damaged anywhere has as many values as its footer says, or is refused: never thrown', async () => {
    const rows = 300;
    const many = Array.from({ length: rows }, (_, k) => `a${k % 7}`);
    const sound = written({ name: 'count', data: many.map((_, k) => k), type: 'INT32' }, [
      text(
        'table',
        many.map(() => 'all'),
      ),
      text('area', many),
      text(
        'period',
        many.map(() => '2026-09'),
      ),
    ]);
    for (let k = 0; k < sound.length; k++) {
      const damaged = sound.slice();
      damaged[k] = (damaged[k] ?? 0) ^ 0x15;
      const read = await parseCellsParquet(damaged);
      if (!read.ok) continue;
      const { table, area, period, count } = read.value;
      for (const column of [table, area, period, count]) expect(column.length, `byte ${k}`).toBe(rows);
      expect(count.some((value) => value === undefined)).toBe(false);
    }
  });

  it('of the corpus is named truncated, or not of this format', async () => {
    const [good, cut] = [
      sharedPath('corpus/parquet/00-good.parquet'),
      sharedPath('corpus/parquet/01-truncated.parquet'),
    ];
    if (good === null || cut === null) return;
    expect((await parseCellsParquet(readFileSync(cut))).problems.map(({ code }) => code)).toEqual([
      'parquet/truncated',
    ]);
    const foreign = await parseCellsParquet(readFileSync(good));
    expect(foreign.problems.map(({ code }) => code)).toContain('column/missing');
  });
});

describe('coded columns', () => {
  it('hold each word once, and its position in every row', () => {
    const coded = codeColumns({ area: ['b', 'a', 'b'], sex: ['', '', ''] }, { count: [1, null, 0] });
    const rows = tableFromIPC(coded.rows);
    const texts = tableFromIPC(coded.texts);
    expect([...rows.getChild('area')]).toEqual([0, 1, 0]);
    expect([...rows.getChild('count')]).toEqual([1, Number.NaN, 0]);
    expect(texts.toArray().map((row) => ({ ...row }))).toEqual([
      { field: 'area', position: 0, text: 'b' },
      { field: 'area', position: 1, text: 'a' },
      { field: 'sex', position: 0, text: '' },
    ]);
    expect(coded.length).toBe(3);
  });
});

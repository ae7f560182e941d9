import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDelimited, readDelimited } from '#data/delimited-text.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', '|', 'é'),
  maxLength: 8,
});
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 12 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )
  .map((rows) => rows.map((row) => ['x', ...row]));

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('whatever the separator, a quoted table comes back as it was', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, separator, end) => {
        const text = rows.map((row) => row.map(quoted).join(separator)).join(end);
        const read = parseDelimited(text);
        expect(read.ok && read.value.rows).toEqual(rows);
      },
    ),
    {
      examples: [
        [
          [
            ['x', '', ',,', ''],
            ['x', '', '', ','],
            ['x', '', '', ''],
          ],
          '|',
          '\n',
        ],
      ],
    },
  );
});

test('plain cells, a title above, a stated separator', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(',', ';', '\t', '|'),
      fc.integer({ min: 3, max: 30 }),
      (separator, height) => {
        const rows = Array.from({ length: height }, (_, k) => [
          '53.71.01.1001',
          `Kelurahan ${k}`,
          `${k}`,
          '',
        ]);
        const text = `LAPORAN STUNTING\n${rows.map((row) => row.join(separator)).join('\n')}\n`;
        expect(parseDelimited(text)).toMatchObject({
          ok: true,
          value: { rows: [['LAPORAN STUNTING'], ...rows] },
        });
        expect(parseDelimited(`sep=${separator}\n${text}`)).toMatchObject({
          ok: true,
          value: { rows: [['LAPORAN STUNTING'], ...rows] },
        });
      },
    ),
  );
});

test('bytes of any kind are read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const read = readDelimited(bytes);
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
  );
});

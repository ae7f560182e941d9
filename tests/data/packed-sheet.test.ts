import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packSheet, unpackSheet } from '#data/packed-sheet.ts';

it('a sheet that was packed holds the same cells, whatever stands in them', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('', '\u0000', '\n', 'é'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }),
      fc.boolean(),
      (rows, textOnly) => {
        const sheet = { name: 'Maret', rows, textOnly };
        const { headers: _, ...sent } = structuredClone(packSheet(sheet, 'a.csv'));
        expect(unpackSheet({ ...sent, headers: [] })).toEqual(sheet);
      },
    ),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName } from '#report/file-name.ts';

it('names what it holds, the mark first', () => {
  const parts = ['Kota Kupang', 'Stunting', '2026-09'];
  expect(fileName({ mark: 'DATA-CONTOH', parts, ending: 'png' })).toBe(
    'DATA-CONTOH-kota-kupang-stunting-2026-09.png',
  );
  expect(fileName({ mark: '', parts: ['Cakupan (D/S)', '2026-Q3'], ending: 'csv' })).toBe(
    'cakupan-d-s-2026-q3.csv',
  );
});

it('is safe on every file system, whatever the parts hold', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (parts) => {
      expect(fileName({ mark: 'INTERNAL', parts, ending: 'csv' })).toMatch(/^INTERNAL(-[a-z0-9-]+)?\.csv$/);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import type { AreaIndex } from '#core/area.ts';
import {
  codeSystemOf,
  decideCodeSystem,
  dottedCode,
  joinCodeParts,
  readCode,
  type TerritoryCodes,
} from '#core/area-codes.ts';
import { sharedRecords } from '#tests/real-table.ts';

const index = (i: number): AreaIndex => i as AreaIndex;
/** 0 Kelapa Lima, 1 Bakunase, 2 Bakunase Dua. */
const codes: TerritoryCodes = {
  kemendagri: new Map([
    ['5371031001', index(0)],
    ['5371051001', index(1)],
    ['5371051002', index(2)],
  ]),
  bps: new Map([
    ['5371040011', index(0)],
    ['5371031001', index(1)],
    ['5371031002', index(2)],
  ]),
};

describe('readCode', () => {
  it.each([
    ['53.71.01.1001', { kind: 'dotted', digits: '5371011001' }],
    [' 53.71.1.1001 ', { kind: 'dotted', digits: '5371011001' }],
    ['5371011001', { kind: 'digits', digits: '5371011001' }],
    ["'5371011001", { kind: 'digits', digits: '5371011001' }],
    ['5371011001.0', { kind: 'digits', digits: '5371011001' }],
    ['5.371.011.001', { kind: 'digits', digits: '5371011001' }],
    ['5371 0110 01', { kind: 'digits', digits: '5371011001' }],
    ['53.71.01', { kind: 'upper', digits: '537101' }],
    ['5371010', { kind: 'upper', digits: '5371010' }],
    ['5,37E+09', { kind: 'damaged', reason: 'exponent' }],
    ['5.371011E+9', { kind: 'damaged', reason: 'exponent' }],
    ['5371011001.5', { kind: 'damaged', reason: 'rounded' }],
    ['537101100', { kind: 'damaged', reason: 'length' }],
    ['53710110010', { kind: 'damaged', reason: 'length' }],
    ['Namosain', { kind: 'damaged', reason: 'length' }],
    ['53', { kind: 'upper', digits: '53' }],
    ['537', { kind: 'damaged', reason: 'length' }],
    ['5371', { kind: 'upper', digits: '5371' }],
    ['53710', { kind: 'damaged', reason: 'length' }],
    ['537101', { kind: 'upper', digits: '537101' }],
    ['53710101', { kind: 'damaged', reason: 'length' }],
    ['537.1', { kind: 'damaged', reason: 'length' }],
    ['5371.1', { kind: 'damaged', reason: 'rounded' }],
    ['', { kind: 'missing' }],
    ['-', { kind: 'missing' }],
  ])('%s', (text, expected) => {
    expect(readCode(text)).toEqual(expected);
  });

  it('restores the dots', () => {
    expect(dottedCode('5371011001')).toBe('53.71.01.1001');
  });
});

describe('codeSystemOf', () => {
  it('knows dots, and a seventh digit that Kemendagri never has', () => {
    expect(codeSystemOf(['5371011001', '5371012002'])).toBe('kemendagri');
    expect(codeSystemOf(['5371031001', '5371040011'])).toBe('bps');
    expect(codeSystemOf(['53.71.03.1001'])).toBe('kemendagri');
    expect(codeSystemOf(['x', ''])).toBeNull();
  });

  it('takes a tenth of foreign seventh digits for BPS, and fewer for slips', () => {
    const codesOf = (usable: number) => ['5371030001', ...Array(usable - 1).fill('5371031001')];
    expect(codeSystemOf(codesOf(9))).toBe('bps');
    expect(codeSystemOf(codesOf(10))).toBe('bps');
    expect(codeSystemOf(codesOf(11))).toBe('kemendagri');
  });

  it('takes desa adat, and one slip among many, for no sign of BPS', () => {
    const desa = Array.from({ length: 20 }, (_, k) => `91030120${String(k + 1).padStart(2, '0')}`);
    expect(codeSystemOf([...desa, '9103013001', '9103013002'])).toBe('kemendagri');
    expect(codeSystemOf(['9103013001', '9103013002'])).toBe('kemendagri');
    expect(codeSystemOf([...desa, '9103010001'])).toBe('kemendagri');
    expect(codeSystemOf(['6201060013', '6201061002', '6201061003', '6201062004'])).toBe('bps');
  });
});

describe('real codes, whose digits collide', () => {
  it.each(['kupang-kode-kemendagri-bps.csv', 'kotawaringin-barat-6201-kode-kemendagri-bps.csv'])(
    '%s',
    (file) => {
      const pairs = sharedRecords(`facts/${file}`);
      if (pairs === null) return;
      const known: TerritoryCodes = {
        kemendagri: new Map(pairs.map((p, i) => [p.kode_kemendagri_tanpa_titik ?? '', index(i)])),
        bps: new Map(pairs.map((p, i) => [p.kode_bps ?? '', index(i)])),
      };
      const districts = [...new Set(pairs.map((p) => p.kecamatan))].map((d) =>
        pairs.filter((p) => p.kecamatan === d),
      );
      for (const rows of [pairs, ...districts]) {
        for (const [system, key] of [
          ['kemendagri', 'kode_kemendagri_tanpa_titik'],
          ['bps', 'kode_bps'],
        ] as const) {
          const column = rows.map((p) => p[key] ?? '');
          const agrees = (row: number, area: number): boolean => pairs[area] === rows[row];
          expect(decideCodeSystem(column, known, agrees).system).toBe(system);
          expect(decideCodeSystem(column, known, null).system ?? system).toBe(system);
          expect(decideCodeSystem(column, { ...known, [system]: null }, agrees).known).toBe(false);
        }
      }
    },
  );
});

describe('joinCodeParts', () => {
  const row = (province: string, regency: string, district: string, village: string) => ({
    province,
    regency,
    district,
    village,
  });

  it('tells the systems by the digits of the village, and puts back zeros lost', () => {
    expect(joinCodeParts([row('53', '71', '010', '011'), row('53', '71', '10', '8')])).toEqual({
      system: 'bps',
      digits: ['5371010011', '5371010008'],
    });
    expect(joinCodeParts([row('53', '71', '1', '1001'), row('53.', '71', '02', '2003')])).toEqual({
      system: 'kemendagri',
      digits: ['5371011001', '5371022003'],
    });
  });

  it('cuts parts that repeat those before them', () => {
    expect(joinCodeParts([row('53', '5371', '537101', '5371011001')])?.digits).toEqual(['5371011001']);
    expect(joinCodeParts([row('53', '53.71', '53.71.01', '1001')])?.digits).toEqual(['5371011001']);
  });

  it('leaves out rows that do not fit, and refuses a mixture', () => {
    expect(joinCodeParts([row('53', '71', '01', '1001'), row('', '', '', '')])?.digits).toEqual([
      '5371011001',
      '',
    ]);
    expect(joinCodeParts([row('53', '71', '01', '1001'), row('53', '71', '010', '011')])).toBeNull();
    expect(joinCodeParts([row('a', 'b', 'c', 'd')])).toBeNull();
  });
});

describe('decideCodeSystem', () => {
  it('takes the system in which more codes exist', () => {
    const decision = decideCodeSystem(['5371031001', '5371051001', '5371051002'], codes, null);
    expect(decision).toMatchObject({ system: 'kemendagri', known: true, matched: { kemendagri: 3, bps: 1 } });
    expect(decideCodeSystem(['5371031001', '5371031002'], codes, null).system).toBe('bps');
  });

  it('asks that half of the codes exist where names agree, and all without names', () => {
    const column = ['5371031001', '5371051001', '5371051991', '5371051992'];
    const first = (row: number): boolean => row < 2;
    expect(decideCodeSystem(column, codes, first)).toMatchObject({ system: 'kemendagri', codes: 4 });
    expect(decideCodeSystem([...column, '5371051993'], codes, first)).toMatchObject({
      system: null,
      codes: 5,
    });
    expect(decideCodeSystem(column, codes, null).system).toBeNull();
  });

  it('takes a system in which few codes exist where all of them bear their names and none exists in the other', () => {
    const only: TerritoryCodes = { kemendagri: new Map([['5371011001', index(0)]]), bps: null };
    const column = ['5371011001', '5371011002', '5371011003'];
    expect(decideCodeSystem(column, only, () => true).system).toBe('kemendagri');
    expect(decideCodeSystem(column, only, () => false).system).toBeNull();
    const other: TerritoryCodes = { ...only, bps: new Map([['5371011003', index(1)]]) };
    expect(decideCodeSystem(column, other, () => true).system).toBeNull();
  });

  it('leaves codes of a part of one district undecided, unless the names beside them are of nothing here', () => {
    const written = ['5371011001', '5371011002', '5371011003', '5371021001'];
    const only: TerritoryCodes = {
      kemendagri: new Map(written.map((code, i) => [code, index(i)])),
      bps: null,
    };
    const part = written.slice(0, 3);
    expect(decideCodeSystem(part, only, null).system).toBeNull();
    expect(decideCodeSystem(part, only, null, null, () => true).system).toBe('kemendagri');
    const whole: TerritoryCodes = { kemendagri: new Map(part.map((code, i) => [code, index(i)])), bps: null };
    expect(decideCodeSystem(part, whole, null).system).toBe('kemendagri');
  });

  it('leaves a lone colliding code undecided, and lets the name beside it decide', () => {
    expect(decideCodeSystem(['5371031001'], codes, null).system).toBeNull();
    const named = (area: number) => decideCodeSystem(['5371031001'], codes, (_row, i) => i === area).system;
    expect(named(0)).toBe('kemendagri');
    expect(named(1)).toBe('bps');
  });

  it('lets names outweigh codes that merely exist', () => {
    const both: TerritoryCodes = {
      kemendagri: codes.kemendagri,
      bps: new Map([...(codes.bps ?? []), ['5371051001', index(0)], ['5371051002', index(0)]]),
    };
    const column = ['5371031001', '5371051001', '5371051002'];
    expect(decideCodeSystem(column, both, null).system).toBeNull();
    expect(decideCodeSystem(column, both, (row, area) => row === area).system).toBe('kemendagri');
  });

  it('recognizes BPS codes by form where the territory has none', () => {
    const only: TerritoryCodes = { kemendagri: codes.kemendagri, bps: null };
    expect(decideCodeSystem(['5371040011', '5371031001'], only, null)).toMatchObject({
      system: 'bps',
      known: false,
    });
    expect(decideCodeSystem(['5371031001', '5371031002', '5371031003'], only, null).system).toBeNull();
    expect(decideCodeSystem(['5371031001'], only, () => false).system).toBeNull();
  });

  it('joins a column with desa adat to boundaries that know them', () => {
    const written = ['9103012001', '9103012002', '9103013001', '9103022001'];
    const known: TerritoryCodes = {
      kemendagri: new Map(written.map((code, i) => [code, index(i)])),
      bps: null,
    };
    expect(decideCodeSystem(written, known, null)).toMatchObject({ system: 'kemendagri', known: true });
  });

  it('decides nothing without codes', () => {
    expect(decideCodeSystem(['', '5,37E+09'], codes, null)).toMatchObject({ system: null, codes: 0 });
  });
});

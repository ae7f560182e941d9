import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaCode, areaCode } from '#core/area.ts';
import {
  decisionKey,
  editDistance,
  matchVillageName,
  nameIndex,
  normalizeVillageName,
} from '#core/area-names.ts';
import { sharedRecords, territoryOf } from '#tests/real-table.ts';

const none: ReadonlyMap<string, AreaCode> = new Map();
const village = (code: string, name: string, district: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  district,
});
const small = nameIndex(
  territoryOf('Kabupaten Contoh', [
    village('53.01.01.2001', 'Tode Kisar', 'Utara'),
    village('53.01.01.2002', 'Bakunase', 'Utara'),
    village('53.01.01.2003', 'Bakunase Dua', 'Utara'),
    village('53.01.01.2004', 'Sukamaju', 'Utara'),
    village('53.01.02.2001', 'Sukamaju', 'Selatan'),
    village('53.01.02.2002', 'Tuak Daun Merah', 'Selatan'),
    village('53.01.02.2003', 'Oesapa', 'Selatan'),
  ]),
);

describe('normalizeVillageName', () => {
  it.each([
    ['Todekisar', 'TODE  KISAR'],
    ['Bakunase II', 'Bakunase Dua'],
    ['Bakunase 2', 'BAKUNASE  ii'],
    ['Bakunase02', 'Bakunase 2'],
    ['Kel. Oesapa', 'oesapa'],
    ['Kelurahan Oesapa', 'Desa Oesapa'],
    ['Penkase - Oeleta', 'Penkase-Oeleta'],
    ["Noe'lbaki", 'Noelbaki'],
  ])('%s = %s', (a, b) => {
    expect(normalizeVillageName(a)).toBe(normalizeVillageName(b));
  });

  it.each([
    ['Bakunase', 'Bakunase II'],
    ['Oesapa', 'Oesapa Barat'],
    ['Kec. Alak', 'Alak'],
    ['Manulai I', 'Manulai II'],
  ])('%s is not %s', (a, b) => {
    expect(normalizeVillageName(a)).not.toBe(normalizeVillageName(b));
  });
});

describe('matchVillageName', () => {
  const match = (name: string, district = '', decisions = none) =>
    matchVillageName(small, name, district, decisions);

  it('accepts equality after normalization, and says when the name is written otherwise', () => {
    expect(match('tode kisar')).toEqual({ kind: 'exact', area: 0, variant: false });
    expect(match('Todekisar')).toEqual({ kind: 'exact', area: 0, variant: true });
  });

  it('refuses a name of two districts unless the district is given', () => {
    expect(match('Sukamaju')).toEqual({ kind: 'ambiguous', candidates: [3, 4] });
    expect(match('Sukamaju', 'Kec. Selatan')).toMatchObject({ kind: 'exact', area: 4 });
    expect(match('Sukamaju', '53.01.01')).toMatchObject({ kind: 'exact', area: 3 });
  });

  it('never guesses: a wrong or unknown district makes the name unknown', () => {
    expect(match('Oesapa', 'Utara')).toEqual({ kind: 'unknown', candidates: [6] });
    expect(match('Oesapa', 'Takari')).toMatchObject({ kind: 'unknown' });
    expect(match('TDM')).toEqual({ kind: 'unknown', candidates: [5] });
    expect(match('Bakunasse')).toEqual({ kind: 'unknown', candidates: [1, 2] });
    expect(match('')).toEqual({ kind: 'unknown', candidates: [] });
  });

  it('follows the decision of the reader, for one district or for all', () => {
    const decisions = new Map([
      [decisionKey('TDM', ''), areaCode('53.01.02.2002')],
      [decisionKey('Suka', 'Selatan'), areaCode('53.01.02.2001')],
    ]);
    expect(match('TDM', 'Selatan', decisions)).toEqual({ kind: 'decided', area: 5 });
    expect(match('Suka', 'Selatan', decisions)).toEqual({ kind: 'decided', area: 4 });
    expect(match('Suka', 'Utara', decisions).kind).toBe('unknown');
  });

  it('finds every area by its own name and district, whatever its case and spacing', () => {
    const { villages, districts, districtOf } = small.territory;
    fc.assert(
      fc.property(fc.nat({ max: villages.areas.length - 1 }), fc.boolean(), (i, upper) => {
        const name = villages.areas[i]?.name ?? '';
        const district = districts.areas[districtOf[i] ?? 0]?.name ?? '';
        const written = upper ? name.toUpperCase().replaceAll(' ', '  ') : ` ${name.toLowerCase()} `;
        expect(match(written, district)).toMatchObject({ kind: 'exact', area: i });
      }),
    );
  });
});

describe('editDistance', () => {
  it('counts insertions, deletions, substitutions and adjacent swaps', () => {
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('bello', 'belo')).toBe(1);
    expect(editDistance('oesapa', 'oseapa')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });

  it('is a symmetric measure that is 0 for equals only', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('names as the offices of Kupang write them', () => {
  const official = sharedRecords('facts/kupang-kelurahan.csv');
  const variants = sharedRecords('facts/kupang-varian-nama.csv');

  it.skipIf(official === null || variants === null)(
    'every variant is right by rule or as first suggestion',
    () => {
      const index = nameIndex(
        territoryOf(
          'Kota Kupang',
          (official ?? []).map((r) => ({
            code: r.kode ?? '',
            name: r.nama ?? '',
            districtCode: r.kode_kecamatan ?? '',
            district: r.kecamatan ?? '',
          })),
        ),
      );
      const outcome = (variants ?? []).map(({ kode = '', varian = '' }) => {
        const match = matchVillageName(index, varian, '', none);
        const area = match.kind === 'exact' || match.kind === 'decided' ? match.area : match.candidates[0];
        return { varian, kind: match.kind, right: index.territory.villages.areas[area ?? -1]?.code === kode };
      });
      expect(outcome.length).toBeGreaterThan(20);
      expect(outcome.filter(({ right }) => !right)).toEqual([]);
      expect(outcome.filter(({ kind }) => kind !== 'exact').map(({ varian }) => varian)).toEqual([
        'Lahilai Bissi Kopan',
        'LLBK',
        'Belo',
        'TDM',
      ]);
    },
  );
});

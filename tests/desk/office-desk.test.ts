import { describe, expect, it } from 'vitest';
import { loadAreaList } from '#data/country-list.ts';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { territoryOf as territoryOfPackage } from '#data/package-territory.ts';
import { memoryOf } from '#data/reading-memory.ts';
import { tileGround } from '#data/tile-ground.ts';
import type { Ground } from '#desk/boundary-desk.ts';
import {
  answerQuestion,
  emptyDesk,
  hasDataset,
  isReady,
  lacksBoundaries,
  openQuestions,
  removeFile,
  standTiles,
} from '#desk/office-desk.ts';
import {
  allProblems as deskProblems,
  layFiles,
  packageOnDesk,
  read,
  readingOf,
  wholeReading,
} from '#tests/desk/read-desk.ts';
import { SOURCE, sheetOf, territoryOf } from '#tests/real-table.ts';
import { problemSentence } from '#words/problems.ts';

const village = (code: string, name: string, district: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  district,
});
const screen: Ground = {
  territory: territoryOf('Kota Contoh', [
    village('53.71.03.1001', 'Kelapa Lima', 'Kelapa Lima'),
    village('53.71.05.1001', 'Bakunase', 'Kota Raja'),
    village('53.71.05.1002', 'Bakunase Dua', 'Kota Raja'),
  ]),
  boundaries: { type: 'FeatureCollection', features: [] },
  alternateCodes: null,
  about: { kind: 'unofficial', asOf: '', source: SOURCE },
};
const table = (name: string, csv: string): ReadFile => ({
  kind: 'table',
  name,
  sheets: [sheetOf(csv)],
  problems: [],
});
const counts = table(
  'hitung.csv',
  'kode_bps,tahun,diukur,stunting\n5371040011,2025,100,10\n5371031001,2025,90,9\n5371031002,2025,80,8\n',
);
const pairs = table(
  'padanan.csv',
  'kode_kemendagri,kode_bps,nama\n53.71.03.1001,5371040011,Kelapa Lima\n53.71.05.1001,5371031001,Bakunase\n53.71.05.1002,5371031002,Bakunase Dua\n',
);

describe('codes of a system the boundaries lack', () => {
  it('are refused with what is missing and which file would help', () => {
    const desk = layFiles(emptyDesk(screen), [counts], []);
    const [problem] = deskProblems(desk);
    expect(problem).toMatchObject({ code: 'area/code-system-absent', severity: 'error' });
    if (!problem) return;
    const { what, mend } = problemSentence(problem, 'id');
    expect(what).toBe('Kolom ini memuat kode BPS, sedangkan batas wilayah hanya memuat kode Kemendagri.');
    expect(mend).toContain('tabel padanan');
  });

  it.each([
    ['after', [counts, pairs]],
    ['before', [pairs, counts]],
  ])('are joined by a table of both codes laid %s', (_, files) => {
    const desk = layFiles(emptyDesk(screen), files, []);
    const reading = readingOf(desk, 'hitung.csv');
    expect(reading?.accepted.map(({ area, measured }) => [area, measured])).toEqual([
      [0, 100],
      [1, 90],
      [2, 80],
    ]);
    expect(deskProblems(desk).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(deskProblems(desk)).toContainEqual({
      code: 'area/code-pairs',
      severity: 'note',
      at: { file: 'padanan.csv' },
      detail: { count: 3 },
    });
    const without = removeFile(desk, 'padanan.csv');
    expect(readingOf(without, 'hitung.csv')?.refused).toBe(true);
  });

  it('are not joined by a pair that contradicts another', () => {
    const torn = table(
      'padanan.csv',
      'kode_kemendagri,kode_bps\n53.71.03.1001,5371040011\n53.71.05.1001,5371040011\n53.71.05.1001,5371031001\n53.71.05.1002,5371031002\n',
    );
    const desk = layFiles(emptyDesk(screen), [torn, counts], []);
    const reading = readingOf(desk, 'hitung.csv');
    expect(reading?.accepted.map(({ area }) => area)).toEqual([1, 2]);
    expect(reading?.setAside.map(({ area }) => area)).toEqual(['5371040011']);
  });
});

describe('a file with a header alone', () => {
  it('is refused by its name, with how to mend it', async () => {
    const bytes = new TextEncoder().encode('kode;tahun;diukur;stunting\r\n');
    const file = await readOfficeFile({ name: 'Maret.csv', bytes });
    const desk = layFiles(emptyDesk(screen), [file], []);
    const [problem, ...others] = deskProblems(desk);
    expect(others).toEqual([]);
    expect(problem && problemSentence(problem, 'id')).toMatchObject({
      what: 'Tidak ada baris data di Maret.csv: hanya judul kolom.',
      mend: 'Isi sedikitnya satu baris di bawah judul kolom, lalu buka lagi.',
    });
  });
});

describe('an area without numbers', () => {
  it('is said to be shown as what it is', () => {
    const csv = 'kelurahan,tahun,diukur,stunting\nKelapa Lima,2025,20,1\nBakunase,2025,20,25\n';
    const desk = layFiles(emptyDesk(screen), [table('a.csv', csv)], []);
    const missing = deskProblems(desk).filter(({ code }) => code === 'area/missing');
    expect(missing.map((problem) => problemSentence(problem, 'id').what)).toEqual([
      'Bakunase: tidak ada data untuk 2025 (barisnya disisihkan); ditampilkan sebagai ada barisnya, disisihkan.',
      'Bakunase Dua: tidak ada data untuk 2025 (tidak ada barisnya); ditampilkan sebagai tidak melapor.',
    ]);
  });
});

describe('two sheets of one month', () => {
  const file = (name: string, ...sheets: readonly (readonly [string, string])[]): ReadFile => ({
    kind: 'table',
    name,
    sheets: sheets.map(([sheet, csv]) => sheetOf(csv, sheet)),
    problems: [],
  });
  const first = file('TB.xlsx', [
    'Maret',
    'kelurahan,periode,sasaran,diukur,stunting\nBakunase,2026-03,120,100,10\nBakunase Dua,2026-03,90,80,8\n',
  ]);
  const told = (second: string) => {
    const desk = layFiles(emptyDesk(screen), [first, file('BB.csv', ['', second])], []);
    const problem = deskProblems(desk).find(({ code }) => code === 'row/sheets-differ');
    return problem && { problem, ...problemSentence(problem, 'id') };
  };

  it('that differ in the measured are named with both places and both figures', () => {
    const { problem, where, what } =
      told('kelurahan,periode,diukur,wasting\nBakunase Dua,2026-03,80,3\nBakunase,2026-03,102,5\n') ?? {};
    expect(problem).toMatchObject({ severity: 'row', at: { area: 'Bakunase', period: '2026-03' } });
    expect(where).toBe('Berkas TB.xlsx, lembar Maret, baris 2');
    expect(what).toBe(
      'Bakunase, Maret 2026: diukur (D) 100 di TB.xlsx, lembar Maret, baris 2, tetapi 102 di BB.csv, baris 3; keduanya tidak dimuat.',
    );
  });

  it.each([
    ['sasaran (S) 120', 'kelurahan,periode,sasaran,diukur,wasting\nBakunase,2026-03,121,100,5\n'],
    ['stunting (jumlah) 10', 'kelurahan,periode,diukur,stunting\nBakunase,2026-03,100,11\n'],
  ])('or in the %s', (what, second) => {
    expect(told(second)?.what).toContain(`Bakunase, Maret 2026: ${what}`);
  });

  it('that agree are joined', () => {
    expect(told('kelurahan,periode,diukur,wasting\nBakunase,2026-03,100,5\n')).toBeUndefined();
    const divided = 'kelurahan,periode,diukur,sangat pendek,pendek\nBakunase,2026-03,100,';
    expect(told(`${divided}4,6\n`)).toBeUndefined();
    expect(told(`${divided}4,7\n`)?.what).toContain('stunting (jumlah) 10');
  });
});

describe('boundaries on the desk', () => {
  const square = (x: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, -10.2],
        [x + 0.01, -10.2],
        [x + 0.01, -10.19],
        [x, -10.2],
      ],
    ],
  });
  const file = (name: string, areas: readonly Readonly<Record<string, string>>[]) => ({
    name,
    bytes: new TextEncoder().encode(
      JSON.stringify({
        type: 'FeatureCollection',
        features: areas.map((properties, k) => ({
          type: 'Feature',
          properties,
          geometry: square(123.5 + k / 50),
        })),
      }),
    ),
  });
  const misspelled = file('nama.geojson', [
    { WADMKD: 'Namosain', WADMKC: 'Alak' },
    { WADMKD: 'Nunbaun Saboo', WADMKC: 'Alak' },
  ]);

  it('ask about names that are not exact, without keeping the others back', async () => {
    const asked = layFiles(emptyDesk(screen), [await readOfficeFile(misspelled)], []);
    expect(asked.boundaries?.reading.features).toHaveLength(1);
    expect(asked.mapQuestions.map(({ name, questions }) => [name, questions.map(({ id }) => id)])).toEqual([
      ['nama.geojson', ['area:2']],
    ]);
    const said = new Map([['area:2', '5371011002']]);
    const again = await readOfficeFile(misspelled, said);
    const answered = layFiles(asked, [again], [], new Map([['nama.geojson', said]]));
    expect(answered.boundaries?.reading.features).toHaveLength(2);
    expect(answered.mapQuestions).toEqual([{ name: 'nama.geojson', questions: [], answers: said }]);
    expect(removeFile(answered, 'nama.geojson')).toMatchObject({ boundaries: null, mapQuestions: [] });
  });

  it('that wait for an answer are not refused, and nothing is loaded meanwhile', async () => {
    const bare = file('bare.geojson', [{ WADMKD: 'Namosain' }, { WADMKD: 'Nunhila' }]);
    const desk = layFiles(emptyDesk(screen), [await readOfficeFile(bare), counts, pairs], []);
    expect(desk.refused).toEqual([]);
    expect(desk.mapQuestions[0]?.questions[0]).toMatchObject({ id: 'regency', blocking: true });
    expect([hasDataset(desk), isReady(desk)]).toEqual([true, false]);
  });

  it('of several files lie side by side; those of the same areas take the place of the older, and it is said', async () => {
    const alak = await readOfficeFile(file('alak.geojson', [{ kode: '53.71.01.1001', nama: 'Namosain' }]));
    const oebobo = await readOfficeFile(file('oebobo.geojson', [{ kode: '53.71.04.1001', nama: 'Oebobo' }]));
    const both = layFiles(emptyDesk(screen), [alak, oebobo], []);
    expect(both.boundaries?.reading.features.map(({ code }) => code)).toEqual([
      '53.71.01.1001',
      '53.71.04.1001',
    ]);
    expect(deskProblems(both).map(({ code }) => code)).toContain('geojson/file-joined');
    const newer = layFiles(both, [{ ...alak, name: 'alak-2.geojson' }], []);
    expect(newer.boundaries?.files).toEqual(['alak-2.geojson']);
    expect(deskProblems(newer)[0]).toMatchObject({
      code: 'geojson/file-replaced',
      detail: { others: 'alak.geojson, oebobo.geojson' },
    });
    const figures = table('oebobo.geojson (atribut)', 'kode,diukur\n53.71.04.1001,5\n');
    const emptied = removeFile(layFiles(both, [figures, counts], []), both.boundaries?.name ?? '');
    expect(emptied.boundaries).toBeNull();
    expect(emptied.tables.map(({ name }) => name)).toEqual(['hitung.csv']);
  });

  it('that nobody has may be drawn as tiles, and services are not counted on those', async () => {
    const elsewhere = table(
      'bogor.csv',
      'kode,kelurahan,tahun,diukur,stunting\n32.01.01.1001,Pondok Rajeg,2025,100,10\n32.01.01.1002,Karadenan,2025,90,9\n',
    );
    const desk = layFiles(emptyDesk(screen), [elsewhere], []);
    expect(lacksBoundaries(desk)).toBe(true);
    expect(lacksBoundaries(layFiles(emptyDesk(screen), [counts, pairs], []))).toBe(false);
    const list = await loadAreaList();
    const tiles = tileGround([elsewhere], list!);
    const drawn = read(standTiles(desk, tiles));
    expect(lacksBoundaries(drawn)).toBe(false);
    expect(drawn.reading?.sheets[0]?.accepted).toBe(2);
    const made = packageOnDesk(drawn);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(made.value.manifest).toMatchObject({
      territory: 'Kabupaten Bogor',
      boundaries: { kind: 'tiles', source: { title: '' } },
    });
    const loaded = territoryOfPackage(made.value);
    expect(loaded.ok && loaded.value.territory.villages.areas.length).toBe(
      tiles?.territory.villages.areas.length,
    );
    const services = await readOfficeFile({
      name: 'faskes.csv',
      bytes: new TextEncoder().encode('Nama;Jenis;Lintang;Bujur\nPuskesmas A;Puskesmas;-6,5;106,8\n'),
    });
    const withServices = layFiles(drawn, [services], []);
    expect(deskProblems(withServices).map(({ code }) => code)).toContain('places/no-geography');
    expect(isReady(withServices)).toBe(false);
    expect(isReady(read(removeFile(withServices, 'faskes.csv')))).toBe(true);
    expect(standTiles(drawn, null).ground).toBe(screen);
  });
});

describe('what was confirmed before', () => {
  const asked = (name: string, cases: number) =>
    table(name, `kelurahan,tahun,diukur,stunting audit\nKelapa Lima,2025,100,${cases}\nBakunase,2025,90,9\n`);
  const first = read(
    answerQuestion(
      layFiles(emptyDesk(screen), [asked('feb.csv', 10)]),
      'feb.csv|role|stunting audit',
      'stunting.total',
    ),
  );
  const memory: ReadFile = {
    kind: 'memory',
    name: 'padanan.json',
    memory: memoryOf(first.tables, first),
    problems: [],
  };
  const next = asked('mar.csv', 11);

  it.each([
    ['before', [[memory], [next]]],
    ['after', [[next], [memory]]],
    ['with', [[memory, next]]],
  ])('answers a table of the same form laid %s it, says so, and may be said otherwise', (_, lots) => {
    const desk = lots.reduce((old, files) => layFiles(old, files, []), emptyDesk(screen));
    expect(openQuestions(desk)).toEqual([]);
    expect(wholeReading(desk).reading.figures.map(({ n }) => n)).toEqual([11, 9]);
    const told = deskProblems(desk).filter(({ code }) => code.startsWith('memory/'));
    expect(told.map(({ code }) => code)).toEqual(['memory/recalled']);
    const again = read(answerQuestion(desk, 'mar.csv|role|stunting audit', null));
    expect(openQuestions(again).map(({ id }) => id)).toEqual(['mar.csv|role|stunting audit']);
    const more = layFiles(again, [asked('apr.csv', 12)], []);
    expect(openQuestions(more).map(({ id }) => id)).toEqual(['mar.csv|role|stunting audit']);
    expect(removeFile(more, 'padanan.json').memories).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { headerSignature } from '#data/reading-memory.ts';
import { readingDocument } from '#scripts/dataset/reading-document.ts';
import { inspect } from '#scripts/dataset.ts';
import { dbf, type Field, shp } from '#tests/data/shapefile-bytes.ts';
import { sheetOf } from '#tests/real-table.ts';
import { sharedPath } from '#tests/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function document(files: readonly string[], boundaries: string | null = null, answers: object = {}) {
  const path = put('jawaban.json', JSON.stringify(answers));
  return readingDocument(await inspect({ files, boundaries, answers: path }));
}

const square = (k: number): number[][] => {
  const x = 123.55 + k / 50;
  return [
    [x, -10.2],
    [x, -10.19],
    [x + 0.01, -10.19],
    [x + 0.01, -10.2],
    [x, -10.2],
  ];
};
const FIELDS: readonly Field[] = [
  ['KDEPUM', 13],
  ['WADMKD', 20],
  ['WADMKC', 20],
];
const ROWS = [
  ['53.71.01.1001', 'Namosain', 'Alak'],
  ['53.71.01.1002', 'Nunbaun Sabu', 'Alak'],
] as const;
const geojson = (names: readonly string[], more: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: names.map((NAMOBJ, k) => ({
      type: 'Feature',
      properties: { NAMOBJ, WADMKC: 'Alak', ...more },
      geometry: { type: 'Polygon', coordinates: [square(k)] },
    })),
  });

describe('the command, of boundaries', () => {
  it('takes the parts of a shapefile as one file, and prints its areas', async () => {
    const parts = [
      put('batas.shp', shp(ROWS.map((_, k) => [square(k)]))),
      put('batas.dbf', dbf(FIELDS, ROWS)),
      put('nilai.csv', 'kode,tahun,diukur,stunting\n53.71.01.1002,2024,55,9\n'),
    ];
    const { verdict, files, areas, figures } = await document(parts);
    expect(verdict).toBe('accept');
    expect(files.map(({ name, kind }) => [name, kind])).toEqual([
      ['batas.shp', 'boundaries'],
      ['nilai.csv', 'table'],
    ]);
    expect(areas).toEqual(ROWS.map(([code, name]) => ({ code, name })));
    expect(figures).toMatchObject([{ code: '53.71.01.1002', n: 9, N: 55 }]);
  });

  it('asks about a name that is not exact, and reads its figures with the code answered', async () => {
    const file = put(
      'nama.geojson',
      geojson(['Namosain', 'Nunbaun Saboo'], { TAHUN: 2024, DIUKUR: 60, STUNTING: 6 }),
    );
    const asked = await document([file]);
    expect(asked.verdict).toBe('ask');
    expect(asked.files[0]?.verdict).toBe('ask');
    expect(asked.figures).toEqual([]);
    expect(asked.questions).toMatchObject([
      { id: 'nama.geojson|area:2', options: [{ id: '5371011002' }, { id: 'leave-out' }] },
    ]);
    const answered = await document([file], null, { 'nama.geojson|area:2': '5371011002' });
    expect(answered.verdict).toBe('accept');
    expect(answered.figures.map(({ code, n, N }) => [code, n, N])).toEqual([
      ['53.71.01.1001', 6, 60],
      ['53.71.01.1002', 6, 60],
    ]);
  });

  it('says what is wrong with boundaries given to hold tables against, and never goes on without them', async () => {
    const table = put('nilai-2.csv', 'kode,tahun,diukur,stunting\n53.71.01.1002,2024,55,9\n');
    const cut = put('putus.geojson', geojson(['Namosain']).slice(0, -30));
    const { verdict, figures, problems } = await document([table], cut);
    expect([verdict, figures]).toEqual(['reject', []]);
    expect(problems[0]).toMatchObject({ code: 'file/truncated', at: { file: 'putus.geojson' } });
  });

  it('lays several files of boundaries side by side', async () => {
    const files = [
      put('a.geojson', geojson(['Namosain'])),
      put('b.geojson', geojson(['Nunhila'])),
      put('n.csv', 'kode,tahun,diukur,stunting\n53.71.01.1001,2024,50,5\n53.71.01.1004,2024,40,4\n'),
    ];
    const { figures, areas } = await document(files);
    expect(areas.map(({ name }) => name)).toEqual(['Namosain', 'Nunhila']);
    expect(figures.map(({ code }) => code)).toEqual(['53.71.01.1001', '53.71.01.1004']);
  });
});

describe('the command, of files as a shell gives them', () => {
  it('says of what is not there that it cannot be read, and hides numbers in its name', async () => {
    const missing = await document([join(folder, 'tidak-ada.csv'), join(folder, 'a-5371010101190001.csv')]);
    expect(missing.verdict).toBe('reject');
    expect(missing.problems.map(({ code, at }) => [code, at.file])).toEqual([
      ['file/unreadable', 'tidak-ada.csv'],
      ['file/unreadable', 'a-****************.csv'],
    ]);
  });

  it('takes a folder for its files', async () => {
    const office = mkdtempSync(join(folder, 'kantor-'));
    writeFileSync(join(office, 'd.csv'), 'kelurahan,tahun,diukur\nNamosain,2025,481\nNunhila,2025,153\n');
    writeFileSync(join(office, 'n.csv'), 'kelurahan,tahun,stunting\nNamosain,2025,48\nNunhila,2025,20\n');
    const { verdict, files, figures } = await document([office]);
    expect(verdict).toBe('accept');
    expect(files.map(({ name }) => name)).toEqual(['d.csv', 'n.csv']);
    expect(figures.map(({ n, N }) => `${n}/${N}`)).toEqual(['48/481', '20/153']);
  });
});

describe('the command, of what was confirmed before', () => {
  const ask = 'kelurahan,tahun,diukur,Stunting Audit\nNamosain,2025,481,48\nNunhila,2025,153,20\n';
  const memory = JSON.stringify({
    form: 'padanan/1',
    sheets: [
      {
        columns: headerSignature(sheetOf(ask), 'feb.csv'),
        roles: [],
        answers: [{ kind: 'role', about: 'stunting audit', option: 'stunting.total' }],
        period: null,
      },
    ],
    names: [],
  });
  const told = ({ verdict, figures, problems }: Awaited<ReturnType<typeof document>>) => [
    verdict,
    figures.map(({ n, N }) => `${n}/${N}`),
    problems.some(({ code }) => code === 'memory/recalled'),
  ];

  it('a memory answers among the files, and as answers', async () => {
    const table = put('mar.csv', ask);
    const kept = put('padanan.json', memory);
    expect(told(await document([table]))).toEqual(['ask', [], false]);
    expect(told(await document([table, kept]))).toEqual(['accept', ['48/481', '20/153'], true]);
    const given = readingDocument(await inspect({ files: [table], boundaries: null, answers: kept }));
    expect(told(given)).toEqual(['accept', ['48/481', '20/153'], true]);
  });

  it('what is answered now goes before what a memory says', async () => {
    const files = [put('mar.csv', ask), put('padanan.json', memory)];
    const [verdict, figures] = told(
      await document(files, null, { 'mar.csv|role|stunting audit': 'ignored' }),
    );
    expect([verdict, figures]).toEqual(['accept', ['481/null', '153/null']]);
  });

  it('one that is damaged refuses', async () => {
    const broken = put('rusak.json', memory.slice(0, -30).replace('{', '{"form":"padanan/1",'));
    const given = readingDocument(
      await inspect({ files: [put('mar.csv', ask)], boundaries: null, answers: broken }),
    );
    expect(given.verdict).toBe('reject');
    expect(given.problems[0]).toMatchObject({ severity: 'error', at: { file: 'rusak.json' } });
  });
});

interface Sample {
  readonly file: string;
  readonly verdict: 'accept' | 'warn' | 'reject';
}

/**
 * Where the program's verdict is another than the sample's. Asked: codes without dots and names, which may be of either
 * system; a column `n`; the zone of meters, which the sample's own remedy names. Refused: the only row contradicts itself.
 */
const OTHERWISE: Readonly<Record<string, 'ask' | 'reject'>> = {
  'csv/08-thousand-dot.csv': 'ask',
  'csv/26-stunting-gt-measured.csv': 'reject',
  'csv/61-false-positive-epoch-us.csv': 'ask',
  'geojson/02-utm51s.geojson': 'ask',
  'parquet/00-good.parquet': 'ask',
  'xlsx/00-good.xlsx': 'ask',
  'xlsx/11-merged-header.xlsx': 'ask',
};
const manifest = sharedPath('corpus/manifest.json');

describe.skipIf(manifest === null)('samples of bad input, as a whole', () => {
  const samples = manifest === null ? [] : (JSON.parse(readFileSync(manifest, 'utf8')) as Sample[]);
  const path = (file: string): string => sharedPath(`corpus/${file}`) ?? '';

  it.each(samples)('$file: $verdict', async ({ file, verdict }) => {
    const found = await document([path(file)]);
    const expected = verdict === 'warn' ? 'accept' : verdict;
    expect(found.verdict, JSON.stringify(found.problems)).toBe(OTHERWISE[file] ?? expected);
    if (verdict === 'warn')
      expect(found.problems.some(({ severity }) => severity !== 'note') || file.includes('header')).toBe(
        true,
      );
  });

  it('what is asked of meters leads to the place meant', async () => {
    const file = path('geojson/02-utm51s.geojson');
    const { areas } = await document([file], null, { '02-utm51s.geojson|projection': '32751' });
    expect(areas).toEqual([{ code: '53.71.01.1001', name: 'Kelurahan A' }]);
  });

  it('codes of which the boundaries know one are read where its name agrees, and the rest is set aside', async () => {
    const { verdict, figures, files } = await document(
      [path('csv/00-good.csv')],
      path('geojson/00-good.geojson'),
    );
    expect([verdict, figures.map(({ code, n }) => `${code} ${n}`)]).toEqual(['accept', ['53.71.01.1001 25']]);
    expect(files[0]?.ledger).toMatchObject({ read: 3, used: 1, setAside: 2 });
  });
});

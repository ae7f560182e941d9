import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHILD_DIMENSIONS, CLASSES } from '#core/dimension.ts';
import { type Verdict, verdictsCsv } from '#core/link-review.ts';
import { parsePeriod } from '#core/period.ts';
import type { AreaAnswer } from '#core/preparation-report.ts';
import { createRandom } from '#core/random.ts';
import { createEngine } from '#data/engine.ts';
import { readPackage } from '#data/package-files.ts';
import { loadDataset } from '#data/package-load.ts';
import { PACKAGE_WORK } from '#data/package-work.ts';
import { matchesCsv, parseMatches } from '#linkage/area-matches.ts';
import { LINK_RULES } from '#linkage/household-link.ts';
import { parseVerdicts, withoutRejected } from '#linkage/link-review-sample.ts';
import { dayOf } from '#linkage/person-date.ts';
import { nameLikeness } from '#linkage/person-name.ts';
import { type PersonFile, type Preparation, prepareDataset } from '#linkage/preparation.ts';
import { releaseCounts } from '#linkage/release-counts-input.ts';
import { reportFiles } from '#linkage/report-file.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';
import { linkageMeasures } from '#scripts/persons/linkage-measures.ts';
import { otherErrors } from '#scripts/persons/other-errors.ts';
import { CLEAN_RATES, personFiles, USUAL_RATES } from '#scripts/persons/person-files.ts';
import { csvFile, GROUND, SEED, VILLAGES, workbookFile } from './small-office.ts';

const engine = createEngine(nodeEngineSource());
beforeAll(() => engine.warm(), 60_000);
afterAll(() => engine.terminate());

const FILES = personFiles({
  seed: 11,
  villages: VILLAGES,
  children: 900,
  members: 3_600,
  months: ['2026-02', '2026-03', '2026-04'],
  rates: USUAL_RATES,
});
const TABLES = [...FILES.measurements, FILES.members];
const CODES = GROUND.territory.villages.areas.map(({ code }) => code);
const nameOf = (table: string): string => `${table}.csv`;

function prepare(
  files: readonly PersonFile[],
  { key = 1, answers = new Map<string, AreaAnswer>(), verdicts = new Map<string, Verdict>() } = {},
): Promise<Preparation> {
  return prepareDataset(engine, {
    files,
    ground: GROUND,
    seed: SEED,
    answers,
    verdicts,
    snapshot: dayOf(2026, 5, 31)!,
    welfarePeriod: '',
    key: new Uint8Array(32).fill(key),
  });
}

/** Everything that leaves the desk, as one text. */
function shown(prepared: Preparation): string {
  const { run: _own, package: _told, packageFiles, review, ...told } = prepared;
  const bytes = packageFiles.map((part) => new TextDecoder().decode(part.bytes));
  const matches = matchesCsv(new Map(), prepared.waiting, GROUND.territory);
  const heads = review.map(({ head }) => head);
  const verdicts = verdictsCsv(new Map(heads.map(({ key }) => [key, 'same'])));
  return [
    JSON.stringify(told),
    JSON.stringify(heads),
    verdicts,
    ...bytes,
    matches,
    ...reportFiles(prepared).map(({ text }) => text),
  ].join('\n');
}

describe('a city of invented files', () => {
  let usual: Preparation;
  beforeAll(async () => {
    usual = await prepare(TABLES.map(({ name, rows }) => csvFile(nameOf(name), rows)));
  }, 120_000);

  it('places every row, and none wrongly', () => {
    expect(linkageMeasures(usual, FILES, VILLAGES, CODES, nameOf).areaWrong).toBe(0);
    const elsewhere = usual.ledgers.flatMap(({ rows }) => [...rows.waiting, ...rows.outside]);
    expect(elsewhere).toEqual([]);
  });

  it('links as well as it says', () => {
    const { deterministic, all, linkable, found } = linkageMeasures(usual, FILES, VILLAGES, CODES, nameOf);
    expect(deterministic.links).toBeGreaterThan(500);
    expect(usual.links.byRule['name-date']).toBeGreaterThan(20);
    expect(1 - deterministic.wrong / deterministic.links).toBeGreaterThanOrEqual(0.999);
    expect(1 - all.wrong / all.links).toBeGreaterThanOrEqual(0.99);
    expect(found / linkable).toBeGreaterThanOrEqual(0.92);
  });

  it('adds up: every row is used, a duplicate, outside, unusable or waiting, and only one of these', () => {
    for (const { read, rows, file } of usual.ledgers) {
      const parts = Object.values(rows).flat();
      expect(parts).toHaveLength(read);
      expect(new Set(parts).size).toBe(read);
      const table = TABLES.find(({ name }) => nameOf(name) === file)!;
      expect(read).toBe(table.rows.length - 1);
      expect(usual.files.find(({ name }) => name === file)?.sheets[0]?.rows).toBe(read);
    }
  });

  it('gives the same bytes for shuffled rows, files in another order, workbooks, and another key', async () => {
    const random = createRandom(5);
    const shuffled = [...TABLES].reverse().map(({ name, rows: [header = [], ...rows] }, at) => {
      const mixed = [...rows];
      for (let k = mixed.length - 1; k > 0; k--) {
        const other = random.below(k + 1);
        [mixed[k], mixed[other]] = [mixed[other]!, mixed[k]!];
      }
      const all = [header, ...mixed];
      return at % 2 === 0 ? csvFile(nameOf(name), all) : workbookFile(nameOf(name), all);
    });
    const other = await prepare(await Promise.all(shuffled), { key: 2 });
    expect(other.packageFiles.map(({ path }) => path)).toEqual(usual.packageFiles.map(({ path }) => path));
    for (const [k, { path, bytes }] of usual.packageFiles.entries())
      expect(Buffer.from(other.packageFiles[k]!.bytes).equals(Buffer.from(bytes)), path).toBe(true);
    expect(other.links).toEqual(usual.links);
  }, 120_000);

  it('shows no NIK, no KK and no name', () => {
    const text = shown(usual).toLowerCase();
    const numbers = new Set(text.match(/\d{16}/g));
    const identifiers = TABLES.flatMap(({ rows }) => rows.flat()).filter((cell) => /^\d{16}$/.test(cell));
    expect(identifiers.filter((digits) => numbers.has(digits))).toEqual([]);
    const cells = new Set(text.split(/[^a-z ]+/));
    const adults = FILES.people.families.flatMap(({ father, mother }) => [father.name, mother.name]);
    const names = [...FILES.people.children.map(({ name }) => name), ...adults];
    expect(names.filter((name) => name.includes(' ') && text.includes(name.toLowerCase()))).toEqual([]);
    expect(names.filter((name) => cells.has(name.toLowerCase()))).toEqual([]);
  });

  it('gives links of every rule to be looked at, the same for the same files, and takes away what is rejected', async () => {
    const { review, links } = usual;
    for (const rule of LINK_RULES) {
      const drawn = review.filter(({ head }) => head.rule === rule).length;
      expect([rule, drawn]).toEqual([rule, Math.min(25, links.byRule[rule])]);
    }
    for (const { pair } of review) expect(pair.child.name).not.toBe('');
    const like = review.filter(({ pair }) => nameLikeness(pair.child.name, pair.member.name) > 0.85);
    expect(like.length / review.length).toBeGreaterThan(0.8);
    const wrong = [review[0]!, review.at(-1)!].map(({ head }) => head.key);
    const kept = parseVerdicts(verdictsCsv(new Map(wrong.map((own) => [own, 'other']))));
    const again = await prepare(
      TABLES.map(({ name, rows }) => csvFile(nameOf(name), rows)),
      { key: 3, verdicts: new Map(kept!.verdicts) },
    );
    expect(again.links.rejected).toBe(2);
    expect(again.links.unlinked).toBe(links.unlinked + 2);
    expect(again.review).toEqual(review);
    // Of other files the same row numbers are of other persons.
    const other = wrong.map((own) => own.replace(/^\w+/, '0123456789ab'));
    expect(withoutRejected(usual.run, new Map(), new Map(other.map((own) => [own, 'other']))).rejected).toBe(
      0,
    );
  }, 120_000);

  it('is opened by the map side, and its children are those measured, each once a period', async () => {
    const read = readPackage(usual.packageFiles);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const loaded = await loadDataset(engine, read.value, { work: PACKAGE_WORK });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const faults = [...read.problems, ...loaded.problems].filter(({ severity }) => severity !== 'note');
    expect(faults).toEqual([]);
    const { manifest, coverage } = loaded.value.dataset;
    expect(manifest.tier).toBe('internal');
    const measured = (id: string): number => {
      const at = coverage.periods.indexOf(parsePeriod(id)!) * coverage.areas;
      return coverage.measured.slice(at, at + coverage.areas).reduce((sum, one) => sum + one, 0);
    };
    const counted = usual.run.children.months.filter(({ record }) => record.measuredOn !== null);
    expect(measured('2026-03')).toBe(counted.filter(({ record }) => record.month === '2026-03').length);
    const ofQuarter = counted.filter(({ record }) => record.month <= '2026-03').map(({ child }) => child);
    expect(measured('2026-Q1')).toBe(new Set(ofQuarter).size);
    expect(measured('2026-S1')).toBe(new Set(counted.map(({ child }) => child)).size);
  });

  it('gives a release the same children in the same classes', () => {
    const { periods, village, period, classes, household, children } = releaseCounts(usual.run);
    const tally = new Map<string, number>();
    children.forEach((count, k) => {
      const names = CHILD_DIMENSIONS.map((dimension) => CLASSES[dimension][classes[dimension][k]!]);
      const key = [CODES[village[k]!], periods[period[k]!], ...names].join();
      tally.set(key, (tally.get(key) ?? 0) + count);
    });
    const part = usual.packageFiles.find(({ path }) => path === 'cells.csv');
    const [header = '', ...lines] = new TextDecoder().decode(part?.bytes).trimEnd().split(/\r?\n/);
    const columns = header.split(',');
    const cells = lines.map((line) => line.split(',')).filter(([table]) => table === 'children');
    const at = (cell: readonly string[], name: string) => cell[columns.indexOf(name)];
    const written = cells.map((cell) =>
      [...['area', 'period', ...CHILD_DIMENSIONS, 'count'].map((name) => at(cell, name))].join(),
    );
    expect([...tally].map(([key, count]) => `${key},${count}`).sort()).toEqual(written.sort());
    expect(new Set(household).size).toBeGreaterThan(500);
  });

  it('counts families by decile for the period that their list names', () => {
    expect(usual.package?.manifest.tables.map(({ id }) => id)).toEqual(['children', 'family-poverty']);
    expect(usual.package?.manifest.periods.map(({ id }) => id)).toContain('2026');
    expect(usual.package?.manifest.sources.map(({ title }) => title)).toEqual(['e-PPGBM', 'DTSEN']);
  });
});

describe('files that go wrong in another way', () => {
  it('are linked as surely, if not as often', async () => {
    const city = {
      seed: 23,
      villages: VILLAGES,
      children: 900,
      members: 3_600,
      months: ['2026-02', '2026-03'],
    };
    const files = otherErrors(personFiles({ ...city, rates: CLEAN_RATES }), 3);
    const tables = [...files.measurements, files.members];
    const prepared = await prepare(tables.map(({ name, rows }) => csvFile(nameOf(name), rows)));
    const { areaWrong, all, linkable, found } = linkageMeasures(prepared, files, VILLAGES, CODES, nameOf);
    expect(areaWrong).toBe(0);
    expect(1 - all.wrong / all.links).toBeGreaterThanOrEqual(0.99);
    expect(found / linkable).toBeGreaterThanOrEqual(0.88);
  }, 120_000);
});

const COLUMNS =
  'NIK;Nama;JK;Tgl Lahir;Nama Ortu;Kec;Pukesmas;Desa/Kel;Posyandu;Tanggal Pengukuran;Berat;Tinggi;BB/U;ZS BB/U;TB/U;ZS TB/U;BB/TB;ZS BB/TB;MBG'.split(
    ';',
  );
const ORDINARY: Readonly<Record<string, string>> = {
  NIK: '5371611203240001',
  Nama: 'Anak Contoh',
  JK: 'L',
  'Tgl Lahir': '2024-03-12',
  Kec: 'HULU',
  Pukesmas: 'Hulu',
  'Desa/Kel': 'Sungai Indah',
  Posyandu: 'Melati',
  'Tanggal Pengukuran': '2026-03-05',
  Berat: '9,1',
  Tinggi: '80,2',
  'TB/U': 'Pendek',
  'ZS TB/U': '-2,40',
};
function row(over: Readonly<Record<string, string>>): readonly string[] {
  return COLUMNS.map((column) => over[column] ?? ORDINARY[column] ?? '');
}
function monthCells({ packageFiles }: Preparation): readonly string[] {
  const part = packageFiles.find(({ path }) => path === 'cells.csv');
  return new TextDecoder()
    .decode(part?.bytes)
    .split('\n')
    .filter((line) => line.includes(',2026-03,'));
}
const march = (...rows: readonly (readonly string[])[]) => csvFile('maret.csv', [COLUMNS, ...rows]);
const list = (name: string, desil: string, nama = 'Anak Contoh') =>
  csvFile(name, [
    ['nik', 'nama', 'no_kk', 'kecamatan', 'desa', 'desil'],
    ['5371611203240001', nama, '5371610101200001', 'Hulu', 'Sungai Indah', desil],
  ]);

const SHEET = (name: string, head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  csvFile(name, [head, ...rows]);
const familyCells = ({ packageFiles }: Preparation): readonly string[] =>
  new TextDecoder()
    .decode(packageFiles.find(({ path }) => path === 'cells.csv')?.bytes)
    .split('\n')
    .filter((line) => line.startsWith('family-poverty'));

describe('lists of several hands', () => {
  const posyandu = ['posyandu', 'kecamatan', 'desa'];

  it('that place one posyandu in two villages place it in none', async () => {
    const child = row({ 'Desa/Kel': '', Kec: '', Pukesmas: '' });
    const hulu = SHEET('posyandu-a.csv', posyandu, ['Melati', 'Hulu', 'Sungai Indah']);
    const hilir = SHEET('posyandu-b.csv', posyandu, ['Melati', 'Hilir', 'Tanjung']);
    expect((await prepare([march(child), hulu])).ledgers[0]?.rows.used).toEqual([2]);
    const both = await prepare([march(child), hulu, hilir]);
    expect(both.ledgers[0]?.rows).toMatchObject({ used: [], waiting: [2] });
  });

  const flags = (name: string, ...answers: readonly string[]) =>
    SHEET(
      name,
      ['nik', 'nama', 'no_kk', 'kecamatan', 'desa', 'kemiskinan_ekstrem'],
      ...answers.map((answer, k) => [
        `537161120324000${k + 1}`,
        `Anak ${k}`,
        `537161010120000${k + 1}`,
        'Hulu',
        'Sungai Indah',
        answer,
      ]),
    );

  it('a yes or no alone tells decile 1 from all others, and of two thresholds nothing', async () => {
    const yesNo = flags('warga 2026.csv', 'Ya', 'Tidak');
    const alone = await prepare([march(row({})), yesNo]);
    const undivided = alone.package?.manifest.tables.map((table) => [table.id, table.undivided]);
    expect(undivided).toEqual([
      [expect.stringMatching(/child/), ['poverty']],
      ['family-poverty', ['poverty']],
    ]);
    expect(alone.package?.manifest.sources.map(({ title }) => title)).toContain('Daftar setempat');
    const classes = familyCells(alone).map((line) => line.split(','));
    expect(classes.some((cells) => cells.includes('5+'))).toBe(true);
    const beside = await prepare([march(row({})), yesNo, list('dtsen-2026.csv', '1')]);
    expect(familyCells(beside).some((line) => line.split(',').includes('5+'))).toBe(false);
    expect(familyCells(beside).some((line) => line.split(',').includes('unknown'))).toBe(true);
  });

  it('number families each by itself', async () => {
    const own = (name: string, nama: string, desil: string) =>
      SHEET(
        name,
        ['id', 'nama', 'tanggal_lahir', 'kecamatan', 'desa', 'desil'],
        ['1', nama, '1990-01-01', 'Hulu', 'Sungai Indah', desil],
      );
    const { run } = await prepare([own('rt1 2026.csv', 'Ani', '1'), own('rt2 2026.csv', 'Budi', '4')]);
    expect(run.households.households.map(({ decile }) => decile).sort()).toEqual(['1', '4']);
    expect(run.households.contradictions).toBe(0);
  });

  it('tell villages of one name apart in the report of quality', async () => {
    const { quality } = await prepare([
      march(
        row({ Kec: 'Hulu', 'Desa/Kel': 'Mekar' }),
        row({ NIK: '5371611203240002', Nama: 'Wati', Kec: 'Hilir', 'Desa/Kel': 'Mekar' }),
      ),
    ]);
    const villages = quality.groups.filter(({ level }) => level === 'village').map(({ name }) => name);
    expect(villages).toEqual(['Mekar (Hilir)', 'Mekar (Hulu)']);
  });

  it('leave each month incomplete that has rows waiting, in a sheet of several months too', async () => {
    const prepared = await prepare([
      csvFile('semua.csv', [
        COLUMNS,
        row({ 'Tanggal Pengukuran': '2026-02-05' }),
        row({}),
        row({
          'Tanggal Pengukuran': '2026-02-06',
          Nama: 'Budi',
          NIK: '5371611203240002',
          'Desa/Kel': 'Entah',
        }),
      ]),
      SHEET(
        'dtsen-2026.csv',
        ['nik', 'nama', 'no_kk', 'kecamatan', 'desa', 'desil'],
        ['5371611203240001', 'Anak', '5371610101200001', 'Hulu', 'Entah', '1'],
        ['5371611203240002', 'Budi', '5371610101200002', 'Hulu', 'Sungai Indah', '1'],
      ),
    ]);
    const periods = prepared.package?.manifest.periods ?? [];
    expect(periods.find(({ id }) => id === '2026-02')).toMatchObject({ complete: false, setAside: 1 });
    expect(periods.find(({ id }) => id === '2026-03')?.setAside).toBeUndefined();
    expect(periods.find(({ id }) => id === '2026')).toMatchObject({ complete: false, setAside: 1 });
  });
});

describe('rows that are not as they should be', () => {
  it('leave the year of families incomplete where villages have none', async () => {
    const prepared = await prepare([march(row({})), list('dtsen-2026.csv', '1')]);
    const { periods = [] } = prepared.package?.manifest ?? {};
    expect(periods.find(({ id }) => id === '2026')).toMatchObject({ complete: false });
  });

  it('wait for an answer where a name is in no kecamatan, the most children first; an answer places them', async () => {
    const file = march(
      row({}),
      row({ NIK: '5371611203240002', Nama: 'Budi', 'Desa/Kel': 'Sungai Endah' }),
      row({ NIK: '5371611203240003', Nama: 'Wati', 'Desa/Kel': 'Sungai Endah' }),
      row({ NIK: '5371611203240004', Nama: 'Tono', 'Desa/Kel': 'Entah' }),
      row({ NIK: '5371611203240005', Nama: 'Sari', 'Desa/Kel': 'Mekar', Kec: '' }),
    );
    const prepared = await prepare([file]);
    expect(prepared.waiting.map(({ village, persons }) => [village, persons])).toEqual([
      ['Sungai Endah', 2],
      ['Entah', 1],
      ['Mekar', 1],
    ]);
    expect(prepared.waiting[0]?.candidates).toContain('53.71.01.1001');
    expect(prepared.ledgers[0]?.rows.waiting).toEqual([3, 4, 5, 6]);
    expect(prepared.package?.manifest.periods[0]).toMatchObject({ complete: false, setAside: 4 });
    const answers = new Map<string, AreaAnswer>([
      ['Entah / HULU', 'outside'],
      ['Mekar', CODES[2]!],
    ]);
    const kept = parseMatches(matchesCsv(answers, prepared.waiting, GROUND.territory), GROUND.territory);
    expect(kept).toEqual({ answers, unusable: [] });
    const answered = await prepare([file], { answers });
    expect(answered.ledgers[0]?.rows).toMatchObject({ outside: [5], waiting: [3, 4], used: [2, 6] });
  });

  it('keeps the most complete of a month, then the latest, and says which rows were left', async () => {
    const prepared = await prepare([
      march(
        row({ 'Tanggal Pengukuran': '2026-03-20', Tinggi: '' }),
        row({}),
        row({ 'Tanggal Pengukuran': '2026-03-09' }),
      ),
    ]);
    expect(prepared.ledgers[0]?.rows).toMatchObject({ used: [4], duplicate: [2, 3] });
    const twice = prepared.quality.rows.find(({ flag }) => flag === 'nik-twice');
    expect(twice?.rows).toEqual([2, 3, 4]);
    expect(monthCells(prepared)).toHaveLength(1);
  });

  it('are left out with their reason: no date, in the future, before birth, beyond 59 months, of nobody', async () => {
    const { ledgers } = await prepare([
      march(
        row({ 'Tanggal Pengukuran': '' }),
        row({ 'Tanggal Pengukuran': '31/31/2026' }),
        row({ 'Tanggal Pengukuran': '2026-09-05' }),
        row({ 'Tgl Lahir': '2026-03-12' }),
        row({ 'Tgl Lahir': '2021-03-05' }),
        row({ 'Tgl Lahir': '2021-03-06' }),
        row({ NIK: '', Nama: '' }),
      ),
    ]);
    expect(ledgers[0]?.reasons).toEqual({
      'no-measurement': [2],
      'date-unreadable': [3],
      'date-future': [4],
      'birth-after-measurement': [5],
      'age-outside': [6],
      'no-identity': [8],
    });
    expect(ledgers[0]?.rows.used).toEqual([7]);
  });

  it('make a target of a register only: one empty row among those who came does not', async () => {
    const came = await prepare([
      march(
        row({}),
        row({
          NIK: '5371611203240002',
          Nama: 'Wati',
          Berat: '',
          Tinggi: '',
          'TB/U': '',
          'ZS TB/U': '',
          'Tanggal Pengukuran': '',
        }),
      ),
    ]);
    expect(came.package?.coverage.target.filter((target) => target !== null)).toEqual([]);
    const register = csvFile('register Maret 2026.csv', [
      [
        'Nama Anak',
        'Jenis Kelamin',
        'Tanggal Lahir',
        'NIK',
        'Nomor KK',
        'NIK Orang Tua',
        'Kecamatan',
        'Kelurahan',
        'Tanggal Pengukuran',
        'Berat (kg)',
        'Tinggi (cm)',
      ],
      [
        'Ani',
        'P',
        '12/03/2024',
        '5371615203240001',
        '',
        '',
        'Hulu',
        'Sungai Indah',
        '05/03/2026',
        '9.1',
        '80.2',
      ],
      ['Budi', 'L', '12/03/2024', '5371611203240002', '', '', 'Hulu', 'Sungai Indah', '', '', ''],
    ]);
    const listed = await prepare([register]);
    const { target, measured, period } = listed.package!.coverage;
    const at = target.findIndex((one, k) => one !== null && period[k] === '2026-03');
    expect([target[at], measured[at]]).toEqual([2, 1]);
    const { used, listed: unmeasured } = listed.ledgers[0]!.rows;
    expect([used, unmeasured]).toEqual([[2], [3]]);
    expect(listed.quality.overTarget).toEqual([]);

    const names = ['Cici', 'Dodi'].map((name, k) => row({ NIK: `537161120324009${k}`, Nama: name }));
    const more = await prepare([register, csvFile('lain.csv', [COLUMNS, ...names])]);
    expect(more.quality.overTarget).toEqual([
      { village: 'Sungai Indah', month: '2026-03', listed: 2, measured: 3 },
    ]);
  });

  it('have day and month the right way round where the month of the file shows it', async () => {
    const others = [...'abcdef'].map((letter, k) =>
      row({ NIK: `537161120324001${k + 1}`, Nama: `Anak ${letter}x` }),
    );
    const file = csvFile('Maret 2026.csv', [COLUMNS, row({ 'Tanggal Pengukuran': '2026-05-03' }), ...others]);
    const { quality, run } = await prepare([file]);
    expect(quality.rows.find(({ flag }) => flag === 'date-swapped')?.rows).toEqual([2]);
    expect(new Set(run.children.months.map(({ record }) => record.month))).toEqual(new Set(['2026-03']));
  });

  it('count with a masked NIK all the same, and are linked to nobody', async () => {
    const masked = march(row({ NIK: '00030**********' }), row({ NIK: '02022**********', Nama: 'Wati' }));
    const { files, links } = await prepare([masked, list('desil.csv', '1', 'Lain Sekali')]);
    expect(files[0]?.sheets[0]?.niks.masked).toBe(2);
    expect(links).toMatchObject({ children: 2, unlinked: 2 });
  });

  it('are two children where one NIK has two names and birth dates, and it is said', async () => {
    const { links } = await prepare([
      march(row({}), row({ Nama: 'Sama Sekali Lain', 'Tgl Lahir': '2023-07-01' })),
    ]);
    expect(links).toMatchObject({ children: 2, sharedNiks: 1 });
  });

  it('leave the decile unknown where two lists name two', async () => {
    const file = march(row({}));
    const one = await prepare([file, list('satu.csv', '1')]);
    expect(monthCells(one)[0]).toMatch(/,1,1\r?$/);
    const two = await prepare([file, list('satu.csv', '1'), list('dua.csv', '3')]);
    expect(two.links.contradictions).toBe(1);
    expect(monthCells(two)[0]).toMatch(/,unknown,1\r?$/);
  });

  it('are two children of one NIK and birth date where the names are others, one where only words are turned', async () => {
    const others = await prepare([march(row({}), row({ Nama: 'Petrus Lasa' }))]);
    expect(others.links).toMatchObject({ children: 2, sharedNiks: 1 });
    const turned = await prepare([march(row({}), row({ Nama: 'Contoh Anak' }))]);
    expect(turned.links).toMatchObject({ children: 1, sharedNiks: 0 });
  });

  it('are not linked by a NIK that is a slip away from that of another child of the same day', async () => {
    const { links } = await prepare([
      march(row({ Nama: 'Petrus Lasa' })),
      list('desil.csv', '1', 'Yohanes Manafe'),
    ]);
    expect(links.byRule['child-nik']).toBe(0);
    const own = await prepare([march(row({})), list('desil.csv', '1', 'Anak Cntoh')]);
    expect(own.links.byRule['child-nik']).toBe(1);
  });

  it('have no identifier where a spreadsheet has rounded the column', async () => {
    const rows = Array.from({ length: 30 }, (_, k) =>
      row({
        NIK: `53716112032${String(4000 + k)}0`,
        Nama: `Anak ${String.fromCharCode(97 + (k % 26), 97 + Math.floor(k / 26))}`,
      }),
    );
    const { files } = await prepare([march(...rows)]);
    expect(files[0]?.sheets[0]?.niks).toMatchObject({ whole: 0, damaged: 30 });
  });
});

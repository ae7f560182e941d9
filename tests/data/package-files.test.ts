import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSES } from '#core/dimension.ts';
import { type ArchivePart, openArchive } from '#data/archive-guard.ts';
import { digestsOf, packageFiles, readPackage, zipPackage } from '#data/package-files.ts';
import { PACKAGE_WORK } from '#data/package-work.ts';
import { cellRows, samplePackage } from './sample-package.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const files = () => packageFiles(samplePackage());
/** The same without digests, so that a part may be replaced. */
const unsealed = (): ArchivePart[] =>
  files().map(({ path, bytes }) => {
    if (path !== 'manifest.json') return { path, bytes };
    const { digests: _, ...manifest } = JSON.parse(new TextDecoder().decode(bytes)) as Record<
      string,
      unknown
    >;
    return { path, bytes: utf8(JSON.stringify(manifest)) };
  });
const replaced = (path: string, text: string | null): ArchivePart[] => [
  ...unsealed().filter((file) => file.path !== path),
  ...(text === null ? [] : [{ path, bytes: utf8(text) }]),
];
const codes = (result: { problems: readonly { code: string }[] }) => result.problems.map(({ code }) => code);

describe('a package', () => {
  it('is written and read back the same, from a folder and from an archive', async () => {
    const pkg = samplePackage();
    const opened = openArchive(zipPackage(files()));
    for (const given of [files(), opened.ok ? opened.value : []]) {
      const read = await PACKAGE_WORK.read(given);
      expect(read.problems).toEqual([]);
      if (!read.ok) return;
      const { cells, ...rest } = read.value;
      expect({ ...rest, cells: pkg.cells }).toEqual(pkg);
      expect(cells.format).toBe('csv');
      expect(packageFiles(read.value)).toEqual(files());
    }
  });

  it('is refused where any byte of any part is not the one its manifest vouches for', () => {
    const at = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(at, ([part, place, flip]) => {
        const given = files().map(({ path, bytes }) => ({ path, bytes: bytes.slice() }));
        const victim = given.filter(({ path }) => path !== 'manifest.json')[part % (given.length - 1)]!;
        const k = place % victim.bytes.length;
        victim.bytes[k] = (victim.bytes[k] ?? 0) ^ flip;
        expect(codes(readPackage(given))).toEqual(['package/digest-differs']);
      }),
      { numRuns: 50 },
    );
  });

  it('lists the parts that it does not know, whose bytes the manifest vouches for too, and an audit that failed', () => {
    const given = replaced('manifest.json', null);
    const manifest = JSON.parse(
      new TextDecoder().decode(unsealed().find(({ path }) => path === 'manifest.json')!.bytes),
    ) as object;
    const extra = { path: 'layanan.csv', bytes: utf8('a\n1\n') };
    const sealed = (added: object, digest = digestsOf([extra])): ArchivePart[] => [
      ...given,
      extra,
      { path: 'manifest.json', bytes: utf8(JSON.stringify({ ...manifest, ...added, digests: digest })) },
    ];
    const extras = [{ id: 'layanan', file: 'layanan.csv', version: 2 }];
    const read = readPackage(sealed({ extras }));
    expect(read.problems).toEqual([
      {
        code: 'package/extra-unknown',
        severity: 'note',
        at: { file: 'manifest.json' },
        detail: { id: 'layanan', name: 'layanan.csv', version: 2 },
      },
    ]);
    expect(read.ok && 'extras' in read.value.manifest).toBe(false);
    const counts = { id: 'entry-counts', file: 'layanan.csv', version: 1 };
    // As a part that is known it has to be what it is called.
    expect(codes(readPackage(sealed({ extras: [counts] })))).toContain('column/missing');
    expect(codes(readPackage(sealed({ extras: [{ ...counts, version: 2 }] })))).toEqual([
      'package/extra-unknown',
    ]);
    expect(codes(readPackage(sealed({ extras }, { 'layanan.csv': '0'.repeat(64) })))).toEqual([
      'package/digest-differs',
    ]);
    const audit = { program: 'uji', date: '2026-11-30', cells: 9, exact: 0, unsafe: 1, narrowest: 1 };
    expect(codes(readPackage(sealed({ audit })))).toEqual(['package/audit-unsafe']);
    expect(codes(readPackage(sealed({ audit: { ...audit, unsafe: 0 } })))).toEqual([]);
  });

  it('keeps every cell through its files', async () => {
    const word = fc.constantFrom('53.01.01.1001', '53.01.02.1002');
    const cell = fc.tuple(
      word,
      fc.constantFrom('2026-09', '2026-S2'),
      fc.constantFrom(...CLASSES.sex),
      fc.constantFrom(...CLASSES.wasting),
      fc.option(fc.nat(100_000)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1 }), async (cells) => {
        const pkg = samplePackage({ cells: { format: 'rows', rows: cellRows(cells) } });
        const read = readPackage(packageFiles(pkg));
        if (!read.ok) throw new Error(codes(read).join());
        const [direct, reread] = [await PACKAGE_WORK.prepare(pkg), await PACKAGE_WORK.prepare(read.value)];
        expect(reread.ok && reread.value.cells).toEqual(direct.ok && direct.value.cells);
      }),
      { numRuns: 30 },
    );
  });

  it('may lie in a folder, beside files of others', () => {
    const inside = files().map(({ path, bytes }) => ({ path: `kupang/${path}`, bytes }));
    const others = [
      { path: 'kupang/README.md', bytes: utf8('x') },
      { path: 'kupang/old/manifest.json', bytes: utf8('{}') },
    ];
    expect(readPackage([...others, ...inside]).ok).toBe(true);
  });

  it.each<readonly [string, readonly ArchivePart[], string[]]>([
    ['no manifest', replaced('manifest.json', null), ['package/manifest-missing']],
    ['no areas', replaced('areas.geojson', null), ['package/file-missing']],
    ['no cells', replaced('cells.csv', null), ['package/file-missing']],
    ['no coverage', replaced('coverage.csv', null), ['package/file-missing']],
    [
      'several faults at once',
      replaced('areas.geojson', '{').filter(({ path }) => path !== 'cells.csv'),
      ['file/truncated', 'package/file-missing'],
    ],
    [
      'a misspelt column',
      replaced('coverage.csv', 'area,period,target,measured,state\n'),
      ['column/missing', 'column/unknown'],
    ],
    [
      'a repeated column',
      replaced('coverage.csv', 'area,area,period,target,measured,status\n'),
      ['header/duplicate'],
    ],
    [
      'a ragged row',
      replaced('coverage.csv', 'area,period,target,measured,status\na,2026-09,1,1\n'),
      ['row/ragged'],
    ],
    [
      'a word for a number',
      replaced('coverage.csv', 'area,period,target,measured,status\na,2026-09,1.250,x,reported\n'),
      ['number/unreadable'],
    ],
    [
      'an unknown status',
      replaced('coverage.csv', 'area,period,target,measured,status\na,2026-09,1,1,ok\n'),
      ['package/cell-unknown-class'],
    ],
  ])('is refused: %s', (_name, given, expected) => {
    const read = readPackage(given);
    expect(read.ok).toBe(false);
    expect(codes(read)).toEqual(expected);
  });

  it('takes semicolons, quotes and line ends of a spreadsheet', () => {
    const text = '\ufeffarea;period;target;measured;status\r\n"a";2026-09;;7;reported\r\n';
    const read = readPackage(replaced('coverage.csv', text));
    expect(read.ok && read.value.coverage).toEqual({
      area: ['a'],
      period: ['2026-09'],
      target: [null],
      measured: [7],
      status: ['reported'],
    });
  });

  it('does not take text of another encoding', () => {
    const bytes = Uint8Array.from([0x61, 0xe9, 0x0a]);
    const given = [...replaced('coverage.csv', null), { path: 'coverage.csv', bytes }];
    expect(codes(readPackage(given))).toEqual(['file/wrong-type']);
  });
});

describe('areas', () => {
  const areas = samplePackage().areas.features[0]!;
  const collection = (feature: unknown) => JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  const drawn = (coordinates: unknown) =>
    collection({ ...areas, geometry: { type: 'Polygon', coordinates } });
  const ring = [
    [123, -10],
    [124, -10],
    [124, -9],
    [123, -10],
  ];

  it('carry along nothing that the format does not name', () => {
    const extra = { ...areas, bbox: [1], properties: { ...areas.properties, nik: '5371010101010001' } };
    const high = { type: 'Polygon', coordinates: [ring.map((place) => [...place, 12])] };
    const read = readPackage(replaced('areas.geojson', collection({ ...extra, geometry: high })));
    expect(read.ok && read.value.areas.features).toEqual([
      { type: 'Feature', properties: areas.properties, geometry: { type: 'Polygon', coordinates: [ring] } },
    ]);
  });

  it.each([
    ['an array', '[]', 'geojson/not-a-collection'],
    ['no feature', '{"type":"FeatureCollection","features":[]}', 'file/empty'],
    [
      'a point',
      collection({ ...areas, geometry: { type: 'Point', coordinates: [1, 2] } }),
      'geojson/not-a-polygon',
    ],
    ['an open ring', drawn([ring.slice(0, 3)]), 'geojson/ring-unclosed'],
    ['meters', drawn([ring.map(() => [563800, 8876500])]), 'geojson/projected'],
    ['latitude first', drawn([ring.map(([x, y]) => [y, x])]), 'geojson/swapped-axes'],
    ['infinity', drawn([ring]).replace('124', '1e999'), 'geojson/not-finite'],
    ['no code', collection({ ...areas, properties: { name: 'x' } }), 'geojson/no-code-property'],
    [
      'a number for a code',
      collection({ ...areas, properties: { ...areas.properties, code: 1 } }),
      'geojson/no-code-property',
    ],
    ['no district', collection({ ...areas, properties: { code: 'a', name: 'x' } }), 'geojson/no-district'],
    ['depth', `${'['.repeat(50)}${']'.repeat(50)}`, 'json/too-deep'],
  ])('are refused: %s', (_name, text, code) => {
    expect(codes(readPackage(replaced('areas.geojson', text)))).toEqual([code]);
  });
});

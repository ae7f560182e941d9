import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadAreaList } from '#data/country-list.ts';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { LONG_FORM } from '#tests/long-form.ts';
import { sharedRecords } from '#tests/real-table.ts';
import { sharedPath } from '#tests/shared-data.ts';

/** Of the whole country (212 MB) one area in so many. */
const SHARE = LONG_FORM ? 1 : 60;

type Properties = Readonly<Record<string, string>>;
interface Collection {
  readonly type: string;
  readonly features: readonly { readonly properties: Properties }[];
}

function boundaries(file: ReadFile): Extract<ReadFile, { kind: 'boundaries' }> {
  if (file.kind !== 'boundaries') throw new Error(JSON.stringify(file.problems));
  return file;
}

function shared(name: string): Collection {
  return JSON.parse(readFileSync(sharedPath(`boundaries/${name}`) ?? '', 'utf8')) as Collection;
}

async function read(name: string, value: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return boundaries(await readOfficeFile({ name, bytes }));
}

const written = (file: ReadFile) =>
  boundaries(file)
    .reading.features.map(({ code, name, districtName }) => `${code} ${name} ${districtName}`)
    .sort();

/** Without any code: names and kecamatan alone, under the headers of BIG. */
function withoutCodes({ type, features }: Collection) {
  return {
    type,
    features: features.map((feature) => {
      const { nama, kecamatan } = feature.properties;
      return { ...feature, id: undefined, properties: { NAMOBJ: nama, WADMKC: kecamatan } };
    }),
  };
}

const OFFICIAL = [
  ['kupang-cahyadsn.geojson', 51],
  ['kupang-cahyadsn-clean.geojson', 51],
  ['kupang-hdx-bps2020-kode.geojson', 51],
  ['kupang-hdx-bps2020-kode-simplified.geojson', 51],
  ['kotawaringin-barat-6201-cahyadsn.geojson', 94],
  ['bogor-3201-cahyadsn.geojson', 435],
] as const;
const STATISTICAL = [
  ['kupang-hdx-bps2020.geojson', 'kupang-kode-kemendagri-bps.csv'],
  ['kotawaringin-barat-6201-hdx-bps2020.geojson', 'kotawaringin-barat-6201-kode-kemendagri-bps.csv'],
] as const;

describe.skipIf(sharedPath('boundaries') === null)('delineations in use', () => {
  it.each(OFFICIAL)('%s: its %d areas, with codes and without', async (name, count) => {
    const given = shared(name);
    const own = given.features
      .map(({ properties: { kode, nama, kecamatan } }) => `${kode} ${nama} ${kecamatan}`)
      .sort();
    expect(own).toHaveLength(count);
    expect(written(await read(name, given))).toEqual(own);
    const bare = await read(name, withoutCodes(given));
    const found = new Set(bare.reading.features.map(({ code }) => code as string));
    const asked = bare.questions.filter(({ about }) => about === 'area');
    expect([...found].filter((code) => !own.some((line) => line.startsWith(code)))).toEqual([]);
    expect(found.size + asked.length).toBe(count);
    expect(found.size).toBeGreaterThanOrEqual(0.97 * count);
  });

  it.each(STATISTICAL)('%s: BPS codes as they are, and by names the official ones', async (name, facts) => {
    const given = shared(name);
    const file = await read(name, given);
    expect(file.reading.codeSystem).toBe('bps');
    const own = given.features.map(
      ({ properties: { bps, nama, kecamatan } }) => `${bps} ${nama} ${kecamatan}`,
    );
    expect(written(file)).toEqual(own.sort());
    const official = new Map(
      (sharedRecords(`facts/${facts}`) ?? []).map((row) => [
        row.kode_bps ?? '',
        row.kode_kemendagri_tanpa_titik,
      ]),
    );
    const bare = await read(name, withoutCodes(given));
    const byName = new Map(
      bare.reading.features.map(({ code, geometry }) => [JSON.stringify(geometry), code.replaceAll('.', '')]),
    );
    const meant = file.reading.features.map(({ code, geometry }) => [
      byName.get(JSON.stringify(geometry)),
      official.get(code),
    ]);
    expect(meant.filter(([found, right]) => found !== undefined && found !== right)).toEqual([]);
    expect(bare.reading.features.length + bare.questions.length).toBe(given.features.length);
  });

  it('the whole country: the code and the name of every area taken', async () => {
    const path = sharedPath('boundaries/indonesia-desa-cahyadsn.geojsonl.gz') ?? '';
    const lines: string[] = [];
    let k = 0;
    for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) }))
      if (k++ % SHARE === 0) lines.push(line);
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const file = boundaries(await readOfficeFile({ name: 'desa.geojsonl', bytes }));
    const own = new Map(
      lines.map((line) => {
        const { properties } = JSON.parse(line) as { readonly properties: Properties };
        return [properties.kode ?? '', properties];
      }),
    );
    const { features } = file.reading;
    expect(features.length).toBeGreaterThan(0.999 * lines.length);
    const wrong = features.flatMap(({ code, name, districtName }) => {
      const { nama, kecamatan } = own.get(code) ?? {};
      // A kecamatan left out is given by the country's list.
      return name === nama && (kecamatan ?? districtName) === districtName
        ? []
        : [`${code} ${name}, ${districtName}: ${nama}, ${kecamatan}`];
    });
    expect(wrong).toEqual([]);
    const setAside = file.problems.filter(({ severity }) => severity === 'row');
    const said = setAside.reduce((sum, { detail }) => sum + Number(detail?.count ?? 1), 0);
    expect(features.length + said).toBe(lines.length);
    expect((await loadAreaList())?.villages.length).toBeGreaterThan(83_000);
  }, 300_000);
});

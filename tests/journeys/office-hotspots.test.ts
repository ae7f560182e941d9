import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, Polygon } from 'geojson';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '#core/random.ts';
import { sharedPath } from '#tests/shared-data.ts';
import { id as words } from '#words/id.ts';
import { type HotspotPanel, hotspotPanel } from './hotspot-panel.ts';
import { openHouse } from './house.ts';
import { openDialog } from './office-dialog.ts';
import type { Tour } from './tour.ts';

const say = words.hotspots;
const table = sharedPath('facts/kupang-stunting-per-kelurahan-2021-2022.csv');
const city = sharedPath('boundaries/kupang-hdx-bps2020-kode.geojson');
const regency = sharedPath('boundaries/kotawaringin-barat-6201-cahyadsn.geojson');
/** Where values are made to be high. */
const HIGH = 'Kumai';
/** Carried out to sea, as far as this. */
const DEGREES = 0.6;

interface Village {
  readonly kode: string;
  readonly nama: string;
  readonly kecamatan: string;
}

/** The regency with its southernmost desa carried south, and a table of values drawn by the program for each. */
function generated(path: string, folder: string) {
  const areas = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection<Polygon, Village>;
  const rings = (geometry: Polygon) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2);
  const southOf = ({ geometry }: (typeof areas.features)[number]) =>
    Math.min(...(rings(geometry) as [number, number][]).map(([, latitude]) => latitude));
  const island = areas.features.reduce((least, each) => (southOf(each) < southOf(least) ? each : least));
  for (const point of rings(island.geometry) as number[][]) point[1]! -= DEGREES;
  const random = createRandom(6_201);
  const lines = areas.features.map(({ properties: { kode, nama, kecamatan } }) => {
    const measured = 80 + random.below(300);
    const short = Math.round(measured * ((kecamatan === HIGH ? 0.35 : 0.15) + 0.1 * random.unit()));
    const target = measured + random.below(60);
    return [
      2022,
      kode,
      `"${nama}"`,
      `"${kecamatan}"`,
      target,
      measured,
      0,
      short,
      measured - short,
      0,
    ].join();
  });
  const head = 'tahun,kode,kelurahan,kecamatan,sasaran,diukur,sangat_pendek,pendek,normal,tinggi';
  const [boundaries, values] = [join(folder, 'buatan-batas.geojson'), join(folder, 'DATA-BUATAN-nilai.csv')];
  writeFileSync(boundaries, JSON.stringify(areas));
  writeFileSync(values, `${[head, ...lines].join('\n')}\n`);
  return { boundaries, values, island: island.properties.nama };
}

describe.skipIf(!table || !city || !regency)('clusters in the files of an office', () => {
  const house = openHouse();
  let tour: Tour;
  let panel: HotspotPanel;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'office-hotspots-'));
    tour = await house.open();
    panel = hotspotPanel(tour);
    await tour.ready();
  });
  afterEach(() => tour.recorder.expectClean());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function loaded(paths: readonly string[], period: string): Promise<void> {
    const office = await openDialog(tour);
    await office.add(paths);
    await office.load();
    await expect.poll(() => tour.title.textContent()).toContain(period);
    await panel.open();
    await panel.found();
  }

  it('finds them in what Kupang reported, and says who did not', async () => {
    await loaded([city!, table!], '2022');
    expect(await panel.sure(say.sure.used)).toBe('51 dari 51');
    expect(await panel.tab.textContent()).toMatch(/Moran's I 0,\d\d; z \d/);
    expect(await panel.repeated(folder, true)).toEqual({ same: 51, others: [] });
    await tour.press(words.period.previous);
    await expect.poll(() => tour.title.textContent()).toContain('2021');
    await panel.found();
    expect(await panel.sure(say.sure.used)).toBe('50 dari 51 (tidak dihitung: 1 tidak melapor)');
    expect(await panel.repeated(folder, true)).toEqual({ same: 50, others: [] });
  });

  it('finds in generated values of 94 desa the kecamatan made high, and tells of the island', async () => {
    const { boundaries, values, island } = generated(regency!, folder);
    await loaded([boundaries, values], '2022');
    expect(await panel.sure(say.sure.used)).toBe('94 dari 94');
    expect(await panel.sure(say.sure.islands)).toMatch(new RegExp(`^${island} ke .+ \\([\\d,]+ km\\)$`));
    expect(await panel.sure(say.sure.components)).toBe('1');
    expect(await panel.lines.allTextContents()).toContainEqual(
      expect.stringMatching(new RegExp(`bertetangga di .*${HIGH}.* membentuk kantong stunting tinggi`)),
    );
    expect(await panel.repeated(folder, true)).toEqual({ same: 94, others: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { type AreaCode, type AreaLevel, areaCode } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { Period } from '#core/period.ts';
import { readHeader } from '#data/header-reading.ts';
import { sheetContent } from '#export/export-sheet.ts';
import { exportTable } from '#export/export-table.ts';
import { createAreaLabels } from '#picture/area-labels.ts';
import { type Atlas, reportedVillages } from '#picture/atlas.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { datasetOf, JULY, repeat, tableOf } from '#tests/core/small-city.ts';
import { unitCity, YEAR } from '#tests/core/unit-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { areaStatusLabel } from '#words/status-words.ts';

const VILLAGES = [2, 3] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);

/** Villages 0 and 1 reported, 1 only in part; 2 has not; the row of 3 and all of 4 were set aside. */
function pictureOf(
  level: 'village' | 'district',
  target?: readonly number[],
  districts: readonly AreaCode[] = [],
): Picture {
  const children = [...repeat(40, 0, { stunting: 'moderate' }), ...repeat(40, 1, { stunting: 'none' })];
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES, { dimensions: ['stunting'] })],
    notReported: [2],
    incomplete: [1],
    setAside: [3, 4],
    measured: [50, 50, Number.NaN, Number.NaN, Number.NaN],
    ...(target ? { target } : {}),
  });
  const manifest = { ...dataset.manifest, periods: [{ id: JULY, complete: false, setAside: 3 }] };
  const atlas: Atlas = {
    manifest,
    territory: dataset.territory,
    coverage: dataset.coverage,
    dataset: { ...dataset, manifest },
    first: null,
    boundaries: { villages: NONE, districts: NONE },
  };
  const picture = createPainter()(atlas, {
    ...openingView(manifest),
    level,
    filters: { classes: {}, districts },
  });
  if (!picture) throw new Error('no picture');
  return picture;
}

describe('what came in of an area', () => {
  const picture = pictureOf('village');

  it('is said of one whose row was set aside, not that it did not report', () => {
    const told = [2, 3, 4].map((i) => areaWords(picture, i, id, format).value);
    expect(told).toEqual([id.status.notReported, id.status.setAside, id.status.setAside]);
    expect(picture.measure.status[3]).toBe(CellStatus.notReported);
    const label = areaStatusLabel(CellStatus.notReported, pictureOf('district'), 1, id);
    expect(label).toBe(id.status.setAside);
  });

  it('is said of one that reported in part', () => {
    expect([0, 1, 2].map((i) => areaWords(picture, i, id, format).partial)).toEqual([
      null,
      'melapor sebagian',
      null,
    ]);
  });

  it('bears its sign on the map, as long as it is shown', () => {
    const signs = (level: AreaLevel, districts: readonly AreaCode[] = []) =>
      createAreaLabels()(pictureOf(level, undefined, districts)).map(({ partial }) => partial);
    expect(signs('village')).toEqual([false, true, false, false, false]);
    expect(signs('village', [areaCode('d1')])).not.toContain(true);
    expect(signs('district')).not.toContain(true);
  });

  it('stands in the legend and in the sentence', () => {
    const { statuses } = legendWords(picture, id, format);
    expect(statuses).toContainEqual({
      status: CellStatus.notReported,
      label: 'tidak melapor (2 barisnya disisihkan)',
      count: '3',
    });
    expect(sentenceOf(picture, id, format).parts).toEqual(
      expect.arrayContaining(['2 dari 5 kelurahan melapor', '1 melapor sebagian', '3 baris disisihkan']),
    );
  });

  it('is counted in a legend, on screen and on paper, of the areas shown alone', () => {
    const entry = (districts: readonly AreaCode[]) => {
      const picture = pictureOf('village', undefined, districts);
      const { statuses } = sheetContent(picture, id, format).legend;
      return [
        legendWords(picture, id, format).partial,
        statuses.find(({ label }) => label === id.status.partial)?.count,
        legendWords(picture, id, format).statuses.find(({ status }) => status === CellStatus.notReported)
          ?.count,
      ];
    };
    const one = { label: 'melapor sebagian', count: '1' };
    expect(entry([])).toEqual([one, '1', '3']);
    expect(entry([areaCode('d0')])).toEqual([one, '1', '0']);
    expect(entry([areaCode('d1')])).toEqual([null, undefined, '3']);
  });

  it('leaves the targets of those without numbers in sight, where they are known', () => {
    const told = (target: readonly number[]) => sentenceOf(pictureOf('village', target), id, format).parts;
    expect(told([100, 100, 70, 30, Number.NaN]).slice(-2)).toEqual([
      'cakupan D/S yang melapor 50,0\u00a0%',
      '100 sasaran belum terlapor',
    ]);
    expect(told([100, 100, Number.NaN, Number.NaN, Number.NaN]).join()).not.toContain('belum terlapor');
  });

  it('stands in the table that leaves', () => {
    const { columns } = exportTable(picture, id, format);
    const column = (name: string) => columns.find(({ header }) => header === name)?.cells;
    const names = column('Kelurahan');
    const reports = column('Laporan');
    expect(readHeader('Laporan').role).toBe('ignored');
    expect(Object.fromEntries((names ?? []).map((name, k) => [name, reports?.[k]]))).toEqual({
      d0v0: 'melapor',
      d0v1: 'melapor sebagian',
      d1v2: 'tidak melapor',
      d1v3: 'ada barisnya, disisihkan',
      d1v4: 'ada barisnya, disisihkan',
    });
  });
});

describe('a village whose families came in by one table and were set aside in another', () => {
  const city = unitCity();
  const areas = city.territory.villages.areas.slice(0, 1).map(({ code }) => code);
  const tables = city.manifest.tables.map((table) =>
    table.id === 'family-poverty'
      ? { ...table, absent: [{ period: YEAR, status: 'set-aside' as const, areas }] }
      : table,
  );
  const manifest = {
    ...city.manifest,
    tables,
    periods: city.manifest.periods.map((entry) => ({ ...entry, setAside: 1 })),
  };
  const atlas: Atlas = {
    manifest,
    territory: city.territory,
    coverage: city.coverage,
    dataset: { ...city, manifest },
    first: null,
    boundaries: { villages: NONE, districts: NONE },
  };
  const pictureFor = (indicator: 'family-poverty' | 'stunting-risk'): Picture => {
    const picture = createPainter()(atlas, { ...openingView(manifest), indicator, period: YEAR });
    if (!picture) throw new Error('no picture');
    return picture;
  };

  it('is told as set aside for the one indicator, and counts for the other', () => {
    const [poverty, risk] = [pictureFor('family-poverty'), pictureFor('stunting-risk')];
    expect(areaWords(poverty, 0, id, format).value).toBe(id.status.setAside);
    expect(poverty.measure.status[0]).toBe(CellStatus.notReported);
    expect(poverty.totals.city.reporting).toBe(0);
    expect(JSON.stringify(legendWords(poverty, id, format))).toContain(
      id.legend.ofWhichSetAside(id.status.notReported, '1'),
    );
    expect(JSON.stringify(exportTable(poverty, id, format))).toContain(id.status.setAsideShort);
    expect(risk.measure.status[0]).toBe(CellStatus.observed);
    expect(risk.totals.city.reporting).toBe(1);
    expect(reportedVillages(atlas, poverty.indicator, YEAR)).toBe(0);
    expect(reportedVillages(atlas, risk.indicator, YEAR)).toBe(1);
    expect(reportedVillages(atlas, risk.indicator, JULY)).toBe(2);
    expect(reportedVillages(atlas, risk.indicator, '2020' as Period)).toBeNull();
  });
});

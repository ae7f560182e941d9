import { expect, test } from 'vitest';
import { areaCode, geographyOf } from '#core/area.ts';
import { buildTerritory } from '#core/territory.ts';
import { SOURCE, territoryOf } from './small-city.ts';

const area = (code: string, parent: string | null) => ({
  code: areaCode(code),
  name: code,
  parent: parent === null ? null : areaCode(parent),
  centroid: [123, -10] as const,
  surfaceKm2: 1,
});
const build = (villages: ReturnType<typeof area>[], districts: ReturnType<typeof area>[]) =>
  buildTerritory('Kota', villages, districts, SOURCE, '2020-01-01');

test('areas keep their order and know their district', () => {
  const territory = build(
    [area('53.71.02.1001', '53.71.02'), area('53.71.01.1001', '53.71.01'), area('53.71.02.1002', '53.71.02')],
    [area('53.71.01', '53.71'), area('53.71.02', '53.71'), area('53.71.03', '53.71')],
  );
  expect(Array.from(territory.districtOf)).toEqual([1, 0, 1]);
  expect(territory.villages.indexOf.get(areaCode('53.71.01.1001'))).toBe(1);
  expect(territory.villages.areas.map((each) => each.code)).toEqual([
    '53.71.02.1001',
    '53.71.01.1001',
    '53.71.02.1002',
  ]);
  expect(geographyOf(territory, 'district')).toMatchObject({
    level: 'district',
    asOf: '2020-01-01',
    source: SOURCE,
  });
  expect(territory.villages.id).not.toBe(territory.districts.id);
});

test('what cannot be', () => {
  expect(() => build([], [area('d', null)])).toThrow(/has villages/);
  expect(() => build([area('a', 'd'), area('a', 'd')], [area('d', null)])).toThrow(/distinct/);
  expect(() => build([area('a', 'd')], [area('d', null), area('d', null)])).toThrow(/distinct/);
  expect(() => build([area('a', 'e')], [area('d', null)])).toThrow(/district of village a/);
  expect(() => build([area('a', null)], [area('d', null)])).toThrow(/district of village a/);
});

test('the small city of the tests', () => {
  expect(Array.from(territoryOf([2, 3]).districtOf)).toEqual([0, 0, 1, 1, 1]);
});

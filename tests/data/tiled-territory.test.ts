import { expect, test } from 'vitest';
import { tiledTerritory } from '#data/boundary-territory.ts';
import { loadAreaList } from '#data/country-list.ts';
import { SOURCE } from '#tests/real-table.ts';

test('villages of the list are a territory without any boundary file', async () => {
  const list = await loadAreaList();
  if (list === null) throw new Error('the list');
  const city = list.villages.filter(({ digits }) => digits.startsWith('5371')).map(({ digits }) => digits);
  const { territory, boundaries } = tiledTerritory(list, [...city, '0000000000'], 'Kota Kupang', SOURCE);
  expect(territory.villages.areas).toHaveLength(51);
  expect(territory.districts.areas.map(({ name }) => name)).toContain('Kota Raja');
  expect(boundaries.features.map(({ properties: { code } }) => code)).toEqual(
    territory.villages.areas.map(({ code }) => code),
  );
  const corners = boundaries.features.flatMap(({ geometry: { coordinates } }) => coordinates.flat(1));
  expect(new Set(corners.map(String)).size).toBe(51 * 6);
});

import { expect, it } from 'vitest';
import { loadAreaList } from '#data/country-list.ts';
import { nameFinding } from '#scripts/dataset/name-finding.ts';

const list = await loadAreaList();

it('names written as offices write them are found with their kecamatan, none of them wrong', () => {
  const { names, found, wrong, asked, later, lost } = nameFinding(list!, 'writing', 25);
  expect(names).toBeGreaterThan(3_000);
  expect(wrong).toEqual([]);
  expect(lost).toBe(0);
  expect(found / names).toBeGreaterThanOrEqual(0.97);
  expect(found + asked + later).toBe(names);
});

it('names of other letters are asked about, mostly with the right village among the candidates', () => {
  const { names, wrong, asked, offered, lost } = nameFinding(list!, 'spelling', 150);
  expect(names).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
  expect(lost).toBe(0);
  expect(offered / asked).toBeGreaterThan(0.7);
});

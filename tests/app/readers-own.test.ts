import { expect, it } from 'vitest';
import { readersOwn } from '#app/data/readers-own.ts';
import { saveView } from '#state/saved-views.ts';
import { atlasOf, storeWith } from '#tests/state/kept-view.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';

it('names all that is gone once it is removed, and nothing where only the example is open', () => {
  const store = storeWith(atlasOf());
  const said = (kept: string | null, words = id) =>
    readersOwn(store.getState(), kept, words, createFormat(words));
  expect(said(null)).toEqual([]);
  expect(said('Kota')).toEqual(['data yang disimpan di komputer ini: Kota']);
  saveView(store, 'Rapat');
  store.setState({ opened: { name: 'Kota', tier: 'internal' }, aside: { list: [1, 2] } });
  expect(said(null)).toEqual([
    `data yang terbuka: Kota (${id.tier.internal})`,
    '1 tampilan tersimpan',
    '2 isi tersimpan yang tidak terbaca',
  ]);
  expect(said('Kota', en)).toEqual([
    `the open data: Kota (${en.tier.internal})`,
    'the data kept on this computer: Kota',
    '1 saved view',
    '2 kept entries that cannot be read',
  ]);
});

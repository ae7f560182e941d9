import { expect, it } from 'vitest';
import { addSavedViews, saveView } from '#state/saved-views.ts';
import { addScenarios, isUnsaved } from '#state/scenario.ts';
import { workFile } from '#state/work-file.ts';
import { atlasOf, storeWith } from './kept-view.ts';

it('holds views, proposals and what is on the screen; both lists open it', () => {
  const store = storeWith(atlasOf());
  saveView(store, 'satu');
  const figures = 'a'.repeat(64);
  const areas = [
    { code: '53.71.01.1001' as never, chosen: true, drafted: null, reason: 'jauh', dissent: '' },
  ];
  store.setState({ scenarios: [{ id: 7, title: 'Usulan 1', text: 'v2', data: 'abc', figures, areas }] });
  const file = workFile(store.getState(), 'Tampilan terakhir');
  const other = storeWith(atlasOf());
  expect(addSavedViews(other, file)).toBe(2);
  expect(addScenarios(other, file)).toBe(1);
  const { saved, scenarios } = other.getState();
  expect(saved.map(({ title }) => title)).toEqual(['satu', 'Tampilan terakhir']);
  expect(scenarios.map(({ title, areas }) => [title, areas])).toEqual([['Usulan 1', areas]]);
  expect(isUnsaved(other.getState())).toBe(true);
});

import { expect, it } from 'vitest';
import { readOfficeFile } from '#data/office-file.ts';
import { memoryOf } from '#data/reading-memory.ts';
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

it('holds what was confirmed of tables, which the dialog of files takes from it; one without is none of its', async () => {
  const answers = new Map([['a.csv|role|angka', 'stunting.total']]);
  const table = { name: 'a.csv', sheets: [{ name: '', headers: ['kelurahan', 'angka'] }] };
  const confirmed = memoryOf([table], { answers, decisions: new Map(), roles: [] });
  const store = storeWith(atlasOf());
  store.setState({ confirmed });
  saveView(store, 'satu');
  const read = (text: string) =>
    readOfficeFile({ name: 'pekerjaan.json', bytes: new TextEncoder().encode(text) });
  const file = workFile(store.getState(), 'Tampilan terakhir');
  expect(await read(file)).toMatchObject({ kind: 'memory', memory: confirmed });
  expect(addSavedViews(storeWith(atlasOf()), file)).toBe(2);
  store.setState({ confirmed: null });
  expect((await read(workFile(store.getState(), 'Tampilan terakhir'))).kind).toBe('refused');
});

import { expect, it } from 'vitest';
import { annexReason } from '#export/annex.ts';
import type { Atlas } from '#picture/atlas.ts';
import { undecided } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { pictureOf } from '#picture/scenario-comparison.ts';
import { hashOf } from '#state/link.ts';
import { enterRoom } from '#state/rooms.ts';
import { keepSavedViews, savedViewsFile, saveView } from '#state/saved-views.ts';
import { decide, keepScenarios, openScenario, scenariosFile, startScenario } from '#state/scenario.ts';
import { aloneWith } from '#state/shared-machine.ts';
import { setView } from '#state/store.ts';
import { datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { village } from '#tests/picture/rated-city.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { fakeStorage, storeWith } from './kept-view.ts';

/** Counts of which none stands in anything else that is kept. */
function city(): Atlas {
  const sizes = [
    [397, 139, 61],
    [431, 173, 73],
    [463, 191, 89],
    [509, 227, 97],
  ] as const;
  const villages = [2, 2];
  const children = sizes.flatMap(([all, short, thin], i) => village(i, all, short, thin, 0));
  const dataset = datasetOf({
    villagesPerDistrict: villages,
    tables: [tableOf(children, villages)],
    periods: [JULY],
    tier: 'internal',
  });
  const { manifest, territory, coverage } = dataset;
  const none = { type: 'FeatureCollection', features: [] } as const;
  const boundaries = { villages: { ...none, features: [] }, districts: { ...none, features: [] } };
  return { manifest, territory, coverage, boundaries, dataset, first: null };
}

/** Every n, N and printed percent, as both languages and as a program would write it. */
function figures(atlas: Atlas, scenario: Parameters<typeof pictureOf>[1]): readonly string[] {
  const picture = pictureOf(atlas, scenario);
  if (!picture) throw new Error('no picture');
  const written = [id, en].map(createFormat);
  return picture.priority.measures.flatMap(({ value, table }) =>
    [...value.keys()].flatMap((i) => [
      String(table.numerator[i]),
      String(table.denominator[i]),
      ...written.map(({ percent }) => percent(value[i] ?? Number.NaN)),
      String(value[i]),
    ]),
  );
}

/** A number by itself: digits within a digest or a longer number are none. */
function holds(text: string, figure: string): boolean {
  const plain = figure.replaceAll('.', '\\.');
  return new RegExp(`(?<![0-9a-z.,])${plain}(?![0-9a-z]|[.,][0-9])`).test(text);
}

it('neither storage, nor a file, nor a link holds a figure once every reason is drafted from figures', () => {
  const atlas = city();
  if (!atlas.dataset) throw new Error('no data');
  const store = storeWith(atlas);
  const storage = fakeStorage();
  keepScenarios(store, aloneWith(storage));
  keepSavedViews(store, aloneWith(storage));
  store.setState({ scenariosKept: true, savedKept: true });
  const question = openingPriority(['stunting', 'wasting']);
  if (!question) throw new Error('no question');
  setView(store, { question });
  startScenario(store, 'Usulan', figuresOf(atlas.dataset));
  const areas = atlas.territory.villages.areas.map(({ code }) => code);
  decide(
    store,
    openScenario(store.getState())?.id ?? 0,
    areas.map((code) => ({ ...undecided(code), chosen: true, drafted: 'counts' })),
  );
  enterRoom(store, 'proposal');
  saveView(store, 'Usulan');
  const { scenarios, saved, view } = store.getState();
  const scenario = openScenario(store.getState());
  if (!view || !scenario) throw new Error('nothing is open');
  const kept = [
    ...storage.kept.values(),
    scenariosFile(scenarios),
    savedViewsFile(saved),
    hashOf(view, atlas),
  ];
  expect(storage.kept.size).toBe(2);
  const all = figures(atlas, scenario);
  expect(all).toContain('397');
  expect(all).toContain('35,0');
  for (const text of kept) expect(all.filter((figure) => holds(text, figure))).toEqual([]);

  // The search finds what is there: the reason as it is read, and as it was once kept.
  const picture = pictureOf(atlas, scenario);
  if (!picture) throw new Error('no picture');
  const read = annexReason(picture, { ...undecided(areas[0]!), drafted: 'counts' }, 0, id, createFormat(id));
  const found = all.filter((figure) => holds(JSON.stringify({ reason: read }), figure));
  expect(found).toEqual(expect.arrayContaining(['139', '397', '35,0']));
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { RankingColumn } from '#app/map/ranking-column.ts';
import { RankingHeader } from '#app/map/ranking-header.tsx';
import { type Page, PageContext, standing } from '#app/page.ts';
import { AbsentIndicators } from '#app/sheet/profile-indicators.tsx';
import { knownRows, profileColumns, profileRows } from '#app/sheet/profile-rows.ts';
import type { AreaIndex } from '#core/area.ts';
import type { ClassFilter } from '#core/view.ts';
import { createEmergingDesk } from '#desk/emerging-desk.ts';
import { createHotspotDesk } from '#desk/hotspot-desk.ts';
import { createPriorityDesk } from '#desk/priority-desk.ts';
import { layerOf } from '#picture/layer.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { createAppStore } from '#state/store.ts';
import { TOWN, type TownVillage, townAtlas, townPicture } from '#tests/report/sample-town.ts';
import { areaWords } from '#words/area-words.ts';
import { en } from '#words/en.ts';
import { everyoneText } from '#words/filter-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { constantText } from '#words/priority-words.ts';
import { sentenceOf } from '#words/sentence.ts';

const POOR: ClassFilter = { poverty: ['1'] };

function partsOf(classes: ClassFilter, words = id, town: readonly TownVillage[] = TOWN) {
  const picture = townPicture(townAtlas(town), {
    indicator: 'extreme-poverty',
    filters: { classes, districts: [] },
  });
  return sentenceOf(picture, words, createFormat(words)).parts;
}

test('says the rate first, then of how many', () => {
  expect(partsOf({})[0]).toBe('20,9\u00a0% kemiskinan ekstrem: 63 dari 301 balita diukur');
  expect(partsOf({}, en)[0]).toBe('20.9% extreme poverty: 63 of 301 children measured');
});

test('says no rate of too few, nor of the indicator where only some of those affected are counted', () => {
  const few = TOWN.slice(2, 3);
  expect(partsOf({}, id, few)).toContain('6 dari 24 balita diukur');
  const picture = townPicture(townAtlas(TOWN), {
    indicator: 'stunting',
    filters: { classes: { stunting: ['severe'] }, districts: [] },
  });
  expect(sentenceOf(picture, id, createFormat(id)).parts).toContain('0 dari 301 balita diukur');
});

test('says that the coverage is of all children where filters leave some in the rest', () => {
  const coverage = (classes: ClassFilter, words = id) =>
    partsOf(classes, words).filter((part) => part.includes('D/S') || / (terlapor|reported)/.test(part));
  expect(coverage({})).toEqual(['cakupan D/S yang melapor 70,9\u00a0%', '50 sasaran belum terlapor']);
  expect(coverage(POOR)).toEqual([
    'cakupan D/S yang melapor 70,9\u00a0% (semua balita)',
    '50 sasaran belum terlapor (semua balita)',
  ]);
  expect(coverage(POOR, en)[0]).toBe('coverage D/S of those reporting 70.9% (all children)');
  expect(everyoneText({ classes: { stunting: ['severe'] }, districts: [] }, id)).toBeNull();
});

test('says the same at the heads of D, S and D/S, and of no other column', () => {
  const heads = (classes: ClassFilter) => {
    const picture = townPicture(townAtlas(TOWN), {
      indicator: 'extreme-poverty',
      filters: { classes, districts: [] },
    });
    const pictures = standing({ picture, dimmed: false, asked: picture });
    const desks = {
      hotspotDesk: createHotspotDesk(() => {}),
      emergingDesk: createEmergingDesk(() => {}),
      priorityDesk: createPriorityDesk(() => {}),
    };
    const page: Page = {
      ...desks,
      ...{ pictures, resting: pictures, map: null, words: id, format: createFormat(id) },
      store: createAppStore(),
      session: {} as Page['session'],
    };
    const column = { width: '', cell: () => null };
    const columns: RankingColumn[] = (['denominator', 'measured', 'target', 'coverage'] as const).map(
      (key) => ({ ...column, id: key, sorts: [key] }),
    );
    columns.unshift({ ...column, id: 'report', sorts: [] });
    const order = { key: 'rank', descending: false } as const;
    const written = renderToStaticMarkup(
      <PageContext value={page}>
        <RankingHeader columns={columns} order={order} onOrder={() => {}} />
      </PageContext>,
    );
    return [...written.matchAll(/<th [^>]*>(.*?)<\/th>/g)].map(([, head]) =>
      head?.replaceAll(/<[^>]*>/g, ' ').trim(),
    );
  };
  expect(heads({})).toEqual(['Laporan', 'N', 'D', 'S', 'D/S']);
  expect(heads(POOR)).toEqual(['Laporan', 'N', 'D semua balita', 'S semua balita', 'D/S semua balita']);
});

test('tells what the data lack from what filters leave uncounted, and D/S, which is shown, as neither', () => {
  const atlas = townAtlas(TOWN);
  const said = (classes: ClassFilter) => {
    const picture = townPicture(atlas, {
      indicator: 'extreme-poverty',
      filters: { classes, districts: [] },
    });
    if (!atlas.dataset) throw new Error('a whole dataset');
    const columns = profileColumns(atlas.dataset, picture.view);
    const { absent } = knownRows(profileRows(columns, 0 as AreaIndex, null));
    return renderToStaticMarkup(<AbsentIndicators absent={absent} picture={picture} words={id} />);
  };
  expect(said({})).not.toContain('saringan');
  expect(said({})).toContain('Tidak ada dalam data ini: stunting dan wasting');
  const filtered = said(POOR);
  expect(filtered).toContain('Tidak dapat dihitung menurut saringan ini: stunting, ');
  expect(filtered).not.toMatch(/d\/s/i);
});

test('gives no place, and says that a weight does nothing, where a filter makes all areas alike', () => {
  const atlas = townAtlas(TOWN);
  const question = openingPriority(['wasting', 'extreme-poverty']);
  if (!atlas.dataset || !question) throw new Error('a whole dataset');
  for (const [classes, place, said] of [
    [{}, 3, null],
    [{ poverty: ['1'] }, null, 'Kemiskinan ekstrem sama di semua wilayah karena saringan'],
  ] as const) {
    const filters = { classes, districts: [] };
    const view = { indicator: 'extreme-poverty', filters, showSmallRates: true } as const;
    const picture = townPicture(atlas, view);
    const rows = profileRows(profileColumns(atlas.dataset, picture.view), 1 as AreaIndex, null);
    const row = rows.find(({ indicator }) => indicator.id === 'extreme-poverty');
    expect(row?.inCity?.place ?? null).toBe(place);
    expect(areaWords(picture, 1, id, createFormat(id)).rank === null).toBe(place === null);
    const layer = layerOf(townPicture(atlas, { ...view, question }), 'priority');
    const text = layer && constantText(layer, filters, id);
    if (said === null) expect(text).toBeNull();
    else expect(text).toContain(said);
  }
});

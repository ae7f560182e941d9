import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { parseDay } from '#core/calendar-day.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import type { TargetRow } from '#core/target-table.ts';
import { SINGLE, type View } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { layerOf, toldAreas } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { NO_TARGET } from '#picture/target-layer.ts';
import { readTarget, withTarget } from '#picture/target-text.ts';
import { settleView } from '#picture/view-layers.ts';
import { datasetOf, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { sentenceOf } from '#words/sentence.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 1] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);
const QUARTERS = Array.from({ length: 8 }, (_, k): Period => {
  const found = parsePeriod(`${2024 + (k >> 2)}-Q${(k % 4) + 1}`);
  if (found === null) throw new Error('no period');
  return found;
});

function row(patch: Omit<Partial<TargetRow>, 'due'> & { readonly due: string }): TargetRow {
  const due = parseDay(patch.due);
  if (due === null) throw new Error(patch.due);
  const base = { level: 'city', area: null, indicator: 'stunting', measure: 'rate', value: 0.1 } as const;
  return { ...base, from: null, source: '', ...patch, due };
}

/** v0 falls by 3 points a quarter from 40 %, v1 stays at 20 %; each of 300 children. */
function city(own: readonly TargetRow[] = []): Atlas {
  const children = QUARTERS.flatMap((quarter, k) => [
    ...village(0, 300, 120 - 9 * k, 5, 5, quarter),
    ...village(1, 300, 60 + (k % 2), 5, 5, quarter),
    ...village(2, 300, 60, 5, 5, quarter),
  ]);
  const counted = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES, { periods: QUARTERS })],
    periods: QUARTERS,
  });
  const targets = [
    row({ due: '2029-12-31', value: 0.142 }),
    row({ due: '2026-06-30', measure: 'count', value: 50 }),
    row({ level: 'village', area: areaCode('d0v0'), value: 0.185, due: '2026-12-31' }),
    row({ level: 'village', area: areaCode('d0v1'), value: 0.1, due: '2026-12-31' }),
    row({ level: 'district', area: areaCode('d0'), value: 0.15, due: '2026-12-31' }),
    row({ level: 'village', area: areaCode('d0v0'), indicator: 'wasting', due: '2026-12-31' }),
  ];
  const dataset = { ...counted, monitoring: { ...NO_MONITORING, targets } };
  const { manifest, territory, coverage } = dataset;
  const boundaries = { villages: NONE, districts: NONE };
  return { manifest, territory, coverage, boundaries, dataset, first: null, targets: own };
}

function paint(atlas = city(), patch: Partial<View> = {}) {
  const view = openingView(atlas.manifest);
  const question = { kind: 'target', measure: 'rate' } as const;
  const picture = createPainter()(atlas, { ...view, room: 'monitoring', question, ...patch });
  const layer = picture && layerOf(picture, 'target');
  if (!picture || !layer) throw new Error('no targets');
  return { picture, layer };
}

describe('targets', () => {
  it('stand by area, kecamatan and whole, each by its own rows', () => {
    const { picture, layer } = paint();
    expect(layer.areas.map((line) => line?.path?.standing)).toEqual(['on-track', 'off-track', undefined]);
    expect(picture.shading.classOf[2]).toBe(NO_TARGET);
    expect(layer.city.map(({ row: { due } }) => due)).toEqual(['2026-06-30', '2029-12-31']);
    expect(layer.districts[0]?.row.value).toBe(0.15);
    expect(layer.districts[1]).toBeNull();
    expect(toldAreas(picture).areas).toEqual([1]);
    expect(paint(city(), { level: 'district' }).layer.areas[0]?.row.level).toBe('district');
  });

  it('takes the next to fall due of several, the reader’s own among them', () => {
    const own = row({ level: 'village', area: areaCode('d0v0'), value: 0.18, due: '2026-03-31' });
    expect(paint(city([own])).layer.areas[0]?.row).toBe(own);
    const other = row({ level: 'village', area: areaCode('d0v1'), value: 0.3, due: '2026-12-31' });
    expect(paint(city([other])).layer.areas[1]).toMatchObject({ row: other, path: { standing: 'reached' } });
  });

  it('are said by title, facts, area and table', () => {
    const { picture } = paint();
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toBe('Target prevalensi stunting per kelurahan, Triwulan IV 2025');
    expect(parts[0]).toContain('target 14,2\u00a0% pada 31 Desember 2029');
    expect(parts[1]).toBe('menuju atau tercapai 1, tidak 1, tanpa target 1');
    expect(areaWords(picture, 1, id, format).more).toEqual([
      'target 10,0\u00a0% pada 31 Desember 2026: tidak menuju target',
    ]);
    const cells = exportTable(picture, id, format).columns.find(({ key }) => key === 'asked-target')?.cells;
    expect(cells?.map(Number).filter((each) => !Number.isNaN(each))).toHaveLength(2);
  });

  it('is kept in a link with its measure, and is of no coverage', () => {
    const { manifest, territory } = city();
    const opening = openingView(manifest);
    for (const measure of ['rate', 'count'] as const) {
      const view: View = { ...opening, room: 'monitoring', question: { kind: 'target', measure } };
      expect(decodeView(encodeView(view), manifest, territory, opening)).toMatchObject({
        value: view,
        problems: [],
      });
      expect(settleView(view, { indicator: 'coverage' }, manifest).question).toEqual(SINGLE);
      expect(settleView(view, { indicator: 'wasting' }, manifest).question).toEqual(view.question);
    }
  });
});

describe('a target that is typed', () => {
  const place = { level: 'city', area: null } as const;
  const read = (value: string, due: string, measure: 'rate' | 'count') =>
    readTarget({ value, due }, place, 'stunting', measure);

  it('is read as it is written here, or says which field is not', () => {
    expect(read('14,2', '31/12/2029', 'rate')).toMatchObject({ value: 0.142, due: '2029-12-31' });
    expect(read('2.000', '31 Maret 2027', 'count')).toMatchObject({ value: 2000, due: '2027-03-31' });
    expect(read('140', '31/12/2029', 'rate')).toEqual(['value']);
    expect(read('2,5', '31/02/2029', 'count')).toEqual(['value', 'due']);
    expect(read('', '', 'rate')).toEqual(['value', 'due']);
  });

  it('takes the place of one for the same day', () => {
    const [one, other] = [row({ due: '2029-12-31' }), row({ due: '2029-12-31', value: 0.12 })];
    expect(withTarget([one], other)).toEqual([other]);
    expect(withTarget([one], row({ due: '2030-12-31' }))).toHaveLength(2);
  });
});

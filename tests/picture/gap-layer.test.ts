import { describe, expect, it } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { type Filters, SINGLE, type View } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { layerOf, toldAreas } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { settleView } from '#picture/view-layers.ts';
import { type Child, datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';

const VILLAGES = [2, 2] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);

function children(village: number, poverty: string, all: number, short: number): readonly Child[] {
  return Array.from({ length: all }, (_, k) => ({
    village,
    period: JULY,
    classes: { stunting: k < short ? 'moderate' : 'none', poverty },
  }));
}

/** v0: 40 of 100 poor, 20 of 200 rich; v1: 8 points; v2: alike; v3: ten poor children. */
function city(): Atlas {
  const all = [
    ...children(0, '1', 100, 40),
    ...children(0, '3', 100, 20),
    ...children(0, '5+', 200, 20),
    ...children(1, '1', 800, 144),
    ...children(1, '5+', 800, 80),
    ...children(2, '1', 100, 20),
    ...children(2, '5+', 100, 19),
    ...children(3, '1', 10, 9),
    ...children(3, '5+', 100, 10),
  ];
  const dataset = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(all, VILLAGES)],
    target: [400, 1600, 200, 200],
    measured: [400, 1600, 200, 110],
  });
  const { manifest, territory, coverage } = dataset;
  return {
    manifest,
    territory,
    coverage,
    boundaries: { villages: NONE, districts: NONE },
    dataset,
    first: null,
  };
}

const ATLAS = city();
const VIEW: View = { ...openingView(ATLAS.manifest), room: 'monitoring', question: { kind: 'gap' } };

function paint(patch: Partial<View> = {}) {
  const picture = createPainter()(ATLAS, { ...VIEW, ...patch });
  const layer = picture && layerOf(picture, 'gap');
  if (!picture || !layer) throw new Error('no gap');
  return { picture, layer };
}

describe('the gap between poorest and better off', () => {
  it('is shown where it is, by its width, and not of ten children', () => {
    const { picture, layer } = paint();
    expect([...picture.shading.classOf.slice(0, 3)]).toEqual([3, 2, 1]);
    expect(picture.shading.status[3]).toBe(CellStatus.tooFew);
    expect(layer.areas.difference[0]).toBeCloseTo(0.3, 12);
    expect(toldAreas(picture).areas).toEqual([0, 1]);
    expect(layer.groupsOf('area', 0)).toEqual([
      { n: 40, N: 100 },
      { n: 0, N: 0 },
      { n: 20, N: 100 },
      { n: 0, N: 0 },
      { n: 20, N: 200 },
    ]);
    expect(layer.groupsOf('district', 0)[0]).toEqual({ n: 184, N: 900 });
    expect(layer.groupsOf('city', 0)[4]).toEqual({ n: 129, N: 1200 });
  });

  it('is said by title, facts, legend, area and table', () => {
    const { picture } = paint();
    const { title, parts } = sentenceOf(picture, id, format);
    expect(title).toContain('Kesenjangan prevalensi stunting antara keluarga termiskin');
    expect(parts[0]).toBe('termiskin lebih tinggi 2, lebih rendah 0, tidak terbukti 1');
    expect(legendWords(picture, id, format).classes.map(({ count }) => count)).toEqual(['0', '1', '1', '1']);
    expect(areaWords(picture, 0, id, format).more).toEqual([
      'desil 1: 40,0\u00a0% (40/100); desil 5 ke atas: 10,0\u00a0% (20/200); selisih +30,0 poin',
      'termiskin lebih tinggi',
    ]);
    const cells = (key: string) =>
      exportTable(picture, id, format).columns.find((column) => column.key === key)?.cells;
    expect(cells('asked-difference')).toContain(30);
    expect(cells('noted-ratio')).toContain(4);
  });

  it('is asked of children, not of poverty, and ends where a decile is chosen', () => {
    const settled = (patch: Partial<View>) => settleView(VIEW, patch, ATLAS.manifest).question;
    const poor: Filters = { districts: [], classes: { poverty: ['1'] } };
    expect(settled({ indicator: 'wasting' })).toEqual({ kind: 'gap' });
    expect(settled({ indicator: 'extreme-poverty' })).toEqual(SINGLE);
    expect(settled({ indicator: 'coverage' })).toEqual(SINGLE);
    expect(settled({ filters: poor })).toEqual(SINGLE);
    expect(settled({ filters: { districts: [], classes: { sex: ['male'] } } })).toEqual({ kind: 'gap' });
  });

  it('is kept in a link', () => {
    const opening = openingView(ATLAS.manifest);
    expect(decodeView(encodeView(VIEW), ATLAS.manifest, ATLAS.territory, opening)).toEqual({
      ok: true,
      value: VIEW,
      problems: [],
    });
  });
});

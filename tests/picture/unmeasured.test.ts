import { describe, expect, test } from 'vitest';
import { USUAL_RULE } from '#core/priority-rule-text.ts';
import type { Priority, View } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter } from '#picture/picture.ts';
import { reasonsOf } from '#picture/priority-reasons.ts';
import { areaBounds, cityBounds, unmeasuredPlaces } from '#picture/unmeasured.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { boundsText, unmeasuredLines } from '#words/unmeasured-words.ts';
import { ratedCity } from './rated-city.ts';

const ATLAS = ratedCity();
const format = createFormat(id);
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

/** Every village has a target of `target` children, and `more` measured than of known status; v4 has not reported. */
function paint(target: number, view: Partial<View> = {}, more = 0) {
  const { coverage: own } = ATLAS;
  const coverage = {
    ...own,
    target: own.target.map(() => target),
    measured: Float64Array.of(100, 100, 100, 10, Number.NaN).map((known) => known + more),
  };
  const dataset = ATLAS.dataset && { ...ATLAS.dataset, coverage };
  const picture = createPainter()(
    { ...ATLAS, coverage, dataset },
    { ...openingView(ATLAS.manifest), ...view },
  );
  if (!picture) throw new Error('no picture');
  return picture;
}

describe('bounds of a picture', () => {
  test('of an area, a kecamatan and the city, those that have not reported too', () => {
    const picture = paint(150);
    expect(areaBounds(picture, 0)).toEqual({ low: 20 / 150, high: 70 / 150, unknown: 50, withoutStatus: 0 });
    expect(areaBounds(picture, 4)).toBe('no-counts');
    // 105 of 310 in four villages of five.
    expect(cityBounds(picture)).toEqual({ low: 105 / 750, high: 545 / 750, unknown: 440, withoutStatus: 0 });
    expect(areaBounds(paint(150, { level: 'district' }), 1)).toEqual({
      low: 55 / 450,
      high: 395 / 450,
      unknown: 340,
      withoutStatus: 0,
    });
    expect(plain(boundsText(cityBounds(picture), id, format))).toBe(
      'Bila 440 sasaran yang tak terukur ikut dihitung, apa pun keadaannya: 14,0\u2060–\u206072,7 %',
    );
  });

  test('with those measured without a result told apart from those not measured, as D and S are', () => {
    const said = (more: number) => plain(boundsText(cityBounds(paint(150, {}, more)), id, format));
    expect(said(10)).toBe(
      'Bila 440 sasaran yang belum diketahui (400 tak diukur, 40 diukur tanpa hasil) ikut dihitung, apa pun keadaannya: 14,0\u2060–\u206072,7 %',
    );
    // D is above S, or not known: only what is known is said.
    for (const more of [200, Number.NaN]) expect(said(more)).toBe(said(0));
  });

  test('none where the target is unknown, too small, or does not know the filter', () => {
    expect(cityBounds(paint(Number.NaN))).toBe('no-target');
    expect(areaBounds(paint(99), 0)).toBe('more-than-target');
    const filters = { classes: { sex: ['male'] }, districts: [] };
    expect(cityBounds(paint(150, { filters }))).toBe('filtered');
    expect(areaBounds(paint(150, { indicator: 'coverage' }), 0)).toBe('coverage');
    expect(boundsText('coverage', id, format)).toBeNull();
    expect(boundsText('no-target', id, format)).toContain('sasaran (S) tidak diketahui');
  });
});

describe('a place in the list', () => {
  const PRIORITY: Priority = {
    kind: 'priority',
    criteria: [{ indicator: 'stunting', weight: 1 }],
    scaling: 'goalposts',
    aggregation: 'arithmetic',
    top: 2,
    seed: 1,
    runs: 100,
    colors: 'score',
    ...USUAL_RULE,
  };
  const placesOf = (target: number, order: Priority['list']['order'], area: number) => {
    const list = { ...USUAL_RULE.list, order };
    const picture = paint(target, { question: { ...PRIORITY, list } });
    const layer = layerOf(picture, 'priority');
    if (!layer) throw new Error('no index');
    const reasons = reasonsOf(layer, area);
    return {
      places: unmeasuredPlaces(picture, layer, area, reasons),
      lines: unmeasuredLines(picture, layer, area, reasons, id, format).map(plain),
    };
  };

  test('by the index: v1 of 30 % leaves where it falls below v0 of 20 %', () => {
    // 30 of 100 known of 150: 20 % of 150 is 30, so none of the other 50.
    const { places } = placesOf(150, 'index', 1);
    expect(places[0]?.ratio).toBeCloseTo(0, 9);
    // Of 130 children 20 % is 26, fewer than the 30 known: it stays, whatever the others are.
    expect(placesOf(130, 'index', 1).places[0]?.ratio).toBe('never');
    // Of 200 it is 40: ten of the other 100, a third of the measured rate.
    const found = placesOf(200, 'index', 1);
    expect(found.places[0]?.ratio).toBeCloseTo(1 / 3, 9);
    expect(found.lines).toEqual([
      'Tetap dalam daftar kecuali bila stunting pada 100 sasaran yang tak terukur kurang dari 0,33 kali yang terukur.',
    ]);
  });

  test('by the rate: v0 of 20 % enters where it rises above v1 of 30 %', () => {
    // Of 200 it is 60: forty of the other 100, twice the measured rate.
    const { places, lines } = placesOf(200, 'rate', 0);
    expect(places[0]).toMatchObject({ listed: false, unknown: 100 });
    expect(places[0]?.ratio).toBeCloseTo(2, 9);
    expect(lines[0]).toContain('Tetap di luar daftar kecuali bila');
    expect(placesOf(105, 'rate', 0).lines[0]).toContain('Tetap di luar daftar, berapa pun');
    expect(placesOf(200, 'count', 0).places).toEqual([]);
  });
});

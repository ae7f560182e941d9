import { describe, expect, it } from 'vitest';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { NO_CLASS } from '#core/classification.ts';
import { parsePeriod } from '#core/period.ts';
import { ESSENTIAL_SERVICES } from '#core/service-catalogue.ts';
import type { ServiceRecord, ServiceRow } from '#core/service-record.ts';
import type { ServiceShown } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { exportTable } from '#export/export-table.ts';
import type { Atlas } from '#picture/atlas.ts';
import { layerOf, toldAreas } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { openingService, yearBefore } from '#picture/service-layer.ts';
import { datasetOf, JULY, tableOf } from '#tests/core/small-city.ts';
import { areaWords } from '#words/area-words.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { legendWords } from '#words/legend-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 2] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };
const format = createFormat(id);
const S1 = parsePeriod('2026-S1')!;
const BEFORE = parsePeriod('2025-S1')!;

const dataset = datasetOf({
  villagesPerDistrict: VILLAGES,
  tables: [
    tableOf(
      [0, 1, 2, 3].flatMap((i) => village(i, 40, 10, 2, 5, JULY)),
      VILLAGES,
    ),
  ],
});
const codes = dataset.territory.villages.areas.map(({ code }) => code);
const row = (indicator: string, i: number, n: number | null, N: number | null, period = S1): ServiceRow => ({
  indicator,
  area: codes[i]!,
  period,
  numerator: n,
  denominator: N,
  countedZero: false,
});
/** E17 (target 90): 20 points short, a zero of the form, at target, few. E12 (target 7.4, less is better): all but one. */
const SERVICES: ServiceRecord = {
  indicators: ESSENTIAL_SERVICES.indicators.filter(({ id: own }) => own === 'E12' || own === 'E17'),
  rows: [
    row('E17', 0, 70, 100),
    row('E17', 1, 0, 100),
    row('E17', 2, 95, 100),
    row('E17', 3, 2, 10),
    row('E12', 0, 40, 100),
    row('E12', 2, 5, 100),
    row('E12', 3, null, 30),
    row('E17', 0, 50, 100, BEFORE),
    row('E12', 0, 50, 100, BEFORE),
  ],
};
const { manifest, territory, coverage } = dataset;
const atlas: Atlas = {
  manifest,
  territory,
  coverage,
  boundaries: { villages: NONE, districts: NONE },
  dataset: { ...dataset, services: SERVICES },
  first: null,
};

function paint(shown: ServiceShown, level: 'village' | 'district' = 'village', of: Atlas = atlas): Picture {
  const view = openingView(manifest, dataset.tables);
  const picture = createPainter()(of, {
    ...view,
    room: 'monitoring',
    level,
    question: { kind: 'service', shown, period: S1 },
  });
  if (picture === null) throw new Error('no picture');
  return picture;
}
const E17: ServiceShown = { kind: 'indicator', id: 'E17' };
const E12: ServiceShown = { kind: 'indicator', id: 'E12' };
const SCORE: ServiceShown = { kind: 'score', formula: 'received' };

describe('the coverage of a service', () => {
  it('is colored by its distance to the target, and neither a zero of the form nor few are', () => {
    const picture = paint(E17);
    expect([...picture.shading.classOf]).toEqual([2, NO_CLASS, 0, NO_CLASS]);
    expect([...picture.shading.status]).toEqual([
      CellStatus.observed,
      CellStatus.notReported,
      CellStatus.observed,
      CellStatus.tooFew,
    ]);
    expect([...picture.ranks]).toEqual([1, 0, 2, 0]);
    expect(toldAreas(picture).areas).toEqual([0, 2]);
    const said = (i: number) => areaWords(picture, i, id, format);
    expect(said(0)).toMatchObject({
      value: '70,0\u00a0%',
      parts: '70 dari 100',
      more: ['kurang 20 anak untuk mencapai target'],
    });
    expect(said(1)).toMatchObject({ value: id.service.states.zero, observed: false, parts: '0 dari 100' });
  });

  it('is the worse the more there are where less is better', () => {
    const picture = paint(E12);
    expect([...picture.shading.classOf]).toEqual([3, NO_CLASS, 0, NO_CLASS]);
    expect(toldAreas(picture).areas).toEqual([0, 2]);
    expect(areaWords(picture, 0, id, format).more).toEqual(['33 pasangan di atas target']);
  });

  it('adds up villages to districts, what nobody vouches for left out', () => {
    const layer = layerOf(paint(E17, 'district'), 'service')!;
    expect(layer.stand.cells[1]!.map(({ n, N }) => [n, N])).toEqual([
      [70, 100],
      [97, 110],
    ]);
    expect(layer.stand.city[1]).toMatchObject({ n: 167, N: 210 });
  });

  it('says title, target with its origin, and what a zero means', () => {
    const picture = paint(E17);
    const { title } = sentenceOf(picture, id, format);
    expect(title).toBe('E17 Balita dipantau pertumbuhan dan perkembangannya per kelurahan, Semester I 2026');
    const legend = legendWords(picture, id, format);
    expect(legend.notes[0]).toBe(`target 90,0 % (${id.service.origins.remembered})`);
    expect(legend.notes).toContain(id.service.zeroNote);
    expect(legend.classes.map(({ count }) => count)).toEqual(['1', '0', '1', '0', '0']);
  });

  it('leaves as a table with numerator, denominator, what the cell holds and the gap', () => {
    const { columns } = exportTable(paint(E17), id, format);
    const cells = (key: string) => columns.find((column) => 'key' in column && column.key === key)?.cells;
    expect(cells('asked-numerator')).toEqual([70, 95, 0, 2]);
    expect(cells('asked-state')).toEqual(
      ['observed', 'observed', 'zero', 'observed'].map((state) => id.service.states[state as 'zero']),
    );
    expect(cells('asked-gap')?.[0]).toBe(20);
  });
});

describe('the score', () => {
  it('says what it rests on and what it was a year before', () => {
    const picture = paint(SCORE);
    const layer = layerOf(picture, 'service')!;
    expect([...layer.value]).toEqual([65, Number.NaN, 95, 20]);
    expect([...layer.rank]).toEqual([2, 0, 3, 1]);
    expect(areaWords(picture, 0, id, format).more).toEqual([
      'dari 2 di antara 2 indikator',
      'Semester I 2025: 50,0\u00a0%',
    ]);
    expect(yearBefore(S1)).toBe(BEFORE);
    expect(legendWords(picture, id, format).notes[1]).toBe(id.service.inverted);
  });
});

it('without services nothing takes the place of the indicator, and nothing is asked first', () => {
  const bare: Atlas = { ...atlas, dataset };
  expect(paint(E17, 'village', bare).layer.kind).toBe('single');
  expect(paint({ kind: 'indicator', id: 'E99' }).layer.kind).toBe('single');
  expect(openingService(undefined)).toBeNull();
  expect(openingService(SERVICES)).toEqual({ kind: 'service', shown: SCORE, period: S1 });
});

it('is kept in a link', () => {
  const view = { ...openingView(manifest, dataset.tables), room: 'monitoring' as const };
  for (const shown of [E17, SCORE, { kind: 'score', formula: 'at-target' } as const]) {
    const asked = { ...view, question: { kind: 'service', shown, period: S1 } as const };
    const back = decodeView(encodeView(asked), manifest, territory, openingView(manifest, dataset.tables));
    expect(back.ok && back.value.question).toEqual(asked.question);
  }
});

import { describe, expect, it } from 'vitest';
import { areaCode } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { parseDay } from '#core/calendar-day.ts';
import type { EntryRow } from '#core/entry-snapshot.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import type { Atlas } from '#picture/atlas.ts';
import { letterGround, letterMonth, monthLetter } from '#picture/month-letter.ts';
import { openingView } from '#picture/opening-view.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { datasetOf, tableOf } from '#tests/core/small-city.ts';
import { en } from '#words/en.ts';
import { createFormat } from '#words/format.ts';
import { id } from '#words/id.ts';
import { letterPlain, letterText } from '#words/letter-words.ts';
import { village } from './rated-city.ts';

const VILLAGES = [2, 3] as const;
const NONE: BoundaryCollection = { type: 'FeatureCollection', features: [] };

function period(text: string): Period {
  const found = parsePeriod(text);
  if (found === null) throw new Error(text);
  return found;
}
const [JUNE, JULY] = [period('2026-06'), period('2026-07')];

/** By kelurahan all and stunted children in June and July; v4 has not reported in July, v3 in part. */
const COUNTS = [
  [
    [200, 40],
    [200, 100],
  ],
  [
    [200, 80],
    [200, 30],
  ],
  [
    [100, 30],
    [60, 20],
  ],
  [
    [100, 20],
    [100, 20],
  ],
  [
    [100, 50],
    [0, 0],
  ],
] as const;

function city(): Atlas {
  const periods = [JUNE, JULY];
  const children = COUNTS.flatMap((counts, i) =>
    periods.flatMap((one, k) => {
      const [all, short] = counts[k] ?? [0, 0];
      return village(i, all, short, 5, 10, one);
    }),
  );
  const counted = datasetOf({
    villagesPerDistrict: VILLAGES,
    tables: [tableOf(children, VILLAGES, { periods })],
    periods,
    target: [200, 200, 100, 100, 100, 200, 200, 110, 100, 100],
    measured: [200, 200, 100, 100, 100, 200, 200, 60, 100, 0],
    notReported: [9],
    incomplete: [8],
  });
  const entry = (snapshot: string, code: string, nik: number): EntryRow => {
    const day = parseDay(snapshot);
    if (day === null) throw new Error(snapshot);
    const counts = { target: 100, measured: 90, nik, kk: 40, linked: 10 };
    return { ...counts, area: areaCode(code), snapshot: day, puskesmas: 'P', posyandu: '', period: null };
  };
  const entries = [
    entry('2026-07-20', 'd0v0', 60),
    entry('2026-07-20', 'd0v1', 90),
    entry('2026-08-20', 'd0v0', 95),
  ];
  const { manifest, territory, coverage } = counted;
  const dataset = { ...counted, monitoring: { ...NO_MONITORING, entries } };
  return {
    manifest,
    territory,
    coverage,
    boundaries: { villages: NONE, districts: NONE },
    dataset,
    first: null,
  };
}

function ground() {
  const atlas = city();
  const { method, showSmallRates } = openingView(atlas.manifest);
  const list = openingPriority(['stunting']);
  return letterGround(atlas, { period: JULY, method, showSmallRates }, list && { ...list, top: 2 });
}

describe('the letter of a month', () => {
  it('says what rose and fell with evidence, who is missing, whom to call', () => {
    const letter = monthLetter(ground(), null);
    const [stunting] = letter.figures;
    expect(stunting?.indicator.id).toBe('stunting');
    expect(stunting?.now).toMatchObject({ n: 170, N: 560 });
    expect([stunting?.rose, stunting?.fell]).toEqual([[0], [1]]);
    expect([letter.missing, letter.partial]).toEqual([[4], [3]]);
    expect(letter.calls.map(({ index }) => index)).toEqual([4, 3, 2]);
    expect(letter.calls[2]?.lowCoverage).toBeCloseTo(60 / 110, 12);
  });

  it('says how far data entry had come by then, and who lacks most', () => {
    const { entry } = monthLetter(ground(), null);
    expect(entry).toMatchObject({ day: '2026-07-20', deadline: null, reported: 2, posts: 2 });
    expect(entry?.parts.find(({ part }) => part === 'nik')).toEqual({ part: 'nik', n: 150, N: 200 });
    expect(entry?.behind).toEqual([
      { index: 0, missing: 40 },
      { index: 1, missing: 10 },
    ]);
    expect(letterPlain(letterText(monthLetter(ground(), null), id, createFormat(id)))).toContain(
      'Ber-NIK: 75,0\u00a0% (150 dari 200 balita sasaran).',
    );
  });

  it('says who entered the list and left it, and why', () => {
    const { list } = monthLetter(ground(), null);
    // June: v4 50 %, v1 40 %. July: v0 50 %, v2 33 %; v4 has no figure.
    expect(list?.entered).toMatchObject([
      { index: 0, why: { kind: 'own', from: 0.2, to: 0.5 } },
      { index: 2, why: { kind: 'own' } },
    ]);
    expect(list?.left).toMatchObject([
      { index: 1, why: { kind: 'own', from: 0.4, to: 0.15 } },
      { index: 4, why: { kind: 'no-score' } },
    ]);
    expect(list?.stayed).toEqual([]);
  });

  it('of a kecamatan names what the letter of the whole names, and no other area', () => {
    const whole = monthLetter(ground(), null);
    const parts = ['d0', 'd1'].map((code) => monthLetter(ground(), areaCode(code)));
    for (const of of ['missing', 'partial', 'areas'] as const)
      expect(parts.flatMap((part) => part[of])).toEqual(whole[of]);
    expect(parts.flatMap(({ figures: [stunting] }) => stunting?.rose ?? [])).toEqual(whole.figures[0]?.rose);
    expect(parts[0]?.figures[0]?.now).toMatchObject({ n: 130, N: 400 });
    expect(parts[1]?.list?.entered.map(({ index }) => index)).toEqual([2]);
    expect(parts[1]?.coverage.target).toBe(210);
  });

  it('warns where cases fall only because fewer were measured', () => {
    const district = monthLetter(ground(), areaCode('d1'));
    const text = letterPlain(letterText(district, id, createFormat(id)));
    expect(district.figures[0]).toMatchObject({ before: { n: 100, N: 300 }, now: { n: 40, N: 160 } });
    expect(text).not.toContain('Kasus stunting turun');
    // Wasting: 15 of 300, then 10 of 160.
    expect(text).toContain(
      'Kasus wasting turun, tetapi hanya karena lebih sedikit yang diukur (300 → 160 balita)',
    );
    const [figure] = district.figures;
    if (!figure?.now) throw new Error('no figure');
    const worse = { ...district, figures: [{ ...figure, now: { ...figure.now, n: 60, rate: 60 / 160 } }] };
    expect(letterPlain(letterText(worse, id, createFormat(id)))).toContain('Kasus stunting turun, tetapi');
  });

  it('is whole in both languages, and says nothing of causes', () => {
    for (const words of [id, en]) {
      const text = letterText(monthLetter(ground(), null), words, createFormat(words));
      expect(text.sections.map((section) => section.id)).toEqual(Object.keys(words.letter.sections));
      const plain = letterPlain(text);
      expect(plain).not.toMatch(/undefined|NaN|–%|dampak|berhasil|impact/);
      expect(plain).toContain('d1v4');
    }
  });

  it('is of the month of the view, or the last there is in its period', () => {
    const atlas = city();
    expect(letterMonth(atlas, JUNE)).toBe(JUNE);
    expect(letterMonth(atlas, period('2026-Q3'))).toBe(JULY);
    expect(letterMonth(atlas, period('2025-Q3'))).toBe('2025-Q3');
  });
});

import { describe, expect, it } from 'vitest';
import { HIDDEN_COUNT } from '#core/cells.ts';
import type { Dataset, Manifest } from '#core/dataset.ts';
import { indicators } from '#core/indicator.ts';
import { answeredPeriods } from '#core/prevalence-sums.ts';
import { asShipped, openMargins, statedDoubts } from '#core/release-check.ts';
import { protectRelease } from '#core/release-protection.ts';
import { finished } from '#core/stepped-work.ts';
import { NO_FILTERS } from '#core/view.ts';
import { randomCity } from '#scripts/dataset/random-city.ts';
import { releasedDataset } from '#scripts/dataset/released-dataset.ts';

const input = randomCity({ seed: 8, districts: 1, villages: 2, periods: ['2026-06'] });
const result = finished(protectRelease(input));
if (!result.ok) throw new Error('refused');
const { audit } = result.value;
const own = releasedDataset(input, result.value);
const release: Dataset = {
  ...own,
  manifest: { ...own.manifest, audit: { ...audit, program: 'test', date: '2026-11-30' } },
};
const stating = (change: Partial<Manifest>) =>
  statedDoubts({ ...release, manifest: { ...release.manifest, ...change } });

describe('a package that calls itself a release', () => {
  it('is taken for one where nothing speaks against it', () => {
    expect(statedDoubts(release)).toEqual([]);
    expect(finished(openMargins(release))).toBe(false);
  });

  it('says for which periods it crosses what is asked', () => {
    const wasting = indicators(1).find(({ id }) => id === 'wasting')!;
    if (wasting.kind !== 'prevalence') throw new Error('no prevalence');
    const poorest = { ...NO_FILTERS, classes: { ...NO_FILTERS.classes, poverty: ['1'] } };
    expect(answeredPeriods(release, wasting, NO_FILTERS, 'village')).toEqual(['2026-06']);
    expect(answeredPeriods(release, wasting, poorest, 'village')).toEqual([]);
  });

  it('is no example by its word either, but with the very figures that are shipped', () => {
    const example: Dataset = { ...own, manifest: { ...own.manifest, tier: 'example' } };
    const renamed = { ...example, manifest: { ...example.manifest, title: 'Contoh' } };
    expect(asShipped(renamed, example)).toEqual({ dataset: renamed, problems: [] });
    const measured = example.coverage.measured.map((count) => count + 5);
    const other = { ...example, coverage: { ...example.coverage, measured } };
    for (const shipped of [example, null]) {
      const { dataset, problems } = asShipped(other, shipped);
      expect(dataset.manifest.tier).toBe('internal');
      expect(problems.map(({ code }) => code)).toEqual(['package/example-unproven']);
    }
    expect(asShipped(release, null).dataset).toBe(release);
  });

  it('is not by its word alone', () => {
    const { audit: _, ...unaudited } = release.manifest;
    expect(statedDoubts({ ...release, manifest: unaudited })).toEqual(['unproven/no-audit']);
    const found = { ...audit, program: '', date: '2026-11-30', exact: 1, unsafe: 1 };
    expect(stating({ audit: found })).toEqual(['unproven/no-audit']);
    expect(stating({ minimumCell: 4, policy: { id: 'K4R5', reason: 'rapat' } })).toContain(
      'unproven/small-cell',
    );
    expect(stating({ minimumCell: 7 })).toContain('unproven/small-cell');
    expect(stating({ minimumCell: 7, policy: { id: 'K7R5', reason: 'rapat' } })).toEqual([]);
    expect(stating({ rounding: null })).toContain('unproven/rounding');
    const cube = { id: 'cube', level: 'village', dimensions: ['sex', 'stunting', 'wasting'] } as const;
    expect(stating({ tables: [...release.manifest.tables, cube] })).toEqual(['unproven/tables']);
    for (const measured of [147, 5, 3]) {
      const coverage = { ...release.coverage, measured: release.coverage.measured.map(() => measured) };
      expect(statedDoubts({ ...release, coverage })).toEqual(['unproven/coverage']);
    }
  });

  it('is not where a hidden cell is given back', () => {
    // One class of sex hidden, its sum and the other shown: the difference is within the rounding.
    const tables = release.tables.map((table) => {
      if (table.id !== 'sex' || table.cells.kind !== 'dense') return table;
      const counts = Uint32Array.from(table.cells.counts);
      counts[0] = HIDDEN_COUNT;
      counts[table.areas] = release.coverage.measured[0]! - 5;
      return { ...table, cells: { kind: 'dense' as const, counts } };
    });
    expect(finished(openMargins({ ...release, tables }))).toBe(true);
  });
});

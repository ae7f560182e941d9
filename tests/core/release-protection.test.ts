import { describe, expect, it } from 'vitest';
import { ReportStatus } from '#core/cells.ts';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { auditRelease } from '#core/release-audit.ts';
import type { ChildCounts, Release, ReleaseInput } from '#core/release-counts.ts';
import { protectRelease } from '#core/release-protection.ts';
import { releaseRule } from '#core/release-rule.ts';
import { finished } from '#core/stepped-work.ts';
import { randomCity } from '#scripts/dataset/random-city.ts';
import { releasedDataset } from '#scripts/dataset/released-dataset.ts';

function released(input: ReleaseInput): { readonly release: Release; readonly notes: readonly string[] } {
  const result = finished(protectRelease(input));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { release: result.value, notes: result.problems.map(({ code }) => code) };
}

const refused = (input: ReleaseInput) => finished(protectRelease(input)).problems.map(({ code }) => code);

/** Counts in another order of rows. */
function reversed(counts: ChildCounts): ChildCounts {
  const turned = <T extends Uint8Array | Uint16Array | Uint32Array>(column: T): T =>
    column.slice().reverse() as T;
  return {
    periods: counts.periods,
    village: turned(counts.village),
    period: turned(counts.period),
    classes: Object.fromEntries(
      CHILD_DIMENSIONS.map((one) => [one, turned(counts.classes[one])]),
    ) as ChildCounts['classes'],
    household: turned(counts.household),
    children: turned(counts.children),
  };
}

/** The rows of one area, as text. */
function rowsOf({ cells }: Release, area: string): readonly string[] {
  return [...cells.count.keys()].flatMap((row) =>
    cells.area[row] === area
      ? [
          [
            cells.table[row],
            cells.period[row],
            ...CHILD_DIMENSIONS.map((one) => cells.classes[one][row]),
            cells.count[row],
          ].join(' '),
        ]
      : [],
  );
}

describe('a release', () => {
  it.each([
    { seed: 1, districts: 2, villages: 4, periods: ['2026-05'] },
    // Cells across tables that only a look class by class of what these share tells to be safe.
    { seed: 24, districts: 1, villages: 6, periods: ['2026-06', '2026-S1'] },
    { seed: 3, districts: 3, villages: 4, periods: ['2026-06'], unknown: 0.1 },
  ])('of random city $seed tells an attacker nothing, and is what its rule says', (city) => {
    const input = randomCity(city);
    const { release } = released(input);
    const report = finished(auditRelease(releasedDataset(input, release)));
    expect(report).toMatchObject({ exact: 0, unsafe: 0, leaks: [], impossible: [] });
    expect(report.cells).toBeGreaterThan(1000);
    expect(release.audit).toMatchObject({ exact: 0, unsafe: 0 });
    for (const count of [...release.cells.count, ...release.coverage.measured, ...release.coverage.target])
      if (count !== null) expect([count % 5, count >= 10]).toEqual([0, true]);
    const known = release.cells.count.filter((count) => count !== null).length;
    expect(known / release.cells.count.length).toBeGreaterThan(0.3);
    expect(released({ ...input, counts: reversed(input.counts) }).release).toEqual(release);
  });

  it('is audited by someone who finds what was not hidden well', () => {
    const input = randomCity({ seed: 4, districts: 1, villages: 3, periods: ['2026-06'] });
    const { release } = released(input);
    const dataset = releasedDataset(input, release);
    // As an office would that hides small cells and nothing else.
    const naive = { ...input, rule: { ...input.rule, rounding: 1, leastHouseholds: 1 } };
    const exact = finished(auditRelease({ ...dataset, manifest: { ...dataset.manifest, rounding: null } }));
    expect(exact.unsafe + exact.impossible.length).toBeGreaterThan(0);
    expect(released(naive).release.audit.unsafe).toBe(0);
  });

  it('is refused, with the reason', () => {
    const input = randomCity({ seed: 5, districts: 1, villages: 1, periods: ['2026-05', '2026-Q2'] });
    expect(refused({ ...input, register: 'missing' })).toEqual(['release/register-missing']);
    expect(refused({ ...input, rule: releaseRule(4, 'rapat') })).toEqual(['release/k-too-small']);
    expect(refused({ ...input, rule: releaseRule(7) })).toEqual(['release/reason-missing']);
    expect(refused({ ...input, extremePovertyDecile: 2 })).toEqual(['release/poverty-threshold']);
    const quarter = randomCity({ seed: 5, districts: 1, villages: 1, periods: ['2026-Q2'] });
    expect(refused(quarter)).toEqual(['release/no-periods']);
    const { release, notes } = released(input);
    expect(notes).toEqual(['release/periods-left']);
    const { register } = release;
    expect(refused({ ...input, register: { ...register, territory: 'Kota Lain' } })).toEqual([
      'release/register-other',
    ]);
    const [first, ...others] = register.releases;
    const area = first!.coverage.area.map((code) => code.replaceAll('.', ''));
    const recoded = { ...first!, coverage: { ...first!.coverage, area } };
    expect(refused({ ...input, register: { ...register, releases: [recoded, ...others] } })).toEqual([
      'release/register-other',
    ]);
    expect(refused({ ...input, register, rule: releaseRule(8, 'Rapat tertutup') })).toEqual([
      'release/rule-differs',
    ]);
  });

  it('repeats what has left, however the counts were corrected', () => {
    const input = randomCity({ seed: 6, districts: 1, villages: 3, periods: ['2026-05'] });
    const first = released(input);
    const { counts, coverage } = input;
    const corrected = { ...counts, children: counts.children.map((_, row) => (row % 40 === 0 ? 0 : 1)) };
    const again = released({ ...input, counts: corrected, register: first.release.register });
    expect(again.release.cells).toEqual(first.release.cells);
    expect(again.notes).toEqual(['release/kept-as-released']);
    expect(again.release.register.releases).toHaveLength(2);
    // Without the register the same correction would have changed figures that are out.
    expect(released({ ...input, counts: corrected }).release.cells).not.toEqual(first.release.cells);

    // A village that comes later is new; its district, released without it, is hidden rather than subtracted from.
    const status = coverage.status.map((one, i) => (i === 2 ? ReportStatus.notReported : one));
    const keep = [...counts.village.keys()].filter((row) => counts.village[row] !== 2);
    const early = { ...counts, children: counts.children.map((one, row) => (keep.includes(row) ? one : 0)) };
    const before = released({ ...input, counts: early, coverage: { ...coverage, status } }).release;
    const [one, , late] = input.territory.villages.areas.map(({ code }) => code);
    const district = input.territory.districts.areas[0]!.code;
    expect(rowsOf(before, late!)).toEqual([]);
    const after = released({ ...input, register: before.register }).release;
    expect(rowsOf(after, one!)).toEqual(rowsOf(before, one!));
    expect(rowsOf(after, late!).some((row) => !row.endsWith(' '))).toBe(true);
    expect(rowsOf(before, district).some((row) => !row.endsWith(' '))).toBe(true);
    expect(rowsOf(after, district).filter((row) => !row.endsWith(' '))).toEqual([]);
  });

  it('repeats a district one of whose villages has no children', () => {
    const input = randomCity({ seed: 6, districts: 1, villages: 3, periods: ['2026-05'] });
    const { counts, coverage } = input;
    const nobody = (column: Float64Array) => column.map((one, i) => (i === 2 ? 0 : one));
    const [target, measured] = [nobody(coverage.target), nobody(coverage.measured)];
    const children = counts.children.map((one, row) => (counts.village[row] === 2 ? 0 : one));
    const kept = [...counts.village.keys()].filter((row) => children[row] !== 0);
    const rows = <T extends Uint8Array | Uint16Array | Uint32Array>(column: T): T =>
      Reflect.construct(column.constructor, [kept.map((row) => column[row]!)]) as T;
    const own = {
      ...input,
      coverage: { ...coverage, target, measured },
      counts: {
        periods: counts.periods,
        village: rows(counts.village),
        period: rows(counts.period),
        classes: Object.fromEntries(
          CHILD_DIMENSIONS.map((one) => [one, rows(counts.classes[one])]),
        ) as ChildCounts['classes'],
        household: rows(counts.household),
        children: rows(children),
      },
    };
    const first = released(own).release;
    const district = input.territory.districts.areas[0]!.code;
    expect(rowsOf(first, district).some((row) => !row.endsWith(' '))).toBe(true);
    expect(released({ ...own, register: first.register }).release.cells).toEqual(first.cells);
  });

  it('does not vouch for what left before and fits no counts', () => {
    const input = randomCity({ seed: 6, districts: 1, villages: 1, periods: ['2026-05'] });
    const { register } = released(input).release;
    const [entry] = register.releases;
    const { cells } = entry!;
    const wrong = cells.table.findIndex((table, row) => table === 'sex' && cells.count[row] !== null);
    const count = cells.count.map((one, row) => (row === wrong ? 100_000 : one));
    const { audit } = released({
      ...input,
      register: { ...register, releases: [{ ...entry!, cells: { ...cells, count } }] },
    }).release;
    expect(audit.unsafe).toBeGreaterThan(0);
  });
});

import type { Territory } from '#core/area.ts';
import { type CoverageTable, ReportStatus } from '#core/cells.ts';
import type { Manifest } from '#core/dataset.ts';
import type { Period } from '#core/period.ts';
import type { Result } from '#core/problem.ts';
import type { ChildCounts, Release, ReleaseInput, ReleaseProgress } from '#core/release-counts.ts';
import { protectRelease } from '#core/release-protection.ts';
import type { ReleaseRegister } from '#core/release-register.ts';
import type { ReleaseRule } from '#core/release-rule.ts';
import { REPORT_STATUS } from '#core/report-word.ts';
import type { ArchivePart } from '#data/archive-guard.ts';
import type { CoverageRows, DatasetPackage } from '#data/dataset-package.ts';
import { packageFiles } from '#data/package-files.ts';

/** What a release is made of. */
export interface ReleaseSource {
  readonly territory: Territory;
  /** Null where nobody was counted. */
  readonly package: DatasetPackage | null;
  readonly counts: ChildCounts;
  /** Written areas that nobody has answered yet. */
  readonly waiting: number;
}

/** What the office says of a release. */
export interface ReleaseWish {
  readonly rule: ReleaseRule;
  readonly register: ReleaseInput['register'];
  /** Name of this release, for the register. */
  readonly id: string;
  /** ISO 8601 date. */
  readonly date: string;
  /** Name and version of the program that looked for what an attacker could learn. */
  readonly program: string;
}

/** A release ready to be written, and the register in which it is entered. */
export interface ReleaseFiles {
  readonly files: readonly ArchivePart[];
  readonly register: ReleaseRegister;
  readonly audit: Release['audit'];
}

/** Coverage of children by period and village; what has no row has not reported. */
function coverageOf(rows: CoverageRows, periods: readonly Period[], { villages }: Territory): CoverageTable {
  const areas = villages.areas.length;
  const size = periods.length * areas;
  const target = new Float64Array(size).fill(Number.NaN);
  const measured = new Float64Array(size).fill(Number.NaN);
  const status = new Uint8Array(size).fill(ReportStatus.notReported);
  const areaOf = new Map(villages.areas.map(({ code }, i) => [code as string, i]));
  const periodOf = new Map<string, number>(periods.map((period, p) => [period, p]));
  rows.area.forEach((area, k) => {
    const p = periodOf.get(rows.period[k]!);
    const i = areaOf.get(area);
    if ((rows.unit?.[k] ?? 'child') !== 'child' || p === undefined || i === undefined) return;
    target[p * areas + i] = rows.target[k] ?? Number.NaN;
    measured[p * areas + i] = rows.measured[k] ?? Number.NaN;
    status[p * areas + i] = REPORT_STATUS[rows.status[k]!];
  });
  return { periods, areas, target, measured, status };
}

function releasedPackage(
  internal: DatasetPackage,
  release: Release,
  { date, program, id }: ReleaseWish,
): DatasetPackage {
  const { extras: _office, digests: _own, ...told } = internal.manifest;
  const released = new Set<string>(release.cells.period);
  const manifest: Manifest = {
    ...told,
    id,
    tier: 'release',
    ...release.manifest,
    periods: told.periods
      .filter((entry) => released.has(entry.id))
      .map(({ id: period, complete }) => ({ id: period, complete })),
    audit: { ...release.audit, program, date },
  };
  return {
    ...internal,
    manifest,
    cells: { format: 'rows', rows: release.cells },
    coverage: release.coverage,
  };
}

/**
 * What may leave of a preparation: hidden, rounded, and attacked until nothing is learned. Refused with the reasons where
 * the rule, the register, the counts or a name that still waits do not allow it: what is released stays as it is. Step it
 * to its end; null where there is nothing to release.
 */
export function* releaseFiles(
  { package: internal, counts, territory, waiting }: ReleaseSource,
  wish: ReleaseWish,
): Generator<ReleaseProgress, Result<ReleaseFiles> | null> {
  if (internal === null) return null;
  if (waiting > 0)
    return {
      ok: false,
      problems: [{ code: 'release/names-waiting', severity: 'error', detail: { count: waiting } }],
    };
  const made = yield* protectRelease({
    territory,
    counts,
    coverage: coverageOf(internal.coverage, counts.periods, territory),
    extremePovertyDecile: internal.manifest.extremePovertyDecile,
    rule: wish.rule,
    register: wish.register,
    id: wish.id,
    date: wish.date,
  });
  if (!made.ok) return made;
  const files = packageFiles(releasedPackage(internal, made.value, wish));
  const { register, audit } = made.value;
  return { ok: true, value: { files, register, audit }, problems: made.problems };
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { zipSync } from 'fflate';
import type { Manifest } from '#core/dataset.ts';
import { NO_MONITORING } from '#core/monitoring.ts';
import type { Problem, ProblemCode, Result } from '#core/problem.ts';
import type { ArchivePart } from './archive-guard.ts';
import { budgetFiles, isBudget, readBudgetFiles } from './budget-files.ts';
import type { DatasetPackage, PackageCells } from './dataset-package.ts';
import { MANIFEST_FILE, parseManifest } from './manifest.ts';
import { monitoringFiles, readMonitoringFiles } from './monitoring-files.ts';
import { formOfExtra } from './monitoring-table.ts';
import { CELLS_CSV, COVERAGE_CSV, cellsCsv, coverageCsv, parseCoverageCsv } from './package-csv.ts';
import { AREAS_FILE, DISTRICTS_FILE, parseDistricts, readAreas } from './package-geojson.ts';
import { isServices, readServiceFiles, serviceFiles } from './service-files.ts';
import { decodeOwnText } from './text-encoding.ts';

export const CELLS_PARQUET = 'cells.parquet';

function refuse(code: ProblemCode, file: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [{ code, severity: 'error', at: { file } }] };
}

/** The files beside and below the topmost manifest.json, by path: a folder or archive may wrap them in folders. */
function besideManifest(files: readonly ArchivePart[]): ReadonlyMap<string, Uint8Array> | null {
  const depth = (file: ArchivePart) => file.path.split('/').length;
  const manifests = files.filter(({ path }) => path === MANIFEST_FILE || path.endsWith(`/${MANIFEST_FILE}`));
  const [manifest] = manifests.sort((a, b) => depth(a) - depth(b));
  if (manifest === undefined) return null;
  const folder = manifest.path.slice(0, -MANIFEST_FILE.length);
  const here = files.filter(({ path }) => path.startsWith(folder));
  return new Map(here.map(({ path, bytes }) => [path.slice(folder.length), bytes]));
}

function cellsOf(files: ReadonlyMap<string, Uint8Array>): Result<PackageCells> {
  const parquet = files.get(CELLS_PARQUET);
  const csv = files.get(CELLS_CSV);
  const bytes = parquet ?? csv;
  if (bytes === undefined) return refuse('package/file-missing', CELLS_PARQUET);
  const both = parquet !== undefined && csv !== undefined;
  const ignored: Problem = { code: 'package/file-ignored', severity: 'warning', at: { file: CELLS_CSV } };
  const value: PackageCells = { format: parquet === undefined ? 'csv' : 'parquet', bytes };
  return { ok: true, value, problems: both ? [ignored] : [] };
}

function parsed<T>(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  parse: (text: string) => Result<T>,
): Result<T> {
  const bytes = files.get(file);
  if (bytes === undefined) return refuse('package/file-missing', file);
  const text = decodeOwnText(bytes, file);
  return text.ok ? parse(text.value) : text;
}

/** Files that changed after the manifest was written; those that it does not vouch for are taken as they are. */
function digestProblems(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): readonly Problem[] {
  return Object.entries(manifest.digests ?? {}).flatMap(([file, digest]): readonly Problem[] => {
    const bytes = files.get(file);
    if (bytes === undefined) return refuse('package/file-missing', file).problems;
    return bytesToHex(sha256(bytes)) === digest ? [] : refuse('package/digest-differs', file).problems;
  });
}

/** What a manifest says of itself that the reader has to know: parts that are not known, an audit that failed. */
function toldProblems({ extras = [], audit }: Manifest): readonly Problem[] {
  const at = { file: MANIFEST_FILE };
  const unsafe = audit !== undefined && audit.exact + audit.unsafe > 0;
  return [
    ...extras
      .filter((extra) => formOfExtra(extra) === null && !isServices(extra) && !isBudget(extra))
      .map(({ id, file, version }): Problem => {
        const detail = { id, name: file, version };
        return { code: 'package/extra-unknown', severity: 'note', at, detail };
      }),
    ...(unsafe
      ? [
          {
            code: 'package/audit-unsafe',
            severity: 'warning',
            at,
            detail: { exact: audit.exact, unsafe: audit.unsafe },
          } as const,
        ]
      : []),
  ];
}

/** SHA-256 of the files beside a manifest, for its `digests`. */
export function digestsOf(files: readonly ArchivePart[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, bytesToHex(sha256(bytes))]));
}

/**
 * Reads the parts of a package; cells stay as they are until it is loaded. Problems of all parts are gathered, so
 * that the reader mends them in one go.
 * @param vertices with about how many the areas are drawn at most, in all.
 */
export function readPackage(
  files: readonly ArchivePart[],
  vertices = Number.POSITIVE_INFINITY,
): Result<DatasetPackage> {
  const beside = besideManifest(files);
  if (beside === null) return refuse('package/manifest-missing', MANIFEST_FILE);
  const manifest = parsed(beside, MANIFEST_FILE, parseManifest);
  const changed = manifest.ok ? digestProblems(manifest.value, beside) : [];
  if (changed.length > 0) return { ok: false, problems: changed };
  const areasBytes = beside.get(AREAS_FILE);
  const areas =
    areasBytes === undefined ? refuse('package/file-missing', AREAS_FILE) : readAreas(areasBytes, vertices);
  const districts = beside.has(DISTRICTS_FILE) ? parsed(beside, DISTRICTS_FILE, parseDistricts) : null;
  const cells = cellsOf(beside);
  const coverageBytes = beside.get(COVERAGE_CSV);
  const coverage =
    coverageBytes === undefined
      ? refuse('package/file-missing', COVERAGE_CSV)
      : parseCoverageCsv(coverageBytes);
  const parts = [manifest, areas, cells, coverage, ...(districts === null ? [] : [districts])];
  const problems = parts.flatMap((part) => part.problems);
  if (!manifest.ok || !areas.ok || !cells.ok || !coverage.ok || districts?.ok === false) {
    return { ok: false, problems };
  }
  const { digests: _checked, extras = [], ...told } = manifest.value;
  const codes = areas.value.features.map(({ properties }) => properties);
  const monitoring = readMonitoringFiles(beside, extras, {
    areas: new Set(codes.map(({ code }) => code)),
    districts: new Set(codes.map(({ districtCode }) => districtCode)),
  });
  if (!monitoring.ok) return { ok: false, problems: [...problems, ...monitoring.problems] };
  const own = new Set(codes.map(({ code }) => code));
  const services = readServiceFiles(beside, extras, own);
  const budget = readBudgetFiles(beside, extras, own);
  if (!services.ok || !budget.ok)
    return { ok: false, problems: [...problems, ...services.problems, ...budget.problems] };
  const value: DatasetPackage = {
    manifest: told,
    areas: areas.value,
    districts: districts?.value ?? null,
    cells: cells.value,
    coverage: coverage.value,
    ...(monitoring.value === null ? {} : { monitoring: monitoring.value }),
    ...(services.value === null ? {} : { services: services.value }),
    ...(budget.value === null ? {} : { budget: budget.value }),
  };
  return {
    ok: true,
    value,
    problems: [...problems, ...monitoring.problems, ...toldProblems(manifest.value)],
  };
}

/** The files of a package, to be saved as a folder or archive. `readPackage` of them gives the same package. */
export function packageFiles(pkg: DatasetPackage): readonly ArchivePart[] {
  const text = (path: string, value: unknown): ArchivePart => ({
    path,
    bytes: new TextEncoder().encode(JSON.stringify(value, null, path === MANIFEST_FILE ? 2 : undefined)),
  });
  const { cells } = pkg;
  const cellsFile: ArchivePart =
    cells.format === 'rows'
      ? { path: CELLS_CSV, bytes: cellsCsv(cells.rows) }
      : { path: cells.format === 'csv' ? CELLS_CSV : CELLS_PARQUET, bytes: cells.bytes };
  const further = [
    monitoringFiles(pkg.monitoring ?? NO_MONITORING),
    serviceFiles(pkg.services),
    budgetFiles(pkg.budget),
  ];
  const extras = further.flatMap((one) => one.extras);
  const others = [
    text(AREAS_FILE, pkg.areas),
    ...(pkg.districts === null ? [] : [text(DISTRICTS_FILE, pkg.districts)]),
    { path: COVERAGE_CSV, bytes: coverageCsv(pkg.coverage) },
    cellsFile,
    ...further.flatMap(({ parts }) => parts),
  ];
  const manifest = {
    ...pkg.manifest,
    ...(extras.length > 0 ? { extras } : {}),
    digests: digestsOf(others),
  };
  return [text(MANIFEST_FILE, manifest), ...others];
}

/** A package as one archive, the same bytes every time. */
export function zipPackage(files: readonly ArchivePart[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    level: 6,
    mtime: '2000-01-01',
  });
}

import type { AreaCode } from '#core/area.ts';
import type { PackageExtra } from '#core/dataset.ts';
import {
  isEmptyMonitoring,
  joinMonitoring,
  type Monitoring,
  type MonitoringKind,
  NO_MONITORING,
} from '#core/monitoring.ts';
import type { Problem, Result } from '#core/problem.ts';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import type { ArchivePart } from './archive-guard.ts';
import { parseDelimited } from './delimited-text.ts';
import { readMonitoring } from './monitoring-reading.ts';
import { formOfExtra, MONITORING_FORMS, type MonitoringForm } from './monitoring-table.ts';
import { countedProblem } from './problem-tally.ts';
import { decodeOwnText } from './text-encoding.ts';

/** Names and districts beside codes are an office's: a package has codes alone. */
const DOOR_ONLY = new Set(['name', 'district']);

function packageColumns({ columns }: MonitoringForm): readonly string[] {
  return columns.flatMap(({ name }) => (DOOR_ONLY.has(name) ? [] : [name]));
}

function readOne(form: MonitoringForm, file: string, bytes: Uint8Array): Result<Monitoring> {
  const text = decodeOwnText(bytes, file);
  if (!text.ok) return text;
  const lines = text.value.trimEnd().split('\n').length;
  // A file with its header alone says that there is nothing yet.
  const parsed = lines > 1 ? parseDelimited(text.value) : null;
  if (parsed !== null && !parsed.ok) return parsed;
  const header = (parsed?.value.rows[0] ?? text.value.trim().split(',')).map((cell) => cell.trim());
  const known = packageColumns(form);
  const fault = (code: 'column/missing' | 'column/unknown', column: string): Problem => ({
    code,
    severity: 'error',
    at: { file, column: column.slice(0, 40) },
  });
  const problems = [
    ...known.filter((name) => !header.includes(name)).map((name) => fault('column/missing', name)),
    ...header.filter((name) => !known.includes(name)).map((name) => fault('column/unknown', name)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  if (parsed === null) return { ok: true, value: NO_MONITORING, problems: [] };
  const columns = new Map(known.map((name) => [name, header.indexOf(name)]));
  const read = readMonitoring({ form, sheet: parsed.value, headerRow: 0, columns }, file, null);
  const faults = read.problems.filter(
    ({ code, severity }) => code !== 'monitoring/nothing' && (severity === 'row' || severity === 'error'),
  );
  if (faults.length === 0)
    return { ok: true, value: read.monitoring, problems: gathered(read.problems, file) };
  return { ok: false, problems: gathered(faults, file) };
}

const NAMED_ROWS = 5;

/** Problems of a kind and column together, as those of the cells of a package are. */
function gathered(faults: readonly Problem[], file: string): readonly Problem[] {
  const kinds = new Map<string, Problem[]>();
  for (const fault of faults) {
    const key = `${fault.code}|${fault.at?.column ?? ''}`;
    kinds.set(key, [...(kinds.get(key) ?? []), fault]);
  }
  return [...kinds.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const severity = first.severity === 'row' ? 'error' : first.severity;
    const rows = same.flatMap(({ at }) => at?.row ?? []).slice(0, NAMED_ROWS);
    return [countedProblem(first.code, severity, file, first.at?.column ?? '', same.length, rows)];
  });
}

/** Areas that monitoring speaks of and the package does not know; a bridge speaks of older ones too. */
function unknownAreas(
  monitoring: Monitoring,
  areas: ReadonlySet<string>,
  districts: ReadonlySet<string>,
): readonly Problem[] {
  const strange = (form: MonitoringKind, codes: readonly (AreaCode | null)[]): readonly Problem[] => {
    const rows = codes.flatMap((code, k) =>
      code === null || areas.has(code) || districts.has(code) ? [] : [k + 2],
    );
    const file = MONITORING_FORMS.find(({ kind }) => kind === form)?.extra.file ?? '';
    return rows.length === 0
      ? []
      : [
          countedProblem(
            'package/cell-unknown-area',
            'error',
            file,
            'area',
            rows.length,
            rows.slice(0, NAMED_ROWS),
          ),
        ];
  };
  return [
    ...strange(
      'entries',
      monitoring.entries.map(({ area }) => area),
    ),
    ...strange(
      'targets',
      monitoring.targets.map(({ area }) => area),
    ),
  ];
}

/**
 * What the extras of a package hold for monitoring; null where none of them does. Anything wrong in one refuses the
 * package, as anything wrong in its cells does.
 */
export function readMonitoringFiles(
  files: ReadonlyMap<string, Uint8Array>,
  extras: readonly PackageExtra[],
  known: { readonly areas: ReadonlySet<string>; readonly districts: ReadonlySet<string> },
): Result<Monitoring | null> {
  const problems: Problem[] = [];
  let monitoring: Monitoring = NO_MONITORING;
  let isRead = true;
  for (const extra of extras) {
    const form = formOfExtra(extra);
    if (form === null) continue;
    const bytes = files.get(extra.file);
    const read: Result<Monitoring> =
      bytes === undefined
        ? {
            ok: false,
            problems: [{ code: 'package/file-missing', severity: 'error', at: { file: extra.file } }],
          }
        : readOne(form, extra.file, bytes);
    problems.push(...read.problems);
    if (read.ok) monitoring = joinMonitoring(monitoring, read.value);
    else isRead = false;
  }
  const strange = unknownAreas(monitoring, known.areas, known.districts);
  if (!isRead || strange.length > 0) return { ok: false, problems: [...problems, ...strange] };
  return { ok: true, value: isEmptyMonitoring(monitoring) ? null : monitoring, problems };
}

type Written = Readonly<Record<string, string | number | null>>;
const PERCENT = 100;
const scaled = (value: number, measure: 'count' | 'rate'): number =>
  measure === 'count' ? value : Number((value * PERCENT).toFixed(6));

/** Rows as a file of the form has them, by name of a column. */
function written(monitoring: Monitoring, kind: MonitoringKind): readonly Written[] {
  switch (kind) {
    case 'entries':
      return monitoring.entries.map(({ nik, kk, ...row }) => ({ ...row, with_nik: nik, with_kk: kk }));
    case 'stages':
      return monitoring.stages.map(({ id, title, start, target, final, extensions }) => ({
        stage: id,
        title,
        start,
        target_date: target,
        final_date: final,
        extended_to: extensions.join(' '),
      }));
    case 'targets':
      return monitoring.targets.map(({ measure, value, from, ...row }) => ({
        ...row,
        measure: measure === 'count' ? 'cases' : 'prevalence',
        value: scaled(value, measure),
        baseline: from && scaled(from.value, measure),
        baseline_date: from?.day ?? null,
      }));
    case 'series':
      return monitoring.series.map((figure) => ({ ...figure }));
    case 'bridge':
      return monitoring.bridge.map(({ day, share, ...row }) => ({
        ...row,
        since: day,
        share: share === null ? null : scaled(share, 'rate'),
      }));
  }
}

/** The files of what a dataset holds for monitoring, and how its manifest names them. `readMonitoringFiles` gives the same. */
export function monitoringFiles(monitoring: Monitoring): {
  readonly parts: readonly ArchivePart[];
  readonly extras: readonly PackageExtra[];
} {
  const forms = MONITORING_FORMS.filter(({ kind }) => monitoring[kind].length > 0);
  return {
    extras: forms.map(({ extra }) => extra),
    parts: forms.map((form) => {
      const columns = packageColumns(form);
      const rows = written(monitoring, form.kind).map((row) =>
        columns.map((name) => String(row[name] ?? '')),
      );
      const text = safeCsv([[...columns], ...rows], PLAIN_DIALECT);
      return { path: form.extra.file, bytes: new TextEncoder().encode(text) };
    }),
  };
}

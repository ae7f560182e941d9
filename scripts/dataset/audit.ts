import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '#core/dataset.ts';
import { CLASSES, type DimensionId } from '#core/dimension.ts';
import type { Problem } from '#core/problem.ts';
import type { CellMasks } from '#core/published-cell.ts';
import { type AuditReport, auditRelease } from '#core/release-audit.ts';
import { finished } from '#core/stepped-work.ts';
import type { Engine } from '#data/engine.ts';
import { loadDataset } from '#data/package-load.ts';
import { PACKAGE_WORK } from '#data/package-work.ts';
import { sentence } from './told-problem.ts';

/** A leak names an area, a period and classes, never who. */
const NAMED = 50;

export interface AuditDocument {
  readonly verdict: 'clean' | 'unsafe' | 'exact-counts';
  /** Areas and periods attacked by themselves lie behind it; cells hidden, and crossings that no table shows. */
  readonly cells: number;
  readonly exact: number;
  readonly unsafe: number;
  readonly narrowest: number | null;
  /** Areas and periods whose figures no true counts can have. */
  readonly impossible: number;
  readonly leaks: readonly {
    readonly area: string;
    readonly period: string;
    readonly classes: Readonly<Record<string, readonly string[]>>;
    readonly from: number;
    readonly to: number;
  }[];
}

function classesOf(masks: CellMasks): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(masks).map(([dimension, mask]) => [
      dimension,
      CLASSES[dimension as DimensionId].filter((_, c) => ((mask >> c) & 1) === 1),
    ]),
  );
}

/** What an attacker learns, as JSON. `exact-counts`: nothing is hidden, so there is nothing to attack. */
export function auditDocument({ manifest }: Pick<Dataset, 'manifest'>, report: AuditReport): AuditDocument {
  const open = manifest.minimumCell === null;
  const clean = report.unsafe === 0 && report.impossible.length === 0;
  return {
    verdict: open ? 'exact-counts' : clean ? 'clean' : 'unsafe',
    cells: report.cells,
    exact: report.exact,
    unsafe: report.unsafe,
    narrowest: report.narrowest,
    impossible: report.impossible.length,
    leaks: report.leaks.slice(0, NAMED).map(({ area, period, masks, lo, hi }) => ({
      area,
      period,
      classes: classesOf(masks),
      from: lo,
      to: hi,
    })),
  };
}

function auditText(document: AuditDocument): string {
  const { verdict, cells, exact, unsafe, narrowest, impossible, leaks } = document;
  if (verdict === 'exact-counts')
    return `Angka tepat: tidak ada yang disembunyikan. Bukan untuk dibagikan.
Exact counts: nothing is hidden. Not to be handed on.
`;
  const lines = [
    ['Sel diuji', 'Cells tested', cells],
    ['Terbuka tepat', 'Found exactly', exact],
    ['Tidak aman (termasuk yang tepat)', 'Unsafe (exact ones included)', unsafe],
    ['Rentang tersempit', 'Narrowest interval', narrowest ?? '-'],
    [
      'Wilayah dan periode yang angkanya tidak mungkin',
      'Areas and periods whose figures cannot be',
      impossible,
    ],
  ].map(([id, en, value]) => `${id} / ${en}: ${value}`);
  const named = leaks.map(({ area, period, classes, from, to }) => {
    const told = Object.entries(classes).map(([dimension, own]) => `${dimension}=${own.join('+')}`);
    return `  ${area} ${period} ${told.join(' ') || '-'}: ${from}..${to}`;
  });
  const end =
    verdict === 'clean'
      ? 'Bersih: uji bocor tidak menemukan apa pun. / Clean: the audit found nothing.'
      : 'TIDAK AMAN: jangan dibagikan. / UNSAFE: do not hand it on.';
  return `${[...lines, ...named, end].join('\n')}\n`;
}

interface Opened {
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
}

async function opened(folder: string, engine: Engine): Promise<Opened> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ path: name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const read = await PACKAGE_WORK.read(files);
  if (!read.ok) return { dataset: null, problems: read.problems };
  const loaded = await loadDataset(engine, read.value, { work: PACKAGE_WORK });
  return { dataset: loaded.ok ? loaded.value.dataset : null, problems: loaded.problems };
}

/**
 * Attacks the package in a folder and says what it found.
 * @returns what to print, and 0 clean, 1 unsafe, 2 no package that can be read.
 */
export async function auditFolder(
  folder: string,
  json: boolean,
  engine: Engine,
): Promise<{ readonly text: string; readonly code: 0 | 1 | 2 }> {
  const { dataset, problems } = await opened(folder, engine);
  if (dataset === null) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    return { text: errors.map((problem) => `${sentence(problem)}\n`).join(''), code: 2 };
  }
  // Exact counts hide nothing: there is nothing to attack.
  const nothing: AuditReport = { cells: 0, exact: 0, unsafe: 0, narrowest: null, leaks: [], impossible: [] };
  const document = auditDocument(
    dataset,
    dataset.manifest.minimumCell === null ? nothing : finished(auditRelease(dataset)),
  );
  const text = json ? `${JSON.stringify(document, null, 1)}\n` : auditText(document);
  return { text, code: document.verdict === 'clean' ? 0 : 1 };
}

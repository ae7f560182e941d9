import * as v from 'valibot';
import type { AreaCode } from '#core/area.ts';
import type { Manifest } from '#core/dataset.ts';
import { CHILD_DIMENSIONS, DIMENSIONS, type DimensionId } from '#core/dimension.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import type { Problem, Result } from '#core/problem.ts';
import { OTHER_UNITS, type Unit, unitOf } from '#core/unit.ts';
import { parseJson } from './json-text.ts';

export const MANIFEST_FILE = 'manifest.json';
export const MANIFEST_SCHEMA = 'peta-sasaran/2';
/** Still read: counts of children only, without policy, audit and extras. */
const FIRST_SCHEMA = 'peta-sasaran/1';
const LIMITS = { maxCharacters: 8_000_000, maxDepth: 8 };
const MAX_PROBLEMS = 20;

const line = v.pipe(v.string(), v.maxLength(500));
const named = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
const date = v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]);
const address = v.union([v.literal(''), v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/\S+$/))]);
const source = v.strictObject({ publisher: line, title: line, url: address, license: line, retrieved: date });
const period = v.pipe(
  v.string(),
  v.check((text) => parsePeriod(text) !== null, 'period'),
  v.transform((text) => text as Period),
);
const areaCode = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(100),
  v.transform((text) => text as AreaCode),
);
const rowCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9));
const positive = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000));

/** Dimensions in the order of DIMENSIONS, each once. */
function inOrder(dimensions: DimensionId[]): boolean {
  return dimensions.every((dimension, k) => {
    const before = dimensions[k - 1];
    return before === undefined || DIMENSIONS.indexOf(before) < DIMENSIONS.indexOf(dimension);
  });
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const dimensions = v.pipe(
  v.array(v.picklist(DIMENSIONS)),
  v.check(inOrder, 'in the order of the schema, each once'),
);
/** What is known of whom. */
const DIMENSIONS_OF: Readonly<Record<Unit, readonly DimensionId[]>> = {
  child: CHILD_DIMENSIONS,
  family: ['poverty', 'risk'],
  person: ['poverty'],
};
const absent = v.strictObject({
  period,
  status: v.picklist(['not-reported', 'set-aside']),
  areas: v.pipe(v.array(areaCode), v.minLength(1), v.maxLength(200_000)),
});
const table = v.pipe(
  v.strictObject({
    id,
    level: v.picklist(['village', 'district']),
    unit: v.exactOptional(v.picklist(OTHER_UNITS)),
    dimensions,
    undivided: v.exactOptional(dimensions),
    absent: v.exactOptional(v.pipe(v.array(absent), v.maxLength(10_000))),
  }),
  v.forward(
    v.check(
      (entry) => entry.dimensions.every((one) => DIMENSIONS_OF[unitOf(entry)].includes(one)),
      'dimensions of the unit',
    ),
    ['dimensions'],
  ),
  v.forward(
    v.check(
      (entry) => (entry.undivided ?? []).every((one) => entry.dimensions.includes(one)),
      'crossed dimensions',
    ),
    ['undivided'],
  ),
);
const howMany = v.pipe(v.number(), v.integer(), v.minValue(0));
const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));

const manifest: v.GenericSchema<unknown, Manifest> = v.pipe(
  v.strictObject({
    schema: v.literal(MANIFEST_SCHEMA),
    id,
    title: named,
    territory: named,
    tier: v.picklist(['example', 'internal', 'release']),
    minimumCell: v.nullable(positive),
    rounding: v.nullable(positive),
    extremePovertyDecile: v.picklist([1, 2, 3, 4]),
    boundaries: v.strictObject({
      kind: v.picklist(['schematic', 'official', 'unofficial', 'tiles']),
      asOf: date,
      source,
    }),
    sources: v.pipe(v.array(source), v.maxLength(100)),
    periods: v.pipe(
      v.array(v.strictObject({ id: period, complete: v.boolean(), setAside: v.exactOptional(rowCount) })),
      v.minLength(1),
      v.maxLength(5000),
      v.check((periods) => distinct(periods.map((entry) => entry.id)), 'each period once'),
    ),
    tables: v.pipe(
      v.array(table),
      v.minLength(1),
      v.maxLength(200),
      v.check((tables) => distinct(tables.map((entry) => entry.id)), 'each table once'),
    ),
    definitions: v.record(
      v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,63}$/)),
      v.pipe(v.string(), v.maxLength(2000)),
    ),
    digests: v.exactOptional(
      v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    ),
    policy: v.exactOptional(v.strictObject({ id, reason: v.pipe(v.string(), v.maxLength(2000)) })),
    audit: v.exactOptional(
      v.strictObject({
        program: line,
        date: v.pipe(v.string(), v.isoDate()),
        cells: howMany,
        exact: howMany,
        unsafe: howMany,
        narrowest: v.nullable(v.pipe(v.number(), v.minValue(0))),
      }),
    ),
    extras: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject({ id, file: fileName, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
        ),
        v.maxLength(100),
        v.check((extras) => distinct(extras.map((extra) => extra.id)), 'each extra once'),
      ),
    ),
  }),
  v.forward(
    v.check(
      ({ tier, minimumCell }) => tier !== 'release' || minimumCell !== null,
      'a release has a smallest cell',
    ),
    ['minimumCell'],
  ),
);

/** The path of an issue and what was expected there: never what was found. */
function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue) ?? '';
  const expected = issue.expected ?? issue.requirement ?? issue.message;
  const missing = issue.received === 'undefined';
  return {
    code: 'package/manifest-invalid',
    severity: 'error',
    at: { file: MANIFEST_FILE },
    detail: { path, expected: missing ? 'present' : String(expected).slice(0, 200) },
  };
}

/** Keys that the first schema had not: unknown there, like any other. */
const ADDED = ['policy', 'audit', 'extras'] as const;

function countsOthers(table: unknown): boolean {
  if (table === null || typeof table !== 'object') return false;
  const dimensions: unknown = 'dimensions' in table ? table.dimensions : [];
  return 'unit' in table || (Array.isArray(dimensions) && dimensions.includes('risk'));
}

/** The key by which a manifest of the first schema is none, or null. */
function foreignKey(json: object): string | null {
  const tables: unknown = 'tables' in json ? json.tables : [];
  const at = Array.isArray(tables) ? tables.findIndex(countsOthers) : -1;
  return ADDED.find((key) => key in json) ?? (at < 0 ? null : `tables.${at}`);
}

/**
 * Checks a manifest that has been parsed; unknown keys are refused, so that a misspelt one is not lost. One of the first
 * schema is read as one of this.
 */
export function readManifest(json: unknown): Result<Manifest> {
  const schema = json !== null && typeof json === 'object' && 'schema' in json ? json.schema : undefined;
  if (schema === FIRST_SCHEMA) {
    const path = foreignKey(json as object);
    if (path === null) return readManifest({ ...(json as object), schema: MANIFEST_SCHEMA });
    const detail = { path, expected: MANIFEST_SCHEMA };
    return {
      ok: false,
      problems: [
        { code: 'package/manifest-invalid', severity: 'error', at: { file: MANIFEST_FILE }, detail },
      ],
    };
  }
  if (typeof schema === 'string' && schema !== MANIFEST_SCHEMA) {
    const detail = { known: MANIFEST_SCHEMA };
    return {
      ok: false,
      problems: [{ code: 'package/schema-unknown', severity: 'error', at: { file: MANIFEST_FILE }, detail }],
    };
  }
  const parsed = v.safeParse(manifest, json);
  if (parsed.success) return { ok: true, value: parsed.output, problems: [] };
  return { ok: false, problems: parsed.issues.slice(0, MAX_PROBLEMS).map(problemOf) };
}

/** The manifest of a file's text. */
export function parseManifest(text: string): Result<Manifest> {
  const json = parseJson(text, MANIFEST_FILE, LIMITS);
  return json.ok ? readManifest(json.value) : json;
}

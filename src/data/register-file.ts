import * as v from 'valibot';
import { CHILD_DIMENSIONS } from '#core/dimension.ts';
import { parsePeriod } from '#core/period.ts';
import type { Result } from '#core/problem.ts';
import { REGISTER_SCHEMA, type ReleaseRegister } from '#core/release-register.ts';
import { REPORT_WORDS } from '#core/report-word.ts';
import { parseJson } from './json-text.ts';

const LIMITS = { maxCharacters: 100_000_000, maxDepth: 8 };
const MOST_ROWS = 5_000_000;

const line = v.pipe(v.string(), v.maxLength(2000));
const column = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(MOST_ROWS));
const periods = v.pipe(
  column,
  v.check((texts) => texts.every((text) => parsePeriod(text) !== null), 'periods'),
);
const counts = v.pipe(
  v.array(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
  v.maxLength(MOST_ROWS),
);
const classes = v.strictObject(
  Object.fromEntries(CHILD_DIMENSIONS.map((one) => [one, column])) as Record<
    (typeof CHILD_DIMENSIONS)[number],
    typeof column
  >,
);
const cells = v.pipe(
  v.strictObject({ table: column, area: column, period: periods, classes, count: counts }),
  v.check(
    (own) =>
      [own.table, own.area, own.period, ...Object.values(own.classes)].every(
        (one) => one.length === own.count.length,
      ),
    'columns of one length',
  ),
);
const coverage = v.pipe(
  v.strictObject({
    area: column,
    period: periods,
    target: counts,
    measured: counts,
    status: v.array(v.picklist(REPORT_WORDS)),
  }),
  v.check(
    (own) =>
      [own.period, own.target, own.measured, own.status].every((one) => one.length === own.area.length),
    'columns of one length',
  ),
);
const register: v.GenericSchema<unknown, ReleaseRegister> = v.strictObject({
  schema: v.literal(REGISTER_SCHEMA),
  territory: line,
  releases: v.array(
    v.strictObject({
      id: line,
      date: v.pipe(v.string(), v.isoDate()),
      policy: v.strictObject({ id: line, reason: line }),
      minimumCell: v.pipe(v.number(), v.integer(), v.minValue(5)),
      rounding: v.pipe(v.number(), v.integer(), v.minValue(2)),
      cells,
      coverage,
    }),
  ),
});

/** A register of releases from its file; one that is damaged anywhere is refused as a whole. */
export function parseRegister(text: string, file: string): Result<ReleaseRegister> {
  const json = parseJson(text, file, LIMITS);
  if (!json.ok) return json;
  const read = v.safeParse(register, json.value);
  if (read.success) return { ok: true, value: read.output, problems: [] };
  const path = v.getDotPath(read.issues[0]) ?? '';
  return {
    ok: false,
    problems: [{ code: 'release/register-unreadable', severity: 'error', at: { file }, detail: { path } }],
  };
}

/** The register as the office keeps it, the same bytes for the same releases. */
export function registerText(value: ReleaseRegister): string {
  return `${JSON.stringify(value)}\n`;
}

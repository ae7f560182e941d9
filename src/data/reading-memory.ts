import * as v from 'valibot';
import { type AreaCode, areaCode, type Territory } from '#core/area.ts';
import type { Problem, Result } from '#core/problem.ts';
import type { QuestionKind } from '#core/question.ts';
import { recognizeColumns } from './column-recognition.ts';
import { COLUMN_ROLES, type ColumnRole } from './column-role.ts';
import { headerWords, plainHeader } from './header-words.ts';
import { parseJson } from './json-text.ts';
import type { RawSheet } from './raw-table.ts';
import type { ReadingChoices } from './reading-choices.ts';
import { periodQuestionId } from './table-import.ts';

const FORM = 'padanan/1';
const LIMITS = { maxCharacters: 1_000_000, maxDepth: 6 };
/** Of a file of all work. */
const WORK_LIMITS = { maxCharacters: 50_000_000, maxDepth: 12 };
/** Kinds of question whose answer is of the columns; of what period a table is, next month's answers anew. */
const KINDS = ['role', 'rivals', 'key', 'level', 'system'] as const satisfies readonly QuestionKind[];

const text = v.pipe(v.string(), v.maxLength(2000));
const schema = v.strictObject({
  form: v.literal(FORM),
  sheets: v.pipe(
    v.array(
      v.strictObject({
        /** Names of the columns, as headerSignature writes them. */
        columns: text,
        roles: v.pipe(
          v.array(v.strictObject({ column: text, role: v.picklist(COLUMN_ROLES) })),
          v.maxLength(10_000),
        ),
        answers: v.pipe(
          v.array(v.strictObject({ kind: v.picklist(KINDS), about: text, option: text })),
          v.maxLength(10_000),
        ),
        /** Of the file of this name alone; null where no period was said. */
        period: v.nullable(v.strictObject({ file: text, period: text })),
      }),
    ),
    v.maxLength(10_000),
  ),
  names: v.pipe(v.array(v.strictObject({ written: text, code: text })), v.maxLength(10_000)),
});

/** What a reader confirmed of tables: roles of columns, answers, names. No cell of a table but names of areas. */
export type ReadingMemory = v.InferOutput<typeof schema>;

/** A table as it lies open, its sheets by the names of their columns (`headersOf`). */
export interface RememberedTable {
  readonly name: string;
  readonly sheets: readonly { readonly name: string; readonly headers: readonly string[] }[];
}

/** The name of a column without the period that it names, so that next month's table has the same. */
function columnName(header: string): string {
  const { period } = headerWords([header]);
  const plain = plainHeader(header);
  return period === null ? plain : plain.replace(period.text, ' ').replace(/\s+/g, ' ').trim();
}

/** Names of the columns of a sheet, without the periods that they name. */
export function headersOf(sheet: RawSheet, file: string): readonly string[] {
  return recognizeColumns(sheet, file).columns.map(({ header }) => columnName(header));
}

const signatureOf = (headers: readonly string[]): string => headers.join(' | ');

/** The columns of a sheet as one text: equal for tables of one form, whatever their period and rows. */
export function headerSignature(sheet: RawSheet, file: string): string {
  return signatureOf(headersOf(sheet, file));
}

function prefixOf(file: string, sheet: string): string {
  return [file, sheet].filter((part) => part !== '').join('|');
}

/** What the reader has confirmed, to be kept as a file. Sheets of one form are remembered once, the last of them. */
export function memoryOf(
  tables: readonly RememberedTable[],
  { answers, decisions, roles }: Pick<ReadingChoices, 'answers' | 'decisions' | 'roles'>,
): ReadingMemory {
  const sheets = new Map<string, ReadingMemory['sheets'][number]>();
  for (const { name: file, sheets: own } of tables) {
    for (const sheet of own) {
      const { headers } = sheet;
      const prefix = `${prefixOf(file, sheet.name)}|`;
      const said = [...answers].flatMap(([id, option]) => {
        if (!id.startsWith(prefix)) return [];
        const [kind = '', ...about] = id.slice(prefix.length).split('|');
        return [{ kind, about: about.join('|'), option }];
      });
      const named = KINDS.flatMap((kind) =>
        said.filter((one) => one.kind === kind).map(({ about, option }) => ({ kind, about, option })),
      );
      const chosen = roles
        .filter((one) => one.file === file && one.sheet === sheet.name)
        .map(({ column, role }) => ({ column: headers[column] ?? '', role }));
      const period = said.find(({ kind }) => kind === 'period')?.option ?? null;
      if (named.length + chosen.length === 0 && period === null) continue;
      const columns = signatureOf(headers);
      sheets.set(columns, {
        columns,
        roles: chosen,
        answers: named,
        period: period === null ? null : { file, period },
      });
    }
  }
  const names = [...decisions].map(([written, code]) => ({ written, code }));
  return { form: FORM, sheets: [...sheets.values()], names };
}

export function isEmptyMemory({ sheets, names }: ReadingMemory): boolean {
  return sheets.length + names.length === 0;
}

/** The same text for the same memory. */
export function memoryText(memory: ReadingMemory): string {
  return `${JSON.stringify(memory, null, 2)}\n`;
}

/** Whether a JSON text says of itself that it is a memory. */
export function looksLikeMemory(start: string): boolean {
  return /^\s*\ufeff?\s*\{\s*"form"\s*:\s*"padanan\//.test(start) || AMONG_WORK.test(start);
}

/** The file of all work, where a memory is among its parts: it comes first. */
const AMONG_WORK =
  /^\s*\ufeff?\s*\{\s*"format"\s*:\s*"peta-sasaran\/work"\s*,\s*"parts"\s*:\s*\{\s*"padanan\/1"/;

function memoryAmong(value: unknown): unknown {
  const { parts } = value as { readonly parts?: Readonly<Record<string, unknown>> };
  return parts?.[FORM];
}

export function parseMemory(json: string, file: string): Result<ReadingMemory> {
  const isWork = AMONG_WORK.test(json);
  const parsed = parseJson(json, file, isWork ? WORK_LIMITS : LIMITS);
  if (!parsed.ok) return parsed;
  const read = v.safeParse(schema, isWork ? memoryAmong(parsed.value) : parsed.value);
  if (read.success) return { ok: true, value: read.output, problems: [] };
  const path = v.getDotPath(read.issues[0]) ?? '';
  return {
    ok: false,
    problems: [{ code: 'memory/invalid', severity: 'error', at: { file }, detail: { path } }],
  };
}

/** What a memory says of tables, and the sentence that says so. */
export interface Recalled extends Pick<ReadingChoices, 'roles'> {
  readonly answers: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, AreaCode>;
  readonly problems: readonly Problem[];
}

/**
 * Reads from a memory what it says of the tables: of sheets whose columns are named alike, and of names of areas that
 * the territory has. What it answered is told, sheet by sheet; a period is taken again for a file of the same name only.
 */
export function recall(
  memory: ReadingMemory,
  from: string,
  tables: readonly RememberedTable[],
  territory: Territory,
): Recalled {
  const answers = new Map<string, string>();
  const roles: { file: string; sheet: string; column: number; role: ColumnRole }[] = [];
  const problems: Problem[] = [];
  const known = memory.names.filter(({ code }) => territory.villages.indexOf.has(areaCode(code)));
  for (const { name: file, sheets } of tables) {
    for (const sheet of sheets) {
      const { headers } = sheet;
      const own = memory.sheets.find(({ columns }) => columns === signatureOf(headers));
      if (own === undefined) continue;
      const at = { file, ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
      const prefix = prefixOf(file, sheet.name);
      for (const { kind, about, option } of own.answers) answers.set(`${prefix}|${kind}|${about}`, option);
      for (const { column, role } of own.roles) {
        const index = headers.indexOf(column);
        if (index >= 0) roles.push({ file, sheet: sheet.name, column: index, role });
      }
      const dated = own.period?.file === file ? own.period.period : null;
      if (dated !== null) answers.set(periodQuestionId(at), dated);
      const said = [...own.answers.map(({ about }) => about), ...own.roles.map(({ column }) => column)];
      problems.push({
        code: 'memory/recalled',
        severity: 'note',
        at,
        detail: { from, count: said.length + (dated === null ? 0 : 1), what: [...new Set(said)].join(', ') },
      });
    }
  }
  if (known.length > 0)
    problems.push({
      code: 'memory/names',
      severity: 'note',
      at: { file: from },
      detail: { count: known.length, unknown: memory.names.length - known.length },
    });
  if (problems.length === 0)
    problems.push({ code: 'memory/unused', severity: 'warning', at: { file: from } });
  const decisions = new Map(known.map(({ written, code }) => [written, areaCode(code)]));
  return { answers, roles, decisions, problems };
}

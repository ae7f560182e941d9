import { MONITORING_KINDS } from '#core/monitoring.ts';
import type { Problem } from '#core/problem.ts';
import type { Question } from '#core/question.ts';
import type { ReadFile } from '#data/office-file.ts';
import { keyOf, type Reading, rolesOf } from '#data/reading.ts';
import { problemLine } from '#words/problems.ts';
import { questionSentence } from '#words/questions.ts';

/** Sentences are for the operator, in Indonesian as the program's own. */
const LANGUAGE = 'id';

function questionDocument(question: Question) {
  const { id, kind, at, detail, options } = question;
  const { ask, why, options: said } = questionSentence(question, LANGUAGE);
  return {
    id,
    about: { kind, ...at, ...detail },
    options: options.map((option, k) => ({
      id: option.id,
      label: said[k]?.label ?? option.value,
      follows: { values: option.values, rate: option.follows },
    })),
    message: `${ask} ${why}`,
  };
}

function problemDocument(problem: Problem) {
  const { code, severity, at = {}, detail = {} } = problem;
  return { code, severity, at, detail, message: problemLine(problem, LANGUAGE) };
}

function boundaryQuestions(files: readonly ReadFile[]) {
  return files.flatMap((file) =>
    ('questions' in file ? (file.questions ?? []) : []).map(({ id, about, options, message }) => ({
      id: `${file.name}|${id}`,
      about: { kind: about, file: file.name },
      options: options.map(({ id: option, label, follows }) => ({ id: option, label, follows })),
      message: problemDocument(message).message,
    })),
  );
}

/** A reading as the JSON document of docs/reading.md. */
export function readingDocument({
  reading,
  files,
  given,
}: {
  readonly reading: Reading;
  readonly files: readonly ReadFile[];
  readonly given: ReadFile | null;
}) {
  const maps = given === null ? files : [...files, given];
  const own = boundaryQuestions(maps);
  const asks = (name: string): boolean => own.some(({ about }) => about.file === name);
  const refused = given?.kind === 'refused' && !asks(given.name);
  const verdict = refused ? 'reject' : own.length > 0 ? 'ask' : reading.verdict;
  return {
    verdict,
    files: reading.files.map(({ name, kind, verdict: alone, sheets, monitored }) => ({
      name,
      kind,
      verdict: asks(name) ? 'ask' : alone,
      roles: [
        ...sheets.flatMap((sheet) =>
          rolesOf(sheet).map((role) => ({ ...(sheet.sheet === '' ? {} : { sheet: sheet.sheet }), ...role })),
        ),
        ...(monitored?.sheets ?? []).flatMap(({ sheet, form, roles }) =>
          roles.map(({ column, role }) => ({
            ...(sheet === '' ? {} : { sheet }),
            column,
            role: role === '' ? 'ignored' : `${form}.${role}`,
            why: 'header',
          })),
        ),
      ],
      key: [...new Set(sheets.flatMap(keyOf))],
      ledger: [...sheets, ...(monitored?.sheets ?? [])].reduce(
        (sum, { ledger }) => ({
          read: sum.read + ledger.read,
          used: sum.used + ledger.used,
          summed: sum.summed + ledger.summed,
          setAside: sum.setAside + ledger.setAside,
          notRows: sum.notRows + ledger.notRows,
        }),
        { read: 0, used: 0, summed: 0, setAside: 0, notRows: 0 },
      ),
      sheets: [
        ...sheets.map(({ sheet, verdict: own, ledger }) => ({ name: sheet, verdict: own as string, ledger })),
        ...(monitored?.sheets ?? []).map(({ sheet, form, ledger }) => ({
          name: sheet,
          verdict: form === null ? 'not-a-table' : ledger.used > 0 ? 'accept' : 'reject',
          ledger,
        })),
      ],
    })),
    plan: reading.plan,
    questions: [...own, ...reading.questions.map(questionDocument)],
    areas: reading.areas,
    figures: verdict === 'ask' || refused ? [] : reading.figures,
    services: reading.services,
    monitoring: Object.fromEntries(MONITORING_KINDS.map((kind) => [kind, reading.monitoring[kind].length])),
    problems: [...(given?.problems ?? []), ...reading.problems].map(problemDocument),
  };
}

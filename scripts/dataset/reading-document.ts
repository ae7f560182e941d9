import type { Problem } from '#core/problem.ts';
import type { Question } from '#data/question.ts';
import { keyOf, type Reading, rolesOf } from '#data/reading.ts';

function questionDocument({ id, kind, at, detail, options }: Question) {
  return {
    id,
    about: { kind, ...at, ...detail },
    options: options.map((option) => ({
      id: option.id,
      label: option.value,
      follows: { values: option.values, rate: option.follows },
    })),
    message: kind,
  };
}

const problemDocument = ({ code, severity, at = {}, detail = {} }: Problem) => ({
  code,
  severity,
  at,
  detail,
  message: code,
});

/** A reading as the JSON document of docs/reading.md. */
export function readingDocument(reading: Reading) {
  return {
    verdict: reading.verdict,
    files: reading.files.map(({ name, kind, verdict, sheets }) => ({
      name,
      kind,
      verdict,
      roles: sheets.flatMap((sheet) =>
        rolesOf(sheet).map((role) => ({ ...(sheet.sheet === '' ? {} : { sheet: sheet.sheet }), ...role })),
      ),
      key: [...new Set(sheets.flatMap(keyOf))],
      ledger: sheets.reduce(
        (sum, { ledger }) => ({
          read: sum.read + ledger.read,
          used: sum.used + ledger.used,
          summed: sum.summed + ledger.summed,
          setAside: sum.setAside + ledger.setAside,
          notRows: sum.notRows + ledger.notRows,
        }),
        { read: 0, used: 0, summed: 0, setAside: 0, notRows: 0 },
      ),
      sheets: sheets.map(({ sheet, verdict: own, ledger }) => ({ name: sheet, verdict: own, ledger })),
    })),
    plan: reading.plan,
    questions: reading.questions.map(questionDocument),
    areas: reading.areas,
    figures: reading.figures,
    services: reading.services,
    problems: reading.problems.map(problemDocument),
  };
}

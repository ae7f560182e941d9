import type { Language } from '#core/language.ts';
import { parsePeriod } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { en } from './en.ts';
import { createFormat } from './format.ts';
import { id } from './id.ts';
import type { ProblemCatalogue } from './problem-catalogue.ts';
import { problemsEn } from './problems-en.ts';
import { problemsId } from './problems-id.ts';

/** A problem in words. `where` is '' where the problem concerns the whole. */
export interface ProblemSentence {
  readonly severity: string;
  readonly where: string;
  readonly what: string;
  readonly mend: string;
}

export const problemCatalogues: Readonly<Record<Language, ProblemCatalogue>> = {
  id: problemsId,
  en: problemsEn,
};

type Values = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{(\w+)\}/g;

function isKnown(part: string, values: Values): boolean {
  return [...part.matchAll(PLACEHOLDER)].every(([, name = '']) => values[name] !== undefined);
}

/** Fills {placeholders}; drops a part in [brackets] with a placeholder that has no value. */
function fill(template: string, values: Values): string {
  const chosen = template.replace(/\[([^\]]*)\]/g, (_, part: string) => (isKnown(part, values) ? part : ''));
  const text = chosen.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '–');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Details that are codes of the program, to be said in words; all others are shown as they are. */
/** `what` names a column by its role. */
const CODED = new Set([
  'what',
  'shown',
  'role',
  'dimension',
  'system',
  'other',
  'taken',
  'why',
  'as',
  'because',
  'of',
  'instead',
  'level',
  'unit',
  'kind',
]);

function valuesOf(problem: Problem, language: Language, terms: ProblemCatalogue['terms']): Values {
  const words = language === 'id' ? id : en;
  const roles: Values = words.import.roles;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 2 });
  const period = (text: string): string => {
    const parsed = parsePeriod(text);
    return parsed === null ? text : createFormat(words).period(parsed);
  };
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(problem.detail ?? {})) {
    const coded = name === 'what' ? roles : terms;
    const term = name === 'kind' ? `kind.${value}` : String(value);
    const known = typeof value === 'string' && CODED.has(name) ? coded[term] : undefined;
    if (typeof value === 'number') values[name] = number.format(value);
    else if (!CODED.has(name))
      values[name === 'period' ? 'assumed' : name] = name === 'period' ? period(value) : value;
    else if (known !== undefined) values[name] = known;
  }
  const counted = problem.detail?.counted ?? 'child';
  values.whom = terms[`whom.${counted}`] ?? '';
  values.all = terms[`all.${counted}`] ?? '';
  const { file, sheet, row, column, area, period: when } = problem.at ?? {};
  const places = { file, sheet, row: row === undefined ? undefined : String(row), column, area };
  for (const [name, value] of Object.entries(places))
    if (value !== undefined && value !== '') values[name] = value;
  if (when !== undefined) values.period = period(when);
  return values;
}

/** What is wrong, where, and how to mend it, in the reader's language. */
export function problemSentence(problem: Problem, language: Language): ProblemSentence {
  const { severity, where, terms, sentences } = problemCatalogues[language];
  const values = valuesOf(problem, language, terms);
  const [what, mend] = sentences[problem.code];
  const row = problem.code.startsWith('geojson/') ? where.feature : where.row;
  const places = [where.file, where.sheet, row, where.column].filter((part) => isKnown(part, values));
  return {
    severity: severity[problem.severity],
    where: fill(places.join(', '), values),
    what: fill(what, values),
    mend: [...(problem.detail?.left ? [terms.left ?? ''] : []), fill(mend, values)].join(' '),
  };
}

/** The same in one line. */
export function problemLine(problem: Problem, language: Language): string {
  const { where, what, mend } = problemSentence(problem, language);
  return [where, what, mend].filter((part) => part !== '').join(' — ');
}

/** What of a link could not be followed, all its parts in one sentence; '' where all could be. */
export function linkSentence(problems: readonly Problem[], language: Language): string {
  const [first] = problems;
  if (!first) return '';
  const { terms } = problemCatalogues[language];
  const parts = problems.flatMap(({ detail }) => terms[`link.${detail?.part}`] ?? []);
  const { what, mend } = problemSentence({ ...first, detail: { parts: parts.join(', ') } }, language);
  return `${what} ${mend}`;
}

/** Licences that ask for no more than that they are named: of what the program holds. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Of tools that the program is made and tested with, and holds nothing of: changed files of theirs are to be given. */
const OF_TOOLS: ReadonlySet<string> = new Set([...PERMISSIVE, 'MPL-2.0', 'CC-BY-4.0']);

/**
 * Whether an SPDX expression leaves a choice among licences allowed: one side of every OR, all sides of every AND.
 * Nested parentheses are not read, and not allowed.
 */
export function isAllowed(expression: string, use: 'program' | 'tool'): boolean {
  const allowed = use === 'program' ? PERMISSIVE : OF_TOOLS;
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((id) => allowed.has(id.trim())));
}

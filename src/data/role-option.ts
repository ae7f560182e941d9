import type { QuestionOption } from '#core/question.ts';
import type { ColumnRole } from './column-role.ts';

/** A role to choose, with the first cells of its column; `ignored` is not to use it. */
export function roleOption(role: ColumnRole, values: readonly string[]): QuestionOption {
  return role === 'ignored'
    ? { id: 'ignored', kind: 'way', value: 'ignore', values: [], follows: null }
    : { id: role, kind: 'role', value: role, values, follows: null };
}

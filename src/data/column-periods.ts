import type { Say } from './column-neighbors.ts';
import { type ColumnRole, isCountRole } from './column-role.ts';
import { periodKey, type Source } from './column-source.ts';

const TIME = /^(period|year|month|quarter|semester)$/;

/**
 * Leaves out columns because another of the same role says by its header of which period it is, or does not: `Stunting`
 * beside `Stunting 2023` is of the row's own period, and 2023 has no denominator; beside months it is their sum.
 */
export function besidePeriods(sources: readonly Source[], say: Say): ReadonlySet<Source> {
  const left = new Set<Source>();
  const isTimed = sources.some(({ role }) => TIME.test(role));
  for (const whole of sources) {
    if (periodKey(whole) !== '' || !isCountRole(whole.role as ColumnRole)) continue;
    const named = sources.filter((one) => one.role === whole.role && periodKey(one) !== '');
    const dated = named.every(({ reading }) => reading.period?.year !== null);
    const isOwn = dated && (isTimed || named.length === 1);
    if (named.length === 0 || (!isOwn && named.length === 1)) continue;
    for (const source of isOwn ? named : [whole]) left.add(source);
  }
  for (const source of left) {
    const words = source.reading.period?.text ?? '';
    const what = source.role;
    source.role = 'ignored';
    source.why = words === '' ? 'part' : 'qualified';
    if (words === '') say('column/ignored', 'note', source, {});
    else say('column/qualified', 'warning', source, { words, what });
  }
  return left;
}

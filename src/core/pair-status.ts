import { CellStatus } from './area-table.ts';

/** The most telling reason first, as in tabulate: what was never asked, what never came in, what is hidden, the rest. */
const PRECEDENCE: readonly CellStatus[] = [
  CellStatus.notApplicable,
  CellStatus.notReported,
  CellStatus.suppressed,
  CellStatus.noDenominator,
  CellStatus.tooFew,
  CellStatus.observed,
];

const PLACE = Uint8Array.from(PRECEDENCE, (_, status) => PRECEDENCE.indexOf(status as CellStatus));

/**
 * Why two numbers of one area cannot be taken together: of both columns the status that comes first in the order
 * notApplicable, notReported, suppressed, noDenominator, tooFew, observed. Observed only where both are. CellStatus by
 * area; the columns are of the same geography.
 */
export function pairStatus(first: Uint8Array, second: Uint8Array): Uint8Array {
  return first.map((own, i) => {
    const other = second[i]!;
    return PLACE[own]! <= PLACE[other]! ? own : other;
  });
}

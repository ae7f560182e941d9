import { type CellTable, HIDDEN_COUNT } from '#core/cells.ts';
import type { Dataset } from '#core/dataset.ts';
import type { DimensionId } from '#core/dimension.ts';
import { unitOf } from '#core/unit.ts';
import type { ConsoleTable } from '#data/console-tables.ts';
import type { SqlWords } from '#words/sql-words.ts';

export interface SqlExample {
  readonly name: keyof SqlWords['example'];
  readonly text: string;
}

/** The smallest table of children by village that crosses these, for its latest period. */
function tableOf(
  { tables }: Dataset,
  named: readonly ConsoleTable[],
  dimensions: readonly DimensionId[],
): { readonly name: string; readonly period: string } | null {
  const fits = (table: CellTable): boolean =>
    table.level === 'village' &&
    unitOf(table) === 'child' &&
    table.periods.length > 0 &&
    dimensions.every((one) => table.dimensions.includes(one));
  const found = [...tables.keys()]
    .filter((k) => fits(tables[k]!))
    .sort((a, b) => tables[a]!.combinations - tables[b]!.combinations)[0];
  if (found === undefined) return null;
  return { name: named[found]!.name, period: tables[found]!.periods.at(-1)! };
}

function hides({ tables }: Dataset): boolean {
  return tables.some(({ cells }) =>
    (cells.kind === 'dense' ? cells.counts : cells.count).some((one: number) => one === HIDDEN_COUNT),
  );
}

/** Questions that this dataset can answer. */
export function sqlExamples(dataset: Dataset, named: readonly ConsoleTable[]): readonly SqlExample[] {
  const examples: SqlExample[] = [];
  const stunting = tableOf(dataset, named, ['stunting']);
  if (stunting !== null)
    examples.push({
      name: 'byDistrict',
      text: `SELECT district,
  sum(children) FILTER (WHERE stunting IN ('severe', 'moderate')) AS stunted,
  sum(children) FILTER (WHERE stunting <> 'unknown') AS known,
  count(*) FILTER (WHERE children IS NULL) AS hidden
FROM ${stunting.name}
WHERE period = '${stunting.period}'
GROUP BY district
ORDER BY district`,
    });
  const crossed = tableOf(dataset, named, ['wasting', 'poverty']);
  if (crossed !== null)
    examples.push({
      name: 'crossed',
      text: `SELECT name, district, sum(children) AS children, count(*) FILTER (WHERE children IS NULL) AS hidden
FROM ${crossed.name}
WHERE period = '${crossed.period}' AND wasting IN ('severe', 'moderate') AND poverty = '1'
GROUP BY name, district
ORDER BY children DESC NULLS LAST`,
    });
  const period = dataset.coverage.periods.at(-1);
  if (period !== undefined)
    examples.push({
      name: 'coverage',
      text: `SELECT name, district, measured, target, round(100.0 * measured / target, 1) AS percent
FROM coverage
WHERE period = '${period}' AND target > 0
ORDER BY percent
LIMIT 10`,
    });
  if (stunting !== null && hides(dataset))
    examples.push({
      name: 'hidden',
      text: `SELECT period, count(*) AS cells, count(*) FILTER (WHERE children IS NULL) AS hidden
FROM ${stunting.name}
GROUP BY period
ORDER BY period`,
    });
  return examples;
}

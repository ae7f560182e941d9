import { Standing } from '#picture/decision-layer.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { reasonIn, standingWord } from '#words/decision-words.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { type ExportColumn, textColumn } from './export-column.ts';

/** What was decided of each area, why, and who sees it otherwise; none where nothing is decided in the picture. */
export function decisionColumns(
  layer: PriorityLayer,
  rows: readonly number[],
  words: Words,
  format: Format,
): readonly ExportColumn[] {
  const { decision } = layer;
  if (decision === null) return [];
  const say = words.decision.annex;
  return [
    textColumn('decision', say.decision, rows, (i) =>
      decision.decisions[i] || decision.standing[i] !== Standing.outside
        ? standingWord(decision, i, words)
        : '',
    ),
    textColumn('reason', say.reason, rows, (i) => reasonIn(layer, i, words, format)),
    textColumn('dissent', say.dissent, rows, (i) => decision.decisions[i]?.dissent ?? ''),
  ];
}

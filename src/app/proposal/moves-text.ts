import type { Geography } from '#core/area.ts';
import type { Moves } from '#picture/scenario-comparison.ts';
import type { Words } from '#words/id.ts';
import { namesList } from '#words/phrase.ts';

/** 'masuk: Bello; keluar: Oebufu dan Naioni'. */
export function movesText({ entered, left }: Moves, { areas }: Geography, words: Words): string {
  const say = words.decision.comparison;
  const names = (indices: Moves['entered']) =>
    namesList(
      indices.map((i) => areas[i]?.name ?? ''),
      words,
    );
  const parts = [
    ...(entered.length > 0 ? [say.entered(names(entered))] : []),
    ...(left.length > 0 ? [say.left(names(left))] : []),
  ];
  return parts.length === 0 ? say.same : parts.join('; ');
}

import { questionOf, type View } from '#core/view.ts';
import { decodeView } from '#core/view-codec.ts';
import type { Atlas } from './atlas.ts';
import type { Scenario } from './decision-value.ts';
import { openingView } from './opening-view.ts';
import { questionText } from './question-text.ts';

/**
 * Parts of a view without which an index is asked as it was: the period, of which that of `now` is taken, what a release
 * never shows, and what only the colors of a single indicator need.
 */
const NOT_OF_THE_INDEX: readonly unknown[] = ['period', 'small', 'indicator', 'classes', 'lock'];

/**
 * What a scenario asks of the data that are open, be they those it was made of or others of the same areas.
 * @param now the view on the screen, whose period stands in for one that these data do not have.
 * @returns null where they cannot answer it, because they lack a criterion or a filter.
 */
export function scenarioView(atlas: Atlas, { text }: Pick<Scenario, 'text'>, now: View | null): View | null {
  const otherwise = now ?? openingView(atlas.manifest);
  const read = decodeView(text, atlas.manifest, atlas.territory, otherwise, atlas.second !== undefined);
  const question = read.ok && questionOf(read.value, 'priority');
  if (!question) return null;
  const fits = read.problems.every(({ detail }) => NOT_OF_THE_INDEX.includes(detail?.part));
  return fits ? { ...read.value, question: { ...question, colors: 'list' } } : null;
}

/** Whether a scenario is about just the question on the screen, as far as these data can answer it. */
export function isAskedBy(scenario: Pick<Scenario, 'text'>, atlas: Atlas, view: View): boolean {
  const own = scenarioView(atlas, scenario, view);
  return own !== null && questionText(own) === questionText(view);
}

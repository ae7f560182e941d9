import { BUDGET_CLASSES, type BudgetLayer } from '#picture/budget-layer.ts';
import { DASH, type Format } from './format.ts';
import type { Words } from './id.ts';
import { indicatorName } from './indicator-words.ts';
import { type LayerWording, legendClasses, PLAIN, periodOfView, type Telling } from './layer-wording.ts';
import { lowerFirst } from './phrase.ts';

type Spoken = Pick<Telling, 'words' | 'format'>;

/** 'Rp500.000.000', to the rupiah; a dash where there is none. */
export function rupiahText(amount: number, words: Words, format: Format): string {
  return Number.isFinite(amount) ? words.budget.rupiah(format.count(Math.round(amount))) : DASH;
}

/** What has to be known: the lines, and how shared amounts are divided. */
export function budgetNotes(layer: BudgetLayer, { words, format }: Spoken): readonly string[] {
  const say = words.budget;
  return [
    say.lines(format.count(layer.meanAffected), rupiahText(layer.amountPerChild, words, format)),
    say.keyNote(say.keys[layer.asked.key]),
  ];
}

/** Money that lies in no area, a line each; none where all does. */
export function unlocatedLines({ budget }: BudgetLayer, { words, format }: Spoken): readonly string[] {
  return (['territory', 'unknown', 'undivided'] as const).flatMap((why) =>
    budget.unlocated[why] > 0
      ? [`${words.budget.unlocated[why]}: ${rupiahText(budget.unlocated[why], words, format)}`]
      : [],
  );
}

export const budgetWording: LayerWording<BudgetLayer> = {
  ...PLAIN,
  title: (layer, telling) => {
    const { picture, words } = telling;
    return words.budget.title(
      lowerFirst(indicatorName(picture.view, picture.atlas.manifest, words)),
      String(layer.asked.year),
      words.level[picture.view.level],
      periodOfView(telling),
    );
  },
  parts: (layer, { marks, filters }, { words, format }) => [
    `${words.budget.total}: ${rupiahText(layer.budget.total, words, format)}`,
    ...unlocatedLines(layer, { words, format }),
    ...budgetNotes(layer, { words, format }),
    ...marks,
    ...filters,
  ],
  legend: {
    ...PLAIN,
    heading: (layer, { words }) => words.budget.legend(String(layer.asked.year)),
    classes: (_, telling) =>
      legendClasses(
        BUDGET_CLASSES.map((one) => telling.words.budget.classes[one]),
        telling,
      ),
    notes: (layer, telling) => budgetNotes(layer, telling),
    periods: (_, telling) => periodOfView(telling),
    isCut: () => false,
  },
  areaLines: (layer, index, { words, format }) => {
    const say = words.budget;
    const money = (amount: number) => rupiahText(amount, words, format);
    const affected = layer.affected[index] ?? Number.NaN;
    const gap = layer.gaps[index] ?? null;
    const before = layer.before?.placed[index];
    const proposed = layer.proposed.placed[index] ?? 0;
    return [
      say.placed(money(layer.budget.placed[index] ?? 0), format.count(affected)),
      affected > 0 ? say.perChild(money(layer.perChild[index] ?? Number.NaN)) : say.noChild,
      ...(gap === null ? [] : [say.classes[gap]]),
      ...(before === undefined ? [] : [say.before(String(layer.asked.year - 1), money(before))]),
      ...(proposed > 0 ? [say.proposedLine(money(proposed))] : []),
    ];
  },
};

import type { Manifest } from '#core/dataset.ts';
import { type IndicatorId, indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { type Filters, NO_FILTERS, SINGLE } from '#core/view.ts';
import { openingRegions } from '#picture/region-layer.ts';
import type { AppStore } from '#state/store.ts';
import type { Words } from '#words/id.ts';
import { askExample } from './asked.ts';

export interface ExampleQuestion {
  readonly id: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly ask: () => void;
}

/** Questions often asked; each sets everything that it names. */
export function exampleQuestions(
  store: AppStore,
  manifest: Manifest,
  words: Words,
): readonly ExampleQuestion[] {
  const say = words.rooms.example;
  const all = indicators(manifest.extremePovertyDecile);
  const answers = (id: IndicatorId, classes: Filters['classes'] = {}) => {
    const one = all.find((each) => each.id === id);
    return one !== undefined && isAnswerable(manifest, one, { ...NO_FILTERS, classes });
  };
  const regions = openingRegions(all.map(({ id }) => id).filter((id) => answers(id)));
  const pair = (first: IndicatorId, second: IndicatorId, label: string): ExampleQuestion => ({
    id: `${first} ${second}`,
    label,
    disabled: !answers(first) || !answers(second),
    ask: () =>
      askExample(store, first, { kind: 'overlay', indicator: second, classes: { kind: 'bands' } }, {}),
  });
  const among = (
    id: string,
    indicator: IndicatorId,
    classes: Filters['classes'],
    label: string,
  ): ExampleQuestion => ({
    id,
    label,
    disabled: !answers(indicator, classes),
    ask: () => askExample(store, indicator, SINGLE, classes),
  });
  return [
    among('decile', 'wasting', { poverty: ['1'] }, say.wastingDecile),
    among('girls', 'stunting', { sex: ['female'], age: ['12-23'] }, say.girls),
    pair('stunting', 'extreme-poverty', say.stuntingPoverty),
    pair('wasting', 'extreme-poverty', say.wastingPoverty),
    {
      id: 'three',
      label: say.threeProblems,
      disabled: regions === null,
      ask: () => regions && askExample(store, null, regions, {}),
    },
    among('coverage', 'coverage', {}, say.reporting),
  ];
}

import type { Scenario } from '#app/decision-value.ts';
import type { PriorityPicture } from '#app/scenario-comparison.ts';
import type { Dataset } from '#core/dataset.ts';
import type { PriorityPanelProps } from './priority-panel-props.ts';

export type ScenarioProps = PriorityPanelProps & {
  readonly picture: PriorityPicture;
  readonly dataset: Dataset;
  readonly scenario: Scenario;
};

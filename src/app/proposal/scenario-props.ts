import type { PriorityPanelProps } from '#app/kit/priority-panel-props.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Scenario } from '#picture/decision-value.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';

export type ScenarioProps = PriorityPanelProps & {
  readonly picture: PriorityPicture;
  readonly dataset: Dataset;
  readonly scenario: Scenario;
};

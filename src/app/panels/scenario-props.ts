import type { Dataset } from '#core/dataset.ts';
import type { Scenario } from '#picture/decision-value.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';
import type { PriorityPanelProps } from './priority-panel-props.ts';

export type ScenarioProps = PriorityPanelProps & {
  readonly picture: PriorityPicture;
  readonly dataset: Dataset;
  readonly scenario: Scenario;
};

import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import type { Dataset } from '#core/dataset.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';

export interface SheetsProps extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
  /** One page each. */
  readonly areas: readonly AreaIndex[];
}

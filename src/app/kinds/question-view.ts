import type { ComponentType, ReactNode } from 'react';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaMeasure, AreaTable } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Indicator } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import type { Totals } from '#core/tabulation.ts';
import type { Question } from '#core/view.ts';
import type { ChartChoices } from '#picture/chart-choices.ts';
import type { Picture } from '#picture/picture.ts';
import type { ToldAreas } from '#picture/told-areas.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';

/** A line of the table: a position in one of the sections of a ranking. */
export interface RankingRow {
  readonly section: 'city' | 'district' | 'area';
  readonly index: number;
}

/** Rates of sums, of the whole or kecamatan by kecamatan, as if each were an area. */
export type SumRates = (totals: Totals, like: AreaTable, indicator: Indicator) => AreaMeasure;

export interface AddedCell<Layer, Added> {
  readonly layer: Layer;
  readonly added: Added;
  readonly row: RankingRow;
  readonly picture: Picture;
  readonly words: Words;
  readonly format: Format;
}

/** A column that a question adds to the table. `Added`: what it holds of a section, by position. */
export interface AddedColumn<Layer, Added> {
  readonly width: string;
  head(layer: Layer, words: Words, period: Period): string;
  /** By what it sorts, within a sentence. */
  order(words: Words): string;
  areas(layer: Layer): Added;
  sums(
    layer: Layer,
    rates: SumRates,
    picture: Pick<Picture, 'indicator'>,
    section: 'city' | 'district',
  ): Added;
  /** NaN where there is nothing to sort by. */
  keys(added: Added): ArrayLike<number>;
  cell(cell: AddedCell<Layer, Added>): ReactNode;
}

export interface TalkColumn {
  /** As short as it has to be beside the names; `about` says the same in full. */
  readonly header: string;
  readonly about: string;
  readonly write: (index: number) => string;
  /** false where the number allows nothing to be said: its interval holds 0. */
  readonly isSure: (index: number) => boolean;
  /** Words, which need more room than a number. */
  readonly isWorded?: boolean;
}

/** What is said of the areas to talk about. */
export interface Talk {
  /** By which rule the areas are here; null: by the rank that the columns show. */
  readonly caption: string | null;
  /** `#rrggbb` of the one class of the map in which all of them lie; null: of several. */
  readonly color: string | null;
  readonly columns: readonly TalkColumn[];
}

export type Told = Pick<PanelProps, 'picture' | 'words' | 'format'>;

/** A question in the part of the sentence that says against what. */
export interface AgainstOption {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly question: Question;
  /** The choices stay open, for there is more to choose. */
  readonly stays?: boolean;
}

/** How a kind of question holds the indicator against something. */
export interface Against<Layer> {
  /** Those that can be asked of these data. */
  options(told: Told): readonly AgainstOption[];
  /** Which of them is asked, by its id, and how the sentence says it. */
  asked(question: Question, told: Told): { readonly id: string; readonly phrase: string } | null;
  /** With what the sentence begins while it is asked, before the indicator; its phrase then follows the indicator. */
  leads?(words: Words): string;
  /** What more there is to choose while it is asked. */
  readonly More?: ComponentType<{ readonly layer: Layer }>;
}

export interface MonitoredProps<Layer> extends PanelProps {
  readonly dataset: Dataset;
  readonly choices: ChartChoices;
  readonly layer: Layer;
}

/** How a kind of question is asked in the room of monitoring. */
export interface Monitored<Layer> {
  /** By which it is chosen, and which stands at the head of the sentence. */
  name(words: Words): string;
  /** As it is asked at first; null where these data have nothing for it. */
  opening(told: Told): Question | null;
  /** What takes the place of indicator and period in the sentence, where the question is not of them. */
  readonly Subject?: ComponentType;
  /** It takes the place of the indicator alone: period and filters stay. */
  readonly ofPeriod?: true;
  /** Beside the map. */
  readonly Panel: ComponentType<MonitoredProps<Layer>>;
}

/** How one kind of question is shown. */
export interface QuestionView<Layer, Added = unknown> {
  /** In the place of the plain classes; null: these. */
  readonly Legend: ComponentType<{ readonly layer: Layer }> | null;
  readonly column: AddedColumn<Layer, Added> | null;
  /** null where it holds the indicator against nothing. */
  readonly against: Against<Layer> | null;
  /** Absent where it is not asked there. */
  readonly monitored?: Monitored<Layer>;
  talk(told: Told, layer: Layer, areas: ToldAreas): Talk;
}

import type { QuestionKind } from '#core/view.ts';
import type { Layer, LayerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { budgetExport } from './budget-columns.ts';
import { decisionColumns } from './decision-columns.ts';
import { emergingExport } from './emerging-columns.ts';
import { entryExport } from './entry-columns.ts';
import { exceedanceExport } from './exceedance-columns.ts';
import type { ExportColumn } from './export-column.ts';
import {
  agreementColumns,
  changeColumns,
  criterionCounts,
  overlayColumns,
  priorityColumns,
  regionColumns,
} from './export-layers.ts';
import { gapExport } from './gap-columns.ts';
import type { Exporting, LayerExport, NameParts } from './layer-exporting.ts';
import { serviceExport } from './service-columns.ts';
import { targetExport } from './target-columns.ts';
import { trendExport } from './trend-columns.ts';

const EXPORTS: { readonly [Kind in QuestionKind]: LayerExport<LayerOf<Kind>> } = {
  single: { columns: () => [] },
  overlay: {
    columns: (layer, { picture, rows, words }) => overlayColumns(picture, layer, rows, words),
    name: ({ indicator }, { view }, words) => ({
      what: [words.indicator[view.indicator].short, words.indicator[indicator.id].short],
    }),
  },
  change: {
    columns: (layer, { rows, words, format }) => changeColumns(layer, rows, words, format),
    periods: ({ earlier, later }, _, format) => `${format.period(earlier)} → ${format.period(later)}`,
    name: ({ earlier, later }) => ({ periods: [earlier, later] }),
  },
  agreement: {
    columns: (layer, { picture, rows, words }) => agreementColumns(picture, layer, rows, words),
    periods: ({ period }, { view }, format) =>
      [...new Set([view.period, period])].map(format.period).join(', '),
  },
  regions: {
    columns: (layer, { picture, rows, words }) => regionColumns(picture, layer, rows, words),
    name: (_layer, _picture, words) => ({ what: [words.regions.label] }),
  },
  priority: {
    columns: (layer, { picture, rows, words, format }) => [
      ...decisionColumns(layer, rows, words, format),
      ...priorityColumns(picture, layer, rows, words, format),
      ...criterionCounts(layer, rows, words, words.priority.columns),
    ],
    rankHead: (words) => words.priority.columns.rank,
    name: ({ decision }, _picture, words) => ({
      what: [decision === null ? words.priority.name : words.decision.which],
    }),
  },
  exceedance: exceedanceExport,
  trend: trendExport,
  emerging: emergingExport,
  gap: gapExport,
  service: serviceExport,
  entry: entryExport,
  target: targetExport,
  budget: budgetExport,
};

function exportOf({ layer }: Picture): LayerExport<Layer> {
  return EXPORTS[layer.kind] as LayerExport<Layer>;
}

export function layerColumns(exporting: Exporting): readonly ExportColumn[] {
  const { picture } = exporting;
  return exportOf(picture).columns(picture.layer, exporting);
}

export function rankHead(picture: Picture, words: Words): string {
  return exportOf(picture).rankHead?.(words) ?? words.export.columns.rank;
}

/** The periods that a picture is of: 'Februari 2026 → Oktober 2026' of a change. */
export function periodsText(picture: Picture, format: Format): string {
  return exportOf(picture).periods?.(picture.layer, picture, format) ?? format.period(picture.view.period);
}

/** What the name of a file says of a picture's question. */
export function nameParts(picture: Picture, words: Words): NameParts {
  const { view } = picture;
  return {
    what: [words.indicator[view.indicator].short],
    periods: [view.period],
    ...exportOf(picture).name?.(picture.layer, picture, words),
  };
}

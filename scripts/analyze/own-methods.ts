import type { LonLat } from '#core/area.ts';
import type { AnalysisDocument } from './analysis-document.ts';
import type { AreaFile } from './area-file.ts';
import { changeMethod } from './change-document.ts';
import { chartMethod, earsMethod, ewmaMethod } from './control-document.ts';
import { emergingMethod } from './emerging-document.ts';
import { exceedanceMethod } from './exceedance-document.ts';
import { inequalityMethod } from './inequality-document.ts';
import type { AnalyzeOptions, OwnMethod } from './options.ts';
import { priorityMethod } from './priority-document.ts';
import { targetMethod } from './target-document.ts';
import { trendMethod } from './trend-document.ts';

/** What an own method makes of the files. @throws CommandError */
export type OwnDocument = (
  options: AnalyzeOptions,
  file: AreaFile,
  centroids: readonly LonLat[],
) => AnalysisDocument;

/** Methods that need no neighbors and write a document of their own, by the name that --method takes. */
export const OWN_METHODS: Readonly<Record<string, OwnMethod & { readonly document: OwnDocument }>> = {
  priority: priorityMethod,
  exceedance: exceedanceMethod,
};

/** Methods of series, which need no boundaries, or read them themselves. */
export const SERIES_METHODS: Readonly<
  Record<string, OwnMethod & { readonly document: (options: AnalyzeOptions) => AnalysisDocument }>
> = {
  'mann-kendall': trendMethod,
  'p-chart': chartMethod,
  ewma: ewmaMethod,
  ears: earsMethod,
  inequality: inequalityMethod,
  change: changeMethod,
  emerging: emergingMethod,
  target: targetMethod,
};

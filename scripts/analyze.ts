import { writeFileSync } from 'node:fs';
import { spatialAnalysis } from '#core/spatial-analysis.ts';
import { finished } from '#core/stepped-work.ts';
import { type AnalysisDocument, analysisDocument } from './analyze/analysis-document.ts';
import { readMethod } from './analyze/analysis-method.ts';
import { readAreaFile } from './analyze/area-file.ts';
import { readAreaGraph } from './analyze/area-graph.ts';
import { helpText } from './analyze/help.ts';
import { type AnalyzeOptions, CommandError, readOptions } from './analyze/options.ts';
import { OWN_METHODS, SERIES_METHODS } from './analyze/own-methods.ts';

/** Reads the files, asks the core, and returns what is to be written. @throws CommandError */
export function analyze(options: AnalyzeOptions): AnalysisDocument {
  const ofSeries = SERIES_METHODS[options.method];
  if (ofSeries) return ofSeries.document(options);
  const file = readAreaFile(options);
  const centroids = file.features.map(({ centroid }) => centroid);
  const own = OWN_METHODS[options.method];
  if (own) return own.document(options, file, centroids);
  const method = readMethod(options, file, centroids);
  const areaGraph = readAreaGraph(options, file, centroids);
  const { style, permutations, seed } = options;
  const input = method && {
    method,
    graph: areaGraph.graph,
    style,
    codes: file.codes,
    centroids,
    permutations,
    seed,
  };
  const result = input && finished(spatialAnalysis(input));
  return analysisDocument(options, file, areaGraph, result);
}

/** Exit code of the command: 2 where the caller can mend it, with the reason on stderr. */
export function analyzeCommand(args: readonly string[]): number {
  try {
    const methods = { ...OWN_METHODS, ...SERIES_METHODS };
    const options = readOptions(args, methods);
    if (options === null) {
      console.log(helpText(methods));
      return 0;
    }
    const document = analyze(options);
    try {
      writeFileSync(options.out, `${JSON.stringify(document)}\n`);
    } catch (error) {
      throw new CommandError(`${options.out}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
    for (const warning of document.warnings) console.error(`analyze: note: ${warning}`);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(`analyze: ${error.message}`);
    return 2;
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = analyzeCommand(process.argv.slice(2));

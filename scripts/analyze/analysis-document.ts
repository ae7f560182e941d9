import type { AnalysisResult } from '#core/spatial-analysis.ts';
import { isolatesOf } from '#core/spatial-weights.ts';
import type { AreaFile } from './area-file.ts';
import { type AreaGraph, weightsDocument } from './area-graph.ts';
import type { AnalyzeOptions } from './options.ts';

/** The document that `analyze` writes, described in docs/methods.md. JSON turns NaN into null. */
export interface AnalysisDocument {
  readonly method: string;
  readonly used: number;
  readonly areas: readonly Readonly<Record<string, unknown>>[];
  readonly global: unknown;
  /** Null where no neighbors are looked at. */
  readonly weights: ReturnType<typeof weightsDocument> | null;
  readonly inference: { readonly permutations: number; readonly seed: number; readonly correction: string };
  readonly warnings: readonly string[];
}

const CORRECTED = ['local-moran', 'gi', 'gi-star', 'eb-local-moran', 'join-count', 'bivariate', 'lee'];
const DRAWS = [...CORRECTED.filter((method) => method !== 'join-count'), 'moran', 'scan', 'rank-sets'];

function globalDocument(global: AnalysisResult['global']): unknown {
  if (global === null) return null;
  return 'breaks' in global ? { breaks: Array.from(global.breaks) } : global;
}

function areasDocument(result: AnalysisResult, codes: readonly string[] | null) {
  const columns = Object.entries(result.columns);
  return Array.from(result.value, (value, index) => ({
    index,
    code: codes?.[index] || null,
    value,
    statistic: result.statistic[index],
    expected: result.expected[index],
    variance: result.variance[index],
    z: result.z[index],
    p: result.p[index],
    q: result.q[index],
    class: result.classes
      ? result.classes[index]! < 0
        ? null
        : result.classes[index]
      : result.areaClass[index],
    tier: result.tier[index],
    pattern: result.pattern[index],
    reason: result.reason[index],
    ...Object.fromEntries(columns.map(([name, column]) => [name, column[index]])),
  }));
}

/** Puts together what is written. @param result null for `neighbors`. */
export function analysisDocument(
  options: AnalyzeOptions,
  { codes, features, warnings }: AreaFile,
  areaGraph: AreaGraph,
  result: AnalysisResult | null,
): AnalysisDocument {
  const { method, permutations, seed, style } = options;
  const lone = new Set(isolatesOf(areaGraph.graph));
  const bare = features.map((_, index) => ({
    index,
    code: codes?.[index] || null,
    class: lone.has(index) ? 'no-neighbours' : null,
    reason: lone.has(index) ? 'no-neighbours' : null,
  }));
  return {
    method,
    used: result?.used ?? features.length - lone.size,
    areas: result ? areasDocument(result, codes) : bare,
    global: result && globalDocument(result.global),
    weights: weightsDocument(areaGraph, style),
    inference: {
      permutations: DRAWS.includes(method) ? permutations : 0,
      seed,
      correction: CORRECTED.includes(method) ? 'benjamini-hochberg' : 'none',
    },
    warnings: result?.tooFewAreas ? [...warnings, 'too-few-areas'] : warnings,
  };
}

import type { LonLat } from '#core/area.ts';
import { type EmergingMap, emergingHotspots } from '#core/emerging-hotspot.ts';
import type { EmergingJob, HotspotAnswer, HotspotJob, SentAreas } from '#core/hotspot-job.ts';
import { hotspotMap } from '#core/hotspots.ts';
import { withLinkEdits } from '#core/link-edit.ts';
import { type NeighborResult, neighborGraph } from '#core/neighbor-graph.ts';
import type { Outlined } from '#core/outline.ts';
import { unpackGeometries } from '#core/packed-boundaries.ts';
import { polygonCentroid } from '#core/polygon-centroid.ts';
import { sealWorker } from '#core/sealed-worker.ts';
import type { NeighborRule } from '#core/spatial-weights.ts';
import { liveAs } from '#thread/worker-life.ts';
import { breathing } from './breathing.ts';
import { answerJobs } from './job-loop.ts';

interface Areas {
  readonly boundaries: Outlined;
  readonly codes: readonly string[];
  /** Of the polygons, as `analyze` has them: an area's own `centroid` is where its name stands. */
  readonly centroids: readonly LonLat[];
  /** What has been found of them, by rule; can be found again. */
  readonly graphs: Map<string, NeighborResult>;
}

/** Share of the whole that finding the neighbors takes. */
const NEIGHBORS_SHARE = 0.3;
const ISLANDS = { islands: 'attach' } as const;

let areas: Areas | null = null;

function receive({ packed, codes }: SentAreas): Areas {
  const geometries = unpackGeometries(packed);
  return {
    boundaries: { features: geometries.map((geometry) => ({ geometry })) },
    codes,
    centroids: geometries.map(polygonCentroid),
    graphs: new Map(),
  };
}

async function neighborsOf(
  of: Areas,
  rule: NeighborRule,
  onBreath: (share: number) => boolean,
): Promise<NeighborResult | null> {
  const key = JSON.stringify(rule);
  const known = of.graphs.get(key);
  if (known) return known;
  const found = await breathing(neighborGraph(of.boundaries, of.centroids, rule, ISLANDS), onBreath);
  if (found === null) return null;
  of.graphs.set(key, found.result);
  return found.result;
}

async function run(
  job: HotspotJob | EmergingJob,
  onBreath: (share: number) => boolean,
): Promise<{ readonly result: HotspotAnswer | EmergingMap } | null> {
  const of = areas;
  if (of === null) throw new Error('no areas were sent');
  const part = (from: number, to: number) => (share: number) => onBreath(from + share * (to - from));
  const found = await neighborsOf(of, job.rule, part(0, NEIGHBORS_SHARE));
  if (found === null) return null;
  const { codes, centroids } = of;
  if (job.method === 'emerging') {
    const work = emergingHotspots({ ...job, graph: found.graph, codes, centroids });
    return breathing(work, part(NEIGHBORS_SHARE, 1));
  }
  const graph = withLinkEdits(found.graph, job.edits);
  const work = hotspotMap({ ...job, graph, codes, centroids });
  const done = await breathing(work, part(NEIGHBORS_SHARE, 1));
  return done && { result: { map: done.result, graph, report: found.report } };
}

liveAs(self.name);
sealWorker(self);
answerJobs(self, {
  run,
  keep: (sent: SentAreas) => {
    areas = receive(sent);
  },
});

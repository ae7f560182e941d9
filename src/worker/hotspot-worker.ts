import type { LonLat } from '#core/area.ts';
import { type HotspotMap, hotspotMap } from '#core/hotspots.ts';
import { withLinkEdits } from '#core/link-edit.ts';
import { type NeighborResult, neighborGraph } from '#core/neighbor-graph.ts';
import type { Outlined } from '#core/outline.ts';
import { unpackGeometries } from '#core/packed-boundaries.ts';
import { polygonCentroid } from '#core/polygon-centroid.ts';
import { sealWorker } from '#core/sealed-worker.ts';
import type { NeighborRule } from '#core/spatial-weights.ts';
import { breathing } from './breathing.ts';
import type { HotspotJob, HotspotReply, HotspotRequest, SentAreas } from './hotspot-message.ts';

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
const canceled = new Set<number>();

function receive({ packed, codes }: SentAreas): Areas {
  const geometries = unpackGeometries(packed);
  return {
    boundaries: { features: geometries.map((geometry) => ({ geometry })) },
    codes,
    centroids: geometries.map(polygonCentroid),
    graphs: new Map(),
  };
}

function reply(message: HotspotReply): void {
  self.postMessage(message);
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

async function run(id: number, job: HotspotJob): Promise<void> {
  const of = areas;
  if (of === null) throw new Error('no areas were sent');
  const onBreath = (from: number, to: number) => (share: number) => {
    if (canceled.has(id)) return false;
    reply({ run: id, progress: from + share * (to - from) });
    return true;
  };
  const found = await neighborsOf(of, job.rule, onBreath(0, NEIGHBORS_SHARE));
  if (found === null) return;
  const graph = withLinkEdits(found.graph, job.edits);
  const { codes, centroids } = of;
  const work = hotspotMap({ ...job, graph, codes, centroids });
  const done: { readonly result: HotspotMap } | null = await breathing(work, onBreath(NEIGHBORS_SHARE, 1));
  if (done !== null) reply({ run: id, answer: { map: done.result, graph, report: found.report } });
}

sealWorker(self);
self.addEventListener('message', ({ data }: MessageEvent<HotspotRequest>) => {
  switch (data.task) {
    case 'areas':
      areas = receive(data.areas);
      return;
    case 'cancel':
      canceled.add(data.run);
      return;
    case 'run':
      run(data.run, data.job)
        .catch((error: unknown) => {
          const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
          reply({ run: data.run, broken });
        })
        .finally(() => canceled.delete(data.run));
  }
});

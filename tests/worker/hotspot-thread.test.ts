import { expect, it } from 'vitest';
import type { HotspotAnswer, HotspotJob, SentAreas } from '#core/hotspot-job.ts';
import { createHotspotThread } from '#worker/hotspot-thread.ts';
import { handPorts, jobOptions } from './hand-port.ts';

it('the hotspot thread asks for areas once, and again only where they are others', () => {
  const { ports, open } = handPorts<HotspotJob, HotspotAnswer, SentAreas>();
  const thread = createHotspotThread(open);
  const [first, second] = [{}, {}];
  let asked = 0;
  const areas = () => {
    asked += 1;
    return {} as SentAreas;
  };
  const late = (): void => {};
  for (const of of [first, first, second]) thread.run(of, areas, {} as HotspotJob, jobOptions()).catch(late);
  expect(ports[0]?.sent.map(({ task }) => task)).toEqual(['keep', 'run', 'run', 'keep', 'run']);
  expect(asked).toBe(2);
});

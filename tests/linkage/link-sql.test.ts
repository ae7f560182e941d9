import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrowStream } from '#data/coded-columns.ts';
import { createEngine } from '#data/engine.ts';
import { randomPairs } from '#linkage/link-sql.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';

const engine = createEngine(nodeEngineSource());
beforeAll(() => engine.warm(), 180_000);
afterAll(() => engine.terminate());

it('samples pairs among more members than a product of 32 bits can number', async () => {
  await engine.query('CREATE SCHEMA linkage');
  const people = (key: 'child' | 'member', first: number) => ({
    [key]: Int32Array.of(first, first + 1),
    name: ['ani', 'budi'],
    sex: ['female', 'male'],
    birth: Int32Array.of(19_000, 19_400),
    swapped: Int32Array.of(-1, -1),
    ymd: ['20220108', '20230212'],
    area: Int32Array.of(0, 0),
  });
  await engine.insertArrow({ schema: 'linkage', name: 'open_child' }, arrowStream(people('child', 300_000)));
  await engine.insertArrow(
    { schema: 'linkage', name: 'open_member' },
    arrowStream(people('member', 2_000_000)),
  );
  const sampled = await engine.query(randomPairs(1));
  expect(sampled.toArray().reduce((sum, row) => sum + Number(row.pairs), 0)).toBe(4);
});

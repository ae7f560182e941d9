import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Fault, faultOf } from '#core/fault.ts';
import { createEngine } from '#data/engine.ts';
import { nodeEngineSource } from '#scripts/node-engine.ts';

const ENDLESS = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b';
const source = nodeEngineSource();
const engine = createEngine(source, { graceMs: 1_500 });
beforeAll(() => engine.warm(), 60_000);
afterAll(() => engine.terminate());

async function fault(promise: Promise<unknown>): Promise<Fault> {
  const reason = await promise.then(
    () => 'resolved',
    (error: unknown) => error,
  );
  const found = faultOf(reason);
  if (found === null) throw new Error(`no fault: ${String(reason)}`);
  return found;
}

async function one(sql: string): Promise<unknown> {
  return (await engine.query(sql)).getChildAt(0).at(0);
}

describe('a locked engine', () => {
  it.each([
    "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM read_parquet('http://127.0.0.1:9/x.parquet')",
    'LOAD json',
    "ATTACH 'x.db'",
    "COPY (SELECT 1) TO 'x.csv'",
    'SET enable_external_access = true',
    'SET threads = 2',
    'RESET memory_limit',
    "PRAGMA memory_limit = '4GB'",
    "CREATE PERSISTENT SECRET (TYPE http, BEARER_TOKEN 'x')",
  ])('refuses %s', async (sql) => {
    expect((await fault(engine.query(sql))).code).toBe('engine/query');
  });

  it('gains nothing by INSTALL, which this build accepts and ignores', async () => {
    await engine.query('INSTALL parquet').catch(() => undefined);
    expect((await fault(engine.query('LOAD parquet'))).code).toBe('engine/query');
    expect((await fault(engine.query("SELECT * FROM read_parquet('x')"))).code).toBe('engine/query');
    expect(await one('SELECT 42::INTEGER')).toBe(42);
  });

  it('stays locked after a restart', async () => {
    engine.restart();
    expect((await fault(engine.query('SET threads = 2'))).code).toBe('engine/query');
  });
});

describe('calls', () => {
  it('binds values and never runs them', async () => {
    const table = await engine.query('SELECT ?::VARCHAR AS word, ?::INTEGER AS number', [
      "'; DROP TABLE x; --",
      3,
    ]);
    expect(table.toArray().map((row) => ({ ...row }))).toEqual([{ word: "'; DROP TABLE x; --", number: 3 }]);
  });

  it('takes Arrow tables of flechette, and empties the buffer given', async () => {
    const count = [3, null, 0];
    const ipc = tableToIPC(tableFromArrays({ area: ['a', 'b', 'a'], count }), { format: 'stream' })!;
    await engine.insertArrow({ name: 'inserted' }, ipc);
    expect(ipc.byteLength).toBe(0);
    const table = await engine.query(
      'SELECT area, sum(count)::INTEGER AS n FROM inserted GROUP BY 1 ORDER BY 1',
    );
    expect([...table.getChild('area')]).toEqual(['a', 'b']);
    expect([...table.getChild('n')]).toEqual([3, null]);
  });

  it('names a refused statement, and lives on', async () => {
    expect(await fault(engine.query('SELECT nothing FROM nowhere'))).toMatchObject({ code: 'engine/query' });
    expect(await one('SELECT 1::INTEGER')).toBe(1);
  });

  it('reports that memory ran out, and lives on', async () => {
    const filled = await fault(engine.query("SELECT list(repeat('x', 1000000) || range) FROM range(2000)"));
    expect(filled.code).toBe('engine/out-of-memory');
    expect(await one('SELECT 1::INTEGER')).toBe(1);
  });
});

describe('ending a call early', () => {
  it('cancels on abort and keeps the session', async () => {
    await engine.query('CREATE OR REPLACE TABLE kept AS SELECT 7::INTEGER AS x');
    const session = engine.session;
    const controller = new AbortController();
    const running = fault(engine.query(ENDLESS, [], { signal: controller.signal }));
    setTimeout(() => controller.abort(), 100);
    expect((await running).code).toBe('engine/canceled');
    expect(await one('SELECT x FROM kept')).toBe(7);
    expect(engine.session).toBe(session);
  });

  it('times out and keeps the session', async () => {
    expect((await fault(engine.query(ENDLESS, [], { timeoutMs: 100 }))).code).toBe('engine/timeout');
    expect(await one('SELECT x FROM kept')).toBe(7);
  });

  it('does not start a call aborted while it waited, nor before', async () => {
    const controller = new AbortController();
    const first = fault(engine.query(ENDLESS, [], { timeoutMs: 200 }));
    const second = fault(engine.query('SELECT 1', [], { signal: controller.signal }));
    controller.abort();
    expect((await second).code).toBe('engine/canceled');
    expect((await fault(engine.query('SELECT 1', [], { signal: controller.signal }))).code).toBe(
      'engine/canceled',
    );
    expect((await first).code).toBe('engine/timeout');
  });

  it('drops a waiting call for a newer one of the same key, and runs the last', async () => {
    const first = engine.query('SELECT 0::INTEGER', [], { supersedes: 'key' });
    const rest = Array.from({ length: 200 }, (_, k) =>
      engine.query(`SELECT ${k + 1}::INTEGER`, [], { supersedes: 'key' }),
    );
    const settled = await Promise.allSettled([first, ...rest]);
    const done = settled
      .filter((call) => call.status === 'fulfilled')
      .map((call) => call.value.getChildAt(0).at(0));
    expect(done.length).toBeLessThanOrEqual(2);
    expect(done.at(-1)).toBe(200);
  });
});

describe('death and restart', () => {
  it('rejects what was under way when the worker dies, and begins anew', async () => {
    const session = engine.session;
    const running = fault(engine.query(ENDLESS));
    const noise = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    setTimeout(() => source.killWorker(), 100);
    expect((await running).code).toBe('engine/crashed');
    noise.mockRestore();
    expect(await one('SELECT 5::INTEGER')).toBe(5);
    expect(engine.session).toBe(session + 1);
    expect((await fault(engine.query('SELECT x FROM kept'))).code).toBe('engine/query');
  });

  it('kills an engine that does not listen to a cancel, so that the next call is served', async () => {
    const started = source.started;
    const deaf = 'SELECT sum(a.range * b.range * ?) FROM range(1000000) a, range(1000000) b';
    expect((await fault(engine.query(deaf, [1], { timeoutMs: 100 }))).code).toBe('engine/timeout');
    expect(await one('SELECT 6::INTEGER')).toBe(6);
    expect(source.started).toBe(started + 1);
  });

  it('rejects running and waiting calls on restart', async () => {
    const running = fault(engine.query(ENDLESS));
    const waiting = fault(engine.query('SELECT 1'));
    setTimeout(() => engine.restart(), 100);
    expect((await running).code).toBe('engine/canceled');
    expect((await waiting).code).toBe('engine/canceled');
    expect(await one('SELECT 8::INTEGER')).toBe(8);
  });

  it('is unavailable where the module is missing, and tries again at the next call', async () => {
    let missing = true;
    const repaired = createEngine({
      get mainModule() {
        return missing ? '/nowhere/duckdb.wasm' : source.mainModule;
      },
      startWorker: source.startWorker,
    });
    expect((await fault(repaired.query('SELECT 1'))).code).toBe('engine/unavailable');
    missing = false;
    expect((await repaired.query('SELECT 9::INTEGER AS x')).getChild('x').at(0)).toBe(9);
    repaired.terminate();
    expect((await fault(repaired.query('SELECT 1'))).code).toBe('engine/unavailable');
  });
});

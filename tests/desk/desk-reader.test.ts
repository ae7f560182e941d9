import { describe, expect, it } from 'vitest';
import { createMatching } from '#app/data/matching.ts';
import type { FaultError } from '#core/fault.ts';
import { laidFiles } from '#data/packed-sheet.ts';
import { createDeskReader, type ReadingPort } from '#desk/desk-reader.ts';
import { type Desk, decideName, emptyDesk, layFiles } from '#desk/office-desk.ts';
import { createReadingWork } from '#desk/reading-job.ts';
import { SOURCE, sheetOf, territoryOf } from '#tests/real-table.ts';
import { answerJobs } from '#worker/job-loop.ts';

const village = (code: string, name: string) => ({
  code,
  name,
  districtCode: code.slice(0, 8),
  district: 'Alak',
});
const screen = {
  territory: territoryOf('Kota Contoh', [
    village('53.71.01.1001', 'Melati'),
    village('53.71.01.1002', 'Anggrek'),
  ]),
  boundaries: { type: 'FeatureCollection' as const, features: [] },
  alternateCodes: null,
  about: { kind: 'unofficial' as const, asOf: '', source: SOURCE },
};
const rows = (count: number, line: (k: number) => string): string =>
  `kelurahan,periode,diukur,stunting\n${Array.from({ length: count }, (_, k) => line(k)).join('\n')}\n`;

function laid(name: string, csv: string, on: Desk = emptyDesk(screen)): Desk {
  const file = { kind: 'table', name, sheets: [sheetOf(csv)], problems: [] } as const;
  return layFiles(on, laidFiles(file), []);
}

/** Workers on this thread: messages are copied as between threads, and arrive later. `lose` drops the n-th, both ways. */
function nearbyWorkers(lose: (n: number) => 'lost' | 'dies' | null = () => null) {
  let messages = 0;
  const sent: string[] = [];
  let started = 0;
  let end = (): void => {};
  const open = (): ReadingPort => {
    started += 1;
    let alive = true;
    const heard: ((event: never) => void)[] = [];
    const failed: ((event: never) => void)[] = [];
    end = () => {
      alive = false;
      for (const listener of failed) listener({ message: 'ended silently' } as never);
    };
    const pass = (data: unknown, to: ((event: never) => void)[]): void => {
      const fate = lose(++messages);
      if (fate === 'dies') {
        alive = false;
        queueMicrotask(() => {
          for (const listener of failed) listener({ message: 'ended silently' } as never);
        });
      }
      if (fate !== null || !alive) return;
      const copy = structuredClone(data);
      queueMicrotask(() => {
        if (alive) for (const listener of to) listener({ data: copy } as never);
      });
    };
    const inside: ((event: never) => void)[] = [];
    answerJobs<never, never, never>(
      {
        postMessage: (message) => pass(message, heard),
        addEventListener: (_, listener) => void inside.push(listener as never),
      },
      createReadingWork() as never,
    );
    return {
      postMessage(message: { readonly task: string }) {
        sent.push(message.task);
        pass(message, inside);
      },
      addEventListener: (type: string, listener: never) =>
        void (type === 'message' ? heard : failed).push(listener),
      terminate: () => {
        alive = false;
      },
    };
  };
  return { open, sent, messages: () => messages, started: () => started, end: () => end() };
}
const always = new AbortController().signal;
const faultOf = (reason: unknown) => (reason as FaultError).fault.code;

describe('reading a desk beside the page', () => {
  it('tells as much of a long table as of a short one, and gives the rest when asked', async () => {
    const { open, sent } = nearbyWorkers();
    const reader = createDeskReader(open);
    const desk = await reader.read(
      laid(
        'a.csv',
        rows(5_000, (k) => `Dusun ${k} Baru,2026-01,100,5`),
      ),
      always,
    );
    const { problems, names, moreNames, hasRows } = desk.reading!;
    expect([problems.first.length, names.length, moreNames, hasRows]).toEqual([200, 200, 4_800, false]);
    expect(problems.bySeverity.row).toBe(5_000);
    expect(await reader.gathered(4_998, 5_100)).toHaveLength(
      2 + problems.bySeverity.warning + problems.bySeverity.note,
    );
    expect(await reader.problems(0, 2_000)).toHaveLength(2_000);
    expect(structuredClone(desk.reading!.sheets)[0]).toMatchObject({
      accepted: 0,
      ledger: { setAside: 5_000 },
    });
    // Tables go over once, however often they are read.
    const decided = decideName(desk, names[0]!.key, screen.territory.villages.areas[0]!.code);
    expect((await reader.read(decided, always)).reading?.hasRows).toBe(true);
    expect(sent.filter((task) => task === 'keep')).toHaveLength(1);
  });

  it('ends at once when it is told to, and begins anew', async () => {
    const { open, started } = nearbyWorkers();
    const reader = createDeskReader(open);
    const stop = new AbortController();
    const reading = reader.read(
      laid(
        'a.csv',
        rows(2, () => 'Melati,2026-01,100,5'),
      ),
      stop.signal,
    );
    stop.abort();
    expect(await reading.catch(faultOf)).toBe('engine/canceled');
    const desk = await reader.read(
      laid(
        'a.csv',
        rows(1, () => 'Melati,2026-01,100,5'),
      ),
      always,
    );
    expect([desk.reading?.hasRows, started()]).toEqual([true, 2]);
    expect((await reader.package(desk, always)).ok).toBe(true);
  });

  it('with every n-th message lost with its worker, for every n: told, the desk as it was, whole when asked again', async () => {
    const before = laid(
      'a.csv',
      rows(1, () => 'Melati,2026-01,100,5'),
    );
    const clean = nearbyWorkers();
    const whole = await createDeskReader(clean.open).read(before, always);
    let failures = 0;
    for (let n = 1; n <= clean.messages(); n++) {
      const { open, end } = nearbyWorkers((message) => (message === n ? 'dies' : null));
      const faults: unknown[] = [];
      let shown: Desk | null = null;
      const reader = createDeskReader(open);
      const matching = createMatching(
        reader,
        (desk) => {
          shown = desk;
        },
        (fault) => fault && faults.push(fault.code),
      );
      const failed = await matching.take(before, always);
      if (failed) failures++;
      expect([failed?.code ?? null, shown]).toEqual(failed ? ['engine/crashed', null] : [null, whole]);
      expect(await matching.take(before, always)).toBeNull();
      expect(shown).toEqual(whole);
      // A worker that is lost afterwards is told again what it held.
      end();
      expect(await reader.package(whole, always)).toMatchObject({ ok: true });
    }
    expect(failures).toBe(clean.messages());
  });
});

import { describe, expect, test } from 'vitest';
import { jobsOf } from '#data/file-job.ts';
import { createFileReader, type ReaderThread } from '#data/file-reader.ts';
import type { LaidFile, PackedTable } from '#data/packed-sheet.ts';
import { answerRequest, type ReaderReply, type ReaderRequest } from '#data/reader-request.ts';
import { dbf, shp } from '#tests/data/shapefile-bytes.ts';

type Behavior = 'reads' | 'hangs' | 'ends' | 'is missing' | 'fails';

/** A thread on this thread: the real reading behind the messages, and a record of what became of it. */
class NearbyThread implements ReaderThread {
  ended = 0;
  readonly #behavior: Behavior;
  readonly #onMessage: ((event: MessageEvent<ReaderReply>) => void)[] = [];
  readonly #onError: ((event: { message?: string }) => void)[] = [];

  constructor(behavior: Behavior) {
    this.#behavior = behavior;
  }

  addEventListener(
    type: string,
    listener: ((event: MessageEvent<ReaderReply>) => void) | ((event: { message?: string }) => void),
  ): void {
    if (type === 'message') this.#onMessage.push(listener as (event: MessageEvent<ReaderReply>) => void);
    else if (type === 'error') this.#onError.push(listener as (event: { message?: string }) => void);
  }

  terminate(): void {
    this.ended++;
  }

  postMessage(request: ReaderRequest): void {
    const faults: Partial<Record<Behavior, { message?: string }>> = {
      ends: { message: 'ended silently' },
      'is missing': {},
    };
    const fault = faults[this.#behavior];
    if (fault) for (const listener of this.#onError) queueMicrotask(() => listener(fault));
    if (this.#behavior === 'fails') queueMicrotask(() => this.#reply({ kind: 'failed' }));
    if (this.#behavior !== 'reads') return;
    void answerRequest(request).then((reply) => this.#reply(reply));
  }

  #reply(reply: ReaderReply): void {
    for (const listener of this.#onMessage) listener({ data: reply } as MessageEvent<ReaderReply>);
  }
}

function readerWith(behavior: Behavior, timeoutMs = 5_000) {
  const threads: NearbyThread[] = [];
  const start = (): ReaderThread => {
    const thread = new NearbyThread(behavior);
    threads.push(thread);
    return thread;
  };
  return { threads, reader: createFileReader(start, { timeoutMs, timeoutMsPerMegabyte: 0 }) };
}

function tablesOf(files: readonly LaidFile[]): readonly PackedTable[] {
  return files.flatMap((file) => (file.kind === 'table' ? [file] : []));
}

const csv = (name: string): File => new File(['kode,n\n53.71.01.1001,5\n'], name);

describe('reading files', () => {
  test('one after another, each in a thread that is ended', async () => {
    const { reader, threads } = readerWith('reads');
    const seen: string[] = [];
    const read = await reader.read([csv('a.csv'), csv('b.csv')], {
      onProgress: ({ file, done, total }) => seen.push(`${file} ${done}/${total}`),
    });
    expect(read.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['table a.csv', 'table b.csv']);
    expect(seen).toEqual(['a.csv 0/2', 'b.csv 1/2']);
    expect(threads.map(({ ended }) => ended)).toEqual([1, 1]);
  });

  test('files beside a manifest are one package', async () => {
    const { reader } = readerWith('reads');
    const manifest = new File(['{"schema":"peta-sasaran/1"}'], 'manifest.json');
    const [read, other] = await reader.read([manifest, csv('cells.csv')]);
    expect(other).toBeUndefined();
    if (read?.kind !== 'package') throw new Error(read?.kind);
    expect(read.files.map(({ path }) => path)).toEqual(['manifest.json', 'cells.csv']);
  });

  test('the parts of a shapefile are one file, read again with what was answered', async () => {
    const { reader } = readerWith('reads');
    const square = [
      [
        [123.55, -10.2],
        [123.55, -10.19],
        [123.56, -10.19],
        [123.56, -10.2],
        [123.55, -10.2],
      ],
    ];
    const rows = [['Nunbaun Saboo', 'Alak']];
    const fields = [
      ['WADMKD', 20],
      ['WADMKC', 20],
    ] as const;
    const files = [
      new File([shp([square])], 'batas.shp'),
      new File([dbf(fields, rows)], 'batas.dbf'),
      csv('a.csv'),
    ];
    expect(jobsOf(files).map(({ name }) => name)).toEqual(['batas.shp', 'a.csv']);
    const [asked] = await reader.read(files);
    expect(asked).toMatchObject({ kind: 'refused', name: 'batas.shp', questions: [{ id: 'area:1' }] });
    const answers = new Map([['batas.shp', new Map([['area:1', '5371011002']])]]);
    const [read, table] = await reader.read(files, { answers });
    if (read?.kind !== 'boundaries') throw new Error(read?.kind);
    expect(read.reading.features.map(({ code }) => code)).toEqual(['53.71.01.1002']);
    expect(table?.name).toBe('a.csv');
  });

  test('tables without boundaries are given tiles of their regency, and none where they name none', async () => {
    const { reader, threads } = readerWith('reads');
    const tables = tablesOf(
      await reader.read([new File(['kode,diukur\n32.01.01.1001,5\n32.01.01.1002,6\n'], 'bogor.csv')]),
    );
    const drawn = await reader.tiles(tables);
    const ground = drawn.ok ? drawn.ground : null;
    expect(ground?.territory.name).toBe('Kabupaten Bogor');
    expect(ground?.territory.villages.areas.length).toBeGreaterThan(400);
    const nowhere = tablesOf(await reader.read([new File(['kelurahan,diukur\nXyzzy,5\n'], 'x.csv')]));
    expect(await reader.tiles(nowhere)).toEqual({ ok: true, ground: null });
    expect(threads.every(({ ended }) => ended === 1)).toBe(true);
    expect(await readerWith('fails').reader.tiles(tables)).toEqual({ ok: false });
  });

  test.each([
    ['hangs', 'file/timeout'],
    ['ends', 'file/reading-ended'],
    ['is missing', 'file/part-missing'],
    ['fails', 'file/unreadable'],
  ] as const)('a thread that %s is refused as %s and ended', async (behavior, code) => {
    const { reader, threads } = readerWith(behavior, 20);
    const [read] = await reader.read([csv('a.csv')]);
    expect(read).toEqual({
      kind: 'refused',
      name: 'a.csv',
      problems: [{ code, severity: 'error', at: { file: 'a.csv' } }],
    });
    expect(threads.map(({ ended }) => ended)).toEqual([1]);
  });

  test('an abort ends the thread and rejects with its reason', async () => {
    const { reader, threads } = readerWith('hangs');
    const abort = new AbortController();
    const reading = reader.read([csv('a.csv')], { signal: abort.signal });
    await expect.poll(() => threads.length).toBe(1);
    abort.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    expect(threads.map(({ ended }) => ended)).toEqual([1]);
    await expect(reader.read([csv('a.csv')], { signal: abort.signal })).rejects.toThrow('enough');
    expect(threads).toHaveLength(1);
  });

  test('a file that changed after it was picked', async () => {
    const { reader } = readerWith('reads');
    const gone = csv('a.csv');
    gone.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
    const [read] = await reader.read([gone]);
    expect(read?.problems.map(({ code }) => code)).toEqual(['file/unreadable']);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '#scripts/policy.ts';
import { makeRelease } from '#scripts/release.ts';
import { MIME } from '#scripts/serve.ts';
import { id as words } from '#words/id.ts';
import { commonBrowser, newVisit } from './browser.ts';
import { openDialog } from './office-dialog.ts';
import { openTour, type Tour } from './tour.ts';

const BUILDING_MS = 300_000;

/** A web server that knows types and nothing else, with the program in a folder of it. */
async function bareServer(site: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]?.replace(/^\/peta\//, '') ?? '';
    try {
      const body = readFileSync(join(site, path === '' ? 'index.html' : path));
      response.setHeader('content-type', MIME[extname(path === '' ? '.html' : path)] ?? 'text/html');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('a release, unpacked', () => {
  let folder: string;
  let unpacked: string;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    const { zip } = await makeRelease(folder, { effort: 'quick' });
    unpacked = join(folder, 'elsewhere');
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
    unpacked = join(unpacked, zip.slice(zip.lastIndexOf('/') + 1, -'.zip'.length));
  }, BUILDING_MS);
  afterAll(async () => {
    child?.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  /** As a reader opens it, WebGL and all. */
  async function opened(url: string): Promise<Tour> {
    const tour = await openTour(await newVisit(await commonBrowser(), url), url, { map: 'webgl' });
    await tour.ready();
    tour.recorder.expectClean();
    return tour;
  }

  it('runs with node and nothing installed, with every header', async () => {
    const started = spawn(process.execPath, ['serve.mjs', '0'], {
      cwd: unpacked,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    const [url] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
    const { headers } = await fetch(url);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value);
    await (await opened(url)).close();
  });

  it('runs on a server without headers, in a folder, under the policy of its page', async () => {
    const server = await bareServer(join(unpacked, 'situs'));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/peta/`;
    const tour = await opened(url);
    const foreign = await tour.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(foreign).toBe('refused');
    await expect.poll(() => tour.recorder.faults.map(({ kind }) => kind)).toContain('violation');
    // No header reaches the workers: each has closed its ways out by itself.
    const workers = tour.page.workers();
    expect(workers.length).toBeGreaterThanOrEqual(2);
    const tried = workers.map((worker) =>
      worker.evaluate(() => {
        try {
          void fetch('http://127.0.0.1:9/');
          return 'sent';
        } catch {
          return 'sealed';
        }
      }),
    );
    expect(await Promise.all(tried)).toEqual(workers.map(() => 'sealed'));
    const office = await openDialog(tour);
    await office.dialog.getByText(words.keeping.policy.missing).waitFor();
    await tour.press(words.keeping.policy.understood);
    await office.dialog.getByText(words.keeping.policy.missing).waitFor({ state: 'detached' });
    await tour.close();
    server.closeAllConnections();
    server.close();
  });
});

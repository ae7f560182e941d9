import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '#scripts/policy.ts';
import { makeRelease } from '#scripts/release.ts';
import { MIME } from '#scripts/serve.ts';
import { launchBrowser } from './browser.ts';
import { openTour } from './tour.ts';

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
  let browser: Browser;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
    const { zip } = await makeRelease(folder);
    unpacked = join(folder, 'elsewhere');
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
    unpacked = join(unpacked, zip.slice(zip.lastIndexOf('/') + 1, -'.zip'.length));
    browser = await launchBrowser();
  }, BUILDING_MS);
  afterAll(async () => {
    child?.kill('SIGINT');
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs with node and nothing installed, with every header', async () => {
    const started = spawn(process.execPath, ['serve.mjs', '0'], {
      cwd: unpacked,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    const [url] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
    const { headers } = await fetch(url);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value);
    const tour = await openTour(browser, url);
    await tour.ready();
    tour.recorder.expectClean();
    await tour.close();
  });

  it('runs on a server without headers, in a folder, under the policy of its page', async () => {
    const server = await bareServer(join(unpacked, 'situs'));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/peta/`;
    const tour = await openTour(browser, url);
    await tour.ready();
    tour.recorder.expectClean();
    const foreign = await tour.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(foreign).toBe('refused');
    await expect.poll(() => tour.recorder.faults.map(({ kind }) => kind)).toContain('violation');
    await tour.close();
    server.closeAllConnections();
    server.close();
  });
});

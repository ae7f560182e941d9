import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '#scripts/build.ts';
import { type RunningServer, serve } from '#scripts/serve.ts';
import { axeFaults, launchBrowser, newVisit, type VisitOptions } from './browser.ts';
import { startServer } from './server.ts';

const FOREIGN = 'http://foreign.invalid/x';

describe('the recorder and the policy, shown to fail', () => {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Faults after `plant` has run in the page. */
  async function faultsOf(plant: (foreign: string) => unknown, options: VisitOptions = {}) {
    const visit = await newVisit(browser, server.url, options);
    await visit.page.goto(server.url);
    await visit.page.evaluate(plant, FOREIGN).catch(() => {});
    await visit.page.waitForTimeout(300);
    await visit.close();
    return visit.recorder;
  }

  it('says nothing of an untouched page', async () => {
    const recorder = await faultsOf(() => 0);
    recorder.expectClean();
    expect(recorder.requests).toContain(server.url);
  });

  it('sees a foreign request where no policy stops it', async () => {
    const recorder = await faultsOf((url) => void fetch(url).catch(() => {}), { bypassPolicy: true });
    expect(recorder.faults).toContainEqual({ kind: 'request', text: `left the origin: ${FOREIGN}` });
    expect(() => recorder.expectClean()).toThrow(FOREIGN);
  });

  it.each<[string, string, (foreign: string) => unknown]>([
    ['a foreign request', 'connect-src', (url) => void fetch(url).catch(() => {})],
    [
      'an inline style',
      'style-src',
      () =>
        document.head.append(Object.assign(document.createElement('style'), { textContent: 'a{color:red}' })),
    ],
    ['a foreign picture', 'img-src', (url) => void Object.assign(new Image(), { src: url })],
  ])('the policy stops %s, and the recorder tells', async (_, directive, plant) => {
    const { faults } = await faultsOf(plant);
    expect(faults.filter(({ kind }) => kind === 'violation' || kind === 'error')).not.toEqual([]);
    expect(faults.map(({ text }) => text).join('\n')).toContain(directive);
  });

  it.each<[string, (foreign: string) => unknown]>([
    ['markup', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')],
    ['a script', () => Object.assign(document.createElement('script'), { text: '0' })],
    ['a foreign worker', (url) => new Worker(url)],
    ['a blob worker', () => new Worker(URL.createObjectURL(new Blob(['0'])))],
  ])('Trusted Types refuse %s made from text', async (_, plant) => {
    const visit = await newVisit(browser, server.url);
    await visit.page.goto(server.url);
    await expect(visit.page.evaluate(plant, FOREIGN)).rejects.toThrow(/refused/);
    await visit.close();
  });

  it('hears rejections and complaints', async () => {
    const { faults } = await faultsOf(() => {
      void Promise.reject(new Error('planted rejection'));
      console.warn('planted warning');
    });
    const texts = faults.map(({ text }) => text).join('\n');
    expect(texts).toContain('planted rejection');
    expect(texts).toContain('planted warning');
  });

  it('hears the policy stop a worker', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    cpSync(DIST, folder, { recursive: true });
    writeFileSync(join(folder, 'planted.js'), `fetch('${FOREIGN}').catch(() => {});`);
    const planted = await serve(folder, 0);
    const visit = await newVisit(browser, planted.url);
    await visit.page.goto(planted.url);
    await visit.page.evaluate(() => Object.assign(globalThis, { planted: new Worker('/planted.js') }).origin);
    await expect.poll(() => visit.recorder.faults.length).toBeGreaterThan(0);
    expect(() => visit.recorder.expectClean()).toThrow(FOREIGN);
    await visit.close();
    await planted.close();
    rmSync(folder, { recursive: true });
  });

  it('axe finds a planted fault', async () => {
    const visit = await newVisit(browser, server.url);
    await visit.page.goto(server.url);
    await visit.page.evaluate(() => document.body.append(document.createElement('button')));
    expect(await axeFaults(visit.page)).toContainEqual(expect.stringContaining('button-name'));
    await visit.close();
  });
});

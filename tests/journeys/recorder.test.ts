import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { axeFaults, newVisit, type Visit, type VisitOptions } from './browser.ts';
import { openHouse } from './house.ts';

const FOREIGN = 'http://foreign.invalid/x';

describe('the recorder and the policy, shown to fail', () => {
  const house = openHouse();
  let visit: Visit;
  beforeAll(async () => {
    visit = await opened();
  });

  async function opened(options: VisitOptions = {}): Promise<Visit> {
    const own = await newVisit(house.browser, house.url, options);
    await own.page.goto(house.url);
    return own;
  }

  /** The faults that `plant` adds to those of the page so far. */
  async function faultsOf(plant: (foreign: string) => unknown, { page, recorder }: Visit = visit) {
    const before = recorder.faults.length;
    await page.evaluate(plant, FOREIGN).catch(() => {});
    await page.waitForTimeout(300);
    return recorder.faults.slice(before);
  }

  it('says nothing of an untouched page', async () => {
    expect(await faultsOf(() => 0)).toEqual([]);
    visit.recorder.expectClean();
    expect(visit.recorder.requests).toContain(house.url);
  });

  it('sees a foreign request where no policy stops it', async () => {
    const own = await opened({ bypassPolicy: true });
    const faults = await faultsOf((url) => void fetch(url).catch(() => {}), own);
    expect(faults).toContainEqual({ kind: 'request', text: `left the origin: ${FOREIGN}` });
    expect(() => own.recorder.expectClean()).toThrow(FOREIGN);
    await own.close();
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
    const faults = await faultsOf(plant);
    expect(faults.filter(({ kind }) => kind === 'violation' || kind === 'error')).not.toEqual([]);
    expect(faults.map(({ text }) => text).join('\n')).toContain(directive);
  });

  it.each<[string, (foreign: string) => unknown]>([
    ['markup', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')],
    ['a script', () => Object.assign(document.createElement('script'), { text: '0' })],
    ['a foreign worker', (url) => new Worker(url)],
    ['a blob worker', () => new Worker(URL.createObjectURL(new Blob(['0'])))],
  ])('Trusted Types refuse %s made from text', async (_, plant) => {
    await expect(visit.page.evaluate(plant, FOREIGN)).rejects.toThrow(/refused/);
  });

  it('hears rejections and complaints', async () => {
    const faults = await faultsOf(() => {
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
    const own = await newVisit(house.browser, planted.url);
    await own.page.goto(planted.url);
    await own.page.evaluate(() => Object.assign(globalThis, { planted: new Worker('/planted.js') }).origin);
    await expect.poll(() => own.recorder.faults.length).toBeGreaterThan(0);
    expect(() => own.recorder.expectClean()).toThrow(FOREIGN);
    await own.close();
    await planted.close();
    rmSync(folder, { recursive: true });
  });

  it('axe finds a planted fault', async () => {
    await visit.page.evaluate(() => document.body.append(document.createElement('button')));
    expect(await axeFaults(visit.page)).toContainEqual(expect.stringContaining('button-name'));
  });
});

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '#scripts/build.ts';
import { serve } from '#scripts/serve.ts';
import { axeFaults, commonBrowser, newVisit, type Visit, type VisitOptions } from './browser.ts';
import { openHouse } from './house.ts';
import { marked } from './tour.ts';

const FOREIGN = 'http://foreign.invalid/x';

describe('the recorder and the policy, shown to fail', () => {
  const house = openHouse();
  let visit: Visit;
  beforeAll(async () => {
    visit = await opened();
  });

  async function opened(options: VisitOptions = {}): Promise<Visit> {
    const own = await house.visit(options);
    await own.page.goto(`${house.url}?peta=svg`);
    return own;
  }

  /** Waits until `plant` has added such a fault to those of the page: one that is busy opening tells of it late. */
  async function expectTold(
    plant: (foreign: string) => unknown,
    fault: RegExp | string,
    { page, recorder }: Visit = visit,
  ): Promise<void> {
    const before = recorder.faults.length;
    await page.evaluate(plant, FOREIGN).catch(() => {});
    const told = () =>
      recorder.faults
        .slice(before)
        .map(({ kind, text }) => `${kind}: ${text}`)
        .join('\n');
    await expect.poll(told).toMatch(fault);
  }

  it('says nothing of an untouched page', async () => {
    await marked(visit.page, 'engine-ready');
    visit.recorder.expectClean();
    expect(visit.recorder.requests).toContain(visit.page.url().split('#')[0]);
  });

  it('sees a foreign request where no policy stops it', async () => {
    const own = await opened({ bypassPolicy: true });
    await expectTold((url) => void fetch(url).catch(() => {}), `request: left the origin: ${FOREIGN}`, own);
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
    ['a foreign picture', 'img-src', (url) => document.body.append(Object.assign(new Image(), { src: url }))],
  ])('the policy stops %s, and the recorder tells', async (_, directive, plant) => {
    await expectTold(plant, new RegExp(`^(?:violation|error): .*${directive}`, 'm'));
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
    await expectTold(() => void Promise.reject(new Error('planted rejection')), 'planted rejection');
    await expectTold(() => console.warn('planted warning'), 'planted warning');
  });

  it('hears the policy stop a worker', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    cpSync(DIST, folder, { recursive: true });
    writeFileSync(join(folder, 'planted.js'), `fetch('${FOREIGN}').catch(() => {});`);
    const other = await serve(folder, 0);
    const own = await newVisit(await commonBrowser(), other.url);
    await own.page.goto(`${other.url}?peta=svg`);
    await own.page.evaluate(() => Object.assign(globalThis, { planted: new Worker('/planted.js') }).origin);
    await expect.poll(() => own.recorder.faults.length).toBeGreaterThan(0);
    expect(() => own.recorder.expectClean()).toThrow(FOREIGN);
    await own.close();
    await other.close();
    rmSync(folder, { recursive: true });
  });

  it('axe finds a planted fault', async () => {
    await visit.page.evaluate(() => document.body.append(document.createElement('button')));
    expect(await axeFaults(visit.page)).toContainEqual(expect.stringContaining('button-name'));
  });
});

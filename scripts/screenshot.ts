import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { DIST, ensureBuild } from './build.ts';
import { ensureChromium } from './install-chromium.ts';
import { serve } from './serve.ts';

const OUT = resolve(import.meta.dirname, '../docs/screenshot.png');

/** The README's picture: the built app as a planner's laptop shows it, one kelurahan selected. */
await ensureBuild();
const server = await serve(DIST, 0);
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  await page.goto(server.url);
  await page.waitForFunction(
    () =>
      performance.getEntriesByName('first-map').length > 0 &&
      performance.getEntriesByName('engine-ready').length > 0,
    null,
    { timeout: 120_000 },
  );
  await page.getByRole('button', { name: 'Prioritas', exact: true }).click();
  await page.getByText('tahan').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: OUT });
  console.log(OUT);
} finally {
  await browser.close();
  await server.close();
}

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './install-chromium.ts';
import { ROOT } from './tool.ts';

const PUBLIC = resolve(ROOT, 'public');
const GROUND = '#fafaf7';
/** Systems cut an icon of theirs to a shape of their own: what matters lies within four fifths. */
const ICONS = [
  { file: 'icon-192.png', size: 192, share: 1 },
  { file: 'icon-512.png', size: 512, share: 1 },
  { file: 'icon-maskable-512.png', size: 512, share: 0.72 },
] as const;

const drawing = readFileSync(resolve(PUBLIC, 'favicon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
for (const { file, size, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = share === 1 ? 'transparent' : GROUND;
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${ground}"><div style="width:${100 * share}%">${drawing}</div></body>`,
  );
  writeFileSync(resolve(PUBLIC, file), await page.screenshot({ omitBackground: share === 1 }));
  await page.close();
}
await browser.close();

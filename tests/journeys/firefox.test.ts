import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { findFirefox } from '#scripts/firefox/firefox-process.ts';
import { ROOT } from '#scripts/tool.ts';
import { commonServer } from './server.ts';

it.skipIf(findFirefox() === null)('Firefox opens, colors, filters, lists and exports', async () => {
  const { url } = await commonServer();
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/loader.mjs');
  const args = ['--import', `file://${tsx}`, resolve(ROOT, 'scripts/firefox.ts'), url];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  expect(complained).toBe('');
  expect(
    said
      .trim()
      .split('\n')
      .map((line) => line.split(/[:,]| drawn/)[0]),
  ).toEqual(['opened', 'map', 'filtered', 'table', 'exported']);
  expect(code).toBe(0);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '#scripts/policy.ts';
import { ROOT } from '#scripts/tool.ts';

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGINT'));

it('npm start prints the address and nothing else, serves there, and stops when told', async () => {
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/loader.mjs');
  const args = ['--import', `file://${tsx}`, resolve(ROOT, 'scripts/start.ts'), '0'];
  const started = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, CI: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const lines: string[] = [];
  const reader = createInterface({ input: started.stdout });
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  expect(lines[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);

  const response = await fetch(lines[0] ?? '');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(await response.text()).toContain('<html lang="id">');

  started.kill('SIGINT');
  const [code] = await once(started, 'exit');
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
});

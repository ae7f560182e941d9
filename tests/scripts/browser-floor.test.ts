import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { floorFaults } from '#scripts/browser-floor.ts';

it('names the built script that asks for more than Chrome 109 has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'));
  writeFileSync(join(folder, 'old.js'), 'x.at(-1);x.findLast(y);Promise.any(z)');
  writeFileSync(join(folder, 'new.js'), 'var a=b.toSorted((c,d)=>c-d)');
  expect(floorFaults(folder)).toEqual(['new.js: var a=b.toSorted((c,d)=>c-d)']);
  rmSync(folder, { recursive: true });
});

import { resolve } from 'node:path';
import { floorFaults } from './browser-floor.ts';
import { DIST, ensureBuild } from './build.ts';
import { houseFaults } from './house-rules.ts';
import { checkSizeBudget } from './size-budget.ts';
import { ROOT, tool } from './tool.ts';

const STEPS: readonly (readonly [name: string, work: () => Promise<boolean>])[] = [
  [
    'format and lint',
    async () =>
      (await tool('biome', ['check', '--error-on-warnings', '.'], { packageName: '@biomejs/biome' })) === 0,
  ],
  ['types and walls', async () => (await tool('tsc', ['-b'], { packageName: 'typescript' })) === 0],
  ['house rules', async () => printed(houseFaults(ROOT))],
  ['dead code', async () => (await tool('knip', [])) === 0],
  [
    'unit tests',
    async () =>
      (await tool('vitest', ['run', '--project=unit'], { environment: { PETA_SEED: 'random' } })) === 0,
  ],
  ['build', async () => ensureBuild().then(() => true)],
  ['browser floor', async () => printed(floorFaults(resolve(DIST, 'assets')))],
  ['size budget', async () => checkSizeBudget()],
];

function printed(faults: readonly string[]): boolean {
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}

/** Every step runs, so that one look shows all that is wrong. */
const failed: string[] = [];
for (const [name, work] of STEPS) {
  console.log(`\n== ${name}`);
  const passed = await work().catch((error: unknown) => {
    console.error(error);
    return false;
  });
  if (!passed) failed.push(name);
}
console.log(failed.length === 0 ? '\ncheck passed' : `\ncheck failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBuild } from './build.ts';
import { ensureChromium } from './install-chromium.ts';
import { addTallies, succeeded, type Tally, tallyLine, tallyOf, type VitestReport } from './test-report.ts';
import { ROOT, tool } from './tool.ts';

const REPORTS = resolve(ROOT, 'test-results');

async function runProject(project: string): Promise<Tally> {
  const report = resolve(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  const exitCode = await tool('vitest', [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const parsed = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as VitestReport) : null;
  return tallyOf(parsed, exitCode);
}

/** A stage without which the tests after it cannot run: its fault is printed and counts as one failure. */
async function stage(name: string, work: () => Promise<void> | void): Promise<Tally> {
  try {
    await work();
    return { passed: 0, failed: 0, skipped: [] };
  } catch (error) {
    console.error(`\n${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/** The browser is looked for first: its absence should not be learned at the end of a long run. */
async function run(): Promise<Tally> {
  const browser = await stage('finding Chromium', () => void ensureChromium());
  const build = await stage('building', ensureBuild);
  const unit = await runProject('unit');
  if (browser.failed + build.failed > 0) return addTallies([browser, build, unit]);
  return addTallies([unit, await runProject('journeys')]);
}

const tally = await run();
if (tally.skipped.length > 0) {
  console.log(`\nSKIPPED, not tested here:\n${tally.skipped.map((name) => `  ${name}`).join('\n')}\n`);
}
process.exitCode = succeeded(tally) ? 0 : 1;
console.log(tallyLine(tally));

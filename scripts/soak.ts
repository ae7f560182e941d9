import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, tool } from './tool.ts';

/** The tests that have a long form, in it: what repeats to be believed repeats as often as it is claimed. */
const files = readdirSync(join(ROOT, 'tests'), { recursive: true })
  .map((file) => join('tests', String(file)))
  .filter(
    (file) => file.endsWith('.test.ts') && readFileSync(join(ROOT, file), 'utf8').includes('LONG_FORM'),
  );
process.exitCode = await tool('vitest', ['run', ...files], { environment: { TEST_FORM: 'long' } });

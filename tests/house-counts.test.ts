import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

const SOURCES = [...filesOf('src'), ...filesOf('scripts/analyze')];
const GUIDE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** Files that name something, but for those that are its own. */
function naming(pattern: RegExp, own: RegExp): readonly string[] {
  return SOURCES.filter(
    (file) => !own.test(basename(file)) && pattern.test(readFileSync(join(ROOT, file), 'utf8')),
  );
}

/** What CONTRIBUTING says under the name of a thing: '**A question** ... in 13 files'. */
function promised(thing: string): number {
  return Number(
    new RegExp(String.raw`^\*\*${thing}\*\*[^\n]*?\bin (\d+) files`, 'm').exec(GUIDE)?.[1] ?? Number.NaN,
  );
}

test('a question takes as many files beside its own as CONTRIBUTING says', () => {
  const kind =
    /\.\/exceedance[\w-]*\.tsx?'|['.]exceedance'?:|^\s+exceedance:|^\s+'exceedance',$|kind === 'exceedance'/m;
  const files = naming(kind, /^exceedance[-.]/);
  expect(promised('A question'), files.join('\n')).toBe(files.length);
});

test('an indicator takes as many files as CONTRIBUTING says', () => {
  const files = naming(/'severe-wasting'/, /^severe-wasting/);
  expect(promised('An indicator'), files.join('\n')).toBe(files.length);
});

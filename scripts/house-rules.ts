import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { TOO_NEW } from './browser-floor.ts';

const FOLDERS = ['src', 'scripts', 'tests'];
/** Names that say nothing about what is inside. */
const VAGUE_NAME = /^(index|utils?|helpers?|common|misc|types)\.tsx?$/;
/** What would make the same input give another answer, or make a caller wait. */
const IMPURE =
  /\b(?:Math\.random|Date\.now|new Date\(\)|performance\.|crypto\.|async\b|await\b|new Promise\b)/;
const RULES = [
  { folder: 'src/', pattern: TOO_NEW, reason: 'Chrome 109 does not have it' },
  { folder: 'src/core/', pattern: IMPURE, reason: 'core is pure' },
];

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ''));
}

function sourceFiles(root: string): readonly string[] {
  return FOLDERS.flatMap((folder) => {
    const full = resolve(root, folder);
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  });
}

/** Breaches of the rules that neither the compiler nor the linter knows, as `file: what`. */
export function houseFaults(root: string): readonly string[] {
  const faults: string[] = [];
  for (const file of sourceFiles(root)) {
    if (VAGUE_NAME.test(basename(file))) faults.push(`${file}: name the noun of the field the file is about`);
    const rules = RULES.filter(({ folder }) => file.startsWith(folder));
    const lines =
      rules.length === 0 ? [] : withoutComments(readFileSync(resolve(root, file), 'utf8')).split('\n');
    for (const [at, line] of lines.entries()) {
      for (const { pattern, reason } of rules) {
        const found = pattern.exec(line);
        if (found !== null) faults.push(`${file}:${at + 1}: ${reason}: ${found[0]}`);
      }
    }
  }
  return faults;
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { TOO_NEW } from './browser-floor.ts';

interface HouseRule {
  readonly folder: string;
  readonly pattern: RegExp;
  readonly reason: string;
  /** The one file that may. */
  readonly except?: string;
}

const FOLDERS = ['src', 'scripts', 'tests'];
/** Names that say nothing about what is inside. */
const VAGUE_NAME = /^(index|utils?|helpers?|common|misc|types)\.tsx?$/;
/** What would make the same input give another answer, or make a caller wait. */
const IMPURE =
  /\b(?:Math\.random|Date\.now|new Date\(\)|performance\.|crypto\.|async\b|await\b|new Promise\b)/;
/** A wait for a time instead of a state: too short on a busy computer, too long on any other. */
const SLEEP = /\bwaitForTimeout\b|\btimers\/promises\b|\bsetTimeout\(\s*\w+\s*[,)]/;
const POLLS = 'a test polls the state it waits for';
/** Whatever hands a file over or prints: only the gate, which asks before internal figures leave. */
const WAY_OUT = /\bwindow\.print\(|\.download\s*=|\bdownload\(|\bshowSaveFilePicker\b/;
const GATE = 'src/app/kit/way-out.ts';
/** What may fail by itself is shown by one component, which says so in its place: nothing else takes the page with it. */
const BOUNDED = 'src/app/kit/bounded.tsx';
const BOUNDED_DIALOG = 'src/app/kit/bounded-dialog.tsx';
const FILE_CHOICE = 'src/app/kit/file-choice.tsx';
const LATE = 'src/app/late.tsx';
const RULES: readonly HouseRule[] = [
  { folder: 'src/', pattern: TOO_NEW, reason: 'Chrome 109 does not have it' },
  { folder: 'src/core/', pattern: IMPURE, reason: 'core is pure' },
  { folder: 'src/', pattern: WAY_OUT, reason: `all leaves by ${GATE}`, except: GATE },
  {
    folder: 'src/',
    pattern: /<Suspense\b/,
    reason: `what is waited for stands in ${BOUNDED}`,
    except: BOUNDED,
  },
  { folder: 'src/', pattern: /\blazy\(/, reason: `late parts are made by ${LATE}`, except: LATE },
  { folder: 'src/', pattern: /<Dialog\b/, reason: `dialogs are ${BOUNDED_DIALOG}`, except: BOUNDED_DIALOG },
  {
    folder: 'src/',
    pattern: /<FileTrigger\b/,
    reason: `files are chosen by ${FILE_CHOICE}`,
    except: FILE_CHOICE,
  },
  { folder: 'tests/', pattern: SLEEP, reason: POLLS },
  { folder: 'tests/journeys/', pattern: /\bsetTimeout\b/, reason: POLLS },
];

/** What a layer may import besides itself. The compiler follows references of references; this table does not. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  thread: ['core'],
  data: ['core', 'thread'],
  // Rows of persons: nothing imports it but its own worker and the scripts.
  linkage: ['core', 'data', 'thread'],
  worker: ['core', 'thread'],
  map: ['core', 'thread'],
  report: ['core'],
  picture: ['core', 'map'],
  words: ['core', 'picture'],
  state: ['core', 'picture'],
  export: ['core', 'map', 'report', 'picture', 'words'],
  desk: ['core', 'data', 'worker', 'thread', 'picture', 'state'],
  app: ['core', 'data', 'map', 'report', 'worker', 'picture', 'words', 'state', 'export', 'desk'],
};
const LAYER_OF_IMPORT = /\b(?:from|import\()\s*['"]#(\w+)\//;

function importFaults(file: string, lines: readonly string[]): readonly string[] {
  const layer = /^src\/(\w+)\//.exec(file)?.[1] ?? '';
  const allowed = MAY_IMPORT[layer];
  if (allowed === undefined) return [];
  return lines.flatMap((line, at) => {
    const other = LAYER_OF_IMPORT.exec(line)?.[1];
    return other === undefined || other === layer || allowed.includes(other)
      ? []
      : [`${file}:${at + 1}: ${layer} may not import ${other}`];
  });
}

/** Two files of one stem are taken for each other in every list of files. */
function stemFaults(files: readonly string[]): readonly string[] {
  const byStem = new Map<string, string>();
  return files
    .filter((file) => file.startsWith('src/'))
    .flatMap((file) => {
      const stem = basename(file).replace(/\.tsx?$/, '');
      const other = byStem.get(stem);
      byStem.set(stem, file);
      return other === undefined ? [] : [`${file}: ${other} has the same name`];
    });
}

/** A field in which a text is typed: the browser would keep it for the next who types there. */
const REMEMBERED =
  /<(?:Input|TextArea|input|textarea)\s+(?=\S)(?!autoComplete="off"|\{\.\.\.input\}|type="(?:range|radio|checkbox)")/g;

function fieldFaults(file: string, text: string): readonly string[] {
  if (!file.startsWith('src/app/')) return [];
  return [...text.matchAll(REMEMBERED)].map(({ index }) => {
    const line = text.slice(0, index).split('\n').length;
    return `${file}:${line}: a field says autoComplete="off" before all else`;
  });
}

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
  const files = sourceFiles(root);
  const faults: string[] = [...stemFaults(files)];
  for (const file of files) {
    if (VAGUE_NAME.test(basename(file))) faults.push(`${file}: name the noun of the field the file is about`);
    const rules = RULES.filter(({ folder, except }) => file.startsWith(folder) && file !== except);
    const lines =
      rules.length === 0 ? [] : withoutComments(readFileSync(resolve(root, file), 'utf8')).split('\n');
    faults.push(...importFaults(file, lines), ...fieldFaults(file, lines.join('\n')));
    for (const [at, line] of lines.entries()) {
      for (const { pattern, reason } of rules) {
        const found = pattern.exec(line);
        if (found !== null) faults.push(`${file}:${at + 1}: ${reason}: ${found[0]}`);
      }
    }
  }
  return faults;
}

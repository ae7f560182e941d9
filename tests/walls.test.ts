import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { houseFaults } from '#scripts/house-rules.ts';
import { ROOT } from '#scripts/tool.ts';

const CONFIGURATION = [
  'biome.json',
  'package.json',
  'tsconfig.base.json',
  ...['core', 'data', 'map', 'report', 'worker', 'app'].map((layer) => `src/${layer}/tsconfig.json`),
];
/** A program of one file a layer that keeps every rule. */
const INNOCENT: Readonly<Record<string, string>> = {
  'src/core/area.ts': 'export const area = 1;\n',
  'src/data/reading.ts': "import { area } from '#core/area.ts';\n\nexport const reading = area;\n",
  'src/map/scene.ts': "import { area } from '#core/area.ts';\n\nexport const scene = area;\n",
  'src/report/sheet.ts': "import { area } from '#core/area.ts';\n\nexport const sheet = area;\n",
  'src/worker/draws.ts': "import { area } from '#core/area.ts';\n\nexport const draws = area;\n",
  'src/app/picture.tsx':
    "import { reading } from '#data/reading.ts';\nimport { scene } from '#map/scene.ts';\nimport { sheet } from '#report/sheet.ts';\nimport { draws } from '#worker/draws.ts';\n\nexport const picture = <p>{document.title + reading + scene + sheet + draws}</p>;\n",
  'src/app/store.ts': 'export const store = 1;\n',
  'scripts/demo.ts': 'export const demo = 1;\n',
  'tests/walls.ts': 'export const walls = 1;\n',
};

function run(folder: string, packagePath: string, args: readonly string[]): string {
  const program = join(ROOT, 'node_modules', packagePath);
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
const typeFaults = (folder: string, ...layers: readonly string[]) =>
  run(folder, 'typescript/bin/tsc', ['-b', ...layers.map((layer) => `src/${layer}`)]);
const lintFaults = (folder: string) =>
  run(folder, '@biomejs/biome/bin/biome', ['lint', '--vcs-enabled=false', '--max-diagnostics=50', '.']);

interface TypeBreach {
  readonly what: string;
  readonly layer: string;
  readonly path: string;
  readonly text: string;
  readonly fault: RegExp;
}
const TYPE_BREACHES: readonly TypeBreach[] = [
  {
    what: 'core importing data',
    layer: 'core',
    path: 'src/core/breach-1.ts',
    text: "export { reading } from '#data/reading.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'core importing app',
    layer: 'core',
    path: 'src/core/breach-2.ts',
    text: "export { store } from '#app/store.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'data importing map',
    layer: 'data',
    path: 'src/data/breach-3.ts',
    text: "export { scene } from '#map/scene.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'map importing data',
    layer: 'map',
    path: 'src/map/breach-4.ts',
    text: "export { reading } from '#data/reading.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'report importing map',
    layer: 'report',
    path: 'src/report/breach-5.ts',
    text: "export { scene } from '#map/scene.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'report importing data',
    layer: 'report',
    path: 'src/report/breach-6.ts',
    text: "export { reading } from '#data/reading.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'worker importing data',
    layer: 'worker',
    path: 'src/worker/breach-7.ts',
    text: "export { reading } from '#data/reading.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'a page in a worker',
    layer: 'worker',
    path: 'src/worker/breach-8.ts',
    text: 'export const title = document.title;\n',
    fault: /'document'/,
  },
  {
    what: 'map importing app',
    layer: 'map',
    path: 'src/map/breach-9.ts',
    text: "export { store } from '#app/store.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'document in core',
    layer: 'core',
    path: 'src/core/breach-10.ts',
    text: 'export const title = document.title;\n',
    fault: /'document'/,
  },
  {
    what: 'Node in core',
    layer: 'core',
    path: 'src/core/breach-11.ts',
    text: "export { readFileSync } from 'node:fs';\n",
    fault: /node:fs/,
  },
];
const LINT_BREACHES: readonly Readonly<Record<'what' | 'path' | 'text' | 'rule', string>>[] = [
  {
    what: '../ across layers',
    path: 'src/data/breach.ts',
    text: "import { area } from '../core/area.ts';\n\nexport const a = area;\n",
    rule: 'noRestrictedImports',
  },
  {
    what: '../ within tests',
    path: 'tests/core/cells.ts',
    text: "import { walls } from '../walls.ts';\n\nexport const a = walls;\n",
    rule: 'noRestrictedImports',
  },
  {
    what: 'a barrel',
    path: 'src/core/all.ts',
    text: "export { area } from './area.ts';\n",
    rule: 'noBarrelFile',
  },
  {
    what: 'a re-export of everything',
    path: 'src/core/everything.ts',
    text: "export * from './area.ts';\n\nexport const a = 1;\n",
    rule: 'noReExportAll',
  },
  {
    what: 'a name in capitals',
    path: 'src/core/AreaTable.ts',
    text: 'export const a = 1;\n',
    rule: 'useFilenamingConvention',
  },
  {
    what: 'any',
    path: 'src/core/any-breach.ts',
    text: 'export const cells: any = 1;\n',
    rule: 'noExplicitAny',
  },
];

function remembered(run: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key) ?? run(key);
    known.set(key, found);
    return found;
  };
}

describe('the walls, each shown to stop a breach', () => {
  let folder: string;
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  /** All breaches of a layer compiled together, each in a file of its own. */
  const typeFaultsOf = remembered((layer) => {
    for (const breach of TYPE_BREACHES) if (breach.layer === layer) plant(breach.path, breach.text);
    return typeFaults(folder, layer);
  });
  const lintOnce = remembered(() => {
    for (const { path, text } of LINT_BREACHES) plant(path, text);
    return lintFaults(folder);
  });
  const allLintFaults = () => lintOnce('');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'));
    for (const path of CONFIGURATION) cpSync(join(ROOT, path), join(folder, path));
    for (const [path, text] of Object.entries(INNOCENT)) plant(path, text);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('let a program pass that keeps them', () => {
    expect(typeFaults(folder, 'core', 'data', 'map', 'report', 'worker', 'app')).toBe('');
    expect(lintFaults(folder)).toBe('');
    expect(houseFaults(folder)).toEqual([]);
  });

  it.each(TYPE_BREACHES)('the compiler stops $what', ({ layer, path, fault }) => {
    const said = typeFaultsOf(layer)
      .split('\n')
      .filter((line) => line.startsWith(path));
    expect(said.join('\n')).toMatch(fault);
  });

  it.each(LINT_BREACHES)('the linter stops $what', ({ path, rule }) => {
    const at = allLintFaults()
      .split('\n')
      .filter((line) => line.startsWith(path));
    expect(at.join('\n')).toContain(rule);
  });

  it.each<[what: string, path: string, text: string]>([
    ...['index', 'util', 'utils', 'helper', 'helpers', 'common', 'misc', 'types'].map(
      (name): [string, string, string] => [
        `a file named ${name}`,
        `src/app/${name}.ts`,
        'export const a = 1;\n',
      ],
    ),
    ['chance in core', 'src/core/cells.ts', 'export const a = Math.random();\n'],
    ['a clock in core', 'src/core/cells.ts', 'export const a = Date.now();\n'],
    ['waiting in core', 'src/core/cells.ts', 'export async function a() {}\n'],
    ['a function Chrome 109 lacks', 'src/map/cells.ts', 'export const a = [2, 1].toSorted();\n'],
  ])('the house rules stop %s', (_, path, text) => {
    plant(path, text);
    const faults = houseFaults(folder);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(path);
  });

  it('a forbidden word in a comment is no breach', () => {
    plant('src/core/cells.ts', '/** Never async. */\n// no Math.random()\nexport const cells = 1;\n');
    expect(houseFaults(folder)).toEqual([]);
  });
});

describe('the program itself', () => {
  it('compiles, walls included', () => {
    expect(run(ROOT, 'typescript/bin/tsc', ['-b'])).toBe('');
  });

  it('keeps the house rules', () => {
    expect(houseFaults(ROOT)).toEqual([]);
  });
});

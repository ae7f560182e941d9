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

describe('the walls, each shown to stop a breach', () => {
  let folder: string;
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

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

  it.each<[what: string, layer: string, path: string, text: string, fault: RegExp]>([
    [
      'core importing data',
      'core',
      'src/core/cells.ts',
      "export { reading } from '#data/reading.ts';\n",
      /TS6307/,
    ],
    ['core importing app', 'core', 'src/core/cells.ts', "export { store } from '#app/store.ts';\n", /TS6307/],
    ['data importing map', 'data', 'src/data/cells.ts', "export { scene } from '#map/scene.ts';\n", /TS6307/],
    [
      'map importing data',
      'map',
      'src/map/cells.ts',
      "export { reading } from '#data/reading.ts';\n",
      /TS6307/,
    ],
    [
      'report importing map',
      'report',
      'src/report/cells.ts',
      "export { scene } from '#map/scene.ts';\n",
      /TS6307/,
    ],
    [
      'report importing data',
      'report',
      'src/report/cells.ts',
      "export { reading } from '#data/reading.ts';\n",
      /TS6307/,
    ],
    [
      'worker importing data',
      'worker',
      'src/worker/cells.ts',
      "export { reading } from '#data/reading.ts';\n",
      /TS6307/,
    ],
    [
      'a page in a worker',
      'worker',
      'src/worker/cells.ts',
      'export const title = document.title;\n',
      /'document'/,
    ],
    ['map importing app', 'map', 'src/map/cells.ts', "export { store } from '#app/store.ts';\n", /TS6307/],
    ['document in core', 'core', 'src/core/cells.ts', 'export const title = document.title;\n', /'document'/],
    ['Node in core', 'core', 'src/core/cells.ts', "export { readFileSync } from 'node:fs';\n", /node:fs/],
  ])('the compiler stops %s', (_, layer, path, text, fault) => {
    plant(path, text);
    const faults = typeFaults(folder, layer);
    expect(faults).toMatch(fault);
    expect(faults).toContain(path);
  });

  it.each<[what: string, path: string, text: string, rule: string]>([
    [
      '../ across layers',
      'src/data/cells.ts',
      "import { area } from '../core/area.ts';\n\nexport const a = area;\n",
      'noRestrictedImports',
    ],
    [
      '../ within tests',
      'tests/core/cells.ts',
      "import { walls } from '../walls.ts';\n\nexport const a = walls;\n",
      'noRestrictedImports',
    ],
    ['a barrel', 'src/core/all.ts', "export { area } from './area.ts';\n", 'noBarrelFile'],
    [
      'a re-export of everything',
      'src/core/all.ts',
      "export * from './area.ts';\n\nexport const a = 1;\n",
      'noReExportAll',
    ],
    ['a name in capitals', 'src/core/AreaTable.ts', 'export const a = 1;\n', 'useFilenamingConvention'],
    ['any', 'src/core/cells.ts', 'export const cells: any = 1;\n', 'noExplicitAny'],
  ])('the linter stops %s', (_, path, text, rule) => {
    plant(path, text);
    const faults = lintFaults(folder);
    expect(faults).toContain(rule);
    expect(faults).toContain(path);
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

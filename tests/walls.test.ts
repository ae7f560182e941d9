import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { houseFaults } from '#scripts/house-rules.ts';
import { ROOT } from '#scripts/tool.ts';

const LAYERS = [
  'core',
  'thread',
  'data',
  'linkage',
  'map',
  'report',
  'worker',
  'picture',
  'words',
  'state',
  'export',
  'desk',
  'app',
];
const CONFIGURATION = [
  'biome.json',
  'package.json',
  'tsconfig.base.json',
  ...LAYERS.map((layer) => `src/${layer}/tsconfig.json`),
];
/** A program of one file a layer that keeps every rule. */
const INNOCENT: Readonly<Record<string, string>> = {
  'src/core/area.ts': 'export const area = 1;\n',
  'src/thread/life.ts': "import { area } from '#core/area.ts';\n\nexport const life = area;\n",
  'src/data/reading.ts': "import { area } from '#core/area.ts';\n\nexport const reading = area;\n",
  'src/linkage/linking.ts':
    "import { area } from '#core/area.ts';\nimport { reading } from '#data/reading.ts';\n\nexport const linking = area + reading;\n",
  'src/map/scene.ts': "import { area } from '#core/area.ts';\n\nexport const scene = area;\n",
  'src/report/sheet.ts': "import { area } from '#core/area.ts';\n\nexport const sheet = area;\n",
  'src/worker/draws.ts': "import { area } from '#core/area.ts';\n\nexport const draws = area;\n",
  'src/picture/layer.ts':
    "import { area } from '#core/area.ts';\nimport { scene } from '#map/scene.ts';\n\nexport const layer = area + scene;\n",
  'src/words/sentence.ts':
    "import { area } from '#core/area.ts';\nimport { layer } from '#picture/layer.ts';\n\nexport const sentence = area + layer;\n",
  'src/state/store.ts':
    "import { layer } from '#picture/layer.ts';\n\nexport const store = layer + document.title;\n",
  'src/export/annex.ts':
    "import { layer } from '#picture/layer.ts';\nimport { sheet } from '#report/sheet.ts';\nimport { sentence } from '#words/sentence.ts';\n\nexport const annex = layer + sheet + sentence;\n",
  'src/desk/session.ts':
    "import { reading } from '#data/reading.ts';\nimport { store } from '#state/store.ts';\nimport { draws } from '#worker/draws.ts';\n\nexport const session = reading + store + draws;\n",
  'src/app/panel.tsx':
    "import { session } from '#desk/session.ts';\nimport { annex } from '#export/annex.ts';\n\nexport const panel = <p>{document.title + session + annex}</p>;\n",
  'scripts/demo.ts': 'export const demo = 1;\n',
  'tests/walls.ts': 'export const walls = 1;\n',
};

/** In two parts, because the rule reads this file too. */
const SLEEPS = ['waitFor-Timeout', 'set-Timeout', 'timers-/promises'].map((name) => name.replace('-', ''));

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
    what: 'core importing state',
    layer: 'core',
    path: 'src/core/breach-2.ts',
    text: "export { store } from '#state/store.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'data importing linkage',
    layer: 'data',
    path: 'src/data/breach-13.ts',
    text: "export { linking } from '#linkage/linking.ts';\n",
    fault: /TS6307/,
  },
  {
    what: 'linkage importing state',
    layer: 'linkage',
    path: 'src/linkage/breach-14.ts',
    text: "export { store } from '#state/store.ts';\n",
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
    what: 'thread importing worker',
    layer: 'thread',
    path: 'src/thread/breach-12.ts',
    text: "export { draws } from '#worker/draws.ts';\n",
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
    text: "export { store } from '#state/store.ts';\n",
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
  ...['picture', 'words', 'export'].map((layer) => ({
    what: `a page in ${layer}`,
    layer,
    path: `src/${layer}/breach-page.ts`,
    text: 'export const title = document.title;\n',
    fault: /'document'/,
  })),
  ...['state', 'desk'].map((layer) => ({
    what: `markup in ${layer}`,
    layer,
    path: `src/${layer}/breach-markup.ts`,
    text: "export { panel } from '#app/panel.tsx';\n",
    fault: /TS6307|TS6142/,
  })),
];
/** Arrows that point up or sideways. */
const ARROWS = [
  ['core', 'map'],
  ['data', 'worker'],
  ['report', 'picture'],
  ['picture', 'data'],
  ['picture', 'worker'],
  ['picture', 'words'],
  ['picture', 'state'],
  ['words', 'map'],
  ['words', 'state'],
  ['words', 'export'],
  ['state', 'words'],
  ['state', 'map'],
  ['state', 'desk'],
  ['export', 'state'],
  ['export', 'data'],
  ['export', 'desk'],
  ['desk', 'map'],
  ['desk', 'words'],
  ['desk', 'export'],
  ['worker', 'app'],
  ['desk', 'linkage'],
  ['state', 'linkage'],
  ['app', 'linkage'],
  ['export', 'linkage'],
  ['linkage', 'desk'],
] as const;
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
    what: 'a circle of imports',
    path: 'src/core/circle-a.ts',
    text: "import { b } from './circle-b.ts';\n\nexport const a = (): unknown => b;\n",
    rule: 'noImportCycles',
  },
  {
    what: 'the other half of the circle',
    path: 'src/core/circle-b.ts',
    text: "import { a } from './circle-a.ts';\n\nexport const b = (): unknown => a;\n",
    rule: 'noImportCycles',
  },
  {
    what: 'a circle of types across a name of the package',
    path: 'src/words/circle-c.ts',
    text: "import type { D } from '#words/circle-d.ts';\n\nexport interface C {\n  readonly d: D;\n}\n",
    rule: 'noImportCycles',
  },
  {
    what: 'its other half',
    path: 'src/words/circle-d.ts',
    text: "import type { C } from '#words/circle-c.ts';\n\nexport interface D {\n  readonly c: C;\n}\n",
    rule: 'noImportCycles',
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
    expect(typeFaults(folder, ...LAYERS)).toBe('');
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
    ...ARROWS.map(([layer, other]): [string, string, string] => [
      `${layer} importing ${other}`,
      `src/${layer}/breach.ts`,
      `export { a } from '#${other}/a.ts';\n`,
    ]),
    ['two files of one name', 'src/map/area.ts', 'export const a = 1;\n'],
    ['chance in core', 'src/core/cells.ts', 'export const a = Math.random();\n'],
    ['a clock in core', 'src/core/cells.ts', 'export const a = Date.now();\n'],
    ['waiting in core', 'src/core/cells.ts', 'export async function a() {}\n'],
    ['a function Chrome 109 lacks', 'src/map/circle.ts', 'export const a = [2, 1].toSorted();\n'],
    ['a file handed over past the gate', 'src/app/proposal.ts', "link.download = 'usulan.csv';\n"],
    ['a sheet printed past the gate', 'src/app/proposal.ts', 'window.print();\n'],
    ['a part that is waited for unbounded', 'src/app/trend.tsx', 'export const a = <Suspense />;\n'],
    ['a late part that is asked for once', 'src/app/trend.tsx', "const a = lazy(() => import('./a.ts'));\n"],
    ['a dialog that takes the page with it', 'src/app/trend.tsx', 'export const a = <Dialog />;\n'],
    [
      'a field that the browser remembers',
      'src/app/trend.tsx',
      'export const a = <Input className="b" />;\n',
    ],
    ['files whose names stay in the form', 'src/app/trend.tsx', 'export const a = <FileTrigger />;\n'],
    ['a wait for a time in a journey', 'tests/journeys/map.test.ts', `await page.${SLEEPS[0]}(300);\n`],
    [
      'a promise of a time',
      'tests/app/map.test.ts',
      `await new Promise((done) => ${SLEEPS[1]}(done, 20));\n`,
    ],
    ['a timer of Node', 'tests/app/map.test.ts', `import { setTimeout as rest } from 'node:${SLEEPS[2]}';\n`],
    ['any timer in a journey', 'tests/journeys/map.test.ts', `${SLEEPS[1]}(() => page.reload(), 20);\n`],
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

/** All layers from nothing, beside other work. */
const COLD_MS = 300_000;

describe('the program itself', () => {
  it(
    'compiles, walls included',
    () => {
      expect(run(ROOT, 'typescript/bin/tsc', ['-b'])).toBe('');
    },
    COLD_MS,
  );

  it('keeps the house rules', () => {
    expect(houseFaults(ROOT)).toEqual([]);
  });
});

import { resolve } from 'node:path';
import type { Rolldown } from 'vite';
import { ROOT } from './tool.ts';

type Group = Rolldown.CodeSplittingGroup;
type Context = Parameters<Extract<Group['name'], (...given: never) => unknown>>[1];

const PAGE = 'src/app/main.ts';
const PANELS = 'src/app/mount.tsx';
/** What may be had without the panels, each by itself. */
const MAPS = ['src/map/map-surface.ts', 'src/map/svg-surface.ts'];

/** What a module imports at once, and what that imports; not the module itself, which may be asked for by its name. */
function reach(entry: string, context: Context): ReadonlySet<string> {
  const start = resolve(ROOT, entry);
  if (context.getModuleInfo(start) === null) throw new Error(`the build has no module ${entry}`);
  const reached = new Set<string>();
  const left = [start];
  for (let id = left.pop(); id !== undefined; id = left.pop())
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) {
      if (reached.has(imported)) continue;
      reached.add(imported);
      left.push(imported);
    }
  return reached;
}

/**
 * What is always fetched together is one file: of the page, of its panels, and of what these share with the maps. The
 * browser asks for six files at a time of a server like ours, and each takes processor time of its own.
 */
export function openingChunks(): Group {
  let known: readonly (readonly [name: string, modules: ReadonlySet<string>])[] | null = null;
  return {
    debugName: 'opening',
    name(module, context) {
      if (known === null) {
        const panels = reach(PANELS, context);
        const maps = MAPS.flatMap((map) => [...reach(map, context)]);
        known = [
          ['opening', reach(PAGE, context)],
          ['maps', new Set(maps.filter((id) => panels.has(id)))],
          ['panels', panels],
        ];
      }
      return known.find(([, modules]) => modules.has(module))?.[0] ?? null;
    },
  };
}

import * as v from 'valibot';
import type { Tier } from '#core/dataset.ts';
import type { ArchivePart } from '#data/archive-guard.ts';
import type { DatasetPackage } from '#data/dataset-package.ts';
import { MANIFEST } from '#data/manifest-path.ts';
import type { KeptDataset } from '#picture/kept-dataset.ts';
import { type MachineStorage, readKept, writeKept } from '#state/machine-storage.ts';

export const SHELF_KEY = 'peta-sasaran/dataset';
/** How long a dataset stays. Nobody remembers for longer what lies on an office's computer. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

const TIERS: readonly Tier[] = ['example', 'internal', 'release'];
/** Without the name of the dataset: the browser's log of its storage outlives what is taken out of that. */
const mark = v.object({
  version: v.literal(1),
  tier: v.picklist(TIERS),
  keptAt: v.pipe(v.string(), v.isoTimestamp()),
  until: v.pipe(v.string(), v.isoTimestamp()),
  folder: v.pipe(v.string(), v.regex(/^dataset-[0-9a-z-]{1,60}$/)),
});
const titled = v.object({ title: v.pipe(v.string(), v.maxLength(200)) });
type Mark = v.InferOutput<typeof mark>;

/** The one dataset that the reader has asked to be kept on this machine. */
export interface DatasetShelf {
  /** What is there, as its mark says; `gone` where its time is over: then it is to be dropped. */
  marked(): KeptDataset | 'gone' | null;
  /**
   * Keeps a dataset in the place of any other, which stays until this one is written to its end. Whether the browser
   * has promised not to clear it away by itself; null where it could not be kept.
   */
  keep(pkg: DatasetPackage): Promise<{ readonly kept: KeptDataset; readonly promised: boolean } | null>;
  /** What it calls itself; null where it cannot be read. */
  title(): Promise<string | null>;
  /** The files of what is there; null where they cannot be read. */
  files(): Promise<readonly ArchivePart[] | null>;
  /** False where something of it may still be there. */
  drop(): Promise<boolean>;
}

export interface ShelfPlace {
  readonly storage: MachineStorage | null;
  /** The origin's private folder; rejects where the browser has none, as on plain http over a network. */
  readonly root: () => Promise<FileSystemDirectoryHandle>;
  readonly promise: () => Promise<boolean>;
  readonly now: () => number;
}

function browserPlace(storage: MachineStorage | null): ShelfPlace {
  return {
    storage,
    root: async () => navigator.storage.getDirectory(),
    promise: async () => navigator.storage.persist(),
    now: () => Date.now(),
  };
}

/** Whether this browser can keep a dataset here at all. */
export function hasShelf(): boolean {
  return globalThis.isSecureContext === true && 'getDirectory' in (globalThis.navigator?.storage ?? {});
}

async function writeFile(folder: FileSystemDirectoryHandle, { path, bytes }: ArchivePart): Promise<void> {
  const file = await folder.getFileHandle(path, { create: true });
  const writer = await file.createWritable();
  await writer.write(bytes as Uint8Array<ArrayBuffer>);
  await writer.close();
}

export function createShelf(
  storage: MachineStorage | null,
  { root, promise, now }: ShelfPlace = browserPlace(storage),
): DatasetShelf {
  const markNow = (): Mark | null => {
    const read = v.safeParse(mark, readKept(storage, SHELF_KEY));
    return read.success ? read.output : null;
  };
  /** Every folder of ours but one. */
  const clear = async (but: string | null): Promise<void> => {
    const here = await root();
    const names: string[] = [];
    for await (const name of here.keys()) names.push(name);
    for (const name of names)
      if (name.startsWith('dataset-') && name !== but) await here.removeEntry(name, { recursive: true });
  };

  return {
    marked() {
      const found = markNow();
      if (found === null) return null;
      const { tier, keptAt, until } = found;
      return Date.parse(until) <= now() ? 'gone' : { tier, keptAt, until };
    },
    async keep(pkg) {
      const at = now();
      const { tier } = pkg.manifest;
      const folder = `dataset-${tier}-${at.toString(36)}`;
      const kept: KeptDataset = {
        tier,
        keptAt: new Date(at).toISOString(),
        until: new Date(at + KEPT_DAYS * DAY_MS).toISOString(),
      };
      try {
        const { packageFiles } = await import('#data/package-files.ts');
        const here = await (await root()).getDirectoryHandle(folder, { create: true });
        // The manifest last: without it nothing there is a dataset.
        const [manifest, ...others] = packageFiles(pkg);
        for (const part of others) await writeFile(here, part);
        if (manifest) await writeFile(here, manifest);
        if (!writeKept(storage, SHELF_KEY, { version: 1, ...kept, folder })) throw new Error('no mark');
      } catch {
        await clear(markNow()?.folder ?? null).catch(() => undefined);
        return null;
      }
      await clear(folder).catch(() => undefined);
      return { kept, promised: await promise().catch(() => false) };
    },
    async title() {
      const found = markNow();
      if (found === null) return null;
      try {
        const here = await (await root()).getDirectoryHandle(found.folder);
        const file = await (await here.getFileHandle(MANIFEST)).getFile();
        const { title } = v.parse(titled, JSON.parse(await file.text()));
        return title;
      } catch {
        return null;
      }
    },
    async files() {
      const found = markNow();
      if (found === null) return null;
      try {
        const here = await (await root()).getDirectoryHandle(found.folder);
        const parts: ArchivePart[] = [];
        for await (const [path, handle] of here.entries()) {
          if (handle.kind !== 'file') continue;
          const file = await (handle as FileSystemFileHandle).getFile();
          parts.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
        }
        return parts;
      } catch {
        return null;
      }
    },
    async drop() {
      const unmarked = writeKept(storage, SHELF_KEY, null);
      try {
        await clear(null);
        return unmarked;
      } catch {
        return false;
      }
    },
  };
}

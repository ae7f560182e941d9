import { describe, expect, it } from 'vitest';
import { readPackage } from '#data/package-files.ts';
import { createShelf, KEPT_DAYS, SHELF_KEY, type ShelfPlace } from '#desk/dataset-shelf.ts';
import { samplePackage } from '#tests/data/sample-package.ts';
import { fakeStorage } from '#tests/state/kept-view.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-30T01:00:00Z');

interface FakeDisk extends ShelfPlace {
  readonly storage: ReturnType<typeof fakeStorage>;
  readonly folders: Map<string, Map<string, Uint8Array>>;
  clock: number;
  /** The operation of this number fails; counted from one, over all that is done. */
  failing: number;
  done: number;
}

/** A private folder of the browser's in memory, with the few of its ways that are used. */
function fakeDisk(): FakeDisk {
  const folders: FakeDisk['folders'] = new Map();
  const disk = { folders, clock: START, failing: 0, done: 0 } as FakeDisk;
  const step = (): void => {
    disk.done += 1;
    if (disk.done === disk.failing) throw new DOMException('full', 'QuotaExceededError');
  };
  const fileIn = (files: Map<string, Uint8Array>, name: string) => ({
    kind: 'file',
    async getFile() {
      return new Blob([files.get(name) as Uint8Array<ArrayBuffer>]);
    },
    async createWritable() {
      step();
      let written = new Uint8Array();
      return {
        async write(bytes: Uint8Array<ArrayBuffer>) {
          step();
          written = bytes;
        },
        async close() {
          step();
          files.set(name, written);
        },
      };
    },
  });
  const folderOf = (files: Map<string, Uint8Array>) => ({
    async getFileHandle(name: string) {
      step();
      return fileIn(files, name);
    },
    async *entries() {
      for (const name of files.keys()) yield [name, fileIn(files, name)];
    },
  });
  const root = {
    async *keys() {
      yield* folders.keys();
    },
    async removeEntry(name: string) {
      step();
      folders.delete(name);
    },
    async getDirectoryHandle(name: string, options?: { readonly create: boolean }) {
      step();
      if (!folders.has(name)) {
        if (!options?.create) throw new DOMException('none', 'NotFoundError');
        folders.set(name, new Map());
      }
      return folderOf(folders.get(name) ?? new Map());
    },
  };
  const storage = fakeStorage();
  const { setItem } = storage;
  storage.setItem = (key, value) => {
    step();
    setItem.call(storage, key, value);
  };
  return Object.assign(disk, {
    storage,
    root: async () => root as unknown as FileSystemDirectoryHandle,
    promise: async () => false,
    now: () => disk.clock,
  });
}

const pkg = samplePackage();
const other = { ...pkg, manifest: { ...pkg.manifest, title: 'Lain' } };
const shelfOf = (disk: FakeDisk) => createShelf(disk.storage, disk);

async function packageOn(disk: FakeDisk) {
  const files = await shelfOf(disk).files();
  const read = files && readPackage(files);
  return read?.ok ? read.value : null;
}

describe('a dataset kept on this machine', () => {
  it('comes back as it was, marked with its tier, and says that the browser promises nothing', async () => {
    const disk = fakeDisk();
    const done = await shelfOf(disk).keep(pkg);
    expect(done).toMatchObject({ promised: false, kept: { tier: 'internal' } });
    expect(shelfOf(disk).marked()).toEqual(done?.kept);
    const back = await packageOn(disk);
    expect(back?.manifest).toEqual(pkg.manifest);
    expect([back?.areas, back?.coverage]).toEqual([pkg.areas, pkg.coverage]);
    expect([...disk.folders.keys()]).toHaveLength(1);
    expect([...disk.folders.keys()][0]).toContain('internal');
    expect(await shelfOf(disk).title()).toBe('Contoh');
    // The mark holds neither figure nor name: what was ever in that storage outlives its wiping on the disk.
    expect(disk.storage.getItem(SHELF_KEY)).not.toMatch(/53\.01|Contoh/);
  });

  it('is over after thirty days, and leaves nothing when it is dropped', async () => {
    const disk = fakeDisk();
    await shelfOf(disk).keep(pkg);
    disk.clock = START + KEPT_DAYS * DAY_MS - 1;
    expect(shelfOf(disk).marked()).toMatchObject({ tier: 'internal' });
    disk.clock += 1;
    expect(shelfOf(disk).marked()).toBe('gone');
    expect(await shelfOf(disk).drop()).toBe(true);
    expect([disk.folders.size, disk.storage.kept.size]).toEqual([0, 0]);
    expect(shelfOf(disk).marked()).toBeNull();
  });

  it('that is no longer whole is not taken for one', async () => {
    for (const spoil of ['areas.geojson', 'coverage.csv', 'cells.csv', 'manifest.json']) {
      const disk = fakeDisk();
      await shelfOf(disk).keep(pkg);
      const [files] = disk.folders.values();
      const bytes = files?.get(spoil) ?? new Uint8Array();
      files?.set(spoil, bytes.slice(0, Math.floor(bytes.length / 2)));
      expect([spoil, await packageOn(disk)]).toEqual([spoil, null]);
    }
    const disk = fakeDisk();
    disk.storage.setItem(SHELF_KEY, '{"version":1,"name":"x","folder":"../up"}');
    expect(shelfOf(disk).marked()).toBeNull();
    expect(await shelfOf(disk).files()).toBeNull();
  });

  it('survives a failure at whichever step of keeping another in its place', async () => {
    let failed = true;
    let n = 0;
    while (failed) {
      n += 1;
      const disk = fakeDisk();
      await shelfOf(disk).keep(pkg);
      disk.done = 0;
      disk.failing = n;
      disk.clock += 1000;
      const done = await shelfOf(disk).keep(other);
      failed = disk.done >= n;
      disk.failing = 0;
      const title = (await packageOn(disk))?.manifest.title;
      expect([n, title]).toEqual([n, done ? 'Lain' : 'Contoh']);
      expect(await shelfOf(disk).title()).toBe(title);
      // Asked again, it is kept, and alone.
      disk.clock += 1000;
      expect(await shelfOf(disk).keep(other)).not.toBeNull();
      expect((await packageOn(disk))?.manifest.title).toBe('Lain');
      expect(disk.folders.size).toBe(1);
    }
    expect(n).toBeGreaterThan(10);
  });

  it('cannot be where the browser has no place for it', async () => {
    const disk = fakeDisk();
    const shelf = createShelf(disk.storage, { ...disk, root: () => Promise.reject(new Error('none')) });
    expect(await shelf.keep(pkg)).toBeNull();
    expect(disk.storage.kept.size).toBe(0);
    expect(await shelf.drop()).toBe(false);
  });
});

const MOST_FILES = 1_000;

function entryFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((resolve, reject) => {
    const more = () =>
      reader.readEntries((some) => {
        all.push(...some);
        if (some.length === 0 || all.length >= MOST_FILES) resolve(all);
        else more();
      }, reject);
    more();
  });
}

/** The file under its path within the folder dropped, as a folder picked would give it. */
function withPath(file: File, path: string): File {
  return new File([file], path, { type: file.type, lastModified: file.lastModified });
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await entryFile(entry as FileSystemFileEntry);
    const path = entry.fullPath.replace(/^\//, '');
    return [path.includes('/') ? withPath(file, path) : file];
  }
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesIn))).flat();
}

/** Everything that was dropped, folders followed. The transfer must be read within the event itself. */
export async function readDropped(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = Array.from(transfer.items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return Array.from(transfer.files);
  return (await Promise.all(entries.map(filesIn))).flat();
}

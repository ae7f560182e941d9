import type { ArchivePart } from '#data/archive-guard.ts';
import { readPackage, zipPackage } from '#data/package-files.ts';
import type { Session } from '#desk/session.ts';
import { enterRoom } from '#state/rooms.ts';
import type { AppStore } from '#state/store.ts';
import { openPreparation } from './preparation-work.ts';

export function zipOf(files: readonly ArchivePart[]): Blob {
  return new Blob([zipPackage(files) as BlobPart], { type: 'application/zip' });
}

/** Opens on the map what was prepared; false where it cannot be. */
export async function openPrepared(
  files: readonly ArchivePart[],
  store: AppStore,
  session: Pick<Session, 'openPackage'>,
): Promise<boolean> {
  const read = readPackage(files);
  const opened = read.ok ? await session.openPackage(read.value) : null;
  if (!opened?.ok) return false;
  openPreparation(false);
  enterRoom(store, 'map');
  return true;
}

import type { BoundaryAnswers } from './boundary-question.ts';
import type { ReadTerritory } from './boundary-territory.ts';
import { loadAreaList } from './country-list.ts';
import { type FileContent, readOfficeFile, readOfficeFolder } from './office-file.ts';
import { type LaidFile, laidFiles, type PackedTable, unpackTable } from './packed-sheet.ts';
import { tileGround } from './tile-ground.ts';

export type ReaderRequest =
  | { readonly kind: 'file'; readonly file: FileContent; readonly answers: BoundaryAnswers }
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly files: readonly FileContent[];
      readonly answers: BoundaryAnswers;
    }
  /** What stands in for the boundaries of tables that none were opened for. */
  | { readonly kind: 'tiles'; readonly files: readonly PackedTable[] };
export type ReaderReply =
  | { readonly kind: 'read'; readonly files: readonly LaidFile[] }
  | { readonly kind: 'tiles'; readonly ground: ReadTerritory | null }
  | { readonly kind: 'failed' };

/** What a thread does for one request; it never throws. */
export async function answerRequest(request: ReaderRequest): Promise<ReaderReply> {
  try {
    if (request.kind === 'tiles') {
      const list = await loadAreaList();
      if (list === null) return { kind: 'failed' };
      return { kind: 'tiles', ground: tileGround(request.files.map(unpackTable), list) };
    }
    const file =
      request.kind === 'file'
        ? await readOfficeFile(request.file, request.answers)
        : await readOfficeFolder(request.name, request.files, request.answers);
    return { kind: 'read', files: laidFiles(file) };
  } catch {
    return { kind: 'failed' };
  }
}

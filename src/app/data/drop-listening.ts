import { readDropped } from '#desk/dropped-files.ts';

/** Who listens: the last that came takes what is dropped. */
const listening: object[] = [];

/**
 * Takes files that are dropped anywhere on the page, for as long as nobody listens who came later. Without anyone the
 * browser would leave the page for the file.
 * @returns what ends it.
 */
export function listenForDrops(
  onFiles: (files: readonly File[]) => void,
  setDragging: (dragging: boolean) => void = () => {},
): () => void {
  const own = {};
  const isMine = (event: DragEvent) =>
    listening.at(-1) === own && (event.dataTransfer?.types.includes('Files') ?? false);
  const over = (event: DragEvent) => {
    if (!isMine(event)) return;
    event.preventDefault();
    setDragging(true);
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) setDragging(false);
  };
  const drop = (event: DragEvent) => {
    if (!isMine(event)) return;
    event.preventDefault();
    setDragging(false);
    if (event.dataTransfer) void readDropped(event.dataTransfer).then(onFiles);
  };
  listening.push(own);
  window.addEventListener('dragover', over);
  window.addEventListener('dragleave', leave);
  window.addEventListener('drop', drop);
  return () => {
    listening.splice(listening.indexOf(own), 1);
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  };
}

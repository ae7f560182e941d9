import { useEffect, useRef } from 'react';
import { listenForDrops } from './drop-listening.ts';

/** A file may be dropped anywhere on the page. @param setDragging the same function from one call to the next. */
export function useWindowDrop(
  onFiles: (files: readonly File[]) => void,
  setDragging: (dragging: boolean) => void,
): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => listenForDrops((files) => latest.current(files), setDragging), [setDragging]);
}

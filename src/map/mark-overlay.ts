import type { Map as MapLibre } from 'maplibre-gl';
import type { DeckMarks } from './deck-marks.ts';
import type { MapScene } from './scene.ts';

/** The place of the marks over a map: empty, and nothing fetched, until a scene has some. */
export interface MarkOverlay {
  show(scene: MapScene): void;
  /** Only who is pointed at or chosen has changed. */
  point(scene: MapScene): void;
  /** What is marked, onto a picture of the map; once it is there. */
  copyTo(context: CanvasRenderingContext2D): Promise<void>;
  destroy(): void;
}

const REOPEN_MS = 1_000;
/** A graphics card that gives up again and again is left alone. */
const MOST_LOSSES = 3;

/**
 * @param onFailed what is marked cannot be drawn: its part is missing, or the graphics card gives up again and again. A
 * map without its marks would read as one that has none.
 */
export function createMarkOverlay(
  map: MapLibre,
  onFailed: (why: 'part' | 'context') => void,
  fetchPart: () => Promise<Pick<typeof import('./deck-marks.ts'), 'openDeckMarks'>> = () =>
    import('./deck-marks.ts'),
): MarkOverlay {
  let wanted: MapScene | null = null;
  let marks: DeckMarks | null = null;
  let opening: Promise<void> | null = null;
  let losses = 0;
  let gone = false;

  const marked = (): MapScene | null =>
    gone || losses > MOST_LOSSES || wanted?.marks == null ? null : wanted;

  function close(): void {
    marks?.close();
    marks = null;
  }

  async function open(): Promise<void> {
    try {
      const { openDeckMarks } = await fetchPart();
      if (marked() === null) return;
      marks = openDeckMarks(map, () => {
        losses += 1;
        close();
        if (losses > MOST_LOSSES) onFailed('context');
        else setTimeout(update, REOPEN_MS);
      });
    } catch {
      if (marked() !== null) onFailed('part');
      return;
    } finally {
      opening = null;
    }
    update();
  }

  function update(): void {
    const scene = marked();
    if (scene === null) close();
    else if (marks !== null) marks.show(scene);
    else opening ??= open();
  }

  return {
    show(scene) {
      wanted = scene;
      update();
    },
    point(scene) {
      wanted = scene;
      if (scene.marks !== null) marks?.point(scene);
    },
    async copyTo(context) {
      await opening;
      await marks?.copyTo(context);
    },
    destroy() {
      gone = true;
      close();
    },
  };
}

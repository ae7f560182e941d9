import { createContext, useContext, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Desks, PictureStore, Shown } from '#desk/picture-store.ts';
import type { Session } from '#desk/session.ts';
import type { Picture } from '#picture/picture.ts';
import type { AppStore } from '#state/store.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import type { LivingMap } from './canvas/living-map.ts';
import type { PanelProps } from './panel-props.ts';

/** What a component reads from, and says it with: one object as long as the language stays. */
export interface Page extends Desks {
  readonly store: AppStore;
  readonly session: Session;
  /** There is a picture wherever there is a page. */
  readonly pictures: PictureStore;
  /** The same, but while only the weights of an index move. */
  readonly resting: PictureStore;
  /** The map that stood before the page did; null where a page opens its own. */
  readonly map: LivingMap | null;
  readonly words: Words;
  readonly format: Format;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('no page around');
  return page;
}

function shownOf(pictures: PictureStore): Shown {
  const shown = pictures.getState();
  if (shown === null) throw new Error('a page without a picture');
  return shown;
}

/** React asks for it up to three times a change: a selector is asked once for a picture, as long as it is the same. */
function useOf<From, Part>(from: (shown: Shown) => From, select: (part: From) => Part): Part {
  const { pictures } = usePage();
  const last = useRef<{ readonly shown: Shown; readonly by: typeof select; readonly part: Part } | null>(
    null,
  );
  const read = () => {
    const shown = shownOf(pictures);
    if (last.current?.shown !== shown || last.current.by !== select)
      last.current = { shown, by: select, part: select(from(shown)) };
    return last.current.part;
  };
  return useSyncExternalStore(pictures.subscribe, read, read);
}

const itself = <Part>(part: Part): Part => part;
const pictureOf = ({ picture }: Shown): Picture => picture;
const askedOf = ({ asked }: Shown): Picture => asked;
const isDimmed = ({ dimmed }: Shown): boolean => dimmed;

/** Part of the picture on the screen, told by identity: a selector makes no new objects. Whole without a selector. */
export function usePicture(): Picture;
export function usePicture<Part>(select: (picture: Picture) => Part): Part;
export function usePicture(select: (picture: Picture) => unknown = itself): unknown {
  return useOf(pictureOf, select);
}

/** The same for what chooses: with the view that was asked for, while the picture is an older one. */
export function useAsked(): Picture;
export function useAsked<Part>(select: (picture: Picture) => Part): Part;
export function useAsked(select: (picture: Picture) => unknown = itself): unknown {
  return useOf(askedOf, select);
}

/** Whether the picture is an older one, a newer being made. */
export function useDimmed(): boolean {
  return useOf(isDimmed, itself);
}

/** The picture now, for what is done with it when something is pressed. */
export function pictureNow({ pictures }: Page): Picture {
  return shownOf(pictures).picture;
}

/** A store of one picture, which stands: for what shows another than the page, or an older one. */
export function standing(shown: Shown): PictureStore {
  return { getState: () => shown, subscribe: () => () => undefined };
}

/** The page around, with another picture, which stands. */
export function useStanding(shown: Shown | null): Page | null {
  const page = usePage();
  return useMemo(() => shown && { ...page, pictures: standing(shown) }, [page, shown]);
}

/** What panels are given that are handed the whole picture. */
export function panelNow(page: Page): PanelProps {
  const { store, words, format, hotspotDesk, emergingDesk, priorityDesk } = page;
  const { picture, dimmed } = shownOf(page.pictures);
  return { picture, dimmed, store, words, format, hotspotDesk, emergingDesk, priorityDesk };
}

export function usePanel(): PanelProps {
  useOf(itself<Shown>, itself);
  return panelNow(usePage());
}

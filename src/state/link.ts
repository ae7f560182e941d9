import type { Result } from '#core/problem.ts';
import type { View } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import type { Atlas } from '#picture/atlas.ts';
import { dataKey } from '#picture/data-key.ts';
import type { Link } from '#picture/link-value.ts';
import { openingView } from '#picture/opening-view.ts';
import { openAsked } from './scenario.ts';
import { type AppStore, setView } from './store.ts';

const DATA_PART = /;d=([0-9a-z]{1,13})(?=;|$)/;
const PANEL_PART = /;tab=([a-z]{1,20})(?=;|$)/;
/** Above this the selection is left out: an address that no program passes on is no link. */
const MOST_CHARACTERS = 4_000;

/** A place within the page, such as the table that the skip link leads to. */
function isPlace(hash: string): boolean {
  return /^#?[a-z-]*$/.test(hash);
}

/** What a fragment asks for, or null where it is none or leads to a place within the page. */
export function linkOf(hash: string): Link | null {
  if (isPlace(hash)) return null;
  const text = wholeText(hash.slice(1));
  return {
    text: text.replace(DATA_PART, '').replace(PANEL_PART, ''),
    data: DATA_PART.exec(text)?.[1] ?? null,
    panel: PANEL_PART.exec(text)?.[1] ?? null,
  };
}

/** Some programs escape a whole address when it is passed on. */
function wholeText(text: string): string {
  if (text.includes(';') || !/%3b/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param panel the one that is open beside the map, where it is not the first of its room. */
export function hashOf(view: View, atlas: Atlas, panel?: string): string {
  const text = encodeView(view);
  const short = text.length > MOST_CHARACTERS ? encodeView({ ...view, selected: [] }) : text;
  return `#${short}${panel === undefined ? '' : `;tab=${panel}`};d=${dataKey(atlas)}`;
}

/** Shows the view of a link. False where the link is for other data, or no link: then the view stays. */
export function openLink(store: AppStore, link: Link): boolean {
  const { atlas } = store.getState();
  if (!atlas) return false;
  const foreign = link.data !== null && link.data !== dataKey(atlas);
  const read: Result<View> = foreign
    ? { ok: false, problems: [{ code: 'link/other-data', severity: 'error' }] }
    : decodeView(
        link.text,
        atlas.manifest,
        atlas.territory,
        openingView(atlas.manifest),
        atlas.second !== undefined,
      );
  if (read.ok) {
    setView(store, read.value);
    const { panel } = link;
    if (panel != null) store.setState(({ panels }) => ({ panels: { ...panels, [read.value.room]: panel } }));
    openAsked(store);
  }
  if (read.problems.length > 0) store.setState({ notice: { kind: 'link', problems: read.problems } });
  return read.ok;
}

import { decodeView, encodeView } from '#core/view-codec.ts';
import { sheetContent } from '#export/export-sheet.ts';
import { tableSlides } from '#export/table-slides.ts';
import { type Bounds, boundsOf } from '#map/extent.ts';
import { printMap } from '#map/map-print.ts';
import { LIGHT_HATCH } from '#map/status-pattern.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { drawingShapes } from '#report/drawing-shapes.ts';
import { layoutSheet, SCREEN_SHEET } from '#report/map-sheet.ts';
import { canvasMeasure } from '#report/paint-sheet.ts';
import type { MeasureText } from '#report/sheet-item.ts';
import { sheetSlide } from '#report/sheet-slide.ts';
import type { Slide, SlideDeck } from '#report/slide-deck.ts';
import { SLIDE_FONT } from '#report/slide-parts.ts';
import { savedHere } from '#state/saved-views.ts';
import { areaWords } from '#words/area-words.ts';
import { createSceneMaker } from './canvas/living-map.ts';
import type { PanelProps } from './panel-props.ts';
import { shownMapOf } from './shown-map.ts';

type Shown = Pick<PanelProps, 'picture' | 'store' | 'words' | 'format'>;

/** A picture, and what of the map is seen of it (null: all). */
interface Scene {
  readonly picture: Picture;
  readonly seen: Bounds | null;
}

/** What a deck shows: the saved views of these data in their order, or what is on the screen where there are none. */
function scenesOf({ picture, store }: Shown): readonly Scene[] {
  const { atlas, view } = picture;
  const current = { picture, seen: shownMapOf(store).getState()?.seen() ?? null };
  const saved = savedHere(store.getState());
  const paint = createPainter({ facets: false });
  const scenes = saved.flatMap(({ text }): readonly Scene[] => {
    if (text === encodeView(view)) return [current];
    const read = decodeView(
      text,
      atlas.manifest,
      atlas.territory,
      openingView(atlas.manifest),
      atlas.second !== undefined,
    );
    const painted = read.ok ? paint(atlas, read.value) : null;
    if (painted === null) return [];
    const kept = new Set<string>(painted.view.filters.districts);
    const { districts } = atlas.boundaries;
    const seen =
      kept.size === 0
        ? null
        : boundsOf(districts, (i) => kept.has(atlas.territory.districts.areas[i]?.code ?? ''));
    return [{ picture: painted, seen }];
  });
  return scenes.length > 0 ? scenes : [current];
}

function mapSlide(
  { picture, seen }: Scene,
  { store, words, format }: Shown,
  measure: MeasureText,
): Slide | null {
  const own = sheetContent(picture, words, format);
  const lacksClusters = picture.view.hotspots !== null && picture.hotspots === null;
  const parts = [own.parts, ...(lacksClusters ? [words.export.slide.withoutClusters] : [])];
  const content = { ...own, parts: parts.filter((part) => part !== '').join(' · ') };
  const sheet = layoutSheet(content, SCREEN_SHEET, measure);
  const { linksShown } = store.getState();
  const scene = createSceneMaker()(
    { picture, dimmed: false },
    { hovered: null, presenting: false, linksShown },
  );
  const map = printMap(scene, seen, sheet.map);
  if (map === null) return null;
  const about = (i: number): string => {
    const { name, value } = areaWords(picture, i, words, format);
    return `${name}: ${value}`;
  };
  const shapes = drawingShapes(map.areas, sheet.map, {
    name: (i) => picture.geography.areas[i]?.name ?? '',
    about,
    hatched: scene.hatched,
    hatchInk: LIGHT_HATCH.lines[1].stroke,
  });
  return { items: sheetSlide(sheet, content.title, { ...map, shapes }, words.map, measure) };
}

/** The slides of what is shown: of each view its map, then its table. */
export function slideDeck(shown: Shown, properties: Readonly<Record<string, string>>): SlideDeck {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no 2d context');
  const measure = canvasMeasure(context, `${SLIDE_FONT}, sans-serif`);
  const { words, format } = shown;
  const slides = scenesOf(shown).flatMap((scene): readonly Slide[] => {
    const map = mapSlide(scene, shown, measure);
    return [...(map ? [map] : []), ...tableSlides(scene.picture, words, format, measure)];
  });
  return {
    title: sheetContent(shown.picture, words, format).title,
    locale: words.language.locale,
    properties,
    slides,
  };
}

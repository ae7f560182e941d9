import { describe, expect, it } from 'vitest';
import type { Manifest } from '#core/dataset.ts';
import { SINGLE } from '#core/view.ts';
import { decodeView, encodeView } from '#core/view-codec.ts';
import { sheetContent } from '#export/export-sheet.ts';
import type { Atlas } from '#picture/atlas.ts';
import { hotspotInput } from '#picture/hotspot-input.ts';
import { DEFAULT_HOTSPOTS } from '#picture/hotspot-layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { createPlaceJoiner } from '#picture/place-joiner.ts';
import { settleView } from '#picture/view-layers.ts';
import { ratedCity } from '#tests/picture/rated-city.ts';
import { createFormat } from '#words/format.ts';
import { id as words } from '#words/id.ts';
import { sentenceOf } from '#words/sentence.ts';

const format = createFormat(words);

function atlasOf(kind: Manifest['boundaries']['kind']): Atlas {
  const city = ratedCity();
  return { ...city, manifest: { ...city.manifest, boundaries: { ...city.manifest.boundaries, kind } } };
}

/** As a link would ask for it. */
function withHotspots(atlas: Atlas): Picture {
  const view = { ...openingView(atlas.manifest), room: 'clusters' as const, hotspots: DEFAULT_HOTSPOTS };
  const picture = createPainter()(atlas, view);
  if (picture === null) throw new Error('no picture');
  return picture;
}

describe('areas drawn from names alone', () => {
  const [placed, tiled] = [atlasOf('schematic'), atlasOf('tiles')];

  it('have no hotspots, however they are asked for, and keep what was asked beside them', () => {
    expect(hotspotInput(withHotspots(placed))).not.toBeNull();
    expect(hotspotInput(withHotspots(tiled))).toBeNull();
    const view = openingView(tiled.manifest);
    const asked = { hotspots: DEFAULT_HOTSPOTS, room: 'clusters' as const };
    expect(settleView(view, asked, placed.manifest).hotspots).toEqual(DEFAULT_HOTSPOTS);
    expect(settleView(view, asked, tiled.manifest)).toMatchObject({ hotspots: null, question: SINGLE });
  });

  it('leave out the hotspots of a link, and say so', () => {
    const { manifest, territory } = tiled;
    const view = { ...openingView(manifest), room: 'clusters' as const, hotspots: DEFAULT_HOTSPOTS };
    const text = encodeView(view);
    const read = (own: Manifest) => decodeView(text, own, territory, openingView(own), false);
    const [link, real] = [read(manifest), read(placed.manifest)];
    expect(real.ok && real.value.hotspots).toEqual(DEFAULT_HOTSPOTS);
    expect(link.ok && link.value.hotspots).toBeNull();
    expect(link.problems).toMatchObject([{ code: 'link/left-out', detail: { part: 'hotspots' } }]);
  });

  it('say so in the sentence, and have neither scale nor north on paper', () => {
    const [real, drawn] = [withHotspots(placed), withHotspots(tiled)];
    expect(sentenceOf(drawn, words, format).parts).toContain(words.maps.tiles.part);
    expect(sentenceOf(real, words, format).parts).not.toContain(words.maps.tiles.part);
    const [paper, schematic] = [real, drawn].map((picture) => sheetContent(picture, words, format));
    expect([paper?.unscaled, schematic?.unscaled]).toEqual([false, true]);
    expect(schematic?.parts).toContain(words.maps.tiles.part);
    expect(schematic?.footer.join()).toContain(words.boundaries.tiles);
  });

  it('have no services laid over them', () => {
    const place = { name: 'Melati', point: [123.6, -10.2] as const };
    const layer = {
      id: 'a',
      title: null,
      kind: 'posyandu',
      source: 'a.csv',
      form: 'points',
      places: [place],
    } as const;
    expect(createPlaceJoiner()(withHotspots(placed), [layer], []).places).toHaveLength(1);
    expect(createPlaceJoiner()(withHotspots(tiled), [layer], []).places).toEqual([]);
  });
});

import { entryOf, type LegendEntry } from './legend-entries.ts';
import { readNumber } from './ranking-lines.ts';
import { drawn, type Tour } from './tour.ts';

/** Fewer pixels of a color than this may be the edge of a letter; the smallest kelurahan has more. */
const LEAST_PIXELS = 20;

/** Where the legend lies over the map, or beside it: its own swatches are not the map's. */
async function legendBox({ page, legend }: Tour) {
  const [frame, box] = [await page.locator('.map-frame').boundingBox(), await legend.boundingBox()];
  if (!frame || !box) throw new Error('no map, or no legend');
  return { ...box, x: box.x - frame.x, y: box.y - frame.y };
}

/** A map of new boundaries is cut anew before it is drawn, after the table already stands. */
const DRAWN_MS = 15_000;

/** Entries of the legend with areas whose color is nowhere on the map, and colors on the map without areas. */
export async function legendFaults(tour: Tour): Promise<readonly string[]> {
  await tour.page.mouse.move(2, 2);
  const started = Date.now();
  for (;;) {
    const faults = await legendFaultsNow(tour);
    if (faults.length === 0 || Date.now() - started > DRAWN_MS) return faults;
    await drawn(tour.page);
  }
}

/** Pixels of each color on the map as it is drawn now, the legend's own left out. */
export async function colorsOnMap(tour: Tour): Promise<ReadonlyMap<string, number>> {
  return (await tour.mapPixels()).counts([await legendBox(tour)]);
}

async function legendFaultsNow(tour: Tour): Promise<readonly string[]> {
  const [entries, counts] = [await tour.legendEntries(), await colorsOnMap(tour)];
  return entries.flatMap(({ label, areas, color }) => {
    const drawn = color === null ? null : (counts.get(color) ?? 0) >= LEAST_PIXELS;
    return drawn === null || drawn === areas > 0 ? [] : [`${label}: ${areas} areas, drawn: ${drawn}`];
  });
}

export interface MapPlace {
  readonly name: string;
  /** In the page, in CSS px. */
  readonly x: number;
  readonly y: number;
  /** What the tooltip says beside the name. */
  readonly text: string;
}

/** Points over the map, in rows: the areas found under them, one place each. */
export async function placesOnMap(
  { page }: Tour,
  columns: number,
  rows: number,
): Promise<readonly MapPlace[]> {
  const box = await page.locator('.map-frame').boundingBox();
  if (!box) throw new Error('no map');
  const tooltip = page.locator('.tooltip');
  const places = new Map<string, MapPlace>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = Math.round(box.x + ((column + 0.5) * box.width) / columns);
      const y = Math.round(box.y + ((row + 0.5) * box.height) / rows);
      await page.mouse.move(x, y);
      const seen = await tooltip.evaluateAll(async (shown) => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const name = document.querySelector('.tooltip strong')?.textContent ?? '';
        return { name, text: document.querySelector('.tooltip')?.textContent ?? '', was: shown.length };
      });
      if (seen.name !== '' && !places.has(seen.name))
        places.set(seen.name, { name: seen.name, x, y, text: seen.text });
    }
  }
  await page.mouse.move(2, 2);
  return [...places.values()];
}

interface ColorFaults {
  /** Areas whose color could be read: the others are under a name or have no class. */
  readonly read: number;
  readonly faults: readonly string[];
}

/** Compares the color under each place with the class that the legend gives the value in the table. */
export async function colorFaults(tour: Tour, places: readonly MapPlace[]): Promise<ColorFaults> {
  const box = await tour.page.locator('.map-frame').boundingBox();
  const [entries, lines, pixels] = [await tour.legendEntries(), await tour.lines(), await tour.mapPixels()];
  const colors = new Set(entries.map(({ color }) => color));
  const values = new Map(lines.slice(1).map(({ name, value }) => [name, value]));
  let read = 0;
  const faults: string[] = [];
  for (const { name, x, y } of places) {
    const value = values.get(name) ?? '';
    const painted = pixels.at(x - (box?.x ?? 0), y - (box?.y ?? 0));
    if (value === '' || !colors.has(painted)) continue;
    read += 1;
    const wanted: LegendEntry | undefined = entryOf(entries, readNumber(value));
    if (wanted?.color !== painted) faults.push(`${name}: ${value}, drawn as ${painted}`);
  }
  return { read, faults };
}

import { wherePhrase } from '#app/question/phrases.ts';
import { type CsvDialect, PLAIN_DIALECT, SPREADSHEET_DIALECT } from '#core/safe-csv.ts';
import { SHEET_FONT, sheetContent } from '#export/export-sheet.ts';
import { exportTable } from '#export/export-table.ts';
import { receiptFile } from '#export/hotspot-receipt.ts';
import { nameParts } from '#export/layer-export.ts';
import { imageOf, printMap } from '#map/map-print.ts';
import type { Picture } from '#picture/picture.ts';
import { tierOf } from '#picture/tier.ts';
import { fileName } from '#report/file-name.ts';
import { A4_SHEET, layoutSheet, SCREEN_SHEET } from '#report/map-sheet.ts';
import { canvasMeasure, paintSheet } from '#report/paint-sheet.ts';
import { tableCsv } from '#report/report-table.ts';
import type { Words } from '#words/id.ts';
import type { Door } from './kit/way-out.ts';
import type { PanelProps } from './panel-props.ts';
import { shownMapOf } from './shown-map.ts';

export type ExportKind =
  | 'map-screen'
  | 'map-print'
  | 'workbook'
  | 'slides'
  | 'table-spreadsheet'
  | 'table-plain'
  | 'hotspot-data';
type Shown = Pick<PanelProps, 'picture' | 'store' | 'words' | 'format'>;

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Slides of 1920 x 1080; A4 at 300 dots per inch, 3508 x 2480. */
const SHEETS = {
  'map-screen': { size: SCREEN_SHEET, pixelRatio: 1.5 },
  'map-print': { size: A4_SHEET, pixelRatio: 3508 / A4_SHEET.width },
} as const;

/** `INTERNAL-kota-kupang-stunting-2026-09.csv`: the mark first, so that it is seen in every list of files. */
export function exportName(
  picture: Picture,
  words: Words,
  ending: string,
  ...more: readonly string[]
): string {
  const { view, atlas } = picture;
  const { territory } = atlas.manifest;
  const { what, periods } = nameParts(picture, words);
  const where = wherePhrase(atlas, view.filters, words);
  const filtered = Object.values(view.filters.classes).some((classes) => (classes?.length ?? 0) > 0);
  const parts = [
    territory,
    ...what,
    ...(view.measure === 'count' ? [words.measure.count] : []),
    ...(view.level === 'district' ? [words.level.district] : []),
    ...(where ? [where.short] : []),
    ...(filtered ? [words.export.filtered] : []),
    ...periods,
    ...more,
  ];
  return fileName({ mark: words.export.marks[tierOf(picture)], parts, ending });
}

/** As exportName, of a table: the same in another dialect is another file. */
export function tableName(
  picture: Picture,
  words: Words,
  dialect: CsvDialect,
  ...more: readonly string[]
): string {
  const plain = dialect === PLAIN_DIALECT ? [words.export.plain] : [];
  return exportName(picture, words, 'csv', ...more, ...plain);
}

/** The fonts that a canvas needs: it takes what is there and never waits. */
async function loadFonts(): Promise<void> {
  const fonts = [400, 500, 600, 650].map((weight) => document.fonts.load(`${weight} 16px ${SHEET_FONT}`));
  await Promise.all(fonts);
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
  });
}

async function mapImage(kind: 'map-screen' | 'map-print', shown: Shown): Promise<Blob> {
  const { picture, store, words, format } = shown;
  const { size, pixelRatio } = SHEETS[kind];
  await loadFonts();
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no 2d context');
  const content = sheetContent(picture, words, format);
  const sheet = layoutSheet(content, size, canvasMeasure(context, SHEET_FONT));
  const shownMap = shownMapOf(store).getState();
  const scene = shownMap?.scene() ?? null;
  const map = scene && printMap(scene, shownMap?.seen() ?? null, sheet.map);
  if (map === null) throw new Error('no map to draw');
  const { width, height, names, discs, metersPerPixel } = map;
  const image = { source: await imageOf(map), width, height, names, discs, metersPerPixel };
  const canvas = document.createElement('canvas');
  paintSheet(canvas, sheet, image, { pixelRatio, fontFamily: SHEET_FONT, words: words.map });
  return blobOf(canvas);
}

/** The same that every other file says of itself. */
function receiptAbout({ picture, words, format }: Shown): Readonly<Record<string, string>> {
  const { mark, title, parts, footer } = sheetContent(picture, words, format);
  return {
    mark: mark?.text ?? '',
    title,
    parts,
    source: footer.join(' · '),
    methodVersion: String(picture.view.method),
  };
}

/** Makes the file of what is on the screen and hands it through the door. Comes back with its name. */
export async function exportFile(kind: ExportKind, shown: Shown, door: Door): Promise<string> {
  const { picture, words, format } = shown;
  if (kind === 'map-screen' || kind === 'map-print') {
    const name = exportName(picture, words, 'png');
    door.hand(name, await mapImage(kind, shown), 'image/png');
    return name;
  }
  if (kind === 'hotspot-data') {
    if (picture.hotspots === null) throw new Error('no hotspots to export');
    const name = exportName(picture, words, 'geojson');
    door.hand(name, receiptFile(picture.hotspots, receiptAbout(shown)), 'application/geo+json');
    return name;
  }
  if (kind === 'slides') {
    const name = exportName(picture, words, 'pptx');
    await loadFonts();
    const [{ slideDeck }, { SLIDES_TYPE, slideFile }] = await Promise.all([
      import('./slides.ts'),
      import('#report/slide-file.ts'),
    ]);
    const file = slideFile(slideDeck(shown, receiptAbout(shown)));
    door.hand(name, new Blob([file as BlobPart]), SLIDES_TYPE);
    return name;
  }
  if (kind === 'workbook') {
    const name = exportName(picture, words, 'xlsx');
    const [{ exportWorkbook }, { workbookFile }] = await Promise.all([
      import('#export/export-workbook.ts'),
      import('#report/workbook-file.ts'),
    ]);
    const file = await workbookFile(
      exportWorkbook(picture, words, format, shown.store.getState().language, receiptAbout(shown)),
    );
    door.hand(name, new Blob([file as BlobPart]), WORKBOOK_TYPE);
    return name;
  }
  const dialect = kind === 'table-plain' ? PLAIN_DIALECT : SPREADSHEET_DIALECT;
  const name = tableName(picture, words, dialect);
  door.hand(name, tableCsv(exportTable(picture, words, format), dialect));
  return name;
}

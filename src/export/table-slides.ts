import { LEAST_WEIGHED } from '#core/priority-rule-text.ts';
import { layerOf } from '#picture/layer.ts';
import type { Picture } from '#picture/picture.ts';
import { tierOf } from '#picture/tier.ts';
import { SCREEN_SHEET } from '#report/map-sheet.ts';
import { type Box, type Font, type MeasureText, wrapText } from '#report/sheet-item.ts';
import type { Slide, SlideItem } from '#report/slide-deck.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { sheetContent, tierMark } from './export-sheet.ts';
import { exportTable } from './export-table.ts';
import { type PrintColumn, printColumns } from './print-columns.ts';

const MARGIN = 28;
const TITLE: Font = { size: 22, weight: 650 };
const NOTE: Font = { size: 11, weight: 400 };
/** As large as the columns let it be; the largest only where all rows are on one slide. */
const SIZES = [22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9];
const USUAL = 16;
const PADDING = 14;
/** Rows of areas on a slide; more are continued on the next. */
const ROW_SPACE = 1.25;
/** Beyond these nobody reads on a wall; the workbook has all. */
const MOST_ROWS = 120;

/** Widths that hold the longest word of a header and the longest cell. */
function widthsOf(
  columns: readonly PrintColumn[],
  rows: number,
  size: number,
  measure: MeasureText,
): readonly number[] {
  const [bold, plain]: readonly Font[] = [
    { size, weight: 650 },
    { size, weight: 400 },
  ];
  return columns.map(({ header, cell }) => {
    const words = header.split(' ').map((word) => measure(word, bold!));
    const cells = Array.from({ length: rows }, (_, row) => measure(cell(row), plain!));
    return Math.max(...words, ...cells, 0) * 1.06 + PADDING;
  });
}

/** The table of a picture on slides of its own: the columns of paper, as many rows as each has room for. */
export function tableSlides(
  picture: Picture,
  words: Words,
  format: Format,
  measure: MeasureText,
): readonly Slide[] {
  const table = exportTable(picture, words, format);
  const rows = Math.min(table.rows, MOST_ROWS);
  const leastWeighed = layerOf(picture, 'priority')?.choice.leastWeighed ?? LEAST_WEIGHED;
  const columns = printColumns(table, words, format, leastWeighed).filter(({ cell }) =>
    Array.from({ length: rows }, (_, row) => cell(row)).some((text) => text !== ''),
  );
  const room = SCREEN_SHEET.width - 2 * MARGIN;
  const sized = SIZES.map((size) => ({ size, widths: widthsOf(columns, rows, size, measure) }));
  const isOnOne = (size: number) => (rows + 3) * (size * ROW_SPACE + 6) <= SCREEN_SHEET.height - 150;
  const fitting =
    sized.find(
      ({ size, widths }) =>
        widths.reduce((sum, own) => sum + own, 0) <= room && (size <= USUAL || isOnOne(size)),
    ) ?? sized.at(-1);
  if (!fitting || rows === 0) return [];
  const { size, widths } = fitting;
  const { title, footer } = sheetContent(picture, words, format);
  const mark = tierMark({ tier: tierOf(picture) }, words);
  const top = MARGIN + 44;
  const bottom = SCREEN_SHEET.height - MARGIN - 2 * NOTE.size * 1.3 - 10;
  const height = size * ROW_SPACE + 6;
  const head: Font = { size, weight: 650 };
  const heads = Math.max(
    ...columns.map(({ header }, k) => wrapText(header, (widths[k] ?? 0) - PADDING / 2, head, measure).length),
  );
  const each = Math.max(1, Math.floor((bottom - top - heads * size * ROW_SPACE - 6) / height));
  const pages = Math.ceil(rows / each);
  return Array.from({ length: pages }, (_, page): Slide => {
    const own = Array.from({ length: Math.min(each, rows - page * each) }, (_, k) => page * each + k);
    const part =
      pages > 1 ? ` (${words.export.slide.part(format.count(page + 1), format.count(pages))})` : '';
    const text = (
      written: string,
      box: Box,
      font: Font,
      more: Partial<SlideItem & { kind: 'text' }> = {},
    ): SlideItem => ({
      kind: 'text',
      name: written,
      text: written,
      box,
      font,
      color: '#1f1f1c',
      align: 'left',
      ground: null,
      isTitle: false,
      ...more,
    });
    const notes = [
      ...footer,
      ...(table.rows > rows ? [words.export.moreRows(format.count(table.rows - rows))] : []),
    ];
    return {
      items: [
        text(title + part, { x: MARGIN, y: MARGIN, width: room - (mark ? 320 : 0), height: 30 }, TITLE, {
          isTitle: true,
        }),
        ...(mark
          ? [
              text(
                mark.text,
                { x: MARGIN + room - 310, y: MARGIN + 4, width: 310, height: 18 },
                { size: 12, weight: 650 },
                {
                  align: 'right',
                  color: '#8a4b08',
                },
              ),
            ]
          : []),
        {
          kind: 'table',
          name: title,
          box: {
            x: MARGIN,
            y: top,
            width: widths.reduce((sum, own) => sum + own, 0),
            height: height * (own.length + 1),
          },
          columns: columns.map(({ header, numeric }, k) => ({
            header,
            width: widths[k] ?? 0,
            isNumber: numeric,
          })),
          rows: own.map((row) => columns.map(({ cell }) => cell(row))),
          font: { size, weight: 400 },
        },
        ...notes.map((note, k) =>
          text(
            note,
            {
              x: MARGIN,
              y: SCREEN_SHEET.height - MARGIN - (notes.length - k) * NOTE.size * 1.3,
              width: room,
              height: 15,
            },
            NOTE,
            { color: '#4d4c46' },
          ),
        ),
      ],
    };
  });
}

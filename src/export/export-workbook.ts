import type { DimensionId } from '#core/dimension.ts';
import type { Language } from '#core/language.ts';
import type { Picture } from '#picture/picture.ts';
import { tierOf } from '#picture/tier.ts';
import type { NoteSheet, WorkbookContent } from '#report/workbook-file.ts';
import type { Format } from '#words/format.ts';
import type { GlossaryTerm } from '#words/help-catalogue.ts';
import { GLOSSARY } from '#words/help-words.ts';
import type { Words } from '#words/id.ts';
import type { ColumnKey } from './export-column.ts';
import { sheetContent } from './export-sheet.ts';
import { exportTable } from './export-table.ts';

/** The same in every row: it stands on the sheet that explains, once. */
const ABOUT: ReadonlySet<ColumnKey> = new Set(['notes', 'tier', 'source']);

/** What the columns of every table are. */
const COLUMNS: readonly GlossaryTerm[] = ['numerator', 'coverage', 'interval'];
const MEANS: Readonly<Partial<Record<DimensionId, GlossaryTerm>>> = {
  stunting: 'stunting',
  wasting: 'wasting',
  underweight: 'underweight',
  poverty: 'poverty',
  risk: 'risk-family',
};

/** The terms without which the numbers of an indicator cannot be read. */
function termsOf({ indicator }: Picture): ReadonlySet<GlossaryTerm> {
  const conditions = indicator.kind === 'prevalence' ? indicator.conditions : [];
  const isSevere = conditions.some(({ classes }) => classes.length === 1 && classes[0] === 'severe');
  return new Set([
    ...conditions.flatMap(({ dimension }) => MEANS[dimension] ?? []),
    ...(isSevere ? (['severe'] as const) : []),
    ...(indicator.unit === 'child' ? [] : (['unit'] as const)),
    ...COLUMNS,
  ]);
}

function aboutSheet(
  picture: Picture,
  words: Words,
  format: Format,
  glossary: (typeof GLOSSARY)[Language],
): NoteSheet {
  const say = words.export.about;
  const { title, parts, legend, footer } = sheetContent(picture, words, format);
  const own = Object.entries(picture.atlas.manifest.definitions);
  return {
    name: words.export.sheets.about,
    notes: [
      [say.title, title],
      ...(parts === '' ? [] : [[say.parts, parts] as const]),
      [say.tier, words.tier[tierOf(picture)]],
      [say.source, footer[0] ?? ''],
      [say.dates, footer.slice(1).join(' · ')],
      [say.rows, say.rowsAre],
      [legend.heading, legend.notes.join(' · ')],
      ...[...termsOf(picture)].map(
        (term) => [glossary[term].term, `${glossary[term].means} (${glossary[term].source})`] as const,
      ),
      ...own.map(
        ([id, text]) =>
          [say.definition(words.indicator[id as keyof Words['indicator']]?.rate ?? id), text] as const,
      ),
      [say.program, 'Peta Sasaran'],
    ],
  };
}

/**
 * The table of the screen as a workbook: its numbers on one sheet, what they are on another. Headers are those of the
 * table as CSV, so that the program reads it back.
 */
export function exportWorkbook(
  picture: Picture,
  words: Words,
  format: Format,
  language: Language,
  properties: Readonly<Record<string, string>>,
): WorkbookContent {
  const { rows, columns } = exportTable(picture, words, format);
  const about = aboutSheet(picture, words, format, GLOSSARY[language]);
  return {
    title: about.notes[0]?.[1] ?? '',
    mark: sheetContent(picture, words, format).mark?.text ?? '',
    properties,
    sheets: [
      {
        name: words.export.sheets.data,
        table: { rows, columns: columns.filter(({ key }) => !ABOUT.has(key)) },
      },
      about,
    ],
  };
}

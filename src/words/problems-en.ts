import { boundaryProblemsEn } from './boundary-problems-en.ts';
import type { ProblemCatalogue } from './problem-catalogue.ts';

/** The room for what the door refuses. */
const COUNTED_THERE =
  'or count it in Data → Prepare from child records: it is read on this computer, neither sent nor kept.';

/** As problems-id.ts. */
export const problemsEn: ProblemCatalogue = {
  severity: { error: 'File refused', row: 'Row set aside', warning: 'Warning', note: 'Note' },
  where: {
    file: 'file {file}',
    sheet: 'sheet {sheet}',
    row: 'row {row}',
    feature: 'polygon {row}',
    column: 'column “{column}”',
  },
  terms: {
    name: 'name or code of the village',
    measured: 'children measured (D)',
    target: 'target (S)',
    stunting: 'stunting',
    wasting: 'wasting',
    underweight: 'underweight',
    poverty: 'welfare decile',
    'stunting.total': 'stunting, or severe and moderate stunting',
    'wasting.total': 'wasting, or severe and moderate wasting',
    'underweight.total': 'underweight, or severe and moderate underweight',
    'poverty.total': 'decile 1',
    district: 'kecamatan (districts)',
    regency: 'kabupaten or kota (regencies)',
    puskesmas: 'puskesmas (health centers)',
    posyandu: 'posyandu (health posts)',
    family: 'families',
    person: 'persons',
    'extreme-poverty': 'extreme poverty',
    'stunting-risk': 'at risk of stunting',
    families: 'number of all families',
    persons: 'number of all persons',
    'families.risk': 'number of families at risk of stunting',
    'families.poor': 'number of extremely poor families',
    'persons.poor': 'number of extremely poor persons',
    kemendagri: 'Kemendagri',
    bps: 'BPS',
    thousands: 'a thousands separator',
    decimal: 'a decimal mark',
    purpose: 'because the column counts children',
    'purpose.family': 'because the column counts families',
    'purpose.person': 'because the column counts persons',
    'whom.child': 'children',
    'whom.family': 'families',
    'whom.person': 'persons',
    'all.child': 'children measured',
    'all.family': 'families in all',
    'all.person': 'persons in all',
    left: 'That number is not loaded; other numbers of the row are used.',
    'no-row': 'no row',
    'set-aside': 'its row was set aside',
    'without-numbers': 'its row has no numbers',
    'shown.not-reported': 'not reported',
    'shown.set-aside': 'has a row, set aside',
    affected: 'the stated total',
    'code-header': 'as its header says',
    'code-cells': 'as its cells and the boundaries say',
    'kind.shapefile': 'a shapefile',
    'kind.sqlite': 'an SQLite database that is no GeoPackage',
    'kind.filegdb': 'a file geodatabase',
    'kind.mapinfo': 'a MapInfo file',
    'kind.dxf': 'an AutoCAD drawing (DXF or DWG)',
    'kind.pdf': 'a PDF',
    'kind.png': 'a PNG image',
    'kind.jpeg': 'a JPEG image',
    'kind.gzip': 'a GZIP archive',
    'kind.rar': 'a RAR archive',
    'kind.7z': 'a 7z archive',
    'kind.zip': 'a ZIP archive with no table or map in it',
    'kind.docx': 'a Word document',
    'kind.pptx': 'a PowerPoint presentation',
    'kind.xlsb': 'a binary Excel workbook (.xlsb)',
    'kind.ods': 'an OpenDocument spreadsheet (.ods)',
    'kind.html': 'an HTML page without a table',
    'link.indicator': 'indicator',
    'link.measure': 'measure',
    'link.level': 'areas',
    'link.period': 'period',
    'link.classes': 'classes',
    'link.filters': 'filters',
    'link.districts': 'district filter',
    'link.selection': 'selected areas',
    'link.lock': 'locked classes',
    'link.small': 'color for small N',
    'link.overlay': 'overlaid indicator',
    'link.change': 'period compared with',
    'link.agreement': 'second source',
    'link.hotspots': 'hotspots',
    'link.priority': 'priority index',
    'link.regions': 'three problems at once',
    'link.exceedance': 'probability above a threshold',
    'link.trend': 'trend',
    'link.gap': 'gap',
    'link.target': 'target',
    'link.emerging': 'clusters over time',
    'link.service': 'coverage of services',
    'link.entry': 'data entry',
    'link.budget': 'budget',
    'link.room': 'room',
    'link.method': 'version of the method',
    'link.unknown': 'an unknown part',
  },
  sentences: {
    ...boundaryProblemsEn,
    'file/empty': [
      'There are no data to load.',
      'Make sure the file has column headers and at least one valid row.',
    ],
    'file/other-areas': [
      'None of the areas of this file is on the map.',
      'A second source must be of the same areas. Check its codes and names.',
    ],
    'file/unrecognized': [
      'The kind of file is not recognized.',
      'Use CSV, Excel (.xlsx), GeoJSON, TopoJSON, KML, GeoPackage, a shapefile (zip) or a dataset package.',
    ],
    'file/too-large': [
      'The file is too large[ ({rows} rows, at most {most})][ ({columns} columns, at most {most})][ (limit {limit})].',
      'Split it, or remove what is not needed.',
    ],
    'file/truncated': [
      'The file is cut off: its end is missing.',
      'Download or copy it again from its source.',
    ],
    'file/wrong-type': [
      'The content does not match the kind of file[: this is {kind}].',
      'Save it again with the right type and reopen it.',
    ],
    'file/encrypted-or-old': [
      'The file is password-protected or in the old Excel format (.xls).',
      'Save it as .xlsx without a password.',
    ],
    'file/encoding-guessed': [
      'The file is not UTF-8; read as[ {encoding}].',
      'Check the area names, or save it as “CSV UTF-8”.',
    ],
    'file/zip-bomb': [
      'The content grows far too large when opened; refused.',
      'Save it again from Excel and reopen it.',
    ],
    'file/unsafe-xml': [
      'The file contains XML that is not allowed (DTD or entities).',
      'Save it again from Excel and reopen it.',
    ],
    'file/unsafe-path': [
      'The file contains an unsafe file name.',
      'Make the package again from a trusted source.',
    ],
    'file/timeout': [
      'Reading took too long and was stopped.',
      'Make the file smaller, or save it again from Excel.',
    ],
    'file/unreadable': ['The file cannot be read.', 'Save it again, or ask for a new copy.'],
    'file/reading-ended': [
      'Reading the file stopped, usually because the computer ran out of memory.',
      'Close other programs, then choose this file again.',
    ],
    'file/part-missing': [
      'The file has not been read: the part of the program that reads it could not be fetched.',
      'Make sure that this program can still be opened, then choose this file again.',
    ],
    'json/invalid': ['The content is not valid JSON.', 'Export it again from the mapping program.'],
    'json/too-deep': ['The JSON is nested too deeply.', 'Export it again as plain GeoJSON.'],
    'geojson/not-a-collection': [
      'The file is not a GeoJSON FeatureCollection.',
      'Export the whole layer as GeoJSON.',
    ],
    'geojson/projected': [
      'Coordinates seem to be in meters, not degrees[ (UTM zone {zone})].',
      'Say which where it is asked, bring the .prj along, or export again in WGS 84 (EPSG:4326).',
    ],
    'geojson/swapped-axes': ['Latitude and longitude are swapped.', 'Put longitude first, then latitude.'],
    'geojson/outside-indonesia': [
      'Coordinates lie outside Indonesia.',
      'Check the minus sign of the latitude and the coordinate system.',
    ],
    'geojson/not-finite': [
      'Some coordinates are not numbers[ ({count} polygons)].',
      'Mend or remove those polygons and export again.',
    ],
    'geojson/not-a-polygon': [
      'Not a polygon[ ({found})][; {count} in all].',
      'Boundaries must be Polygon or MultiPolygon.',
    ],
    'geojson/ring-unclosed': [
      'Some outlines are not closed[ ({count} polygons)]; they have been closed.',
      'Nothing to do; check the shapes on the map.',
    ],
    'geojson/simplified': [
      'Borders are simplified from {vertices} to {drawn} points, so that the map stays quick.',
      'Nothing to do; shared borders still coincide.',
    ],
    'geojson/no-code-property': [
      'No attribute holds the code of a kelurahan or desa.',
      'Give every polygon its Kemendagri or BPS code.',
    ],
    'geojson/duplicate-code': [
      'Code {area} is used by more than one polygon.',
      'Join them into one MultiPolygon, or correct the code.',
    ],
    'geojson/no-district': [
      'The district name is missing[ in {count} polygons]; its code is used.',
      'Add district names so that village names can be matched.',
    ],
    'link/unreadable': [
      'This link is not a link to a view, or it is cut off.',
      'Copy the whole address again.',
    ],
    'link/other-version': [
      'This link was made by another version of the program.',
      'Update the program, or make the view again.',
    ],
    'link/other-data': ['This link is for other data.', 'Open its data first; the view then follows.'],
    'link/left-out': [
      'Parts of the link that do not fit these data were left out[: {parts}].',
      'Choose these parts again.',
    ],
    'places/household-column': [
      'By its header this column belongs to a list of houses or families, not of services[ ({count} cells)]. The file was not loaded.',
      'The map shows points of services only. Remove the column if they are services; never load points of households.',
    ],
    'places/address-left-out': [
      'The column of addresses is not read: this is a list of services, placed by its coordinates.',
      'Nothing needs mending.',
    ],
    'places/no-geography': [
      'Points or zones of services cannot be counted by area: this map is schematic, made from names alone.',
      'Open the boundaries, or take this file of services off.',
    ],
    'places/no-coordinates': [
      'No readable coordinates[: {count} more rows].',
      'Give latitude and longitude in degrees, for instance -10.178 and 123.607.',
    ],
    'places/outside-indonesia': [
      'The coordinates are outside Indonesia[: {count} more rows].',
      'Check the minus sign of the latitude and the decimal mark.',
    ],
    'places/outside-territory': [
      'Outside all areas of the map[: {count} points]; drawn, but not counted[. For instance row {rows}].',
      'Check the coordinates. A point on the coast may fall outside simplified boundaries.',
    ],
    'places/other-geometry': [
      'Not a polygon that can be drawn[: {count} more].',
      'Mend or remove it, then export again.',
    ],
    'places/duplicate': [
      'The same service at the same point is already there[: {count} more rows].',
      'Remove the repeated rows.',
    ],
    'places/swapped': [
      'Latitude and longitude are swapped in {count} rows; read the other way round.',
      'Check the places on the map; swap them in the source file.',
    ],
    'places/without-name': [
      'Without a name: {count} rows.',
      'Fill the name column so that services can be told apart.',
    ],
    'places/sheet-ignored': [
      'This sheet has no coordinates; it was not read.',
      'Save it as a file of its own if it is needed.',
    ],
    'places/too-many': [
      '{count} points for {areas} areas, up to {most} in one area: denser than services usually are.',
      'Make sure that these are services, not homes. The limits (a mean of {perArea} per area, {inOneArea} in one) are conventions of this program.',
    ],
    'parquet/truncated': ['The Parquet file is cut off.', 'Copy or make it again.'],
    'parquet/compression': [
      'The Parquet compression[ {codec}] is not supported.',
      'Save again with Snappy, ZSTD or GZIP.',
    ],
    'parquet/unreadable': ['The Parquet file cannot be read.', 'Make the file again.'],
    'personal/birth-date': [
      '[Column “{column}”: ]there are dates of birth[ ({count} cells)]. The file was not loaded.',
      'Remove the column; only counts per village may be loaded.',
    ],
    'personal/contact': [
      '[Column “{column}”: ]there are telephone numbers or e-mail addresses[ ({count} cells)]. The file was not loaded.',
      'Remove the column; only counts per village may be loaded.',
    ],
    'personal/file-name': [
      'The file is named with an identity number (NIK or family card); it is hidden here.',
      'Rename the file without the number, then open it again.',
    ],
    'personal/identifier': [
      '[Column “{column}”: ]there are NIK or KK numbers[ ({count} cells)]. The file was not loaded.',
      `Remove the column, add up per village first, ${COUNTED_THERE}`,
    ],
    'personal/identifier-damaged': [
      '[Column “{column}”: ]there are NIK or KK numbers damaged by Excel[ ({count} cells)]. The file was not loaded.',
      'Remove the column; for matching, ask for an export as text.',
    ],
    'personal/identifier-masked': [
      '[Column “{column}”: ]there are masked NIK numbers[ ({count} cells)]: one row per person. The file was not loaded.',
      `Add up per village first, ${COUNTED_THERE}`,
    ],
    'personal/named-column': [
      'By its header the column[ “{column}”] holds personal data[ ({count} cells)]. The file was not loaded.',
      'Remove the column and reopen the file.',
    ],
    'personal/one-row-per-household': [
      'Each row seems to be one family or household[ (column “{column}”)][, {count} rows].',
      `This way in takes counts per kelurahan only: add them up first, then open the result, ${COUNTED_THERE}`,
    ],
    'personal/one-row-per-person': [
      'The table has one row per person[ (column “{column}”)][, {count} rows]. The file was not loaded.',
      `Add up per village and period first, ${COUNTED_THERE}`,
    ],
    'header/not-first-row': [
      'The column headers were found in row {row}.',
      'Nothing to do; the rows above are passed over.',
    ],
    'header/missing': [
      'No column headers were found[ in the first {rows} rows].',
      'Add headers such as kode, kelurahan, tahun, diukur, stunting.',
    ],
    'column/taken': ['This column is read as {what}.', 'Say what it means if that is wrong.'],
    'column/qualified': [
      'This column is not used: “{words}” sets it apart from {what}.',
      'Say what it means if it is needed.',
    ],
    'column/other-unit': [
      'These decile columns do not count children: they exceed the children measured, so they are families or persons. They are not mixed with children.',
      'If they do count children, check the numbers or write “balita” in the header.',
    ],
    'column/asked': [
      'What this column means is not sure and is asked.',
      'Answer the question before loading.',
    ],
    'area/other-level': [
      'This table is of {level}, not of kelurahan or desa.',
      'Open a table with a row per kelurahan or desa; a name is never moved to the kelurahan that bears it too.',
    ],
    'row/total-differs': [
      'The total written ({total}) differs from the sum of its rows ({sum}).',
      'Check whether a row is missing or was changed; the rows are what is loaded.',
    ],
    'row/part-missing': [
      '[{area}: ]not all of its parts are there[ (column “{column}”)][, rows {rows}].',
      'Fill in all parts (boys and girls, every posyandu); a part never stands for the whole.',
    ],
    'row/summed': [
      '{count} rows told apart by column “{column}” were added up to {areas} rows of areas.',
      'Nothing to mend if each row is a part of its area.',
    ],
    'row/width': [
      'The row has {cells} cells, the header {expected}: its numbers may have shifted.',
      'Look for a comma inside a number or a missing cell, then save again.',
    ],
    'row/whole-preferred': [
      '{area}: its parts add up to {sum}, the row of the whole says {total}; the row of the whole is used.',
      'Check the rows of the parts and that of the whole.',
    ],
    'memory/recalled': [
      'The equivalents {from} answer {count} things about this sheet[: {what}].',
      'Check the columns and answers; all can be changed here.',
    ],
    'memory/names': [
      'These equivalents match {count} names of areas[; {unknown} of their codes are not in this territory and are not used].',
      'Check the list of matched names; all can be changed here.',
    ],
    'memory/unused': [
      'These equivalents fit none of the tables that are open: the headers are others.',
      'Open them with a table of the same form, or answer yourself and save new ones.',
    ],
    'linkage/matches': [
      'This file of matched names cannot be used[: the codes in rows {rows} are not of the areas that are open].',
      'Correct the columns “tertulis” and “kode” (a code of a kelurahan, or luar), then choose it again.',
    ],
    'linkage/verdicts': [
      'This file of verdicts on links cannot be used[: the verdict in rows {rows} is not sama, beda or ragu].',
      'Use the file that this program saved; leave its columns of places as they are.',
    ],
    'memory/invalid': [
      'This file of equivalents is damaged or of another version[ ({path})].',
      'Answer the questions yourself, then save new ones.',
    ],
    'unit/apart': [
      'Numbers of {unit} ({of}) from {count} rows become an indicator of their own with their own denominator, not mixed with children.',
      'Nothing to mend. On the map both can be laid over each other by area.',
    ],
    'sheet/not-a-table': [
      'This sheet holds no table by kelurahan and is not read.',
      'Nothing to mend if it holds instructions or notes.',
    ],
    'period/out-of-range': ['This period lies outside the possible range.', 'Check the year.'],
    'period/month-first': [
      'Dates in this column are written month first and read so.',
      'Check them; year-month-day is safer.',
    ],
    'period/day-first': [
      'Dates in this column could be day first or month first; they are read day first.',
      'Check the months; year-month-day is safer.',
    ],
    'period/by-cells': [
      'This column is read as the period because of what its cells hold.',
      'Say what it means if it is no period.',
    ],
    'number/footnote': [
      '[{area}: ]a footnote mark behind the number is not read as a digit.',
      'Remove the mark if you like.',
    ],
    'count/from-complement': [
      'The number with {dimension} is taken as the measured less those without it.',
      'Check the result, or add a column with the number.',
    ],
    'sheet/hidden': [
      '{count} hidden sheets are not read[: {sheets}].',
      'Show them in Excel where they are to be loaded.',
    ],
    'count/all-from-deciles': [
      'There is no column of {role}; the sum of all deciles is used[: {parts}].',
      'Those without a decile are not in the sum. Add a column of all of them where there is one.',
    ],
    'count/denominator-lent': [
      'The number of {all} is taken from {from}.',
      'Check that both are of the same measurement.',
    ],
    'column/parts-differ': [
      'Its parts[ ({parts})] do not add up to this column[ in {count} rows]; this column is used.',
      'Check the columns of the parts and of the whole.',
    ],
    'header/duplicate': [
      'This column means the same as another[ (“{kept}”)] and is ignored.',
      'Choose the right column yourself if this is wrong.',
    ],
    'column/missing': ['The column[ {role}] is missing.', 'Add it, or say which column holds it.'],
    'column/ignored': ['This column is ignored.', 'Say what it means if it is needed.'],
    'column/number-format-guessed': [
      'How numbers are written in this column was guessed.',
      'Check the numbers, or remove thousands separators.',
    ],
    'column/undivided': [
      'The table gives only the total of {dimension}, not its classes; classes are not shown.',
      'Add a column for each class to see them.',
    ],
    'column/unknown': ['This column is not known.', 'Remove it, or name it as the package schema does.'],
    'area/unknown-code': [
      'Code {area} is not among these boundaries.[ Possibly {suggestion}.]',
      'Correct the code, or make sure boundaries and table are of the same year.',
    ],
    'area/unknown-name': [
      'The name “{area}” is not known.[ Possibly {suggestion}.]',
      'Correct the name, or confirm which village is meant.',
    ],
    'area/ambiguous-name': [
      'The name “{area}” exists in more than one district[: {suggestion}; {others}].',
      'Give the district or the code.',
    ],
    'area/code-damaged': [
      'The area code[ “{area}”] is damaged or incomplete.',
      'Write codes as text: 10 digits, or dotted as 53.71.01.1001.',
    ],
    'area/code-system': [
      'The codes in this column are read as {system} codes[, {as}].',
      'If they are of the other system, name the column kode_bps or kode_kemendagri.',
    ],
    'area/code-system-absent': [
      'This column holds {system} codes, while the boundaries carry {other} codes only.',
      'Rows are matched by village and district names where the table has them. Otherwise open boundaries with {system} codes along with it, or a table that gives both the Kemendagri and the BPS code of each village.',
    ],
    'area/code-pairs': [
      'Table of equivalents: {count} pairs of Kemendagri and BPS codes are used for the other tables.',
      'Nothing to do.',
    ],
    'area/code-system-undecided': [
      'The codes in this column may be Kemendagri or BPS codes[; read as {taken}].',
      'Choose the code system, or add village and district names.',
    ],
    'area/district-contradicts-code': [
      '{area}: its code is that of {official}[ in the district {own}], but the district written is {district}.',
      'Check code and district; the code may be of the other system (BPS or Kemendagri).',
    ],
    'area/name-contradicts-code': [
      'The name “{area}” does not fit its code[ ({code}: {official})].',
      'Correct the name or the code.',
    ],
    'area/name-variant': ['Written “{area}”, read as {official}.', 'Nothing to do if this is right.'],
    'area/missing': [
      '{area}: no data for {period}[ ({why})][; shown as {shown}].',
      'If its row was set aside, mend that as listed; if there is none, ask the officer of the area.',
    ],
    'row/duplicate': [
      'The same area and period is written more than once[: {area}, {period}][ (rows {rows})].',
      'Keep the one right row.',
    ],
    'row/empty': [
      '{area}: the row has no numbers[ for {period}].',
      'Fill them in; an empty cell never counts as 0.',
    ],
    'row/none': [
      'There are no data rows[ in {file}][, sheet {sheet}]: only a header.',
      'Fill in at least one row below the header, then open the file again.',
    ],
    'row/ragged': [
      'Some rows have too many cells[ ({cells} cells, {expected} expected; {count} rows)].',
      'Check separators and decimal commas there.',
    ],
    'row/sheets-differ': [
      '{area}, {period}: {what} {figure} in {file}[, sheet {sheet}], row {row}, but {otherFigure} in {otherFile}[, sheet {otherSheet}], row {otherRow}; neither is loaded.',
      'Make the figures agree, or open only one of them.',
    ],
    'row/total': ['“{area}” is a row of totals, not a village; it is not counted.', 'Nothing to do.'],
    'period/unreadable': [
      'The period cannot be read[ for {area}].',
      'Write 2026-01, Januari 2026, Triwulan I 2026 or 2026.',
    ],
    'period/missing': ['The table names no period.', 'Add a period column, or choose the period.'],
    'period/assumed': [
      'The table has no period column; {assumed} is used.',
      'Change the period if this is wrong.',
    ],
    'period/year-assumed': [
      'The column headers name months without a year; the year {assumed} is used.',
      'Change the year if this is wrong.',
    ],
    'number/unreadable': ['The cell is not a readable number.', 'Write the number only, without a unit.'],
    'number/negative': [
      'A negative number[: {value}].',
      'A number of {whom} cannot be negative; correct it.',
    ],
    'number/fraction': [
      'A fraction[: {value}]; a number of {whom} must be whole.',
      'Correct the number or its thousands separator.',
    ],
    'number/ambiguous': [
      'Numbers such as 1.250 may mean 1250 or 1.25[ ({count} cells)]; the mark is read as {as}[ {because}].',
      'Remove thousands separators to be sure.',
    ],
    'number/formula': [
      'Cells contain formulas[ ({count} cells)]; they are not computed.',
      'Paste as values and save again.',
    ],
    'number/missing': ['[{area}: ]no number for {role}.', 'Fill it in; an empty cell never counts as 0.'],
    'count/parts-differ-from-total': [
      '[{area}, {period}: ]the classes of {dimension} add up to {sum}, but the stated number is {total}.',
      'Check the numbers. What is short of the {all} counts as class unknown; an excess sets the row aside.',
    ],
    'count/affected-exceeds-measured': [
      '[{area}, {period}: ]{dimension} {affected} exceeds the {measured} {all}.',
      'Check both numbers.',
    ],
    'count/measured-exceeds-target': [
      '[{area}, {period}: ]children measured[ ({measured})] exceed the target[ ({target})][ ({count} rows)].',
      'Check the target; the row is kept.',
    ],
    'count/stated-percent-differs': [
      '[{area}, {period}: ]{stated} % is stated, but {numerator} of {denominator} is {computed} %.',
      'The counts are used; check the numbers.',
    ],
    'count/zero-over-zero': [
      '[{area}, {period}: ]{all}: 0[ of a target of {target}].',
      'If this means that data are missing, leave the cell empty.',
    ],
    'count/from-percent': [
      'There is no count of {dimension}; it is computed back from the percentage and the measured.',
      'Add the count; one from a percentage may be off by a child or two.',
    ],
    'count/measured-from-parts': [
      'Children measured are not given; the sum of the classes of {dimension} is used.',
      'Add a column of children measured (D).',
    ],
    'package/manifest-missing': [
      'manifest.json is missing from the package.',
      'Open the whole folder or ZIP.',
    ],
    'package/manifest-invalid': [
      'manifest.json is not valid[ at {path}: expected {expected}].',
      'Correct it as docs/dataset.md says.',
    ],
    'package/schema-unknown': [
      'The schema version of the package is not known[; known is {known}].',
      'Update the program, or make the package again.',
    ],
    'package/digest-differs': [
      'A file of the package changed after it was made: its digest (SHA-256) is not that of manifest.json.',
      'Copy the whole package again from its source, or ask its maker for a new one.',
    ],
    'package/file-missing': [
      'The file[ {file}] is missing from the package.',
      'Open the whole folder or ZIP.',
    ],
    'package/file-ignored': [
      'The file[ {file}] in the package is ignored.',
      'Remove it if it is not needed.',
    ],
    'package/extra-unknown': [
      'This package holds a part[ “{id}”][ (file {name}, version {version})] that this program does not know and does not read.',
      'Open it with a newer program where that part is needed; the other figures are loaded.',
    ],
    'unproven/entry-counts': [
      'This package calls itself a release, but holds counts by posyandu that are not hidden.',
      'Opened as internal data. Ask for a release without that part.',
    ],
    'day/unreadable': ['The cell is no date that can be read.', 'Write the date, for instance 2026-10-31.'],
    'monitoring/word-unknown': [
      'The cell is none of the words known for this column.',
      'Use the words of the template.',
    ],
    'monitoring/value-missing': ['A cell that must be filled is empty.', 'Fill the cell, or remove its row.'],
    'monitoring/share-above-whole': [
      'The share is above 100 percent.',
      'Write the share of the older area that went over, 0 to 100.',
    ],
    'monitoring/sheet-ignored': [
      'This sheet is no table for monitoring and is not read from this file.',
      'Save it as a file of its own if it holds other figures.',
    ],
    'monitoring/nothing': [
      'No row can be used.',
      'Mend the rows that are named, or begin with the template.',
    ],
    'entry/no-snapshot': [
      'This table of entry does not say of which day it is.',
      'Add a column with the date, or write the date in its title or the name of the file.',
    ],
    'entry/repeated': [
      'The same posyandu comes more than once in one snapshot, with other numbers.',
      'Keep one row; all of its rows are set aside.',
    ],
    'entry/exceeds-target': [
      'This number is larger than its target.',
      'Check both; the numbers are loaded as they are written.',
    ],
    'stage/out-of-order': [
      'The dates of the stage do not follow each other.',
      'Start, target, final date and extensions must be in order.',
    ],
    'unproven/services': [
      'This package calls itself a release but holds coverage of services that is not protected.',
      'Opened as internal data. Ask for a release without that part.',
    ],
    'service/indicator-unknown': [
      'The service indicator of this table is not known.',
      'Write its code (for instance E17) or its full name in the title, the name of the sheet, or above the numerator.',
    ],
    'service/period-unknown': [
      'The semester of this table of services is not written.',
      'Write semester and year in the title, the name of the sheet or the file, for instance Semester I 2026.',
    ],
    'service/exceeds': [
      'More are served than there are to be served.',
      'Check numerator and denominator; the figures are loaded as written and not counted.',
    ],
    'service/nothing': [
      'There is no row of services that can be used.',
      'Mend the rows that are named, or start from the template.',
    ],
    'budget/amount-unreadable': [
      'The amount of this row is no whole sum of rupiah.',
      'Write for instance 500.000.000; cents must be zero. The row is set aside.',
    ],
    'budget/year-missing': [
      'The budget year of this row is not written.',
      'Fill in the column of years, or write the year in the title or the name of the file.',
    ],
    'budget/kind-unknown': [
      'This kind of intervention is not known.',
      'Use spesifik, sensitif, edukasi, pendampingan, or leave it empty.',
    ],
    'budget/place-unknown': [
      'The place of this activity is no area that is known, or its name is in two kecamatan.',
      'Write the name or code of the village, “Kecamatan …”, or the name of the city. Its amount is loaded without a place.',
    ],
    'budget/nothing': [
      'There is no row of an activity that can be used.',
      'Mend the rows that are named, or start from the template.',
    ],
    'package/audit-unsafe': [
      'By its own audit this release can still be undone[: {exact} cells exactly and {unsafe} cells unsafe].',
      'Do not hand it on. Ask for a release whose audit is clean.',
    ],
    'package/cell-unknown-area': [
      'Some cells have an unknown area code[ ({count}; rows {rows})].',
      'Use the codes of areas.geojson.',
    ],
    'package/cell-unknown-period': [
      'Some cells have a period the manifest does not name[ ({count}; rows {rows})].',
      'Add the period to the manifest, or correct the cells.',
    ],
    'package/cell-unknown-class': [
      'Some cells have an unknown class[ ({count}; rows {rows})].',
      'Use the classes of docs/dataset.md.',
    ],
    'package/cell-unknown-table': [
      'Some cells belong to a table the manifest does not name[ ({count}; rows {rows})].',
      'Add the table to the manifest, or correct the cells.',
    ],
    'package/cell-duplicate': [
      'Some cells are written more than once[ ({count}; rows {rows})].',
      'Keep one.',
    ],
    'package/cell-hidden': [
      'Some cells are hidden in a package that says it hides none[ ({count}; rows {rows})].',
      'State minimumCell in the manifest, or fill the cells.',
    ],
    'package/cell-negative': [
      'Some counts are negative or not whole[ ({count}; rows {rows})].',
      'Correct the counts.',
    ],
    'package/cell-not-rounded': [
      'Some counts are not rounded as the manifest says[ ({count}; rows {rows})].',
      'Make the release again.',
    ],
    'package/cells-differ-from-measured': [
      'Cells do not add up to the children measured[ in {area}, {period}][ ({count} places)].',
      'Compute the package again.',
    ],
    'package/measured-without-report': [
      'Children are measured in areas marked as not reported[ ({count}; rows {rows})].',
      'Correct the status or the count.',
    ],
    'package/below-minimum-cell': [
      'Some counts below the smallest released cell are not hidden[ ({count}; rows {rows})].',
      'Do not pass it on; make the release again.',
    ],
    'release/k-too-small': [
      'A release with a smallest cell below 5 is refused[ (asked for {k})].',
      'Use 10, or 5 to 9 with a written reason.',
    ],
    'release/reason-missing': [
      'A smallest cell below 10 needs a written reason[ (asked for {k})].',
      'Write the reason; it stays visible in the package.',
    ],
    'release/register-missing': [
      'The register of releases is missing, so it is not known what has been handed on before. Nothing is released.',
      'Give the register, or state that nothing of this territory was ever released.',
    ],
    'release/register-other': [
      'This register of releases is of another territory[: {territory}].',
      'Use the register of this territory.',
    ],
    'release/register-unreadable': [
      'The register of releases cannot be read[ (at {path})].',
      'Use an intact copy; do not edit it.',
    ],
    'release/rule-differs': [
      'These periods were released with another smallest cell[ (then {earlier}, now {k})].',
      'Use the same smallest cell.',
    ],
    'release/poverty-threshold': [
      'Tables of a release know decile 1 and other deciles only[; this dataset takes decile {decile} as its threshold].',
      'Prepare the dataset with decile 1 as the threshold for a release.',
    ],
    'release/names-waiting': [
      'Names of areas still wait for an answer[: {count}], and figures that are released cannot be replaced. Nothing is released.',
      'Answer them first by equivalents, then count again.',
    ],
    'release/no-periods': [
      'There is no month, and no semester of which the last month has come in.',
      'A release holds months and complete semesters.',
    ],
    'release/periods-left': [
      'Periods outside the list of a release are left out[: {periods}].',
      'A release holds months, and semesters of which the last month has come in.',
    ],
    'release/kept-as-released': [
      'Areas and periods that were released before are repeated as they were[: {count}].',
      'A figure that has left is not replaced, so that its difference tells of no child.',
    ],
    'release/not-safe': [
      'Something can still be undone when every cell is hidden. Nothing is released.',
      'Look at the figures of that area; release without its period.',
    ],
    'unproven/no-policy': [
      'This package calls itself a release, but does not name the rule of its release (policy). It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'unproven/small-cell': [
      'This package calls itself a release, but its smallest cell is below 5, or below 10 without a reason. It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'unproven/rounding': [
      'This package calls itself a release, but its counts are not rounded to multiples of 5 or more. It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'unproven/coverage': [
      'This package calls itself a release, but targets or children measured are not rounded, or are below the smallest cell. It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'unproven/tables': [
      'This package calls itself a release, but it has tables outside the closed list of a release. It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'unproven/no-audit': [
      'This package calls itself a release, but it carries no clean audit. It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'unproven/open-cells': [
      'This package calls itself a release, but hidden cells are given back by the sums around them. It is opened as INTERNAL.',
      'Do not hand it on. Ask for a checked release, or make it again with this program.',
    ],
    'package/example-unproven': [
      'This package calls itself an example but is not the example of this program. It is opened as INTERNAL.',
      'Treat its figures as real ones.',
    ],
  },
};

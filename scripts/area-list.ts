import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { writeAreaList } from '#core/area-list.ts';
import { readDelimited } from '#data/delimited-text.ts';

const FOLDER = resolve(dirname(createRequire(import.meta.url).resolve('idn-area-data')), '../data');
export const AREA_LIST = resolve(import.meta.dirname, '../src/data/area-list.json');
const NOTICE =
  'Codes and names of provinces, regencies, districts and villages of Indonesia (Kemendagri), a derived database of idn-area-data, https://github.com/fityannugroho/idn-area-data, made available under the Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/';

/** A table of the package: its first column is the code, its last the name. */
function areasOf(table: string): readonly { readonly digits: string; readonly name: string }[] {
  const read = readDelimited(new Uint8Array(readFileSync(resolve(FOLDER, `${table}.csv`))));
  if (!read.ok) throw new Error(`${table}.csv: ${JSON.stringify(read.problems)}`);
  return read.value.rows
    .slice(1)
    .filter((row) => row.length > 1)
    .map((row) => ({ digits: (row[0] ?? '').replaceAll('.', ''), name: (row.at(-1) ?? '').trim() }))
    .sort((a, b) => (a.digits < b.digits ? -1 : 1));
}

/** The country's list of areas, made from the package in the lock file: the same bytes every time. */
export function areaListText(): string {
  const list = writeAreaList(
    areasOf('provinces'),
    areasOf('regencies'),
    areasOf('districts'),
    areasOf('villages'),
  );
  return `${JSON.stringify({ notice: NOTICE, list })}\n`;
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(dirname(AREA_LIST), { recursive: true });
  writeFileSync(AREA_LIST, areaListText());
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { id as words } from '#words/id.ts';
import { BidiSession } from './bidi-session.ts';
import { FirefoxPage } from './firefox-page.ts';
import type { RunningFirefox } from './firefox-process.ts';

const ESCAPE = '\uE00C';
const LAPTOP = [1366, 768] as const;
const FILLS = `[...document.querySelectorAll('.svg-map-picture .areas > path')].map((path) => path.getAttribute('fill')).join(' ')`;
/** What the sentence says of whom it is about. */
const WHO = `document.querySelector('.sentence-parts [aria-label^="${words.rooms.sentence.who}: "]')?.getAttribute('aria-label') ?? ''`;
/** n/N of the city, at the head of the table. */
const CITY = `document.querySelector('thead tr[data-section="city"] .cell.parts')?.textContent ?? ''`;
const FIRST = `document.querySelector('tbody tr .cell.name .name')?.textContent ?? ''`;
/** The box of girls, with its number beside it. */
const GIRLS = `[...document.querySelectorAll('.part-dialog label.check')].find(({ textContent }) => textContent.startsWith('${words.classes.sex.female}'))`;
const marked = (mark: string) => `performance.getEntriesByName('${mark}').length`;

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const numbers = (text: string): readonly number[] =>
  text.split('/').map((part) => Number(part.replaceAll(/\D/g, '')));

/** Opens the program, colors its map, filters, reads the table and exports it; each step is told when it is done. */
export async function firefoxJourney(
  firefox: RunningFirefox,
  url: string,
  tell: (step: string) => void,
): Promise<void> {
  const session = await BidiSession.open(firefox.address);
  const faults: string[] = [];
  try {
    await session.listen('log.entryAdded', ({ level, text }) => {
      if (level === 'error') faults.push(String(text));
    });
    const page = await FirefoxPage.open(session, ...LAPTOP);
    await page.goTo(`${url}?peta=svg`);
    await page.readUntil(marked('first-map'), (count) => count !== '0');
    await page.readUntil(marked('engine-ready'), (count) => count !== '0');
    tell('opened');

    await page.press('button', words.rooms.names.map);
    const before = await page.readUntil(FILLS, (fills) => new Set(fills.split(' ')).size > 3);
    must(before.split(' ').length === 51, `the map has ${before.split(' ').length} areas, not 51`);
    tell('map drawn as SVG, 51 areas');

    const all = numbers(await page.readUntil(CITY, (text) => /\d\/\d/.test(text)));
    const { sentence } = words.rooms;
    await page.press('button', `${sentence.who}: ${words.units.child.everyone}`);
    await page.pressElement(GIRLS);
    await page.key(ESCAPE);
    await page.readUntil(WHO, (said) => said.toLowerCase().includes(words.classes.sex.female.toLowerCase()));
    const girls = numbers(await page.readUntil(CITY, (text) => numbers(text)[1] !== all[1]));
    must(girls[1]! < all[1]! && girls[1]! > all[1]! / 3, `${girls[1]} girls of ${all[1]} children`);
    await page.readUntil(FILLS, (fills) => fills !== before);
    tell(`filtered: ${girls.join('/')} of ${all.join('/')}`);

    const first = await page.readUntil(FIRST, (name) => name !== '');
    tell(`table: ${first} is first`);

    await page.press('button', words.export.menu);
    await page.press('menuitem', words.export.tablePlain);
    const files = () => Promise.resolve(readdirSync(firefox.downloads).join('\n'));
    const name = await page.until('the exported table', files, (text) => /^[^\n]+\.csv$/.test(text));
    // Firefox lays an empty file under the name before it has written the rows.
    const written = () => Promise.resolve(readFileSync(join(firefox.downloads, name), 'utf8').trim());
    const table = await page.until('the rows of the exported table', written, (text) => text !== '');
    const rows = table.split(/\r?\n/);
    must(rows.length === 52, `the exported table has ${rows.length} rows, not 52`);
    must(rows[1]!.includes(first), `the exported table begins with another area: ${rows[1]}`);
    tell(`exported: ${name}`);
    must(faults.length === 0, `the console complains:\n${faults.join('\n')}`);
  } finally {
    session.close();
  }
}

/**
 * Measures what processor time a table of an office costs from its bytes to figures: `tsx scripts/bench/reading.ts [rows ...]`
 * (2,000 and 20,000 by default), beside the bare parser on the same bytes (Papa Parse). The personal-data search, roles,
 * keys, sums and checks are what the difference pays for.
 */
import Papa from 'papaparse';
import { type ReadFile, readOfficeFile } from '#data/office-file.ts';
import { readTogether } from '#data/reading.ts';
import type { ReadingGround } from '#data/sheet-reading.ts';
import { groundOfList } from '#data/table-ground.ts';
import { countryList } from '#scripts/dataset/country-list.ts';
import { printTiming, type Timing, timingOf } from './timing.ts';

/** Villages of one city, a posyandu a row, month after month, so that rows are added up as in an office's list. */
const CITY = '53.71';
const POSYANDU = 8;

function tableOf(rows: number, villages: readonly { name: string; district: string }[]): string {
  const lines = Array.from({ length: rows }, (_, k) => {
    const post = k % POSYANDU;
    const { name, district } = villages[Math.floor(k / POSYANDU) % villages.length]!;
    const month = Math.floor(k / POSYANDU / villages.length);
    const period = `${2006 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;
    return [
      district,
      name,
      `Melati ${post + 1}`,
      period,
      60 + (k % 7),
      50 + (k % 7),
      1 + (k % 3),
      4 + (k % 5),
    ].join(',');
  });
  return `Kecamatan,Kelurahan,Posyandu,Periode,Sasaran,Balita Diukur,Sangat Pendek,Pendek\n${lines.join('\n')}\n`;
}

/** Processor time, so that a machine that does other work tells the same. */
async function timed(runs: number, work: () => unknown): Promise<Timing> {
  await work();
  const taken: number[] = [];
  for (let k = 0; k < runs; k++) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    taken.push((user + system) / 1000);
  }
  return timingOf(taken);
}

const list = await countryList();
const villages = list.filter(({ code }) => code.startsWith(CITY));

async function measure(rows: number): Promise<void> {
  const text = tableOf(rows, villages);
  const bytes = new TextEncoder().encode(text);
  const name = 'posyandu.csv';
  const read = (): Promise<ReadFile> => readOfficeFile({ name, bytes });
  const file = await read();
  const territory = groundOfList([file], list);
  if (territory === null) throw new Error('the table names no villages');
  const ground: ReadingGround = { territory, alternateCodes: null };
  const { verdict, figures } = readTogether([file], ground);
  if (verdict !== 'accept') throw new Error(`read as ${verdict}`);
  console.log(`${rows} rows, ${figures.length} figures`);
  const parser = await timed(10, () => Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true }));
  const opened = await timed(10, read);
  const whole = await timed(10, async () => readTogether([await read()], ground));
  printTiming('bare parser', parser);
  printTiming('opened and searched', opened, parser);
  printTiming('read to figures', whole, parser);
  console.log(`  beyond the bare parser: ${(whole.least - parser.least).toFixed(0)} ms of 1,000`);
}

const asked = process.argv.slice(2).map(Number);
for (const rows of asked.length > 0 ? asked : [2_000, 20_000]) await measure(rows);

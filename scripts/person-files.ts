import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import { drawnBoundaries } from './demo/boundaries.ts';
import { readKelurahan } from './demo/kelurahan.ts';
import { otherErrors } from './persons/other-errors.ts';
import { CLEAN_RATES, type PersonTable, personFiles, USUAL_RATES } from './persons/person-files.ts';
import { ROOT } from './tool.ts';

const HELP = `npx tsx scripts/person-files.ts --out DIR [--children 25000] [--months 12] [--members 100000] [--seed 1] [--xlsx] [--other-errors]

Raw files of an invented city as an office has them: e-PPGBM variants A and C by month, a DTSEN list, boundaries, and
kebenaran.csv, which says of each row what is true. Nobody in them exists.
`;

function optionsOf(args: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  args.forEach((word, k) => {
    if (word.startsWith('--')) found.set(word, args[k + 1]?.startsWith('--') === false ? args[k + 1]! : '');
  });
  return found;
}

async function bytesOf({ rows }: PersonTable, xlsx: boolean): Promise<Uint8Array | string> {
  if (!xlsx) return safeCsv(rows, PLAIN_DIALECT);
  const library = await import('@e965/xlsx');
  const book = library.utils.book_new();
  library.utils.book_append_sheet(
    book,
    library.utils.aoa_to_sheet(rows as string[][], { dense: true }),
    'Sheet1',
  );
  return new Uint8Array(
    library.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  );
}

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  const out = options.get('--out') ?? '';
  if (out === '') {
    process.stderr.write(HELP);
    return 64;
  }
  const number = (name: string, usual: number): number => Number(options.get(name) ?? usual);
  const kelurahan = readKelurahan(join(ROOT, 'data/demo/kelurahan.csv'));
  const seed = number('--seed', 1);
  const other = options.has('--other-errors');
  const made = personFiles({
    seed,
    villages: kelurahan,
    children: number('--children', 25_000),
    members: number('--members', 100_000),
    months: Array.from(
      { length: number('--months', 12) },
      (_, k) => `2026-${String(k + 1).padStart(2, '0')}`,
    ),
    rates: other ? CLEAN_RATES : USUAL_RATES,
  });
  const files = other ? otherErrors(made, seed) : made;
  const xlsx = options.has('--xlsx');
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  const truth = [['file', 'row', 'child', 'village', 'household']];
  for (const table of [...files.measurements, files.members]) {
    const name = `${table.name}.${xlsx ? 'xlsx' : 'csv'}`;
    writeFileSync(join(folder, name), await bytesOf(table, xlsx));
    table.truth.forEach(({ child, village }, k) => {
      if (child >= 0)
        truth.push([name, String(k + 2), String(child), kelurahan[village]!.code, files.householdOf[child]!]);
    });
  }
  writeFileSync(join(folder, 'kebenaran.csv'), safeCsv(truth, PLAIN_DIALECT));
  writeFileSync(join(folder, 'batas.geojson'), JSON.stringify(drawnBoundaries(seed, kelurahan).areas));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CellTable, CoverageTable } from './cells.ts';
import type { Dataset } from './dataset.ts';
import { OTHER_UNITS } from './unit.ts';

/** The form in which figures are hashed: that of the first schema, so that digests kept since hold. */
const FORM = 'peta-sasaran/1';
/** What a column is hashed as where a number is not known: counts are never below 0. */
const UNKNOWN = -1;

function bytesOf(column: ArrayBufferView): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** NaN has many bit patterns. */
function plain(column: Float64Array): Uint8Array {
  return bytesOf(Float64Array.from(column, (value) => (Number.isNaN(value) ? UNKNOWN : value)));
}

function* tableParts(table: CellTable): Generator<Uint8Array> {
  const { id, level, unit, dimensions, undivided, periods, cells } = table;
  const counted = unit === undefined ? [] : [unit];
  yield utf8ToBytes(
    JSON.stringify([id, level, dimensions, undivided ?? [], periods, cells.kind, ...counted]),
  );
  if (cells.kind === 'dense') yield bytesOf(cells.counts);
  else for (const column of [cells.offset, cells.combination, cells.count]) yield bytesOf(column);
}

function* coverageParts({ periods, target, measured, status }: CoverageTable): Generator<Uint8Array> {
  yield utf8ToBytes(JSON.stringify(periods));
  yield plain(target);
  yield plain(measured);
  yield bytesOf(status);
}

function* parts({
  manifest,
  territory,
  tables,
  coverage,
  unitCoverage = {},
}: Dataset): Generator<Uint8Array> {
  const { tier, minimumCell, rounding, extremePovertyDecile, periods } = manifest;
  const about = {
    schema: FORM,
    tier,
    minimumCell,
    rounding,
    extremePovertyDecile,
    periods: periods.map(({ units: _told, ...entry }) => entry),
  };
  const areas = territory.villages.areas.map(({ code, parent }) => [code, parent]);
  yield utf8ToBytes(JSON.stringify([about, areas]));
  for (const table of tables) yield* tableParts(table);
  yield* coverageParts(coverage);
  for (const unit of OTHER_UNITS) {
    const own = unitCoverage[unit];
    if (own === undefined) continue;
    yield utf8ToBytes(unit);
    yield* coverageParts(own);
  }
}

/**
 * SHA-256 (FIPS 180-4) of all figures of a dataset and of what they mean: tier, hidden and rounded counts, codes of the
 * areas, periods, cell tables, coverage. Titles, names and boundaries are no part of it, so that a renamed file is the
 * same data. Equal figures, stored alike (layoutCells), have equal digests; an unknown number is its own value, whatever
 * its bits. Linear in the cells.
 * @returns 64 hexadecimal digits.
 */
export function datasetDigest(dataset: Dataset): string {
  const hash = sha256.create();
  for (const part of parts(dataset)) hash.update(utf8ToBytes(`${part.byteLength}:`)).update(part);
  return bytesToHex(hash.digest());
}

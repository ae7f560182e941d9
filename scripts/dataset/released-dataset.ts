import { type AreaCode, geographyOf } from '#core/area.ts';
import { classNumber, combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { type CellTable, HIDDEN_COUNT } from '#core/cells.ts';
import type { Dataset, Manifest, TableEntry } from '#core/dataset.ts';
import type { ChildDimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import type { Release, ReleaseInput } from '#core/release-counts.ts';
import { REPORT_STATUS } from '#core/report-word.ts';

/** What a release says of itself before it is written: nothing of where it comes from. */
export function releasedManifest({ territory, id }: ReleaseInput, release: Release): Manifest {
  const source = { publisher: '', title: '', url: '', license: '', retrieved: '' };
  const periods = [...new Set(release.coverage.period)] as Period[];
  return {
    schema: 'peta-sasaran/2',
    id,
    title: id,
    territory: territory.name,
    tier: 'release',
    extremePovertyDecile: 1,
    boundaries: { kind: 'schematic', asOf: '', source },
    sources: [],
    periods: periods.map((period) => ({ id: period, complete: true })),
    definitions: {},
    ...release.manifest,
  };
}

/** A release as the program opens it, without files and engine. */
export function releasedDataset(input: ReleaseInput, release: Release): Dataset {
  const { territory } = input;
  const manifest = releasedManifest(input, release);
  const periods = manifest.periods.map(({ id }) => id);
  const { cells, coverage } = release;
  const areas = territory.villages.areas.length;
  return {
    manifest,
    territory,
    tables: release.manifest.tables.map((entry) => tableOf(entry)),
    coverage: {
      periods,
      areas,
      target: Float64Array.from(coverage.target, (count) => count ?? Number.NaN),
      measured: Float64Array.from(coverage.measured, (count) => count ?? Number.NaN),
      status: Uint8Array.from(coverage.status, (word) => REPORT_STATUS[word]),
    },
  };

  function tableOf(entry: TableEntry): CellTable {
    const { indexOf } = geographyOf(territory, entry.level);
    const rows = [...cells.table.keys()].filter((row) => cells.table[row] === entry.id);
    const own = periods.filter((period) => rows.some((row) => cells.period[row] === period));
    const combination = (row: number): number =>
      combinationNumber(
        entry.dimensions,
        entry.dimensions.map((one) => classNumber(one, cells.classes[one as ChildDimensionId][row]!)),
      );
    return layoutCells(
      {
        area: Uint32Array.from(rows, (row) => indexOf.get(cells.area[row] as AreaCode)!),
        period: Uint16Array.from(rows, (row) => own.indexOf(cells.period[row] as Period)),
        combination: Uint16Array.from(rows, combination),
        count: Uint32Array.from(rows, (row) => cells.count[row] ?? HIDDEN_COUNT),
      },
      { ...entry, periods: own, areas: indexOf.size },
    );
  }
}

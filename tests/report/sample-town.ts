import { areaCode, type Source } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { classNumber, combinationNumber, layoutCells } from '#core/cell-layout.ts';
import { type CoverageTable, ReportStatus } from '#core/cells.ts';
import type { Manifest, Tier } from '#core/dataset.ts';
import type { DimensionId } from '#core/dimension.ts';
import type { Period } from '#core/period.ts';
import { buildTerritory } from '#core/territory.ts';
import type { View } from '#core/view.ts';
import type { Atlas } from '#picture/atlas.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';

export const PERIOD = '2026-09' as Period;
const SOURCE: Source = { publisher: 'Dinas', title: 'Penimbangan', url: '', license: '', retrieved: '' };
const DIMENSIONS = ['stunting', 'wasting', 'underweight', 'poverty'] as const;

/** One village: of D children measured, by dimension those affected and those of unknown class. */
export interface TownVillage {
  readonly name: string;
  readonly district?: 0 | 1;
  readonly target: number;
  readonly measured: number;
  readonly affected: number;
  readonly unknown: number;
  readonly reported?: boolean;
}

const AFFECTED: Readonly<Record<(typeof DIMENSIONS)[number], readonly [affected: string, other: string]>> = {
  stunting: ['moderate', 'none'],
  wasting: ['moderate', 'none'],
  underweight: ['moderate', 'none'],
  poverty: ['1', '5+'],
};

function manifestOf(tier: Tier): Manifest {
  return {
    schema: 'peta-sasaran/2',
    id: 'town',
    title: 'Kota Contoh',
    territory: 'Kota Contoh',
    tier,
    minimumCell: null,
    rounding: null,
    extremePovertyDecile: 1,
    boundaries: { kind: 'schematic', asOf: '', source: SOURCE },
    sources: [SOURCE],
    periods: [{ id: PERIOD, complete: true }],
    tables: DIMENSIONS.map((id) => ({ id, level: 'village', dimensions: [id] })),
    definitions: {},
  };
}

function territoryOf(villages: readonly TownVillage[]) {
  const place = { centroid: [123.6, -10.2], surfaceKm2: 1 } as const;
  const districts = ['Alak', 'Oebobo'].map((name, d) => ({
    code: areaCode(`53.71.0${d + 1}`),
    name,
    parent: null,
    ...place,
  }));
  const areas = villages.map(({ name, district = 0 }, i) => ({
    code: areaCode(`53.71.0${district + 1}.${1001 + i}`),
    name,
    parent: areaCode(`53.71.0${district + 1}`),
    ...place,
  }));
  return buildTerritory('Kota Contoh', areas, districts, SOURCE, '');
}

function tableOf(villages: readonly TownVillage[], dimension: (typeof DIMENSIONS)[number]) {
  const dimensions: readonly DimensionId[] = [dimension];
  const [affected, other] = AFFECTED[dimension];
  const cells = villages.flatMap((village, i) =>
    village.reported === false
      ? []
      : (
          [
            [affected, village.affected],
            [other, village.measured - village.affected - village.unknown],
            ['unknown', village.unknown],
          ] as const
        ).map(([name, count]) => ({
          area: i,
          combination: combinationNumber(dimensions, [classNumber(dimension, name)]),
          count,
        })),
  );
  const entries = {
    area: Uint32Array.from(cells, ({ area }) => area),
    period: new Uint16Array(cells.length),
    combination: Uint16Array.from(cells, ({ combination }) => combination),
    count: Uint32Array.from(cells, ({ count }) => count),
  };
  const meta = { id: dimension, level: 'village', dimensions, periods: [PERIOD], areas: villages.length };
  return layoutCells(entries, { ...meta, level: 'village' });
}

/** A town of villages given by hand, ready to be looked at. */
export function townAtlas(villages: readonly TownVillage[], tier: Tier = 'internal'): Atlas {
  const territory = territoryOf(villages);
  const manifest = manifestOf(tier);
  const coverage: CoverageTable = {
    periods: [PERIOD],
    areas: villages.length,
    target: Float64Array.from(villages, ({ target }) => target),
    measured: Float64Array.from(villages, ({ measured, reported }) =>
      reported === false ? Number.NaN : measured,
    ),
    status: Uint8Array.from(villages, ({ reported }) =>
      reported === false ? ReportStatus.notReported : ReportStatus.reported,
    ),
  };
  const tables = DIMENSIONS.map((dimension) => tableOf(villages, dimension));
  const none: BoundaryCollection = { type: 'FeatureCollection', features: [] };
  return {
    manifest,
    territory,
    coverage,
    boundaries: { villages: none, districts: none },
    dataset: { manifest, territory, tables, coverage },
    first: null,
  };
}

export function townPicture(atlas: Atlas, patch: Partial<View> = {}): Picture {
  const picture = createPainter()(atlas, { ...openingView(atlas.manifest), ...patch });
  if (picture === null) throw new Error('a picture of a whole dataset');
  return picture;
}

export const TOWN: readonly TownVillage[] = [
  { name: 'Fatukoa', target: 150, measured: 100, affected: 40, unknown: 0 },
  { name: 'Naioni', target: 130, measured: 100, affected: 17, unknown: 3 },
  { name: 'Bello; "Atas"', district: 1, target: 60, measured: 25, affected: 6, unknown: 1 },
  { name: '=HYPERLINK("http://evil.example";"klik")', target: 90, measured: 80, affected: 0, unknown: 0 },
  { name: 'Oesapa', district: 1, target: 50, measured: 0, affected: 0, unknown: 0, reported: false },
];

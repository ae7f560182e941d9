import { utils, write } from '@e965/xlsx';
import { ReportStatus } from '#core/cells.ts';
import { CONDITION_DIMENSIONS, DIMENSIONS } from '#core/dimension.ts';
import { safeCsv } from '#core/safe-csv.ts';
import { SAMPLE_FILES, type SampleId } from '#core/sample-file.ts';
import { CLASS_CODES, COMBINATIONS, type PeriodCounts } from './counts.ts';
import type { Demo } from './demo-package.ts';
import type { Kelurahan } from './kelurahan.ts';

const PERIOD = '2026-09';
const MARK = 'DATA CONTOH (sintetis), bukan hasil pengukuran dan bukan angka resmi';
/** As many Posyandu a kelurahan has in the samples. */
const POSYANDU = 2;

type Condition = (typeof CONDITION_DIMENSIONS)[number];
const AFFECTED = ['severe', 'moderate', 'none'] as const;
type Affected = (typeof AFFECTED)[number];

/** Children of a kelurahan of whom all three classes are known, and of these how many are in each. */
interface Counted {
  readonly measured: number;
  readonly of: Readonly<Record<Condition, Readonly<Record<Affected, number>>>>;
  readonly poorest: number;
  readonly decileKnown: number;
}

const AT = new Map(DIMENSIONS.map((dimension, k) => [dimension, k]));
const classOf = (combination: number, dimension: (typeof DIMENSIONS)[number]): string =>
  CLASS_CODES[combination]![AT.get(dimension)!]!;

function countedIn({ cells }: PeriodCounts, area: number): Counted {
  const zero = (): Record<Affected, number> => ({ severe: 0, moderate: 0, none: 0 });
  const of: Record<Condition, Record<Affected, number>> = {
    stunting: zero(),
    wasting: zero(),
    underweight: zero(),
  };
  let [measured, poorest, decileKnown] = [0, 0, 0];
  for (let combination = 0; combination < COMBINATIONS; combination += 1) {
    const count = cells[area * COMBINATIONS + combination]!;
    if (count === 0) continue;
    const decile = classOf(combination, 'poverty');
    if (decile !== 'unknown') decileKnown += count;
    if (decile === '1') poorest += count;
    const classes = CONDITION_DIMENSIONS.map((dimension) => classOf(combination, dimension));
    if (classes.includes('unknown')) continue;
    measured += count;
    for (const [k, dimension] of CONDITION_DIMENSIONS.entries())
      of[dimension][classes[k] as Affected] += count;
  }
  return { measured, of, poorest, decileKnown };
}

/** A part of a whole number, the first parts one larger where it does not divide. */
const share = (whole: number, part: number): number =>
  Math.floor(whole / POSYANDU) + (part < whole % POSYANDU ? 1 : 0);

function posyanduBook(
  kelurahan: readonly Kelurahan[],
  counted: readonly Counted[],
  target: Uint32Array,
): Uint8Array {
  const groups: readonly (readonly [title: string, dimension: Condition, heads: readonly string[]])[] = [
    ['BB/U', 'underweight', ['Sangat Kurang', 'Kurang', 'Normal']],
    ['TB/U', 'stunting', ['Sangat Pendek', 'Pendek', 'Normal']],
    ['BB/TB', 'wasting', ['Gizi Buruk', 'Gizi Kurang', 'Gizi Baik']],
  ];
  const places = ['No', 'Kec', 'Pukesmas', 'Desa/Kel', 'Posyandu', 'Sasaran', 'Diukur'];
  const top = [...places, ...groups.flatMap(([title]) => [title, '', ''])];
  const heads = [...places.map(() => ''), ...groups.flatMap(([, , own]) => own)];
  const rows = kelurahan.flatMap(({ name, districtName }, i) =>
    Array.from({ length: POSYANDU }, (_, part) => {
      const parts = groups.map(([, dimension]) => AFFECTED.map((one) => counted[i]!.of[dimension][one]));
      // The last class of each index takes what the others leave, so that all three add up to the same children.
      const measured = share(counted[i]!.measured, part);
      const split = parts.flatMap(([severe, moderate]) => {
        const first = [share(severe!, part), share(moderate!, part)];
        return [...first, measured - first[0]! - first[1]!];
      });
      const place = [districtName, `Contoh ${districtName}`, name, `Contoh ${name} ${part + 1}`];
      return [i * POSYANDU + part + 1, ...place, share(target[i]!, part), measured, ...split];
    }),
  );
  const sheet = utils.aoa_to_sheet([
    ['REKAP STATUS GIZI BALITA, SEPTEMBER 2026'],
    [MARK],
    [],
    top,
    heads,
    ...rows,
  ]);
  sheet['!merges'] = [
    ...places.map((_, c) => ({ s: { r: 3, c }, e: { r: 4, c } })),
    ...groups.map((_, k) => {
      const c = places.length + k * AFFECTED.length;
      return { s: { r: 3, c }, e: { r: 3, c: c + AFFECTED.length - 1 } };
    }),
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Rekap');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** The samples that help offers, by name: of one month of the demo, so that what they hold can be told. */
export function sampleFiles({
  kelurahan,
  boundaries,
  counts,
}: Demo): ReadonlyMap<string, string | Uint8Array> {
  const month = counts.find(({ entry }) => entry.id === PERIOD);
  if (month?.status.some((status) => status !== ReportStatus.reported) ?? true)
    throw new Error(`${PERIOD} of the demo is not whole`);
  const { target, measured } = month!;
  const counted = kelurahan.map((_, i) => countedIn(month!, i));
  const places = (area: Kelurahan) => [area.code, area.name, area.districtName];
  const csv = (heads: readonly string[], row: (area: Kelurahan, i: number) => readonly (string | number)[]) =>
    safeCsv([[...heads], ...kelurahan.map((area, i) => row(area, i).map(String))]);
  const files: Readonly<Record<SampleId, string | Uint8Array>> = {
    stunting: csv(
      ['kode', 'kelurahan', 'kecamatan', 'periode', 'sasaran', 'diukur', 'sangat_pendek', 'pendek', 'normal'],
      (area, i) => {
        const { severe, moderate, none } = counted[i]!.of.stunting;
        return [...places(area), PERIOD, target[i]!, counted[i]!.measured, severe, moderate, none];
      },
    ),
    posyandu: posyanduBook(kelurahan, counted, target),
    coverage: csv(['kode', 'kelurahan', 'kecamatan', 'sasaran', 'diukur'], (area, i) => [
      ...places(area),
      target[i]!,
      measured[i]!,
    ]),
    families: csv(
      [
        'kode',
        'kelurahan',
        'kecamatan',
        'semester',
        'jumlah keluarga',
        'keluarga miskin ekstrem',
        'keluarga berisiko stunting',
      ],
      (area, i) => {
        // Invented from the children: three families a child that should be measured.
        const { poorest, decileKnown, of } = counted[i]!;
        const families = 3 * target[i]!;
        const poor = Math.round((families * poorest) / decileKnown);
        return [...places(area), 'Semester II 2026', families, poor, poor + of.stunting.moderate];
      },
    ),
    boundaries: JSON.stringify({
      type: 'FeatureCollection',
      features: boundaries.areas.features.map(({ geometry, properties }) => ({
        type: 'Feature',
        properties: {
          KDEPUM: properties.code,
          WADMKD: properties.name,
          WADMKC: properties.districtName,
          REMARK: 'Batas skematik, bukan batas resmi',
        },
        geometry,
      })),
    }),
    services: csv(['nama', 'jenis', 'lintang', 'bujur'], ({ name, latitude, longitude }) => [
      `Posyandu Contoh ${name}`,
      'Posyandu',
      latitude,
      longitude,
    ]),
  };
  return new Map(Object.entries(files).map(([id, content]) => [SAMPLE_FILES[id as SampleId].name, content]));
}

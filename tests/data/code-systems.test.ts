import { describe, expect, it } from 'vitest';
import { recognizeColumns } from '#data/column-recognition.ts';
import { readTable } from '#data/table-import.ts';
import { delineation, sharedRecords, sheetOf } from '#tests/real-table.ts';
import { sharedPath } from '#tests/shared-data.ts';

const CITIES = [
  ['kupang-kode-kemendagri-bps.csv', 'kupang-cahyadsn-clean.geojson', 'kupang-hdx-bps2020-kode.geojson'],
  ['kotawaringin-barat-6201-kode-kemendagri-bps.csv', 'kotawaringin-barat-6201-cahyadsn.geojson', null],
] as const;

type Key = 'kode_kemendagri_tanpa_titik' | 'kode_bps';
interface Layout {
  readonly code: string;
  readonly name: boolean;
  readonly district: boolean;
}

const LAYOUTS: readonly Layout[] = ['kode', 'kode_bps', 'kode_kemendagri'].flatMap((code) =>
  [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ].map(([name = false, district = false]) => ({ code, name, district })),
);

describe.skipIf(sharedPath('facts') === null).each(CITIES)(
  'the table of one kecamatan in undotted codes of either system: %s',
  (facts, boundaries, withBoth) => {
    const pairs = sharedRecords(`facts/${facts}`);
    const ground = delineation(boundaries);
    const both = withBoth && delineation(withBoth);
    const records = pairs ?? [];
    const districts = [...new Set(records.map(({ kecamatan }) => kecamatan))];

    function read(system: Key, layout: Layout, district: string | undefined, on: NonNullable<typeof ground>) {
      const rows = records.filter(({ kecamatan }) => kecamatan === district);
      const header = [
        layout.code,
        ...(layout.name ? ['kelurahan'] : []),
        ...(layout.district ? ['kecamatan'] : []),
        'tahun,diukur,stunting',
      ];
      const lines = rows.map((row) =>
        [
          row[system],
          ...(layout.name ? [row.nama_kemendagri] : []),
          ...(layout.district ? [row.kecamatan] : []),
          '2022,400,40',
        ].join(','),
      );
      const sheet = sheetOf([header.join(','), ...lines].join('\n'));
      const reading = readTable(sheet, recognizeColumns(sheet), {
        territory: on.territory,
        alternateCodes: on.alternateCodes,
        decisions: new Map(),
        periodDefault: null,
      });
      const landed = reading.accepted.map(({ row, area }) => {
        const own = on.territory.villages.areas[area]?.code.replaceAll('.', '');
        return own === rows[row - 2]?.kode_kemendagri_tanpa_titik;
      });
      return { reading, rows, landed };
    }

    it.each(['kode_bps', 'kode_kemendagri_tanpa_titik'] as const)(
      '%s: never in another village',
      (system) => {
        for (const on of [ground, both]) {
          if (on === null) continue;
          for (const layout of LAYOUTS) {
            const lies = layout.code !== 'kode' && (layout.code === 'kode_bps') !== (system === 'kode_bps');
            for (const district of districts) {
              const { landed, reading } = read(system, layout, district, on);
              const where = `${district} ${JSON.stringify(layout)}`;
              // A header that names the wrong system over codes alone is the one lie that nothing can see through.
              if (lies && !layout.name && !layout.district) continue;
              expect(landed, where).not.toContain(false);
              const said = reading.problems.some(({ code }) => code.startsWith('area/code-system'));
              expect(said, where).toBe(true);
            }
          }
        }
      },
    );

    it('is read whole where names, or a header and boundaries that know the system, allow it', () => {
      for (const district of districts) {
        const named = { code: 'kode', name: true, district: true };
        const stated = { code: 'kode_bps', name: false, district: false };
        for (const { landed, rows } of [
          read('kode_bps', named, district, ground!),
          read('kode_kemendagri_tanpa_titik', named, district, ground!),
          ...(both
            ? [read('kode_bps', named, district, both), read('kode_bps', stated, district, both)]
            : []),
        ])
          expect(landed.filter(Boolean), district).toHaveLength(rows.length);
      }
    });

    it('is refused, with the reason, where nothing tells the system', () => {
      const bare = { code: 'kode', name: false, district: false };
      for (const district of districts) {
        const { reading } = read('kode_bps', bare, district, ground!);
        expect(reading.refused).toBe(true);
      }
    });
  },
);

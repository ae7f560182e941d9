import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MONITORING_KINDS } from '#core/monitoring.ts';
import { denominatorConflicts } from '#core/source-series.ts';
import { readMonitoringFile } from '#data/monitoring-file.ts';
import { monitoringTemplateCsv } from '#data/monitoring-template.ts';
import { readOfficeFile } from '#data/office-file.ts';
import { readTogether } from '#data/reading.ts';
import { NO_CHOICES } from '#data/reading-choices.ts';
import { territoryOf } from '#tests/core/small-city.ts';

const SHARED = process.env.PETA_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const utf8 = (text: string) => new TextEncoder().encode(text);
const territory = territoryOf([2, 2]);
const ground = { territory, alternateCodes: null };
const open = (name: string, text: string) => readOfficeFile({ name, bytes: utf8(text) });

async function read(text: string, name = 'potret.csv') {
  const file = await open(name, text);
  if (file.kind !== 'monitoring')
    throw new Error(`${file.kind}: ${file.problems.map(({ code }) => code).join()}`);
  return readMonitoringFile(file, { ...ground, decisions: new Map() });
}
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

describe('an office’s tables for monitoring', () => {
  it('are told by their headers, also below a title, and read by name of area', async () => {
    const { monitoring, sheets, problems } = await read(
      [
        'REKAP ENTRI e-PPGBM;;;;;;;',
        'Tanggal;Kelurahan;Puskesmas;Posyandu;Sasaran;Diukur;Ber-NIK;Ber-KK',
        '31/10/2026;d0v0;Alak;Melati;1.250;12;-;0',
        '31 Oktober 2026;d0v1;Alak;Mawar;40;30;28;25',
        'Jumlah;;;;1.290;42;28;25',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(monitoring.entries).toMatchObject([
      {
        snapshot: '2026-10-31',
        area: 'd0v0',
        puskesmas: 'Alak',
        target: 1250,
        measured: 12,
        nik: null,
        kk: 0,
        linked: null,
      },
      { snapshot: '2026-10-31', area: 'd0v1', target: 40, nik: 28 },
    ]);
    expect(sheets[0]?.ledger).toEqual({ read: 3, used: 2, summed: 0, setAside: 0, notRows: 1 });
  });

  it('take the day from a title or the name of the file, and are refused without one', async () => {
    const rows = 'kelurahan;sasaran;tertaut\nd0v0;50;10\n';
    expect((await read(rows, 'potret_2026-10-05.csv')).monitoring.entries[0]?.snapshot).toBe('2026-10-05');
    expect((await read(`Per 19 Oktober 2026;;\n${rows}`)).monitoring.entries[0]?.snapshot).toBe('2026-10-19');
    const without = await read(rows);
    expect(without.monitoring.entries).toEqual([]);
    expect(codes(without)).toEqual(['entry/no-snapshot']);
  });

  it('name every row that is set aside by row and column, and never by value', async () => {
    const { monitoring, problems, sheets } = await read(
      [
        'tanggal,kelurahan,posyandu,sasaran,ber-NIK',
        'kemarin,d0v0,A,50,1',
        '2026-10-05,d9v9,A,50,1',
        '2026-10-05,d0v1,A,50,dua',
        '2026-10-05,d1v2,A,50,51',
        '2026-10-05,d1v3,A,50,1',
        '2026-10-05,d1v3,A,50,2',
      ].join('\n'),
    );
    expect(monitoring.entries.map(({ area }) => area)).toEqual(['d1v2']);
    expect(problems.map(({ code, severity, at }) => [code, severity, at?.row, at?.column])).toEqual([
      ['area/unknown-name', 'row', 3, 'kelurahan'],
      ['day/unreadable', 'row', 2, 'tanggal'],
      ['number/unreadable', 'row', 4, 'ber-NIK'],
      ['entry/exceeds-target', 'warning', 5, 'ber-NIK'],
      ['entry/repeated', 'row', 6, 'posyandu'],
      ['entry/repeated', 'row', 7, 'posyandu'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('kemarin');
    expect(sheets[0]?.ledger).toMatchObject({ read: 6, used: 1, setAside: 5 });
  });

  it('with figures of nutrition are tables of figures, and with rows of children are refused', async () => {
    const figures = 'kelurahan;sasaran;diukur;pendek;sangat_pendek;ber-NIK\nd0v0;50;40;5;2;30\n';
    expect((await open('gizi.csv', figures)).kind).toBe('table');
    const child =
      'tanggal;kelurahan;nama anak;NIK;sasaran;ber-NIK\n2026-10-05;d0v0;Contoh Anak;5371010101200001;1;1\n';
    expect((await open('anak.csv', child)).kind).toBe('refused');
  });

  it('read stages, targets, splits; what is out of order or unknown is told', async () => {
    const stages = await read(
      'tahap;judul;mulai;tanggal target;tanggal akhir;perpanjangan\n1;NIK;2026-08-01;2026-10-16;2026-10-31;15/11/2026; \n2;KK;2026-08-01;2026-07-16;2026-10-31;\n',
    );
    expect(stages.monitoring.stages).toMatchObject([{ id: '1', extensions: ['2026-11-15'] }]);
    expect(codes(stages)).toContain('stage/out-of-order');
    const targets = await read(
      [
        'tingkat;kode;kelurahan;kecamatan;indikator;ukuran;nilai target;tenggat;nilai awal',
        'kota;;;;stunting;kasus;2.000;2027-03-31;4.000',
        'kecamatan;;;d1;stunting;persen;14,2;31/12/2029;',
        'kelurahan;;d0v1;;stunting;prevalensi;10;2029-12-31;',
        'kelurahan;;d0v1;;rasa;prevalensi;10;2029-12-31;',
      ].join('\n'),
    );
    expect(targets.monitoring.targets).toMatchObject([
      { level: 'city', area: null, measure: 'count', value: 2000, from: { value: 4000, day: null } },
      { level: 'district', area: 'd1', measure: 'rate', value: 0.142, from: null },
      { level: 'village', area: 'd0v1', value: 0.1 },
    ]);
    expect(codes(targets)).toEqual(['monitoring/word-unknown']);
    const bridge = await read(
      'kode lama;kode baru;berlaku sejak;bagian %\nx1;d0v0;2020-01-01;37,5\nx1;d0v1;;\n',
    );
    expect(bridge.monitoring.bridge).toMatchObject([{ from: 'x1', share: 0.375 }, { share: null }]);
  });

  it('come back from their own templates', async () => {
    for (const kind of MONITORING_KINDS) {
      const text = monitoringTemplateCsv(kind, territory);
      const file = await open(`${kind}.csv`, text);
      expect([kind, file.kind]).toEqual([kind, 'monitoring']);
    }
    const [head = '', first = ''] = monitoringTemplateCsv('entries', territory)
      .replace('\ufeff', '')
      .split('\r\n');
    const filled = `${head}\n2026-10-05${first.slice(0, first.indexOf(';;'))};Alak;Melati;2026-09;50;40;30;20;10\n`;
    expect((await read(filled)).monitoring.entries).toMatchObject([
      { area: 'd0v0', posyandu: 'Melati', period: '2026-09', linked: 10 },
    ]);
  });

  it('are those that the desk of persons writes, by code', async () => {
    const header = 'snapshot,area,puskesmas,posyandu,period,target,measured,with_nik,with_kk,linked';
    const file = await open(
      'entry-counts.csv',
      `${header}\r\n2026-10-31,53.71.01.1001,Alak,Melati,2026-10,,12,11,10,9\r\n`,
    );
    expect(file.kind).toBe('monitoring');
  });

  it('are told by the command with verdict, ledger and rows, beside tables of figures', async () => {
    const files = await Promise.all([
      open('potret.csv', 'tanggal,kelurahan,sasaran,ber-NIK\n2026-10-05,d0v0,50,1\n'),
      open('angka.csv', 'kelurahan,periode,sasaran,diukur\nd0v0,2026-09,50,40\nd0v1,2026-09,50,40\n'),
    ]);
    const reading = readTogether(files, ground, NO_CHOICES);
    expect(reading.files.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['monitoring', 'accept'],
      ['table', 'accept'],
    ]);
    expect(reading.monitoring.entries).toHaveLength(1);
    expect(reading.figures).toHaveLength(2);
  });

  it.skipIf(!existsSync(join(SHARED, 'facts')))(
    'hold the published figures of Kupang with their denominators',
    async () => {
      const text = readFileSync(join(SHARED, 'facts/kupang-city-indicators.csv'), 'utf8');
      const { monitoring, problems } = await read(text, 'kupang-city-indicators.csv');
      expect(problems).toEqual([]);
      expect(monitoring.series).toHaveLength(text.trim().split('\n').length - 1);
      const stunting = monitoring.series.filter(({ indicator }) => indicator === 'stunting');
      expect(denominatorConflicts(stunting).filter((far) => far === true).length).toBeGreaterThanOrEqual(5);
    },
  );
});

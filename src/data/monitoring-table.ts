import { ENTRY_COUNTS } from '#core/dataset.ts';
import type { MonitoringKind } from '#core/monitoring.ts';
import type { RawSheet } from './raw-table.ts';

/** A column of a table for monitoring: as a package names it, and as offices do. */
export interface MonitoringColumn {
  readonly name: string;
  /** Words of a header (headerWords) that mean it too. */
  readonly also: RegExp;
  readonly required?: true;
}

export interface MonitoringForm {
  readonly kind: MonitoringKind;
  /** As a part of a package. */
  readonly extra: { readonly id: string; readonly file: string; readonly version: number };
  readonly columns: readonly MonitoringColumn[];
  /** A sheet of an office is one where it has all of these, and one of each list in `among`. */
  readonly by: readonly string[];
  readonly among: readonly (readonly string[])[];
}

const PLACES: readonly MonitoringColumn[] = [
  { name: 'area', also: /^(?:kode|kode (?:kel|kelurahan|desa|wilayah|kelurahan desa|desa kelurahan)|code)$/ },
  {
    name: 'name',
    also: /^(?:nama )?(?:kelurahan|desa|kel|kelurahan desa|desa kelurahan|desa kel|kel desa|village|area name)$/,
  },
  { name: 'district', also: /^(?:nama )?(?:kecamatan|kec|district)$/ },
];

/** How far entry has come, a row a post and day. `posyandu` and `puskesmas` may be left out. */
const ENTRIES: MonitoringForm = {
  kind: 'entries',
  extra: ENTRY_COUNTS,
  columns: [
    {
      name: 'snapshot',
      also: /^(?:tanggal|tgl|potret|per tanggal|(?:tanggal|tgl) (?:potret|data|rekap|unduh|ekspor|tarik|cetak|laporan))$/,
    },
    ...PLACES,
    { name: 'puskesmas', also: /^(?:nama )?(?:puskesmas|pukesmas|pkm)$/ },
    { name: 'posyandu', also: /^(?:nama )?posyandu$/ },
    { name: 'period', also: /^(?:periode|bulan|bulan (?:timbang|penimbangan|ukur|data))$/ },
    { name: 'target', also: /^(?:(?:jumlah|jml) )?(?:sasaran|target)(?: (?:balita|anak))?$/ },
    {
      name: 'measured',
      also: /^(?:(?:jumlah|jml) )?(?:(?:sudah|telah|yang) )?(?:diukur|terukur|ditimbang|entri|terentri|dientri|diinput)(?: (?:balita|anak))?$/,
    },
    {
      name: 'with_nik',
      also: /^(?:(?:jumlah|jml) )?(?:(?:balita|anak) )?(?:ber|dengan|punya|memiliki|ada|terisi|isi|with) ?nik$|^nik (?:terisi|valid|ada|lengkap)$/,
    },
    {
      name: 'with_kk',
      also: /^(?:(?:jumlah|jml) )?(?:(?:balita|anak) )?(?:ber|dengan|punya|memiliki|ada|terisi|isi|with) ?(?:no )?kk$|^(?:no )?kk (?:terisi|valid|ada|lengkap)$/,
    },
    {
      name: 'linked',
      also: /^(?:(?:jumlah|jml) )?(?:(?:balita|anak) )?(?:tertaut|terhubung|terpadan|padan|tersambung|linked)(?: (?:data kemiskinan|dtsen|p3ke|desil))?$/,
    },
  ],
  by: ['target'],
  among: [['with_nik', 'with_kk', 'linked']],
};

/** Stages of entry with their dates. */
const STAGES: MonitoringForm = {
  kind: 'stages',
  extra: { id: 'entry-stages', file: 'entry-stages.csv', version: 1 },
  columns: [
    { name: 'stage', also: /^(?:tahap|no tahap|kode tahap|nomor tahap)$/, required: true },
    { name: 'title', also: /^(?:judul|nama tahap|keterangan|uraian)$/ },
    { name: 'start', also: /^(?:mulai|tanggal mulai|tgl mulai|awal)$/, required: true },
    { name: 'target_date', also: /^(?:target|tanggal target|tgl target|target selesai)$/, required: true },
    {
      name: 'final_date',
      also: /^(?:tanggal akhir|tgl akhir|batas akhir|tenggat|akhir|selesai)$/,
      required: true,
    },
    {
      name: 'extended_to',
      also: /^(?:perpanjangan|diperpanjang sampai|tanggal perpanjangan|tgl perpanjangan)$/,
    },
  ],
  by: ['stage', 'start', 'target_date', 'final_date'],
  among: [],
};

/** What is to be reached by when. */
const TARGETS: MonitoringForm = {
  kind: 'targets',
  extra: { id: 'targets', file: 'targets.csv', version: 1 },
  columns: [
    { name: 'level', also: /^(?:tingkat|level wilayah)$/, required: true },
    ...PLACES,
    { name: 'indicator', also: /^indikator$/, required: true },
    { name: 'measure', also: /^(?:ukuran|satuan|jenis ukuran)$/, required: true },
    { name: 'value', also: /^(?:nilai|nilai target|target)$/, required: true },
    { name: 'due', also: /^(?:tenggat|tanggal target|tgl target|batas waktu)$/, required: true },
    { name: 'baseline', also: /^(?:nilai awal|awal|baseline)$/ },
    { name: 'baseline_date', also: /^(?:tanggal awal|tgl awal)$/ },
    { name: 'source', also: /^(?:sumber|dasar)$/ },
  ],
  by: ['level', 'indicator', 'measure', 'value', 'due'],
  among: [],
};

/** Figures as they were published. */
const SERIES: MonitoringForm = {
  kind: 'series',
  extra: { id: 'source-series', file: 'source-series.csv', version: 1 },
  columns: [
    { name: 'indicator', also: /^indikator$/, required: true },
    { name: 'period', also: /^periode$/, required: true },
    { name: 'value', also: /^nilai$/, required: true },
    { name: 'unit', also: /^satuan$/, required: true },
    { name: 'counted', also: /^(?:pembilang|dihitung dari|numerator)$/ },
    { name: 'source', also: /^(?:sumber|sumber jenis|jenis sumber)$/, required: true },
    { name: 'url', also: /^(?:tautan|alamat|link)$/ },
  ],
  by: ['indicator', 'period', 'value', 'unit', 'source'],
  among: [],
};

/** Splits and merges of areas. */
const BRIDGE: MonitoringForm = {
  kind: 'bridge',
  extra: { id: 'area-bridge', file: 'area-bridge.csv', version: 1 },
  columns: [
    { name: 'from', also: /^(?:kode lama|dari|dari kode|kode asal|kode induk)$/, required: true },
    { name: 'to', also: /^(?:kode baru|ke|ke kode|kode tujuan|kode pemekaran)$/, required: true },
    { name: 'since', also: /^(?:sejak|berlaku sejak|tanggal|tgl)$/ },
    { name: 'share', also: /^(?:bagian|bagian %|porsi|%)$/ },
    { name: 'source', also: /^(?:sumber|dasar|dasar hukum)$/ },
  ],
  by: ['from', 'to'],
  among: [],
};

export const MONITORING_FORMS: readonly MonitoringForm[] = [ENTRIES, STAGES, TARGETS, SERIES, BRIDGE];

/** The form of a part of a package; null for one that is not known. */
export function formOfExtra({
  id,
  version,
}: {
  readonly id: string;
  readonly version: number;
}): MonitoringForm | null {
  return MONITORING_FORMS.find(({ extra }) => extra.id === id && extra.version === version) ?? null;
}

/** A sheet that was taken for a table of a form. */
export interface MonitoringSheet {
  readonly form: MonitoringForm;
  readonly sheet: RawSheet;
  /** 0-based. */
  readonly headerRow: number;
  /** By name of a column its position. */
  readonly columns: ReadonlyMap<string, number>;
}

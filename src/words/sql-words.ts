import type { ConsoleFault } from '#core/console-fault.ts';
import type { Language } from '#core/language.ts';

/** What the console says: fetched with it. */
export interface SqlWords {
  readonly heading: string;
  readonly what: string;
  readonly hidden: string;
  readonly zero: string;
  readonly back: string;
  readonly editor: string;
  readonly ask: string;
  readonly key: string;
  readonly running: string;
  readonly cancel: string;
  readonly canceled: string;
  readonly tables: string;
  readonly examples: string;
  readonly example: Readonly<Record<'byDistrict' | 'crossed' | 'coverage' | 'hidden', string>>;
  readonly rows: (shown: string, all: string) => string;
  readonly more: (most: string) => string;
  readonly none: string;
  readonly empty: string;
  readonly csv: string;
  readonly file: string;
  readonly tier: string;
  readonly result: string;
  readonly fault: (fault: ConsoleFault) => string;
}

function placed(where: (line: string, column: string) => string, { line, column }: ConsoleFault): string {
  return line === null || column === null ? '' : ` ${where(String(line), String(column))}`;
}

const id: SqlWords = {
  heading: 'Tanya dengan SQL',
  what: 'Pertanyaan SELECT atas hitungan yang sedang terbuka, hanya membaca. Mesinnya terkunci: tidak ada berkas dan tidak ada jaringan. Bahasanya SQL dari DuckDB.',
  hidden:
    'Sel yang disembunyikan penerbitnya kosong (NULL). Jumlah dari sel seperti itu kurang dari yang sebenarnya: hitung juga berapa yang kosong.',
  zero: 'Baris yang tidak ada berarti 0, kecuali untuk wilayah yang belum melapor (lihat coverage).',
  back: 'Kembali ke Data',
  editor: 'Pertanyaan SQL',
  ask: 'Jalankan',
  key: 'atau Ctrl+Enter',
  running: 'Menjawab',
  cancel: 'Batalkan pertanyaan',
  canceled: 'Dibatalkan.',
  tables: 'Tabel dan kolomnya',
  examples: 'Contoh',
  example: {
    byDistrict: 'Jumlah per kecamatan',
    crossed: 'Wasting dan desil 1 per kelurahan',
    coverage: 'Cakupan terendah',
    hidden: 'Berapa sel yang disembunyikan',
  },
  rows: (shown, all) => `${shown} dari ${all} baris`,
  more: (most) => `Hanya ${most} baris pertama yang diambil.`,
  none: 'Tidak ada baris.',
  empty: 'kosong',
  csv: 'Simpan CSV',
  file: 'jawaban-sql',
  tier: 'golongan',
  result: 'Jawaban',
  fault: (fault) => {
    const where = placed((line, column) => `(baris ${line}, kolom ${column})`, fault);
    const { kind, word, detail } = fault;
    switch (kind) {
      case 'syntax':
        return word === ''
          ? `Kalimatnya belum selesai${where}. Periksa kurung dan kata yang terakhir.`
          : `Kalimatnya tidak dimengerti di dekat "${word}"${where}. Mulailah dengan SELECT; hanya satu pertanyaan sekali jalan.`;
      case 'no-table':
        return `Tabel "${word}" tidak ada${where}. Pakai salah satu nama pada daftar tabel.`;
      case 'no-column':
        return `Kolom "${word}" tidak ada${where}. Pakai salah satu nama pada daftar kolom.`;
      case 'not-read':
        return 'Itu bukan satu pertanyaan yang hanya membaca tabel ini. Tulis satu SELECT; berkas dan jaringan tidak dapat dibaca.';
      case 'timeout':
        return 'Tidak selesai dalam 30 detik dan dihentikan. Persempit pertanyaannya, misalnya satu periode.';
      case 'memory':
        return 'Memori mesin tidak cukup. Persempit pertanyaannya.';
      case 'unavailable':
        return 'Mesin data tidak dapat dijalankan. Muat ulang halaman, lalu coba lagi.';
      case 'engine':
        return `Mesin menolak pertanyaan ini${where}. Kata mesin (Inggris): ${detail}`;
    }
  },
};

const en: SqlWords = {
  heading: 'Ask by SQL',
  what: 'SELECT questions on the counts that are open, reading only. The engine is locked: no file, no network. The language is the SQL of DuckDB.',
  hidden:
    'Cells that their publisher hid are empty (NULL). A sum of such cells is less than the truth: count the empty ones too.',
  zero: 'A row that is not there means 0, but for areas that have not reported (see coverage).',
  back: 'Back to Data',
  editor: 'SQL question',
  ask: 'Run',
  key: 'or Ctrl+Enter',
  running: 'Answering',
  cancel: 'Cancel question',
  canceled: 'Canceled.',
  tables: 'Tables and their columns',
  examples: 'Examples',
  example: {
    byDistrict: 'Counts by kecamatan',
    crossed: 'Wasting and decile 1 by kelurahan',
    coverage: 'Lowest coverage',
    hidden: 'How many cells are hidden',
  },
  rows: (shown, all) => `${shown} of ${all} rows`,
  more: (most) => `Only the first ${most} rows were taken.`,
  none: 'No rows.',
  empty: 'empty',
  csv: 'Save CSV',
  file: 'sql-answer',
  tier: 'tier',
  result: 'Answer',
  fault: (fault) => {
    const where = placed((line, column) => `(line ${line}, column ${column})`, fault);
    const { kind, word, detail } = fault;
    switch (kind) {
      case 'syntax':
        return word === ''
          ? `The sentence is not finished${where}. See brackets and the last word.`
          : `The sentence is not understood near "${word}"${where}. Begin with SELECT; one question at a time.`;
      case 'no-table':
        return `There is no table "${word}"${where}. Use a name from the list of tables.`;
      case 'no-column':
        return `There is no column "${word}"${where}. Use a name from the list of columns.`;
      case 'not-read':
        return 'That is not one question that only reads these tables. Write one SELECT; files and network cannot be read.';
      case 'timeout':
        return 'Not finished in 30 seconds, and stopped. Narrow the question, for instance to one period.';
      case 'memory':
        return 'The engine has too little memory. Narrow the question.';
      case 'unavailable':
        return 'The data engine cannot be started. Load the page again and retry.';
      case 'engine':
        return `The engine refused this question${where}. It says: ${detail}`;
    }
  },
};

export const SQL: Readonly<Record<Language, SqlWords>> = { id, en };

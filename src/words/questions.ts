import type { Language } from '#core/language.ts';
import type { Question, QuestionOption } from '#core/question.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { problemCatalogues } from './problems.ts';

/** A question in words: what is asked, why, and of each option what it is and what would follow. */
export interface QuestionSentence {
  readonly where: string;
  readonly ask: string;
  readonly why: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly follows: string }[];
}

interface QuestionWords {
  readonly role: (column: string) => string;
  readonly qualified: (words: string, role: string) => string;
  readonly undivided: string;
  readonly deciles: string;
  readonly unsaid: string;
  readonly rivals: (role: string) => string;
  readonly even: (columns: string) => string;
  readonly key: (column: string) => string;
  readonly rows: (rows: string, areas: string) => string;
  readonly level: (column: string) => string;
  readonly both: string;
  readonly period: string;
  readonly system: (column: string) => string;
  readonly noSystem: string;
  readonly noPeriod: string;
  readonly ways: Readonly<Record<string, string>>;
  readonly firstValues: (values: string) => string;
  readonly rate: (what: string, n: string, N: string, percent: string) => string;
}

const ID: QuestionWords = {
  role: (column) => `Apa isi kolom “${column}”?`,
  qualified: (words, role) => `Kata “${words}” membuatnya belum pasti ${role}.`,
  undivided: 'Kolom kelas lainnya tidak ada, jadi belum pasti apakah ini seluruhnya atau hanya sebagian.',
  deciles: 'Judulnya tidak menyebut siapa yang dihitung: balita, keluarga, atau orang.',
  unsaid: 'Judulnya tidak menyebut apa yang dihitung.',
  rivals: (role) => `Kolom mana yang memuat ${role}?`,
  even: (columns) => `Beberapa kolom dapat berarti itu, dan angkanya tidak membedakannya: ${columns}.`,
  key: (column) => `Apakah baris yang dibedakan “${column}” dijumlahkan?`,
  rows: (rows, areas) => `${rows} baris menyebut ${areas} wilayah dan periode yang sama.`,
  level: (column) => `Kolom “${column}” memuat kecamatan atau kelurahan?`,
  period: 'Periode berapa tabel ini?',
  system: (column) => `Kode di kolom “${column}” dari sistem mana?`,
  noSystem:
    'Tanpa titik dan tanpa nama di sampingnya, kodenya dapat berarti wilayah lain di sistem yang lain.',
  noPeriod:
    'Tidak ada kolom atau judul yang menyebutnya. Isi “Periode bila tidak ada kolomnya” pada kartu tabel, atau pilih periode tabel lain.',
  both: 'Semua namanya adalah nama kecamatan dan juga nama kelurahan.',
  ways: {
    ignore: 'tidak dipakai',
    sum: 'jumlahkan',
    refuse: 'sisihkan baris-baris itu',
    district: 'kecamatan',
    village: 'kelurahan',
  },
  firstValues: (values) => `nilai pertama: ${values}`,
  rate: (what, n, N, percent) => `${what} ${n} dari ${N} (${percent} %)`,
};

const EN: QuestionWords = {
  role: (column) => `What does the column “${column}” hold?`,
  qualified: (words, role) => `“${words}” leaves it unsure whether it is ${role}.`,
  undivided: 'The columns of the other classes are missing, so it may be all of them or only a part.',
  deciles: 'The header does not say who is counted: children, families or persons.',
  unsaid: 'The header does not say what is counted.',
  rivals: (role) => `Which column holds ${role}?`,
  even: (columns) => `Several columns could mean it, and their numbers do not tell them apart: ${columns}.`,
  key: (column) => `Are the rows told apart by “${column}” to be added up?`,
  rows: (rows, areas) => `${rows} rows name ${areas} equal areas and periods.`,
  level: (column) => `Does the column “${column}” hold kecamatan or kelurahan?`,
  period: 'Which period is this table of?',
  system: (column) => `Of which system are the codes in the column “${column}”?`,
  noSystem: 'Without dots and without names beside them, they may mean other areas in the other system.',
  noPeriod:
    'No column and no title says so. Fill in “Period if there is no column” on the card of the table, or choose that of another table.',
  both: 'All its names are names of kecamatan and of kelurahan alike.',
  ways: {
    ignore: 'not used',
    sum: 'add them up',
    refuse: 'set these rows aside',
    district: 'kecamatan',
    village: 'kelurahan',
  },
  firstValues: (values) => `first values: ${values}`,
  rate: (what, n, N, percent) => `${what} ${n} of ${N} (${percent} %)`,
};

function optionLabel(
  option: QuestionOption,
  own: QuestionWords,
  named: Readonly<Record<string, string>>,
): string {
  if (option.kind === 'column' || option.kind === 'period') return option.value;
  return (option.kind === 'way' ? own.ways[option.value] : named[option.value]) ?? option.value;
}

/** A question in the reader's language. */
export function questionSentence(question: Question, language: Language): QuestionSentence {
  const words = language === 'id' ? id : en;
  const own = language === 'id' ? ID : EN;
  const { terms, where } = problemCatalogues[language];
  const roles: Readonly<Record<string, string>> = words.import.roles;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 1 });
  const { kind, at, detail } = question;
  const column = at.column ?? String(detail.column ?? '');
  const role = roles[String(detail.role)] ?? '';
  const [ask, why] = ((): readonly [string, string] => {
    switch (kind) {
      case 'role':
        if (detail.words !== undefined) return [own.role(column), own.qualified(String(detail.words), role)];
        if (detail.unit !== undefined) return [own.role(column), own.deciles];
        return [own.role(column), detail.dimension === undefined ? own.unsaid : own.undivided];
      case 'rivals':
        return [own.rivals(role), own.even(column)];
      case 'key':
        return [
          own.key(column),
          own.rows(number.format(Number(detail.rows)), number.format(Number(detail.areas))),
        ];
      case 'level':
        return [own.level(column), own.both];
      case 'period':
        return [own.period, own.noPeriod];
      case 'system':
        return [own.system(column), own.noSystem];
    }
  })();
  const options = question.options.map((option) => {
    const values = option.values.length > 0 ? [own.firstValues(option.values.join('; '))] : [];
    const rate = option.follows;
    const share = rate && rate.N > 0 ? number.format((rate.n / rate.N) * 100) : null;
    const told =
      rate && share !== null
        ? [own.rate(terms[rate.what] ?? rate.what, number.format(rate.n), number.format(rate.N), share)]
        : [];
    return {
      id: option.id,
      label: optionLabel(option, own, { ...terms, ...roles }),
      follows: [...values, ...told].join('; '),
    };
  });
  const places = [at.file, at.sheet === undefined ? undefined : where.sheet.replace('{sheet}', at.sheet)];
  return { where: places.filter((one) => one !== undefined).join(', '), ask, why, options };
}

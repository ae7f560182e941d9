import { randomStream } from '#scripts/demo/random.ts';
import {
  type InventedChild,
  type InventedPeople,
  type InventedVillage,
  inventedPeople,
} from './invented-families.ts';
import { mistypedDate, mistypedDigits, mistypedName, respeltName, roundedDigits } from './typing-errors.ts';

/** How often what goes wrong. */
export interface ErrorRates {
  readonly typo: number;
  readonly respelt: number;
  readonly missingNik: number;
  readonly nikTypo: number;
  readonly duplicate: number;
  readonly moved: number;
  readonly date: number;
  /** Of the puskesmas that write variant C: those whose NIK went through numbers. */
  readonly rounded: number;
}

export const USUAL_RATES: ErrorRates = {
  typo: 0.02,
  respelt: 0.06,
  missingNik: 0.15,
  nikTypo: 0.02,
  duplicate: 0.02,
  moved: 0.05,
  date: 0.015,
  rounded: 0.2,
};

/** Nothing goes wrong but what happens to people: some move. */
export const CLEAN_RATES: ErrorRates = {
  typo: 0,
  respelt: 0,
  missingNik: 0,
  nikTypo: 0,
  duplicate: 0,
  moved: 0.05,
  date: 0,
  rounded: 0,
};

export interface PersonTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** By row below the header: the child and the village where it was measured; -1 for rows of no child. */
  readonly truth: readonly { readonly child: number; readonly village: number }[];
}

export interface PersonFiles {
  readonly people: InventedPeople;
  readonly measurements: readonly PersonTable[];
  readonly members: PersonTable;
  /** KK of the listed household of each child, '' where the list has none. */
  readonly householdOf: readonly string[];
}

export interface CityOptions {
  readonly seed: number;
  readonly villages: readonly InventedVillage[];
  readonly children: number;
  readonly months: readonly string[];
  /** Rows of the list of members, at least. */
  readonly members: number;
  readonly rates: ErrorRates;
}

const A_HEADER =
  'No,NIK,Nama,JK,Tgl Lahir,BB Lahir,TB Lahir,Nama Ortu,Prov,Kab/Kota,Kec,Pukesmas,Desa/Kel,Posyandu,RT,RW,Alamat,Usia Saat Ukur,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,LiLA,BB/U,ZS BB/U,TB/U,ZS TB/U,BB/TB,ZS BB/TB,Naik Berat Badan,Jml Vit A,KPSP,KIA,Kelas Ibu Balita,MBG,Detail'.split(
    ',',
  );
const C_HEADER =
  'Nama Anak,Jenis Kelamin,Tanggal Lahir,NIK,Nomor KK,Anak Ke,Nama Orang Tua (Ibu/Ayah),NIK Orang Tua,No HP Orang Tua,Alamat,RT,Kecamatan,Puskesmas,Kelurahan,Posyandu,Usia Kehamilan (minggu),Berat Lahir - Sasaran (kg),Panjang Lahir - Sasaran (cm),Lingkar Kepala Lahir (cm),IMD,Tanggal Pengukuran,Berat (kg),Tinggi (cm),Cara Ukur,LiLA (cm),ZS BB/U,ZS TB/U,ZS BB/TB,Naik Berat Badan,Jml Vit A,Kelas Ibu Balita,MBG'.split(
    ',',
  );
const DTSEN_HEADER =
  'nomor_kartu_keluarga,nomor_induk_kependudukan,desil_nasional,id_keluarga,nama_anggota_keluarga,jenis_kelamin,tanggal_lahir,hubungan_dalam_keluarga,kode_kelurahan_desa,nama_kelurahan_desa,nama_kecamatan,alamat'.split(
    ',',
  );
const ROMAN: Readonly<Record<string, string>> = { II: '2', III: 'Tiga' };

function dmy(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}

function monthsBetween(birth: string, at: string): number {
  const months =
    (Number(at.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 +
    Number(at.slice(5, 7)) -
    Number(birth.slice(5, 7));
  return at.slice(8) < birth.slice(8) ? months - 1 : months;
}

const cut = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function classWord(z: number, severe: string, moderate: string, none: string): string {
  return z < -3 ? severe : z < -2 ? moderate : none;
}

/** A village as an office writes it: with and without prefix, in capitals, numerals as digits. */
function writtenVillage(name: string, way: number): string {
  const other = name.replace(/\b(II|III)$/, (roman) => ROMAN[roman] ?? roman);
  return [name, other.toUpperCase(), `Kel. ${name}`, `Kelurahan ${other}`][way % 4]!;
}

/** Raw files of a city and what is true of them; the same seed gives the same files. Nobody in them exists. */
export function personFiles({
  seed,
  villages,
  children: howMany,
  months,
  members,
  rates,
}: CityOptions): PersonFiles {
  const people = inventedPeople(randomStream(seed, 'people'), {
    villages,
    children: howMany,
    months,
    listedShare: 0.85,
    movedShare: rates.moved,
  });
  const random = randomStream(seed, 'files');
  const puskesmas = [...new Set(villages.map((village) => village.puskesmas))].sort();
  const writesC = new Set(puskesmas.filter((_, k) => k % 2 === 1));
  const rounds = new Set([...writesC].filter((_, k) => k < Math.round(writesC.size * rates.rounded)));
  const own = people.children.map((child) => ({
    nik: random.chance(rates.missingNik) ? '' : child.nik,
    name: random.chance(rates.typo) ? mistypedName(random, child.name) : child.name,
    birth: random.chance(rates.date) ? mistypedDate(random, child.birth) : child.birth,
    kk: random.chance(0.05)
      ? ''
      : random.chance(rates.typo)
        ? mistypedDigits(random, child.family.kk)
        : child.family.kk,
  }));
  const tables: PersonTable[] = [];
  for (const [position, month] of months.entries()) {
    for (const variant of ['A', 'C'] as const) {
      const header = variant === 'A' ? A_HEADER : C_HEADER;
      const rows: string[][] = [];
      const truth: { child: number; village: number }[] = [];
      for (const child of people.children) {
        const village =
          child.moved !== null && position >= child.moved.from ? child.moved.village : child.family.village;
        const place = villages[village]!;
        if (writesC.has(place.puskesmas) !== (variant === 'C')) continue;
        const day = `${month}-${String(1 + Math.floor(random.uniform() * 27)).padStart(2, '0')}`;
        const age = monthsBetween(child.birth, day);
        if (child.birth >= day || age < 0 || age > 59) continue;
        const measured = random.chance(0.86);
        if (!measured && variant === 'A') continue;
        const written = own[child.id]!;
        const nik =
          written.nik === ''
            ? ''
            : random.chance(rates.nikTypo)
              ? mistypedDigits(random, written.nik)
              : written.nik;
        const identity = {
          ...written,
          nik: nik !== '' && rounds.has(place.puskesmas) ? roundedDigits(nik) : nik,
        };
        const row = variant === 'A' ? rowOfA : rowOfC;
        const cells = row(random, child, identity, place, { day, age, measured, number: rows.length + 1 });
        rows.push(cells);
        truth.push({ child: child.id, village });
        if (random.chance(rates.duplicate)) {
          rows.push([...cells]);
          truth.push({ child: child.id, village });
        }
      }
      tables.push({ name: `eppgbm-${month}-${variant}`, rows: [header, ...rows], truth });
    }
  }
  const list = memberTable(people, villages, members, randomStream(seed, 'members'), rates);
  return {
    people,
    measurements: tables,
    members: list,
    householdOf: people.children.map(({ family }) => (family.listed ? family.kk : '')),
  };
}

interface Written {
  readonly nik: string;
  readonly name: string;
  readonly birth: string;
  readonly kk: string;
}
interface Visit {
  readonly day: string;
  readonly age: number;
  readonly measured: boolean;
  readonly number: number;
}
type Random = ReturnType<typeof randomStream>;

function growthOf(random: Random, child: InventedChild): readonly [number, number, number] {
  const [stunting, wasting, underweight] = child.growth.map(
    (mean) => Math.round(cut(mean + random.normal() * 0.2, -5.5, 4.5) * 100) / 100,
  );
  return [stunting!, wasting!, underweight!];
}

function rowOfA(
  random: Random,
  child: InventedChild,
  written: Written,
  place: InventedVillage,
  visit: Visit,
): string[] {
  const [stunting, wasting, underweight] = growthOf(random, child);
  const posyandu = `Mawar ${1 + (child.family.id % 6)}`;
  const { age } = visit;
  const weight = (3.4 + age * 0.22 + underweight * 0.6).toFixed(1).replace('.', ',');
  const height = (50 + age * 1.05 + stunting * 1.5).toFixed(1).replace('.', ',');
  const z = (value: number): string => value.toFixed(2).replace('.', ',');
  return [
    String(visit.number),
    written.nik,
    written.name.toUpperCase(),
    child.sex,
    written.birth,
    '3,1',
    '49',
    `${child.family.father.name} / ${child.family.mother.name}`.toUpperCase(),
    'NUSA TENGGARA TIMUR',
    'KOTA KUPANG',
    place.districtName.toUpperCase(),
    place.puskesmas,
    writtenVillage(place.name, child.id),
    posyandu,
    '001',
    '002',
    'Jl. Contoh',
    `${Math.floor(age / 12)} Tahun - ${age % 12} Bulan - 3 Hari`,
    visit.day,
    weight,
    height,
    age < 24 ? 'Terlentang' : 'Berdiri',
    '-',
    classWord(underweight, 'Sangat Kurang', 'Kurang', 'Normal'),
    z(underweight),
    classWord(stunting, 'Sangat Pendek', 'Pendek', 'Normal'),
    z(stunting),
    classWord(wasting, 'Gizi Buruk', 'Gizi Kurang', 'Gizi Baik'),
    z(wasting),
    'N',
    '-',
    '',
    'Ya',
    'Ya',
    'Tidak',
    '',
  ];
}

function rowOfC(
  random: Random,
  child: InventedChild,
  written: Written,
  place: InventedVillage,
  visit: Visit,
): string[] {
  const [stunting, wasting, underweight] = growthOf(random, child);
  const { age, measured } = visit;
  const figure = (value: string): string => (measured ? value : '');
  return [
    written.name,
    child.sex === 'L' ? 'Laki-laki' : 'Perempuan',
    dmy(written.birth),
    written.nik,
    written.kk,
    '1',
    `${child.family.mother.name} / ${child.family.father.name}`,
    random.chance(0.5) ? child.family.mother.nik : '',
    '0812xxxxxxx',
    'Jl. Contoh',
    '003',
    place.districtName,
    place.puskesmas,
    writtenVillage(place.name, child.id + 1),
    `ANGGREK ${1 + (child.family.id % 5)}`,
    '39',
    '3.1',
    '49',
    '34',
    'Ya',
    measured ? dmy(visit.day) : '',
    figure((3.4 + age * 0.22 + underweight * 0.6).toFixed(1)),
    figure((50 + age * 1.05 + stunting * 1.5).toFixed(1)),
    'Berdiri',
    '',
    figure(underweight.toFixed(2)),
    figure(stunting.toFixed(2)),
    figure(wasting.toFixed(2)),
    figure('N'),
    '',
    'Tidak',
    'Ya',
  ];
}

/** The list of welfare: all listed families, and others without small children up to the number of rows asked for. */
function memberTable(
  people: InventedPeople,
  villages: readonly InventedVillage[],
  members: number,
  random: Random,
  rates: ErrorRates,
): PersonTable {
  const rows: string[][] = [];
  const truth: { child: number; village: number }[] = [];
  const childrenOf = new Map<number, InventedChild[]>();
  for (const child of people.children)
    childrenOf.set(child.family.id, [...(childrenOf.get(child.family.id) ?? []), child]);
  const add = (cells: readonly string[], village: InventedVillage, child: number): void => {
    rows.push([
      ...cells.slice(0, 8),
      village.code,
      village.name.toUpperCase(),
      village.districtName.toUpperCase(),
      'Jl. Contoh',
    ]);
    truth.push({ child, village: villages.indexOf(village) });
  };
  for (const family of people.families) {
    if (!family.listed) continue;
    const village = villages[family.village]!;
    const id = `K${family.id}`;
    const row = (nik: string, name: string, sex: string, birth: string, relation: string): string[] => [
      family.kk,
      nik,
      String(family.decile),
      id,
      name.toUpperCase(),
      sex,
      birth,
      relation,
    ];
    const { father, mother } = family;
    add(row(father.nik, father.name, 'L', father.birth, 'Kepala Keluarga'), village, -1);
    add(row(mother.nik, mother.name, 'P', mother.birth, 'Istri'), village, -1);
    for (const child of childrenOf.get(family.id) ?? []) {
      const name = random.chance(rates.typo)
        ? mistypedName(random, child.name)
        : random.chance(rates.respelt)
          ? respeltName(random, child.name)
          : child.name;
      const birth = random.chance(rates.date) ? mistypedDate(random, child.birth) : child.birth;
      const nik = random.chance(0.04) ? '' : child.nik;
      add(row(nik, name, child.sex, birth, 'Anak'), village, child.id);
    }
  }
  const others = inventedPeople(random, {
    villages,
    children: Math.max(0, Math.ceil((members - rows.length) / 3)),
    months: ['2014-06'],
    listedShare: 1,
    movedShare: 0,
  });
  for (const child of others.children) {
    const { family } = child;
    const village = villages[family.village]!;
    // Sequences from 5000 on: no number of the first families.
    const apart = (digits: string): string => `${digits.slice(0, 12)}5${digits.slice(13)}`;
    const row = (nik: string, name: string, sex: string, birth: string, relation: string): string[] => [
      apart(family.kk),
      apart(nik),
      String(family.decile),
      `L${family.id}`,
      name.toUpperCase(),
      sex,
      birth,
      relation,
    ];
    add(row(family.father.nik, family.father.name, 'L', family.father.birth, 'Kepala Keluarga'), village, -1);
    add(row(family.mother.nik, family.mother.name, 'P', family.mother.birth, 'Istri'), village, -1);
    add(row(child.nik, child.name, child.sex, child.birth, 'Anak'), village, -1);
  }
  return { name: 'dtsen-2026', rows: [DTSEN_HEADER, ...rows], truth };
}

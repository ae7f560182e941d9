import type { RandomStream } from '#scripts/demo/random.ts';

/** A village of the invented city. */
export interface InventedVillage {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly puskesmas: string;
}

export interface InventedFamily {
  readonly id: number;
  readonly kk: string;
  readonly village: number;
  readonly decile: number;
  readonly father: InventedAdult;
  readonly mother: InventedAdult;
  /** Whether the list of welfare has it. */
  readonly listed: boolean;
}

export interface InventedAdult {
  readonly nik: string;
  readonly name: string;
  readonly birth: string;
}

export interface InventedChild {
  readonly id: number;
  readonly family: InventedFamily;
  readonly nik: string;
  readonly name: string;
  readonly sex: 'L' | 'P';
  /** yyyy-mm-dd. */
  readonly birth: string;
  /** Village and month (position) from which on it lives there; null where it stays. */
  readonly moved: { readonly village: number; readonly from: number } | null;
  /** Standard normal; what its z-scores lie around. */
  readonly growth: readonly [stunting: number, wasting: number, underweight: number];
}

const BOYS =
  'Muhammad Rizki Fajar Aditya Yohanes Petrus Markus Alfian Bagas Dimas Rafael Gabriel Daniel Yusuf Ibrahim Ismail Arka Kenzie Naufal Farhan Gilang Rendi Stefanus Antonius Fransiskus Marselinus Yakobus Kristian Arya Zidan Raka Bima Satria Galang Hafiz Fadli Ilham Iqbal Rangga Reza Samuel Simon Timotius Titus Yosua Elia Marvel Nathan Kevin Jonathan'.split(
    ' ',
  );
const GIRLS =
  'Siti Nur Maria Anastasia Putri Ayu Dewi Intan Citra Aisyah Fatimah Khadijah Zahra Nabila Salsabila Kirana Aurel Angelina Theresia Agnes Margareta Elisabet Yuliana Kristina Novita Melani Cantika Bunga Mawar Melati Kartika Ratna Sri Wulan Rahma Hana Sarah Rebeka Ester Debora Natalia Gloria Grace Clara Tiara Amelia Syifa Naura Alya Keisha'.split(
    ' ',
  );
const MIDDLES =
  'Al Nur Putra Putri Adi Dwi Tri Eka Surya Indra Bayu Cahya Dharma Kusuma Permata Lestari Utami Pratiwi Anggraini Maharani Ramadhan Firdaus Akbar Hidayat Saputra Pratama Nugraha Wijaya Santoso Setiawan Kurniawan Hartono Purnomo Susanto'.split(
    ' ',
  );
const LASTS =
  'Tefa Nalle Manafe Lado Bessie Kale Ndun Ballo Benu Boimau Taneo Tlonaen Nenobais Liu Sabneno Fallo Selan Nubatonis Lasa Amalo Adoe Foenay Haning Tulle Messakh Radja Riwu Kana Djami Wila Bire Doko Rohi Uly Lay Penu Saubaki Banunaek Tamonob Neolaka Snae Kase Fobia Naibaho Simanjuntak Rahman Hakim Syahputra Maulana Hasan'.split(
    ' ',
  );

function pick<T>(random: RandomStream, list: readonly T[]): T {
  return list[Math.floor(random.uniform() * list.length)]!;
}

function personName(random: RandomStream, male: boolean, family: string): string {
  const first = pick(random, male ? BOYS : GIRLS);
  const middle = random.chance(0.7) ? ` ${pick(random, MIDDLES)}` : '';
  return `${first}${middle}${random.chance(0.8) ? ` ${family}` : ''}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function inventedDate(random: RandomStream, first: string, last: string): string {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const day = from + Math.floor(random.uniform() * ((to - from) / 86_400_000 + 1)) * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

/** Sixteen digits as Dukcapil forms them, of a district that no real one has; the sequence is never used twice. */
class Numbers {
  readonly #taken = new Set<string>();
  readonly #random: RandomStream;
  constructor(random: RandomStream) {
    this.#random = random;
  }

  next(iso: string, female: boolean): string {
    const day = Number(iso.slice(8, 10)) + (female ? 40 : 0);
    const stem = `5371${two(60 + Math.floor(this.#random.uniform() * 6))}${two(day)}${iso.slice(5, 7)}${iso.slice(2, 4)}`;
    for (;;) {
      const digits = `${stem}${String(1 + Math.floor(this.#random.uniform() * 60)).padStart(4, '0')}`;
      if (this.#taken.has(digits)) continue;
      this.#taken.add(digits);
      return digits;
    }
  }
}

export interface InventedPeople {
  readonly families: readonly InventedFamily[];
  readonly children: readonly InventedChild[];
}

export interface PeopleOptions {
  readonly villages: readonly InventedVillage[];
  readonly children: number;
  readonly months: readonly string[];
  /** Share of families that the list of welfare has. */
  readonly listedShare: number;
  readonly movedShare: number;
}

/** Families and their children under five, of nobody. */
export function inventedPeople(random: RandomStream, options: PeopleOptions): InventedPeople {
  const { villages, months } = options;
  const numbers = new Numbers(random);
  const families: InventedFamily[] = [];
  const children: InventedChild[] = [];
  const [firstMonth = '2026-01'] = months;
  const earliest = `${Number(firstMonth.slice(0, 4)) - 5}-${firstMonth.slice(5)}-01`;
  const latest = `${months.at(-1)}-28`;
  const adult = (female: boolean, family: string): InventedAdult => {
    const birth = inventedDate(random, '1975-01-01', '2003-12-31');
    return { nik: numbers.next(birth, female), name: personName(random, !female, family), birth };
  };
  while (children.length < options.children) {
    const last = pick(random, LASTS);
    const issued = inventedDate(random, '2012-01-01', '2024-12-31');
    const family: InventedFamily = {
      id: families.length,
      kk: numbers.next(issued, false),
      village: Math.floor(random.uniform() * villages.length),
      decile: 1 + Math.floor(random.uniform() * 10),
      father: adult(false, last),
      mother: adult(true, pick(random, LASTS)),
      listed: random.chance(options.listedShare),
    };
    families.push(family);
    const howMany = random.chance(0.22) ? 2 : 1;
    const twins = howMany === 2 && random.chance(0.07);
    const first = inventedDate(random, earliest, latest);
    for (let k = 0; k < howMany && children.length < options.children; k++) {
      const male = random.chance(0.51);
      const birth = k === 0 || twins ? first : inventedDate(random, earliest, latest);
      const moves = random.chance(options.movedShare) && villages.length > 1;
      const elsewhere =
        (family.village + 1 + Math.floor(random.uniform() * (villages.length - 1))) % villages.length;
      children.push({
        id: children.length,
        family,
        nik: numbers.next(birth, !male),
        name: personName(random, male, last),
        sex: male ? 'L' : 'P',
        birth,
        moved: moves ? { village: elsewhere, from: 1 + Math.floor(random.uniform() * months.length) } : null,
        growth: [random.normal() - 1.1, random.normal() - 0.5, random.normal() - 0.9],
      });
    }
  }
  return { families, children };
}

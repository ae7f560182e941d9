import type { HeadedRows } from './person-rows.ts';
import { headerWords, isCountingHeader } from './personal-header.ts';
import { serviceKindIn } from './places.ts';

/** What heads a list of houses or families and never a list of services. */
const HOUSEHOLD =
  /(?:^| )(?:kepala keluarga|kepala rumah tangga|anggota keluarga|anggota rumah tangga|art|krt|kk|no(?:mor)? rumah|alamat rumah|status rumah|rumah tangga|ruta|keluarga|penerima|kpm|p3ke|dtsen|dtks|bdt|desil|kesejahteraan|miskin|household|beneficiary|recipient)(?: |$)/;
const NEIGHBORHOOD = /^r[tw](?: ?r?w)?$|^(?:no )?r[tw]$/;
/** Services for families are no families. */
const SERVICE = /(?:^| )(?:kampung|posyandu|puskesmas|bina|klinik|pusat)(?: |$)/;

/** What a cell says of a home or of somebody in it; houses of healing, of prayer and of data are none. */
const HOME =
  /\brumah (?!sakit|bersalin|gizi|pemulihan|tunggu|singgah|ibadah|data|sehat|desa)|\b(?:bapak|bpk|keluarga (?!berencana|berkualitas)|warga|penerima|(?:balita|anak|kasus) (?:stunting|pendek|wasting|kurus|gizi))\b/i;
/** Of so many rows that speak of homes and name no service, a file is of homes: a convention of ours. */
const HOME_SHARE = 0.25;

/** A column that belongs to houses or families, and how many of its cells are filled. Never a value. */
export interface HouseholdColumn {
  readonly header: string;
  readonly count: number;
}

/**
 * Columns by which the points of a file are taken for homes instead of services: a head of family, the number or the
 * address of a house, RT and RW, who receives, P3KE, DTSEN, a decile of welfare; and columns of which a quarter of the
 * rows speak of homes ("rumah Bapak ...", "balita stunting") where the row names no service. Columns that count something
 * are left out, and so are empty ones. The lists are this program's own convention. Linear in cells.
 */
export function householdColumns({ header, rows }: HeadedRows): readonly HouseholdColumn[] {
  const homes = rows.filter((row) => serviceKindIn(row.join(' ')) === null);
  return header.flatMap((text, c) => {
    const words = headerWords(text);
    if (isCountingHeader(words)) return [];
    const named = NEIGHBORHOOD.test(words) || (HOUSEHOLD.test(words) && !SERVICE.test(words));
    if (named) {
      const count = rows.filter((row) => (row[c] ?? '').trim() !== '').length;
      return count === 0 ? [] : [{ header: text, count }];
    }
    const count = homes.filter((row) => HOME.test(row[c] ?? '')).length;
    return count > 0 && count >= HOME_SHARE * rows.length ? [{ header: text, count }] : [];
  });
}

/** Points beyond which a file is not believed to be of services before the reader has said so. */
export interface PlausibleDensity {
  /** On the mean of all areas. */
  readonly perArea: number;
  /** In any one of them. */
  readonly inOneArea: number;
}

/**
 * This program's own convention: a kelurahan of a city has about seven Posyandu (Kota Kupang 2023: 350 in 51, by press
 * report), so twice as many points on the mean, or 60 in one, are more likely homes.
 */
export const PLAUSIBLE_DENSITY: PlausibleDensity = { perArea: 15, inOneArea: 60 };

/** Whether points lie as densely as services may. @param count by area. @param points in all, those outside included. */
export function isPlausible(
  count: Uint32Array,
  points: number,
  { perArea, inOneArea }: PlausibleDensity = PLAUSIBLE_DENSITY,
): boolean {
  return points <= perArea * count.length && count.every((n) => n <= inOneArea);
}

import type { ServiceCatalogue, ServiceIndicator, ServiceUnit, TargetOrigin } from './service-indicator.ts';

type Entry = readonly [
  id: string,
  name: string,
  english: string,
  numerator: string,
  denominator: string,
  unit: ServiceUnit,
  target?: number,
  origin?: TargetOrigin,
];

function group(title: string, entries: readonly Entry[]): readonly ServiceIndicator[] {
  return entries.map(([id, name, english, numerator, denominator, unit, target, origin = 'remembered']) => ({
    id,
    group: title,
    name,
    english,
    numerator,
    denominator,
    unit,
    polarity: LOWER.has(id) ? 'less-is-better' : 'more-is-better',
    target: target ?? null,
    targetOrigin: target === undefined ? null : origin,
  }));
}

/** Unmet need and unwanted pregnancies: fewer are better. */
const LOWER: ReadonlySet<string> = new Set(['E12', 'E13']);

/**
 * The 29 essential indicators of 2022 to 2024. Names: Bangda Template Form Aksi 1; numerators and denominators: the forms
 * of Kota Bandung; targets: annex of Perpres 72/2021 for 2024, those marked `read` from public sources, the others
 * `remembered`. The ids are of this program: no official short code is known.
 */
export const ESSENTIAL_SERVICES: ServiceCatalogue = {
  id: 'esensial-2022',
  title: '29 indikator esensial 2022–2024',
  source: 'SE Mendagri 400.5/8476/SJ (2022), Bangda Template Form Aksi 1; target: lampiran Perpres 72/2021',
  expected: 29,
  indicators: [
    ...group('Remaja putri', [
      [
        'E01',
        'Remaja putri mengonsumsi tablet tambah darah (TTD)',
        'Adolescent girls taking iron tablets',
        'remaja putri konsumsi TTD',
        'seluruh remaja putri',
        'woman',
        58,
      ],
      [
        'E02',
        'Remaja putri menerima pemeriksaan status anemia (Hb)',
        'Adolescent girls tested for anemia',
        'remaja putri diperiksa',
        'remaja putri kelas 7 dan 10',
        'woman',
        90,
      ],
    ]),
    ...group('Calon pengantin', [
      [
        'E03',
        'Calon ibu menerima tablet tambah darah (TTD)',
        'Brides-to-be given iron tablets',
        'calon ibu menerima TTD',
        'calon pengantin perempuan',
        'woman',
      ],
      [
        'E04',
        'Pemeriksaan kesehatan sebagai bagian layanan nikah',
        'Health check as part of marriage services',
        'pasangan diperiksa',
        'pasangan mendaftar nikah',
        'couple',
        90,
        'read',
      ],
      [
        'E05',
        'Pendampingan kesehatan reproduksi dan edukasi gizi sejak 3 bulan pranikah',
        'Reproductive health and nutrition guidance from 3 months before marriage',
        '',
        'calon PUS',
        'couple',
        90,
      ],
      [
        'E06',
        'Bimbingan perkawinan dengan materi pencegahan stunting',
        'Marriage guidance that includes stunting prevention',
        '',
        'pasangan calon pengantin',
        'couple',
        90,
      ],
    ]),
    ...group('Pasangan usia subur', [
      [
        'E07',
        'PUS miskin dan PMKS menerima bantuan tunai bersyarat',
        'Poor couples given conditional cash transfers',
        '',
        'PUS miskin',
        'couple',
      ],
      [
        'E08',
        'PUS miskin dan PMKS menerima bantuan pangan nontunai',
        'Poor couples given food assistance',
        '',
        'PUS miskin',
        'couple',
      ],
      [
        'E09',
        'PUS fakir miskin menjadi penerima bantuan iuran (PBI) jaminan kesehatan',
        'Poor couples with subsidized health insurance',
        '',
        'PUS miskin',
        'couple',
      ],
    ]),
    ...group('Ibu hamil', [
      [
        'E10',
        'Ibu hamil KEK mendapat tambahan asupan gizi',
        'Undernourished pregnant women given food supplements',
        'ibu hamil KEK mendapat PMT',
        'ibu hamil KEK',
        'woman',
        90,
      ],
      [
        'E11',
        'Ibu hamil mengonsumsi TTD sedikitnya 90 tablet',
        'Pregnant women taking at least 90 iron tablets',
        '',
        'seluruh ibu hamil',
        'woman',
        80,
      ],
      ['E12', 'Unmet need pelayanan KB', 'Unmet need for family planning', '', 'PUS', 'couple', 7.4],
      [
        'E13',
        'Kehamilan yang tidak diinginkan',
        'Unwanted pregnancies',
        '',
        'kehamilan',
        'pregnancy',
        15.5,
        'read',
      ],
    ]),
    ...group('Anak di bawah dua tahun', [
      [
        'E14',
        'Bayi di bawah 6 bulan mendapat ASI eksklusif',
        'Infants below 6 months breastfed exclusively',
        '',
        'bayi di bawah 6 bulan',
        'child',
        80,
      ],
      [
        'E15',
        'Anak 6–23 bulan mendapat MP-ASI',
        'Children of 6–23 months given complementary food',
        '',
        'anak 6–23 bulan',
        'child',
        80,
      ],
    ]),
    ...group('Balita', [
      [
        'E16',
        'Balita gizi buruk mendapat tata laksana gizi buruk',
        'Severely wasted children treated',
        '',
        'balita gizi buruk',
        'child',
        90,
      ],
      [
        'E17',
        'Balita dipantau pertumbuhan dan perkembangannya',
        'Children whose growth is monitored',
        '',
        'seluruh balita',
        'child',
        90,
      ],
      [
        'E18',
        'Balita gizi kurang mendapat tambahan asupan gizi',
        'Wasted children given food supplements',
        '',
        'balita gizi kurang',
        'child',
        90,
      ],
      [
        'E19',
        'Balita memperoleh imunisasi dasar lengkap',
        'Children fully immunized',
        '',
        'balita (bayi)',
        'child',
        90,
      ],
    ]),
    ...group('Keluarga', [
      [
        'E20',
        'Keluarga Stop BABS',
        'Families free of open defecation',
        'jamban sehat',
        'keluarga',
        'family',
        90,
      ],
      [
        'E21',
        'Keluarga melaksanakan PHBS',
        'Families with clean and healthy living habits',
        '',
        'keluarga',
        'family',
        70,
      ],
    ]),
    ...group('Keluarga berisiko stunting', [
      [
        'E22',
        'KRS mendapat promosi peningkatan konsumsi ikan',
        'Families at risk told about eating more fish',
        '',
        'KRS',
        'family',
        90,
      ],
      [
        'E23',
        'Pelayanan KB pascapersalinan',
        'Family planning after childbirth',
        '',
        'ibu pascasalin',
        'woman',
        70,
        'read',
      ],
      ['E24', 'KRS memperoleh pendampingan', 'Families at risk accompanied', '', 'KRS', 'family', 90],
      [
        'E25',
        'KRS mendapat manfaat sumber daya pekarangan',
        'Families at risk with use of a home garden',
        '',
        'KRS',
        'family',
        50,
      ],
    ]),
    ...group('Rumah tangga', [
      [
        'E26',
        'Rumah tangga dengan akses air minum layak',
        'Households with improved drinking water',
        '',
        'rumah tangga',
        'household',
        100,
      ],
      [
        'E27',
        'Rumah tangga dengan akses sanitasi (air limbah domestik) layak',
        'Households with improved sanitation',
        '',
        'rumah tangga',
        'household',
        90,
      ],
    ]),
    ...group('Keluarga penerima manfaat', [
      [
        'E28',
        'KPM PKH mengikuti P2K2 modul kesehatan dan gizi',
        'Beneficiary families in sessions on health and nutrition',
        '',
        'KPM PKH',
        'family',
        90,
      ],
      [
        'E29',
        'KPM ibu hamil, menyusui, dan baduta menerima variasi pangan selain beras dan telur',
        'Beneficiary families given food other than rice and eggs',
        '',
        'KPM ibu hamil, menyusui, dan baduta',
        'family',
        90,
      ],
    ]),
  ],
};

/**
 * What is known of the 31 indicators of 2025: names that were seen in public reports. Codes, order, the other indicators
 * and all targets are not known: the office fills them in from the technical guidance (Juknis).
 */
export const SERVICES_2025: ServiceCatalogue = {
  id: 'layanan-2025',
  title: '31 indikator layanan 2025 (belum lengkap, isi dari Juknis)',
  source: 'SE Mendagri 400.5.7/1685/Bangda (2025), sebagaimana terbaca dalam laporan publik',
  expected: 31,
  indicators: [
    ...group('Ibu Hamil/Nifas/Menyusui', [
      ['S01', 'PMT ibu hamil KEK', 'Food supplements for undernourished pregnant women', '', '', 'woman'],
      ['S02', 'TTD/MMS 180 butir', '180 iron or micronutrient tablets', '', '', 'woman'],
      ['S03', 'Ibu hamil makanan bergizi seimbang (beragam)', 'Balanced diet in pregnancy', '', '', 'woman'],
      ['S04', 'Pemeriksaan kehamilan 6 kali', 'Six antenatal visits', '', '', 'woman'],
    ]),
    ...group('', [
      ['S05', 'KB pascapersalinan', 'Family planning after childbirth', '', '', 'woman'],
      ['S06', 'Inisiasi menyusu dini (IMD)', 'Early initiation of breastfeeding', '', '', 'child'],
      ['S07', 'ASI eksklusif 0–5 bulan', 'Exclusive breastfeeding, 0–5 months', '', '', 'child'],
      ['S08', 'MP-ASI beragam 6–23 bulan', 'Diverse complementary food, 6–23 months', '', '', 'child'],
      ['S09', 'JKN/PBI', 'Health insurance', '', '', 'family'],
      ['S10', 'Akta kelahiran', 'Birth certificate', '', '', 'child'],
      ['S11', 'Kartu Identitas Anak (KIA)', "Child's identity card", '', '', 'child'],
      ['S12', 'Pemanfaatan pekarangan', 'Use of a home garden', '', '', 'family'],
    ]),
  ],
};

export const SERVICE_CATALOGUES: readonly ServiceCatalogue[] = [ESSENTIAL_SERVICES, SERVICES_2025];

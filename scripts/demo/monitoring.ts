import { areaCode } from '#core/area.ts';
import { type Day, parseDay } from '#core/calendar-day.ts';
import type { EntryRow } from '#core/entry-snapshot.ts';
import type { EntryStage } from '#core/entry-stage.ts';
import type { Monitoring } from '#core/monitoring.ts';
import { type Period, parsePeriod } from '#core/period.ts';
import type { SourceFigure } from '#core/source-series.ts';
import type { TargetRow } from '#core/target-table.ts';
import { shippedId } from '#words/shipped-id.ts';
import { COMBINATIONS, type PeriodCounts, stuntedIn } from './counts.ts';
import type { Kelurahan } from './kelurahan.ts';
import { randomStream } from './random.ts';

interface Ground {
  readonly seed: number;
  readonly kelurahan: readonly Kelurahan[];
  readonly counts: readonly PeriodCounts[];
}

/** The month whose children are entered. */
const PERIOD = '2026-09';
const SNAPSHOTS = ['2026-09-07', '2026-09-21', '2026-10-05', '2026-10-19', '2026-11-02', '2026-11-09'];
const POSYANDU = 3;

const day = (text: string): Day => parseDay(text)!;

const STAGE: EntryStage = {
  id: '1',
  title: shippedId.stage,
  start: day('2026-08-31'),
  target: day('2026-10-16'),
  final: day('2026-10-31'),
  extensions: [day('2026-11-20')],
};

/** A part of a whole number, the first parts one larger where it does not divide. */
const share = (whole: number, part: number): number =>
  Math.floor(whole / POSYANDU) + (part < whole % POSYANDU ? 1 : 0);

/** How much of the work is done after so much of the time: slow, then a burst before the deadline. */
const done = (time: number, speed: number): number => Math.min(1, (speed * (time + time ** 3)) / 2);

/**
 * Invented entry: each puskesmas at a pace of its own, some posyandu late, one that says no target, one kelurahan that
 * has not begun. Counts never fall.
 */
function entryRows({ seed, kelurahan }: Ground, month: PeriodCounts): readonly EntryRow[] {
  const random = randomStream(seed, 'entry');
  const pace = new Map(kelurahan.map(({ puskesmas }) => [puskesmas, 0.72 + 0.33 * random.uniform()]));
  const absent = Math.floor(random.uniform() * kelurahan.length);
  const period = parsePeriod(PERIOD) as Period;
  return kelurahan.flatMap(({ code, puskesmas }, i) => {
    if (i === absent) return [];
    return Array.from({ length: POSYANDU }, (_, part) => {
      const target = share(month.target[i]!, part);
      const measured = Math.min(target, share(month.measured[i]!, part));
      const speed = pace.get(puskesmas)! * (0.85 + 0.3 * random.uniform());
      const ready = [0.97, 0.9, 0.78].map((most) => most + (1 - most) * random.uniform());
      const first = random.chance(0.15) ? 1 + Math.floor(random.uniform() * 4) : 0;
      const silent = random.chance(0.04) ? SNAPSHOTS.length - 1 : SNAPSHOTS.length;
      const untold = random.chance(0.015);
      return SNAPSHOTS.flatMap((snapshot, k): EntryRow[] => {
        if (k < first || k >= silent) return [];
        const [nik, kk, linked] = ready.map((most) =>
          Math.round(target * most * done((k + 1) / SNAPSHOTS.length, speed)),
        );
        return [
          {
            snapshot: day(snapshot),
            area: areaCode(code),
            puskesmas: `Contoh ${puskesmas}`,
            posyandu: `Contoh ${part + 1}`,
            period,
            target: untold ? null : target,
            measured: Math.round(measured * done((k + 2) / SNAPSHOTS.length, speed)),
            nik: nik!,
            kk: Math.min(nik!, kk!),
            linked: Math.min(nik!, kk!, linked!),
          },
        ];
      });
    }).flat();
  });
}

function stunted(
  { cells }: PeriodCounts,
  areas: readonly number[],
): { readonly n: number; readonly N: number } {
  let [n, N] = [0, 0];
  for (const i of areas)
    for (let combination = 0; combination < COMBINATIONS; combination += 1) {
      const count = cells[i * COMBINATIONS + combination]!;
      const stunting = stuntedIn(combination);
      if (stunting === null) continue;
      N += count;
      if (stunting) n += count;
    }
  return { n, N };
}

/** Invented targets: half the cases of the city in six months, a prevalence by 2029, a tenth less in each kecamatan. */
function targetRows({ kelurahan }: Ground, month: PeriodCounts): readonly TargetRow[] {
  const from = day('2026-09-30');
  const common = { indicator: 'stunting', source: shippedId.target } as const;
  const city = stunted(month, [...kelurahan.keys()]);
  const districts = [...new Set(kelurahan.map(({ districtCode }) => districtCode))];
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return [
    {
      ...common,
      level: 'city',
      area: null,
      measure: 'count',
      value: Math.round(city.n / 2),
      due: day('2027-03-31'),
      from: { value: city.n, day: from },
    },
    {
      ...common,
      level: 'city',
      area: null,
      measure: 'rate',
      value: 0.142,
      due: day('2029-12-31'),
      from: { value: rounded(city.n / city.N), day: from },
    },
    ...districts.map((code): TargetRow => {
      const own = [...kelurahan.keys()].filter((i) => kelurahan[i]!.districtCode === code);
      const { n, N } = stunted(month, own);
      return {
        ...common,
        level: 'district',
        area: areaCode(code),
        measure: 'rate',
        value: rounded((n / N) * 0.9),
        due: day('2027-09-30'),
        from: { value: rounded(n / N), day: from },
      };
    }),
  ];
}

/** Invented figures as they might be published, whose denominators do not agree: what the program makes of such is to be seen. */
const SERIES: readonly SourceFigure[] = [
  ['2024', 25.1, '4267 balita'],
  ['2025-08', 21.3, '4686 balita'],
  ['2026-02', 28.4, '3220 balita'],
  ['2026-08', 20.2, '2727 dari 13500'],
].map(([period, value, counted]) => ({
  indicator: 'stunting',
  period: String(period),
  value: Number(value),
  unit: 'persen',
  counted: String(counted),
  source: shippedId.series,
  url: '',
}));

export function demoMonitoring(demo: Ground): Monitoring {
  const month = demo.counts.find(({ entry }) => entry.id === PERIOD);
  if (!month) throw new Error(`${PERIOD} is not in the demo`);
  return {
    entries: entryRows(demo, month),
    stages: [STAGE],
    targets: targetRows(demo, month),
    series: SERIES,
    bridge: [],
  };
}

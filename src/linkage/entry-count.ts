import type { Territory } from '#core/area.ts';
import { PLAIN_DIALECT, safeCsv } from '#core/safe-csv.ts';
import type { GroupedChildren } from './child-grouping.ts';
import { compareText } from './household-grouping.ts';
import type { Linking } from './household-linking.ts';

const HEADER = [
  'snapshot',
  'area',
  'puskesmas',
  'posyandu',
  'period',
  'target',
  'measured',
  'with_nik',
  'with_kk',
  'linked',
];

interface Entry {
  listed: number;
  measured: number;
  nik: number;
  kk: number;
  linked: number;
}

/**
 * How far the office has come: children listed, measured, with NIK, with KK and linked, by kelurahan, puskesmas,
 * posyandu and month, as of a day. `target` is empty where the lists name the measured only. Never part of a release.
 * @param hasTarget whether the lists of an area and month (`area|month`) name children who were not measured too.
 */
export function entryCounts(
  { children, months }: GroupedChildren,
  { links }: Linking,
  territory: Territory,
  snapshot: string,
  hasTarget: (areaMonth: string) => boolean,
): string {
  const entries = new Map<string, Entry>();
  for (const { child, record } of months) {
    if (record.month === '') continue;
    const code = territory.villages.areas[record.area]!.code;
    const key = [code, record.puskesmas, record.posyandu, record.month]
      .map((text) => text.replace(/[\t\n]/g, ' '))
      .join('\t');
    const entry = entries.get(key) ?? { listed: 0, measured: 0, nik: 0, kk: 0, linked: 0 };
    entries.set(key, entry);
    entry.listed++;
    if (record.measuredOn !== null) entry.measured++;
    if ((children[child]?.niks.length ?? 0) > 0) entry.nik++;
    if ((children[child]?.kks.length ?? 0) > 0) entry.kk++;
    if (links[child]) entry.linked++;
  }
  const rows = [...entries]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([key, { listed, measured, nik, kk, linked }]) => {
      const [code = '', puskesmas = '', posyandu = '', month = ''] = key.split('\t');
      const target = hasTarget(`${code}|${month}`) ? String(listed) : '';
      return [snapshot, code, puskesmas, posyandu, month, target, ...[measured, nik, kk, linked].map(String)];
    });
  return safeCsv([HEADER, ...rows], PLAIN_DIALECT);
}

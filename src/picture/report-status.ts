import { absentVillages } from '#core/absent-rows.ts';
import type { AreaIndex, AreaLevel } from '#core/area.ts';
import { ReportStatus } from '#core/cells.ts';
import type { Indicator } from '#core/indicator.ts';
import type { Period } from '#core/period.ts';
import { shownPeriod } from './answer.ts';
import { type Atlas, coverageIn } from './atlas.ts';
import type { Picture } from './picture.ts';
import { remember } from './remember.ts';

type Reported = Pick<Picture, 'atlas' | 'view' | 'indicator'>;

const readerOf = remember((atlas: Atlas, level: AreaLevel, indicator: Indicator, period: Period) => {
  const { territory } = atlas;
  const coverage = coverageIn(atlas, indicator.unit);
  const p = coverage.periods.indexOf(period);
  if (p < 0) return () => ReportStatus.reported;
  const statuses = coverage.status.subarray(p * coverage.areas, (p + 1) * coverage.areas);
  const absent = absentVillages(atlas.manifest, territory, indicator, period);
  const statusOf = (i: number) => absent.get(i as AreaIndex) ?? statuses[i] ?? ReportStatus.reported;
  if (level === 'village') return (index: number) => statusOf(index) as ReportStatus;
  return (index: number) =>
    statuses.some((_, i) => territory.districtOf[i] === index && statusOf(i) === ReportStatus.setAside)
      ? ReportStatus.setAside
      : ReportStatus.reported;
});

/** What came in of an area and the indicator's unit in the period shown. Of a kecamatan: setAside where that is so of a kelurahan, else reported. */
export function reportOf({ atlas, view, indicator }: Reported, index: number): ReportStatus {
  return readerOf(atlas, view.level, indicator, shownPeriod(atlas.manifest, view, indicator))(index);
}

/** Whether what an area that is shown reported is incomplete; of a kecamatan nobody says so. */
export function isPartlyReported(picture: Reported & Pick<Picture, 'geography'>, index: number): boolean {
  const { districts } = picture.view.filters;
  const parent = picture.geography.areas[index]?.parent ?? null;
  return (
    picture.view.level === 'village' &&
    (districts.length === 0 || (parent !== null && districts.includes(parent))) &&
    reportOf(picture, index) === ReportStatus.incomplete
  );
}

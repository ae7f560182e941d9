import { absentVillages } from '#core/absent-rows.ts';
import type { AreaIndex } from '#core/area.ts';
import { ReportStatus } from '#core/cells.ts';
import { shownPeriod } from './answer.ts';
import { coverageIn } from './atlas.ts';
import type { Picture } from './picture.ts';
import { remember } from './remember.ts';

const absentOf = remember(absentVillages);

/** What came in of an area and the indicator's unit in the period shown. Of a kecamatan: setAside where that is so of a kelurahan, else reported. */
export function reportOf({ atlas, view, indicator }: Picture, index: number): ReportStatus {
  const { territory } = atlas;
  const coverage = coverageIn(atlas, indicator.unit);
  const period = shownPeriod(atlas.manifest, view, indicator);
  const p = coverage.periods.indexOf(period);
  if (p < 0) return ReportStatus.reported;
  const statuses = coverage.status.subarray(p * coverage.areas, (p + 1) * coverage.areas);
  const absent = absentOf(atlas.manifest, territory, indicator, period);
  const statusOf = (i: number) => absent.get(i as AreaIndex) ?? statuses[i] ?? ReportStatus.reported;
  if (view.level === 'village') return statusOf(index) as ReportStatus;
  const faulty = statuses.some(
    (_, i) => territory.districtOf[i] === index && statusOf(i) === ReportStatus.setAside,
  );
  return faulty ? ReportStatus.setAside : ReportStatus.reported;
}

/** Whether what an area that is shown reported is incomplete; of a kecamatan nobody says so. */
export function isPartlyReported(picture: Picture, index: number): boolean {
  const { districts } = picture.view.filters;
  const parent = picture.geography.areas[index]?.parent ?? null;
  return (
    picture.view.level === 'village' &&
    (districts.length === 0 || (parent !== null && districts.includes(parent))) &&
    reportOf(picture, index) === ReportStatus.incomplete
  );
}

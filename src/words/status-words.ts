import { absentVillages } from '#core/absent-rows.ts';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus, MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { restricts } from '#core/cell-selection.ts';
import { ReportStatus } from '#core/cells.ts';
import { DIMENSIONS, POPULATION_DIMENSIONS } from '#core/dimension.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { shownPeriod } from '#picture/answer.ts';
import { coverageIn } from '#picture/atlas.ts';
import type { Picture } from '#picture/picture.ts';
import { remember } from '#picture/remember.ts';
import type { Words } from './id.ts';

/** Why an area has no value, in words. */
export function statusLabel(status: number, picture: Picture, words: Words): string {
  switch (status) {
    case CellStatus.notReported:
      return words.status.notReported;
    case CellStatus.suppressed: {
      const { minimumCell } = picture.atlas.manifest;
      return minimumCell === null ? words.status.suppressed : `${words.status.suppressed} (< ${minimumCell})`;
    }
    case CellStatus.noDenominator:
      return restricts(picture.view.filters.classes, POPULATION_DIMENSIONS)
        ? words.status.nobody
        : words.status.noDenominator;
    case CellStatus.notApplicable: {
      const { unit } = picture.indicator;
      if (unit !== 'child' && restricts(picture.view.filters.classes, DIMENSIONS))
        return words.units[unit].filtered;
      return picture.view.filters.districts.length > 0 &&
        isAnswerable(picture.atlas.manifest, picture.indicator, picture.view.filters)
        ? words.status.notApplicable
        : words.status.unknownDimension;
    }
    case CellStatus.tooFew:
      return words.status.tooFew(String(MINIMUM_RATE_DENOMINATOR));
    default:
      return '';
  }
}

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

/** Why an area has no value in the period shown: what was set aside has been reported. */
export function areaStatusLabel(
  status: number,
  picture: Picture,
  index: number,
  words: Words,
  form: 'setAside' | 'setAsideShort' = 'setAside',
): string {
  const faulty = status === CellStatus.notReported && reportOf(picture, index) === ReportStatus.setAside;
  return faulty ? words.status[form] : statusLabel(status, picture, words);
}

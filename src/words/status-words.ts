import { CellStatus, MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import { restricts } from '#core/cell-selection.ts';
import { ReportStatus } from '#core/cells.ts';
import { DIMENSIONS, POPULATION_DIMENSIONS } from '#core/dimension.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { Picture } from '#picture/picture.ts';
import { reportOf } from '#picture/report-status.ts';
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

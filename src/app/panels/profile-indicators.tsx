import { useMemo } from 'react';
import { statusLabel } from '#app/area-words.ts';
import { intervalText, partsText } from '#app/chart-words.ts';
import { DASH } from '#app/format.ts';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import { type ProfileRow, profileRows } from './profile-rows.ts';

export interface ProfileProps extends PanelProps {
  readonly dataset: Dataset;
  readonly index: AreaIndex;
}

/** All indicators of one area: n of N, percent with interval, rank, band. */
export function ProfileIndicators(props: ProfileProps) {
  const { picture, words, format, dataset, index } = props;
  const { level, period, filters, showSmallRates } = picture.view;
  const rows = useMemo(
    () => profileRows(dataset, { level, period, filters, showSmallRates }, index),
    [dataset, level, period, filters, showSmallRates, index],
  );
  const say = words.charts.profile;
  return (
    <table className="profile-table">
      <caption className="visually-hidden">{say.indicators}</caption>
      <thead>
        <tr>
          <th scope="col">{say.indicator}</th>
          <th scope="col">{words.charts.parts}</th>
          <th scope="col">{`${say.percent}, ${words.charts.interval}`}</th>
          <th scope="col">{say.rank}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.indicator.id}
            data-current={row.indicator.id === picture.indicator.id ? '' : undefined}
          >
            <th scope="row">
              {words.indicator[row.indicator.id].short}
              <Band row={row} words={words} />
            </th>
            <td>{partsText(row.numerator, row.denominator, format)}</td>
            <td>
              {row.status === CellStatus.observed ? (
                <>
                  <strong>{format.percent(row.value)}</strong>
                  <small>{row.low <= row.high ? intervalText(row.low, row.high, format) : ''}</small>
                </>
              ) : (
                <small>{statusLabel(row.status, { ...picture, indicator: row.indicator }, words)}</small>
              )}
            </td>
            <td>
              {row.rank > 0 ? words.area.parts(format.count(row.rank), format.count(row.ranked)) : DASH}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The band of the value, or those that its interval touches. */
function Band({ row: { bands }, words }: { readonly row: ProfileRow } & Pick<PanelProps, 'words'>) {
  if (bands === null) return null;
  const name = (band: number) => words.bands[band] ?? '';
  return (
    <small>
      {bands.first === bands.last
        ? name(bands.own)
        : words.charts.profile.bands(`${name(bands.first)}–${name(bands.last)}`)}
    </small>
  );
}

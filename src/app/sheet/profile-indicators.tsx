import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Dataset } from '#core/dataset.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import type { Standing } from '#core/standing.ts';
import { intervalText, partsText } from '#words/chart-words.ts';
import { DASH } from '#words/format.ts';
import { nameBeside } from '#words/indicator-words.ts';
import { lowerFirst } from '#words/phrase.ts';
import { areaStatusLabel } from '#words/status-words.ts';
import { knownRows, type ProfileRow } from './profile-rows.ts';
import { SpineBar, SpineKey, spineWords } from './spine-bar.tsx';

export interface ProfileProps extends PanelProps {
  readonly dataset: Dataset;
  readonly index: AreaIndex;
}

interface RowsProps extends ProfileProps {
  readonly rows: readonly ProfileRow[];
}

type RowProps = ProfileProps & { readonly row: ProfileRow };

/** All indicators of one area as a spine chart, each row with its numbers: n of N, percent with interval, place, band. */
export function ProfileIndicators({ rows: all, ...rest }: RowsProps) {
  const { known: rows, absent } = knownRows(all);
  const props = { ...rest, rows };
  const { picture, words } = props;
  const { view } = picture;
  const say = words.sheet;
  return (
    <>
      <SpineKey words={words} />
      <table className="profile-table profile-spines">
        <caption className="visually-hidden">{words.charts.profile.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">
              {say.heads.indicator}
              <Ends words={words} />
            </th>
            <th scope="col">{`${say.heads.value}, ${say.heads.interval}, ${say.heads.parts}; ${say.heads.place.toLowerCase()}`}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody
            key={row.indicator.id}
            data-current={row.indicator.id === picture.indicator.id ? '' : undefined}
          >
            <tr>
              <th scope="rowgroup">
                {nameBeside(row.measure.table, view.period, words)}
                <Band row={row} words={words} />
              </th>
              <td>
                <Value {...props} row={row} />
                <small>{numbersText(row, props)}</small>
              </td>
            </tr>
            <tr>
              <td>
                <SpineBar row={row} />
                <span className="visually-hidden">{spineWords(row, props)}</span>
              </td>
              <td>
                <Places {...props} row={row} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      <AbsentIndicators absent={absent} picture={picture} words={words} />
      <p className="note">{`${say.scale} ${say.ties}`}</p>
    </>
  );
}

/** What these data do not know of any area, and what they cannot tell under the filters; D/S stands elsewhere on the page. */
export function AbsentIndicators({
  absent,
  picture: { atlas, view },
  words,
}: Pick<PanelProps, 'picture' | 'words'> & { readonly absent: readonly ProfileRow[] }) {
  const { manifest } = atlas;
  const isFiltered = ({ indicator }: ProfileRow) =>
    isAnswerable(manifest, indicator) && !isAnswerable(manifest, indicator, view.filters);
  const names = (rows: readonly ProfileRow[]) =>
    rows.map(({ indicator }) => lowerFirst(words.indicator[indicator.id].short)).join(', ');
  const unknown = names(absent.filter((row) => !isFiltered(row)));
  const unfiltered = names(absent.filter((row) => isFiltered(row) && row.indicator.kind !== 'coverage'));
  return (
    <>
      {unknown === '' ? null : <p className="note">{words.sheet.absent(unknown)}</p>}
      {unfiltered === '' ? null : <p className="note">{words.sheet.unfiltered(unfiltered)}</p>}
    </>
  );
}

/** '13,7–24,3 · 38/206' */
function numbersText(row: ProfileRow, { words, format }: ProfileProps): string {
  const { low, high } = row;
  const parts = partsOfRow(row, words, format);
  return low <= high ? `${intervalText(low, high, format)} · ${parts}` : parts === DASH ? '' : parts;
}

/** '38/206', of families '812/2.412 keluarga'. */
function partsOfRow(
  { numerator, denominator, indicator: { unit } }: ProfileRow,
  words: ProfileProps['words'],
  format: ProfileProps['format'],
): string {
  const parts = partsText(numerator, denominator, format);
  return unit === 'child' || parts === DASH ? parts : `${parts} ${words.units[unit].noun}`;
}

/** The value, or why there is none. */
function Value({ picture, words, format, index, row }: RowProps) {
  return row.status === CellStatus.observed ? (
    <strong>{format.percent(row.value)}</strong>
  ) : (
    <small>{areaStatusLabel(row.status, { ...picture, indicator: row.indicator }, index, words)}</small>
  );
}

function placeText(standing: Standing, { words, format }: ProfileProps): string {
  return words.sheet.place(format.count(standing.place), format.count(standing.of));
}

function Places(props: RowProps) {
  const { words, row } = props;
  return (
    <>
      {row.inDistrict ? (
        <small>{`${placeText(row.inDistrict, props)} ${words.sheet.inDistrict}`}</small>
      ) : null}
      {row.inCity ? <small>{`${placeText(row.inCity, props)} ${words.sheet.inCity}`}</small> : null}
    </>
  );
}

function Ends({ words }: Pick<PanelProps, 'words'>) {
  const { better, city, worse } = words.sheet.heads;
  return (
    <small className="spine-ends">
      <span>{`← ${better}`}</span>
      <span>{city}</span>
      <span>{`${worse} →`}</span>
    </small>
  );
}

/** The same on paper: a line for each indicator. */
export function PrintedIndicators({ rows: all, ...rest }: RowsProps) {
  const { known: rows, absent } = knownRows(all);
  const props = { ...rest, rows };
  const { words, format, picture } = props;
  const { view } = picture;
  const { heads, scale, ties } = words.sheet;
  const byDistrict = rows.some(({ inDistrict }) => inDistrict !== null);
  return (
    <section>
      <table className="profile-table">
        <thead>
          <tr>
            <th scope="col">{heads.indicator}</th>
            <th scope="col" className="printed-spine">
              <Ends words={words} />
            </th>
            <th scope="col">{heads.value}</th>
            <th scope="col">{heads.interval}</th>
            <th scope="col">{heads.parts}</th>
            <th scope="col">{words.charts.city}</th>
            {byDistrict ? <th scope="col">{heads.district}</th> : null}
            <th scope="col">{heads.all}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicator.id}>
              <th scope="row">
                {nameBeside(row.measure.table, view.period, words)}
                <Band row={row} words={words} short />
              </th>
              <td className="printed-spine">
                <SpineBar row={row} />
              </td>
              {row.status === CellStatus.observed ? (
                <>
                  <td>
                    <Value {...props} row={row} />
                  </td>
                  <td>{intervalText(row.low, row.high, format)}</td>
                </>
              ) : (
                <td colSpan={2}>
                  <Value {...props} row={row} />
                </td>
              )}
              <td>{partsOfRow(row, words, format)}</td>
              <td>{format.percent(row.city)}</td>
              {byDistrict ? <td>{row.inDistrict ? placeText(row.inDistrict, props) : DASH}</td> : null}
              <td>{row.inCity ? placeText(row.inCity, props) : DASH}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AbsentIndicators absent={absent} picture={picture} words={words} />
      <SpineKey words={words} />
      <p className="small-print">{`${scale} ${ties}`}</p>
    </section>
  );
}

/** The band of the value, or those that its interval touches. */
function Band({
  row: { bands },
  words,
  short = false,
}: { readonly row: ProfileRow; readonly short?: boolean } & Pick<PanelProps, 'words'>) {
  if (bands === null) return null;
  const name = (band: number) => words.bands[band] ?? '';
  if (bands.first === bands.last) return <small>{name(bands.own)}</small>;
  const both = `${name(bands.first)}–${name(bands.last)}`;
  return <small>{short ? both : words.charts.profile.bands(both)}</small>;
}

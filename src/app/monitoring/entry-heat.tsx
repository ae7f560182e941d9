import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { geographyOf } from '#core/area.ts';
import { NO_CLASS } from '#core/classification.ts';
import type { EntrySeries } from '#core/entry-snapshot.ts';
import { type EntryLayer, entryClass, printedShare } from '#picture/entry-layer.ts';
import { select } from '#state/store.ts';
import { shareText, shortDay } from '#words/entry-wording.ts';

/** Rows before all are asked for. */
const MOST_ROWS = 60;

/** Areas by snapshots, in the colors of the map: a table whose cells say their shares, so that it is read without colors. */
export function EntryHeat(props: MonitoredProps<EntryLayer>) {
  const { layer, picture, store, words, format } = props;
  const say = words.entry.panel;
  const [all, setAll] = useState(false);
  const level = words.level[picture.view.level];
  const areas = geographyOf(picture.atlas.territory, picture.view.level).areas;
  const missing = (i: number): number => layer.areas.missing[i] ?? Number.NaN;
  const rows = areas
    .map((area, i) => ({ area, i, series: layer.seriesOf(i) }))
    .filter((row): row is typeof row & { series: EntrySeries } => row.series !== undefined)
    .sort((a, b) => order(missing(a.i)) - order(missing(b.i)) || a.i - b.i);
  const shown = all ? rows : rows.slice(0, MOST_ROWS);
  const tenth = (n: number, N: number) => format.percent(printedShare(n, N));
  return (
    <section className="chart" aria-label={say.heat(level)}>
      <div className="entry-scroll">
        <table className="entry-heat">
          <caption>{say.heat(level)}</caption>
          <thead>
            <tr>
              <th scope="col">{say.groups.area}</th>
              {layer.days.map((day) => (
                <th scope="col" key={day} aria-label={format.day(day)}>
                  {shortDay(day, words, false)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ area, series }) => (
              <tr key={area.code}>
                <th scope="row">
                  <Button className="link" onPress={() => select(store, area.code, false)}>
                    {area.name}
                  </Button>
                </th>
                {layer.days.map((day, k) => {
                  const [n = Number.NaN, N = Number.NaN] = [series.n[k], series.N[k]];
                  const own = N > 0 ? entryClass(n, N) : NO_CLASS;
                  return (
                    <td
                      key={day}
                      style={{ background: picture.shading.colors[own] }}
                      data-dark={own < 2 ? '' : undefined}
                      title={
                        N > 0
                          ? words.entry.rate(shareText(n, N, { format }), format.count(n), format.count(N))
                          : undefined
                      }
                    >
                      {N > 0 ? tenth(n, N) : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{say.heatNote}</p>
      {rows.length > shown.length ? (
        <Button className="button" onPress={() => setAll(true)}>
          {say.all(format.count(rows.length))}
        </Button>
      ) : null}
    </section>
  );
}

/** Those without a figure come first: nothing is known of them. */
const order = (missing: number): number => (Number.isNaN(missing) ? Number.NEGATIVE_INFINITY : -missing);

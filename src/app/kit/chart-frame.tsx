import { type ReactNode, useId, useState } from 'react';
import type { PanelProps } from '#app/panel-props.ts';
import './charts.css';

export interface ChartRow {
  readonly key: string;
  /** The first names the row. */
  readonly cells: readonly string[];
}

export interface ChartFrameProps extends Pick<PanelProps, 'words'> {
  readonly title: string;
  /** What the chart shows, written from its data. */
  readonly summary: string;
  /** More of it, for those who cannot see the drawing. */
  readonly more?: string;
  readonly head: readonly string[];
  /** Asked for when the reader opens the table. */
  readonly rows: () => readonly ChartRow[];
  /** How the drawing is to be read. */
  readonly note?: string;
  /** What the pointer is on; null: nothing. */
  readonly readout?: string | null;
  readonly hint?: string;
  readonly tools?: ReactNode;
  /** The drawing: decoration to those who hear the sentence and the table instead. */
  readonly children: ReactNode;
  readonly after?: ReactNode;
}

/** A chart with its title, its sentence and its numbers. */
export function ChartFrame(props: ChartFrameProps) {
  const { words, title, summary, more, head, rows, note, readout, hint, tools, children, after } = props;
  const heading = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className="chart" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="chart-summary">{summary}</p>
      {more ? <p className="visually-hidden">{more}</p> : null}
      {tools}
      <div className="chart-drawing" aria-hidden="true">
        {children}
        {hint === undefined ? null : (
          <p className="chart-readout" data-empty={readout ? undefined : ''}>
            {readout ?? hint}
          </p>
        )}
      </div>
      {note ? <p className="note">{note}</p> : null}
      {after}
      <details className="chart-numbers" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.charts.asTable}</summary>
        {open ? <ChartTable caption={`${words.charts.asTable}: ${title}`} head={head} rows={rows()} /> : null}
      </details>
    </section>
  );
}

interface ChartTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly ChartRow[];
}

function ChartTable({ caption, head, rows }: ChartTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="chart-table" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, k) => (
                <td key={head[k + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { Folded } from '#app/kit/folded.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { denominatorConflicts, figureParts, type SourceFigure } from '#core/source-series.ts';
import { shippedText } from '#words/shipped-text.ts';

interface PublishedFiguresProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly figures: readonly SourceFigure[];
}

/** Figures as their sources wrote them, with the denominators that follow from them, which may not agree. */
export function PublishedFigures({ figures, words, format }: PublishedFiguresProps) {
  if (figures.length === 0) return null;
  const say = words.entry.panel;
  const conflicts = denominatorConflicts(figures);
  const denominator = (figure: SourceFigure): string => {
    const { stated, implied } = figureParts(figure);
    if (stated !== null) return say.stated(format.count(stated));
    return implied === null ? say.unknown : say.implied(format.count(implied));
  };
  const value = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 4 });
  return (
    <section className="chart" aria-label={say.published}>
      <Folded summary={`${say.published} (${format.count(figures.length)})`}>
        {() => (
          <div className="entry-scroll">
            <table className="entry-table published-figures">
              <thead>
                <tr>
                  {[say.indicator, say.when2, say.value, say.counted, say.denominator, say.source].map(
                    (head) => (
                      <th scope="col" key={head}>
                        {head}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {figures.map((figure, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: figures have no identity but their place
                  <tr key={k}>
                    <th scope="row">{figure.indicator}</th>
                    <td>{figure.period}</td>
                    <td>{figure.value === null ? '–' : `${value.format(figure.value)} ${figure.unit}`}</td>
                    <td>{figure.counted}</td>
                    <td data-far={conflicts[k] === true ? '' : undefined}>
                      {denominator(figure)}
                      {conflicts[k] === true ? <small>{say.conflict}</small> : null}
                    </td>
                    <td title={figure.url === '' ? undefined : figure.url}>
                      {shippedText(figure.source, words)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="note">{say.publishedNote}</p>
          </div>
        )}
      </Folded>
    </section>
  );
}

import type { ChangeLayer } from '#app/change-layer.ts';
import { changeRanges, edgeMarks, SAID_VERDICTS } from '#app/change-words.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { Verdict } from '#core/change.ts';
import { CountCell } from './count-cell.tsx';
import { HatchSwatch, LegendLine } from './legend-line.tsx';
import './layers.css';

const MARKS = { up: '▲', down: '▼' } as const;

/** Classes of the difference, and how many areas rise, fall, or cannot be told: each line selects its areas. */
export function ChangeLegend(props: PanelProps & { readonly layer: ChangeLayer }) {
  const { picture, store, words, format, layer } = props;
  const { change: say } = words.layers;
  const { classOf, colors, areasPerClass } = picture.shading;
  const level = words.level[picture.view.level];
  const hasVerdicts = picture.indicator.kind === 'prevalence';
  return (
    <>
      <div className="strip-ends">
        <span>← {say.verdicts.down}</span>
        <span>{say.verdicts.up} →</span>
      </div>
      <fieldset className="strip-cells" aria-label={say.choose}>
        {changeRanges(layer, words, format).map((range, k) => {
          const count = format.count(areasPerClass[k] ?? 0);
          return (
            <CountCell
              key={range}
              {...{ picture, store, count }}
              name={say.classAreas(range, count, level)}
              color={colors[k] ?? '#ffffff'}
              test={(i) => classOf[i] === k}
            />
          );
        })}
      </fieldset>
      <div className="nine-edges across strip-edges">
        {edgeMarks(layer, format).map((mark, k) => (
          <span key={mark} style={{ left: `${((k + 1) * 100) / colors.length}%` }}>
            {mark}
          </span>
        ))}
      </div>
      {hasVerdicts ? (
        <ul className="verdicts">
          {SAID_VERDICTS.map((verdict) => {
            const count = format.count(layer.verdicts[Verdict[verdict]] ?? 0);
            return (
              <LegendLine
                key={verdict}
                {...props}
                name={say.verdictAreas(say.verdicts[verdict], count, level)}
                test={(i) => layer.change.verdict[i] === Verdict[verdict]}
              >
                {verdict === 'unclear' ? <HatchSwatch /> : <span className="mark">{MARKS[verdict]}</span>}
                <span>{verdict === 'unclear' ? say.hatched : say.verdicts[verdict]}</span>
                <span className="count">{count}</span>
              </LegendLine>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}

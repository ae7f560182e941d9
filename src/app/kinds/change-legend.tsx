import { HatchSwatch, LegendLine } from '#app/kit/legend-line.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { Verdict } from '#core/change.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import { aloneText, SAID_VERDICTS } from '#words/change-words.ts';
import { DifferenceStrip } from './difference-strip.tsx';

const MARKS = { up: '▲', down: '▼' } as const;

/** Classes of the difference, and how many areas rise, fall, or cannot be told: each line selects its areas. */
export function ChangeLegend(props: { readonly layer: ChangeLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { layer } = props;
  const { change: say } = words.layers;
  const level = words.level[picture.view.level];
  const hasVerdicts = picture.indicator.kind === 'prevalence';
  return (
    <>
      <DifferenceStrip {...props} ends={[say.verdicts.down, say.verdicts.up]} />
      {hasVerdicts ? (
        <ul className="verdicts">
          {SAID_VERDICTS.map((verdict) => {
            const count = format.count(layer.verdicts[Verdict[verdict]] ?? 0);
            return (
              <LegendLine
                key={verdict}
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
      {hasVerdicts ? <p className="note">{aloneText(layer, words, format)}</p> : null}
    </>
  );
}

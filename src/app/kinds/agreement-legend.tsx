import { LegendLine } from '#app/kit/legend-line.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { AgreementVerdict, isFar, Lacking } from '#core/agreement.ts';
import type { AgreementLayer } from '#picture/agreement-layer.ts';
import { agreementVerdict, SAID_AGREEMENTS } from '#words/agreement-words.ts';
import { DifferenceStrip } from './difference-strip.tsx';

const MARKS = { lower: '▼', agrees: '=', higher: '▲' } as const;

/** Classes of the difference of two sources, and what else to know of them: each line selects its areas. */
export function AgreementLegend(props: { readonly layer: AgreementLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { layer } = props;
  const { summary, agreement } = layer;
  const say = words.sources;
  const { change } = words.layers;
  const level = words.level[picture.view.level];
  const lines = [
    ...SAID_AGREEMENTS.map((verdict) => ({
      mark: MARKS[verdict],
      label: say.verdicts[verdict],
      count: summary.verdicts[AgreementVerdict[verdict]],
      test: (i: number) => agreementVerdict(layer, i) === verdict,
    })),
    {
      mark: '÷',
      label: say.far,
      count: summary.far,
      test: (i: number) =>
        agreement.lacking[i] === Lacking.none && isFar(agreement.denominatorRatio[i] ?? Number.NaN),
    },
    {
      mark: '1',
      label: say.onlyFirst,
      count: summary.onlyFirst,
      test: (i: number) => agreement.lacking[i] === Lacking.second,
    },
    {
      mark: '2',
      label: say.onlySecond,
      count: summary.onlySecond,
      test: (i: number) => agreement.lacking[i] === Lacking.first,
    },
  ];
  return (
    <>
      <DifferenceStrip {...props} ends={[say.ends.lower, say.ends.higher]} />
      <ul className="verdicts">
        {lines
          .filter(({ mark, count }) => count > 0 || mark === '=')
          .map(({ mark, label, count, test }) => (
            <LegendLine key={mark} test={test} name={change.verdictAreas(label, format.count(count), level)}>
              <span className="mark" aria-hidden="true">
                {mark}
              </span>
              <span>{label}</span>
              <span className="count">{format.count(count)}</span>
            </LegendLine>
          ))}
      </ul>
    </>
  );
}

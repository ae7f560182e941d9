import { LegendLine } from '#app/kit/legend-line.tsx';
import { late } from '#app/late.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { NO_TARGET, type TargetLayer, type TargetLine, targetClass } from '#picture/target-layer.ts';
import { standingText, targetClasses, targetValue } from '#words/target-wording.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const TargetPanel = late(() =>
  import('#app/monitoring/target-panel.tsx').then((module) => module.TargetPanel),
);

type Lines = readonly (TargetLine | null | undefined)[];

/** The standings that occur, the best first. */
function TargetLegend({ layer }: { readonly layer: TargetLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const level = words.level[picture.view.level];
  const lines = targetClasses(words).map((label, k) => ({ k, label, count: layer.counts[k] ?? 0 }));
  return (
    <>
      <ul>
        {lines
          .filter(({ count }) => count > 0)
          .map(({ k, label, count }) => (
            <LegendLine
              key={k}
              name={words.rooms.legend.entry(label, format.count(count), level)}
              test={(i) => targetClass(layer, i) === k}
            >
              <svg className="swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill={picture.shading.colors[k]} />
              </svg>
              <span>{label}</span>
              <span className="count">{format.count(count)}</span>
            </LegendLine>
          ))}
      </ul>
      <p className="note">{words.target.note}</p>
    </>
  );
}

/** The target and how the place stands to it. */
function TargetCell({ added, row, words, format }: AddedCell<TargetLayer, Lines>) {
  const line = added[row.index];
  if (!line) return <small>{words.target.none}</small>;
  return (
    <>
      <span className="points">{targetValue(line.row.measure, line.row.value, { words, format })}</span>
      <small>{standingText(line, words)}</small>
    </>
  );
}

export const targetView: QuestionView<TargetLayer, Lines> = {
  Legend: TargetLegend,
  column: {
    width: '7rem',
    head: (_, words) => words.target.column,
    order: (words) => words.target.order,
    areas: ({ areas }) => areas,
    sums: ({ city, districts, asked }, _rates, _picture, section) =>
      section === 'city' ? [city.find(({ row }) => row.measure === asked.measure)] : districts,
    keys: (lines) => lines.map((line) => line?.row.value ?? Number.NaN),
    cell: (props) => <TargetCell {...props} />,
  },
  against: null,
  monitored: {
    name: (words) => words.target.name,
    opening: ({ picture: { indicator } }) =>
      indicator.kind === 'prevalence' ? { kind: 'target', measure: 'rate' } : null,
    Panel: TargetPanel,
  },
  talk({ words }, layer, { areas }) {
    return {
      caption: areas.length > 0 ? words.target.talk : words.target.talkNone,
      color: null,
      columns: [
        {
          header: words.target.column,
          about: words.target.order,
          write: (i) => standingText(layer.areas[i], words),
          isSure: (i) => targetClass(layer, i) !== NO_TARGET,
          isWorded: true,
        },
      ],
    };
  },
};

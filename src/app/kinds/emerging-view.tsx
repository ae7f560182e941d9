import { Absent } from '#app/kit/absent.tsx';
import { LegendLine } from '#app/kit/legend-line.tsx';
import { late } from '#app/late.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import { EMERGING, EMERGING_PERIODS } from '#core/emerging-hotspot.ts';
import { canAskEmerging, type EmergingLayer, emergingClass, NO_EMERGING } from '#picture/emerging-layer.ts';
import { emergingClasses, emergingWord } from '#words/emerging-wording.ts';
import { statusLabel } from '#words/status-words.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const EmergingPanel = late(() =>
  import('#app/monitoring/emerging-panel.tsx').then((module) => module.EmergingPanel),
);

/** Only the categories that occur: seventeen would hide them. */
function EmergingLegend({ layer }: { readonly layer: EmergingLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const level = words.level[picture.view.level];
  const { colors } = picture.shading;
  const lines = emergingClasses(words).map((label, k) => ({ k, label, count: layer.counts[k] ?? 0 }));
  return (
    <>
      <ul>
        {lines
          .filter(({ count }) => count > 0)
          .map(({ k, label, count }) => (
            <LegendLine
              key={k}
              name={words.rooms.legend.entry(label, format.count(count), level)}
              test={(i) => emergingClass(layer, i) === k}
            >
              <svg className="swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill={colors[k]} />
              </svg>
              <span>{label}</span>
              <span className="count">{format.count(count)}</span>
            </LegendLine>
          ))}
      </ul>
      <p className="note">{words.emerging.note(format.count(EMERGING_PERIODS))}</p>
    </>
  );
}

/** The kind alone: whether it is high or low its color says, and the full name under the pointer. */
function EmergingCell({ layer, row, picture, words }: AddedCell<EmergingLayer, EmergingLayer>) {
  if (row.section !== 'area') return null;
  const word = emergingWord(layer, row.index, words);
  if (word === null)
    return <Absent why={statusLabel(layer.status[row.index] ?? CellStatus.notApplicable, picture, words)} />;
  const k = emergingClass(layer, row.index);
  if (k >= NO_EMERGING) return <Absent why={word} />;
  const kind = EMERGING[k % EMERGING.length] ?? 'new';
  return (
    <span className="region" title={word}>
      <span className="region-swatch" style={{ background: picture.shading.colors[k] }} />
      <span aria-hidden="true">{words.emerging.kinds[kind]}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

export const emergingView: QuestionView<EmergingLayer, EmergingLayer> = {
  Legend: EmergingLegend,
  column: {
    width: '6.5rem',
    head: (_, words) => words.emerging.column,
    order: (words) => words.emerging.order,
    areas: (layer) => layer,
    sums: (layer) => layer,
    keys: (layer) =>
      Float64Array.from(layer.status, (_, i) => {
        const k = emergingClass(layer, i);
        return k >= NO_EMERGING ? Number.NaN : -k;
      }),
    cell: (props) => <EmergingCell {...props} />,
  },
  against: null,
  monitored: {
    name: (words) => words.emerging.name,
    opening: ({ picture: { atlas } }) => (canAskEmerging(atlas.manifest) ? { kind: 'emerging' } : null),
    Panel: EmergingPanel,
  },
  talk({ words }, layer, { areas }) {
    return {
      caption: areas.length > 0 ? words.emerging.talk : words.emerging.talkNone,
      color: null,
      columns: [
        {
          header: words.emerging.column,
          about: words.emerging.order,
          write: (i) => emergingWord(layer, i, words) ?? '',
          isSure: () => true,
          isWorded: true,
        },
      ],
    };
  },
};

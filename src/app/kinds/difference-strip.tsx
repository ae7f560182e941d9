import { CountCell } from '#app/kit/count-cell.tsx';
import { usePage, usePicture } from '#app/page.ts';
import type { ChangeLayer } from '#picture/change-layer.ts';
import { changeRanges, edgeMarks } from '#words/change-words.ts';
import '#app/kit/layers.css';

interface DifferenceStripProps {
  readonly layer: Pick<ChangeLayer, 'classes'>;
  /** What lies to the left of the middle, and to the right. */
  readonly ends: readonly [left: string, right: string];
}

/** Classes of a difference on a line, with their edges: each selects its areas. */
export function DifferenceStrip({ layer, ends }: DifferenceStripProps) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { colors } = picture.shading;
  const { classOf, areasPerClass } = layer.classes;
  const { change: say } = words.layers;
  const level = words.level[picture.view.level];
  return (
    <>
      <div className="strip-ends">
        <span>← {ends[0]}</span>
        <span>{ends[1]} →</span>
      </div>
      <fieldset className="strip-cells" aria-label={say.choose}>
        {changeRanges(layer, words, format).map((range, k) => {
          const count = format.count(areasPerClass[k] ?? 0);
          return (
            <CountCell
              key={range}
              {...{ count }}
              name={say.classAreas(range, count, level)}
              color={colors[k] ?? '#ffffff'}
              test={(i) => classOf[i] === k}
            />
          );
        })}
      </fieldset>
      <div className="nine-edges across strip-edges">
        {edgeMarks(layer, format).map((mark, k) => (
          <span key={mark} style={{ left: `${((k + 1) * 100) / areasPerClass.length}%` }}>
            {mark}
          </span>
        ))}
      </div>
    </>
  );
}

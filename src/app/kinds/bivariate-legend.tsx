import { CountCell } from '#app/kit/count-cell.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { OVERLAY_CLASSES } from '#core/bivariate.ts';
import type { OverlayLayer } from '#picture/overlay-layer.ts';
import { type OverlayAxis, overlayGrid } from '#words/overlay-words.ts';
import '#app/kit/layers.css';

/** Nine cells that count their areas and select them. */
export function BivariateLegend(props: { readonly layer: OverlayLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { layer } = props;
  const grid = overlayGrid(picture, layer, words, format);
  const rows = [2, 1, 0].map((row) => grid.cells.slice(OVERLAY_CLASSES * row, OVERLAY_CLASSES * (row + 1)));
  return (
    <>
      <div className="nine">
        <div className="nine-name">↑ {grid.up.name}</div>
        <Edges axis={grid.up} side="up" />
        <fieldset className="nine-cells" aria-label={words.layers.overlay.choose}>
          {rows.flatMap((row, r) =>
            row.map(({ color, count, name }, column) => {
              const cell = OVERLAY_CLASSES * (2 - r) + column;
              return (
                <CountCell
                  key={name}
                  {...{ name, count, color }}
                  test={(i) => picture.shading.classOf[i] === cell}
                />
              );
            }),
          )}
        </fieldset>
        <Edges axis={grid.across} side="across" />
        <div className="nine-name across">{grid.across.name} →</div>
      </div>
      <p className="note">{words.layers.overlay.choose}</p>
    </>
  );
}

/** The numbers between the cells; one alone stands in the middle, where no area lies between low and high. */
function Edges({ axis, side }: { readonly axis: OverlayAxis; readonly side: 'up' | 'across' }) {
  const places = axis.edges.length === 1 ? [50] : [100 / 3, 200 / 3];
  return (
    <div className={`nine-edges ${side}`}>
      {axis.edges.map((edge, k) => (
        <span key={edge} style={side === 'up' ? { bottom: `${places[k]}%` } : { left: `${places[k]}%` }}>
          {edge}
        </span>
      ))}
    </div>
  );
}

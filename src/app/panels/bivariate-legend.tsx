import type { OverlayLayer } from '#app/overlay-layer.ts';
import { type OverlayAxis, overlayGrid } from '#app/overlay-words.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { OVERLAY_CLASSES } from '#core/bivariate.ts';
import { luminance } from '#map/color.ts';
import { areSelected, codesWhere, toggleAreas } from './selected-areas.ts';
import './layers.css';

/** Above this black reads better than white (WCAG 2). */
const MIDDLE_LUMINANCE = 0.179;

/** Nine cells that count their areas and select them. */
export function BivariateLegend(props: PanelProps & { readonly layer: OverlayLayer }) {
  const { picture, store, words, format, layer } = props;
  const grid = overlayGrid(picture, layer, words, format);
  const rows = [2, 1, 0].map((row) => grid.cells.slice(OVERLAY_CLASSES * row, OVERLAY_CLASSES * (row + 1)));
  return (
    <>
      <div className="nine">
        <div className="nine-name">↑ {grid.up.name}</div>
        <Edges axis={grid.up} side="up" />
        <fieldset className="nine-cells" aria-label={words.layers.overlay.choose}>
          {rows.flatMap((row, r) =>
            row.map(({ color, count, areas, name }, column) => {
              const cell = OVERLAY_CLASSES * (2 - r) + column;
              const codes = codesWhere(picture, (i) => picture.shading.classOf[i] === cell);
              return (
                <button
                  key={name}
                  type="button"
                  title={name}
                  aria-label={name}
                  aria-pressed={areSelected(picture, codes)}
                  disabled={areas === 0}
                  style={{
                    backgroundColor: color,
                    color: luminance(color) > MIDDLE_LUMINANCE ? '#000000' : '#ffffff',
                  }}
                  onClick={() => toggleAreas(store, picture, codes)}
                >
                  {count}
                </button>
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

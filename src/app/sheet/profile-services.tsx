import { PlaceSwatch } from '#app/kit/place-swatch.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { layerTitle } from '#words/place-words.ts';
import './profile-services.css';
import { namesIn } from '#picture/place-joiner.ts';

/** So many names of one layer are listed. */
const LISTED = 60;

/** The services in an area by name, layer by layer; nothing where none were opened. */
export function ProfileServices({
  picture,
  words,
  format,
  index,
}: PanelProps & { readonly index: AreaIndex }) {
  const say = words.places;
  if (picture.places.length === 0) return null;
  return (
    <section className="profile-services">
      <h2>{say.here}</h2>
      <p className="note">{say.hereNote}</p>
      <dl>
        {picture.places.map((overlay) => {
          const { layer } = overlay.located;
          const names = namesIn(picture, overlay, index).map(
            (name) => name || say.unnamed(words.places.kinds[layer.kind]),
          );
          const listed = [...names]
            .sort((a, b) => a.localeCompare(b, 'id', { numeric: true }))
            .slice(0, LISTED);
          const more = names.length > LISTED ? [say.more(format.count(names.length - LISTED))] : [];
          return (
            <div key={layer.id}>
              <dt>
                <PlaceSwatch look={overlay.look} />
                <span>
                  {names.length === 0
                    ? layerTitle(layer, words)
                    : say.part(layerTitle(layer, words), format.count(names.length))}
                </span>
              </dt>
              <dd>{names.length === 0 ? say.none : [...listed, ...more].join(', ')}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

import { Button } from 'react-aria-components';
import { Check } from '#app/kit/choice.tsx';
import { PlaceSwatch } from '#app/kit/place-swatch.tsx';
import { leave } from '#app/kit/way-out.ts';
import { usePage, usePicture } from '#app/page.ts';
import { placeTemplateCsv } from '#data/place-template.ts';
import type { PlaceOverlay } from '#picture/place-overlay.ts';
import { layerTitle } from '#words/place-words.ts';
import './services.css';

/** Services laid over the map: each layer with its symbol, shown or not, and the way to more. */
export function Services() {
  const { store, words } = usePage();
  const picture = usePicture();
  const { places } = picture;
  const say = words.places;
  return (
    <section className="group services">
      <h2>{say.heading}</h2>
      {places.length === 0 ? <p className="note">{say.empty}</p> : null}
      {places.length > 0 ? (
        <ul>
          {places.map((overlay) => (
            <LayerRow key={overlay.located.layer.id} overlay={overlay} />
          ))}
        </ul>
      ) : null}
      <div className="row services-doors">
        <Button className="button" onPress={() => store.setState({ importing: true })}>
          {say.open}
        </Button>
        <Button
          className="link"
          onPress={() => leave('no-figures', (door) => door.hand(say.templateFile, placeTemplateCsv()))}
        >
          {say.template}
        </Button>
      </div>
    </section>
  );
}

interface LayerRowProps {
  readonly overlay: PlaceOverlay;
}

function LayerRow({ overlay }: LayerRowProps) {
  const { store, words, format } = usePage();
  const { located, look, shown } = overlay;
  const { layer, outside } = located;
  const say = words.places;
  const title = layerTitle(layer, words);
  const about = [say.from(layer.source), ...(outside > 0 ? [say.outside(format.count(outside))] : [])];
  const show = (on: boolean) =>
    store.setState(({ placesHidden }) => ({
      placesHidden: on ? placesHidden.filter((id) => id !== layer.id) : [...placesHidden, layer.id],
    }));
  const remove = () =>
    store.setState(({ places, placesHidden }) => ({
      places: places.filter(({ id }) => id !== layer.id),
      placesHidden: placesHidden.filter((id) => id !== layer.id),
    }));
  return (
    <li>
      <PlaceSwatch look={look} />
      <div>
        <Check label={title} count={format.count(layer.places.length)} selected={shown} onChange={show} />
        <p className="note">{about.join(' · ')}</p>
      </div>
      <Button className="icon-button" aria-label={say.remove(title)} onPress={remove}>
        ×
      </Button>
    </li>
  );
}

import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { hasGeography } from '#core/dataset.ts';
import { QUESTION_KINDS } from '#core/question-kinds.ts';
import { DEFAULT_HOTSPOTS, type HotspotLayer } from '#picture/hotspot-layer.ts';
import type { Picture } from '#picture/picture.ts';
import { setView } from '#state/store.ts';
import { hotspotAreaLines, hotspotSubject, neighborsText } from '#words/hotspot-words.ts';

/** Hotspots of the picture; else those computed last, while it is still the same question: an index hides them only. */
function knownHotspots({ hotspots, measure }: Picture, last: HotspotLayer | null): HotspotLayer | null {
  if (hotspots !== null) return hotspots;
  return last !== null && last.input.second === null && last.input.table === measure.table ? last : null;
}

interface ProfileHotspotsProps extends PanelProps {
  readonly index: AreaIndex;
  /** On paper nothing can be pressed. */
  readonly printed: boolean;
}

/** Whether the area is part of a hotspot, how sure that is, and how it was computed. */
export function ProfileHotspots({ picture, store, words, format, index, printed }: ProfileHotspotsProps) {
  const last = useStore(store, ({ hotspotsKnown }) => hotspotsKnown);
  const layer = knownHotspots(picture, last);
  const say = words.sheet.hotspots;
  const drawn = !hasGeography(picture.atlas.manifest);
  if (layer === null) {
    return (
      <section className="profile-hotspots">
        <h2>{say.heading}</h2>
        <p>{drawn ? words.maps.tiles.noHotspots : say.none}</p>
        {printed || drawn ? null : (
          <>
            {QUESTION_KINDS[picture.view.question.kind].carriesHotspots ? null : (
              <p className="note">{say.elsewhere(words.rooms.names[picture.view.room])}</p>
            )}
            <Button className="button" onPress={() => setView(store, { hotspots: DEFAULT_HOTSPOTS })}>
              {say.compute}
            </Button>
          </>
        )}
      </section>
    );
  }
  const { choice } = layer.input;
  const takesPart = !Number.isNaN(layer.answer.map.p[index] ?? Number.NaN);
  const [said = takesPart ? say.nothing : say.noPart] = hotspotAreaLines(layer, index, words);
  const draws =
    choice.method === 'co-location'
      ? say.exact
      : say.draws(format.count(choice.permutations), String(choice.seed));
  return (
    <section className="profile-hotspots">
      <h2>{say.heading}</h2>
      <p>{say.of(hotspotSubject(picture, layer, words), said)}</p>
      <p className="note">
        {say.how(words.hotspots.methods[choice.method], neighborsText(choice.neighbors, words), draws)}
      </p>
    </section>
  );
}

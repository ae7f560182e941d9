import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex } from '#core/area.ts';
import { hasGeography } from '#core/dataset.ts';
import { select } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import { lowered } from '#words/chart-words.ts';
import { useNeighbors } from './area-neighbors.ts';

/** More have no room on the page. */
const MOST_PRINTED = 8;

interface ProfileNeighborsProps extends PanelProps {
  readonly index: AreaIndex;
  /** On paper nothing can be pressed. */
  readonly printed: boolean;
}

/** Who lies beside the area, with the value of the map; pressing a name goes there. */
export function ProfileNeighbors({ picture, store, words, format, index, printed }: ProfileNeighborsProps) {
  const { view, geography } = picture;
  const { areas, nearest } = useNeighbors(picture, index);
  const say = words.charts.profile;
  const listed = printed ? areas.slice(0, MOST_PRINTED) : areas;
  return (
    <section className="profile-neighbors">
      <h2>{say.neighbors}</h2>
      <p className="note">
        {areas.length === 0
          ? hasGeography(picture.atlas.manifest)
            ? say.noNeighbors
            : words.maps.tiles.noNeighbors
          : (nearest ? say.nearest : say.touching)(
              lowered(
                picture.layer.kind === 'priority'
                  ? words.priority.name
                  : words.indicator[picture.indicator.id][view.measure],
              ),
              format.period(view.period),
            )}
      </p>
      <ul>
        {listed.map((neighbor) => {
          const spoken = areaWords(picture, neighbor, words, format);
          const code = geography.areas[neighbor]?.code ?? null;
          return (
            <li key={neighbor}>
              {printed ? (
                <span>{spoken.name}</span>
              ) : (
                <Button className="link" onPress={() => select(store, code, false)}>
                  {spoken.name}
                </Button>
              )}
              <span className={spoken.observed ? 'value' : 'note'}>{spoken.value}</span>
            </li>
          );
        })}
      </ul>
      {listed.length < areas.length ? (
        <p className="note">{words.sheet.moreNeighbors(format.count(areas.length - listed.length))}</p>
      ) : null}
    </section>
  );
}

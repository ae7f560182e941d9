import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import { setFilters } from '#app/store.ts';
import { Check } from './choice.tsx';

/** Which kecamatan; each can also be brought close on the map. */
export function Where({ picture, store, words, format }: PanelProps) {
  const { territory } = picture.atlas;
  const { districts } = picture.view.filters;
  const villages = new Uint32Array(territory.districts.areas.length);
  for (const district of territory.districtOf) villages[district] = (villages[district] ?? 0) + 1;
  return (
    <section className="group">
      <h2>{words.where.heading}</h2>
      {territory.districts.areas.map((area, index) => (
        <div className="check-row" key={area.code}>
          <Check
            label={area.name}
            count={words.where.villages(format.count(villages[index] ?? 0))}
            selected={districts.includes(area.code)}
            onChange={(on) =>
              setFilters(store, (old) => ({
                ...old,
                districts: on
                  ? [...old.districts, area.code]
                  : old.districts.filter((code) => code !== area.code),
              }))
            }
          />
          <Button
            className="icon-button"
            aria-label={words.where.zoom(area.name)}
            onPress={() => store.setState({ camera: { district: area.code } })}
          >
            <svg aria-hidden="true" width="15" height="15" viewBox="0 0 16 16" className="icon">
              <circle cx="8" cy="8" r="4.5" />
              <path d="M8 1v4M8 11v4M1 8h4M11 8h4" />
            </svg>
          </Button>
        </div>
      ))}
    </section>
  );
}

import { memo, useMemo, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { Check } from '#app/kit/choice.tsx';
import { createAreaNames } from '#app/map/ranking-order.ts';
import { useAsked, usePage } from '#app/page.ts';
import type { Area, AreaCode, Territory } from '#core/area.ts';
import { setFilters } from '#state/store.ts';

/** So many kecamatan fit into the panel; of more, the chosen ones and those looked for are shown. */
const SHOWN = 40;

function villagesPerDistrict({ districts, districtOf }: Territory): Uint32Array {
  const villages = new Uint32Array(districts.areas.length);
  for (const district of districtOf) villages[district] = (villages[district] ?? 0) + 1;
  return villages;
}

/** Positions of the kecamatan in the list: those chosen first where not all can be shown. */
function shownDistricts(
  territory: Territory,
  chosen: readonly AreaCode[],
  found: Uint8Array | null,
): number[] {
  const { areas } = territory.districts;
  const all = [...areas.keys()];
  if (areas.length <= SHOWN) return all;
  const kept = new Set<AreaCode>(chosen);
  const isChosen = (i: number) => kept.has(areas[i]?.code ?? ('' as AreaCode));
  const others = all.filter((i) => !isChosen(i) && found?.[i] !== 0);
  return [...all.filter(isChosen), ...others.slice(0, SHOWN)];
}

/** Which kecamatan; each can also be brought close on the map. */
export function Where() {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const { territory } = picture.atlas;
  const { districts } = picture.view.filters;
  const { areas } = territory.districts;
  const [query, setQuery] = useState('');
  const villages = useMemo(() => villagesPerDistrict(territory), [territory]);
  const names = useMemo(() => createAreaNames(territory.districts, territory), [territory]);
  const found = useMemo(() => (query.trim() === '' ? null : names.matching(query)), [names, query]);
  const shown = shownDistricts(territory, districts, found);
  return (
    <div className="where-districts">
      {areas.length > SHOWN ? (
        <SearchField className="where-search" aria-label={words.where.find} value={query} onChange={setQuery}>
          <Input autoComplete="off" className="field" placeholder={words.where.find} />
        </SearchField>
      ) : null}
      {shown.map((index) => (
        <DistrictRow
          key={areas[index]?.code}
          district={areas[index]}
          count={words.where.villages(format.count(villages[index] ?? 0))}
          {...{ store, words, selected: districts.includes(areas[index]?.code ?? ('' as AreaCode)) }}
        />
      ))}
      {shown.length < areas.length ? (
        <p className="note">{words.where.more(format.count(areas.length - shown.length))}</p>
      ) : null}
    </div>
  );
}

interface DistrictRowProps {
  readonly district: Area | undefined;
  readonly count: string;
  readonly selected: boolean;
}

const DistrictRow = memo(function DistrictRow(props: DistrictRowProps) {
  const { store, words } = usePage();
  const { district, count, selected } = props;
  if (!district) return null;
  const { code, name } = district;
  return (
    <div className="check-row">
      <Check
        label={name}
        count={count}
        selected={selected}
        onChange={(on) =>
          setFilters(store, (old) => ({
            ...old,
            districts: on ? [...old.districts, code] : old.districts.filter((other) => other !== code),
          }))
        }
      />
      <Button
        className="icon-button"
        aria-label={words.where.zoom(name)}
        onPress={() => store.setState({ camera: { district: code } })}
      >
        <svg aria-hidden="true" width="15" height="15" viewBox="0 0 16 16" className="icon">
          <circle cx="8" cy="8" r="4.5" />
          <path d="M8 1v4M8 11v4M1 8h4M11 8h4" />
        </svg>
      </Button>
    </div>
  );
});

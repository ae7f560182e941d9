import type {
  Area,
  AreaCode,
  AreaIndex,
  AreaLevel,
  Geography,
  GeographyId,
  Source,
  Territory,
} from './area.ts';
import { invariant } from './problem.ts';

function geography(
  level: AreaLevel,
  name: string,
  areas: readonly Area[],
  source: Source,
  asOf: string,
): Geography {
  const indexOf = new Map(areas.map((area, i) => [area.code, i as AreaIndex]));
  invariant(indexOf.size === areas.length, `codes of a ${level} are distinct`);
  return { id: `${name}/${level}/${asOf}` as GeographyId, level, asOf, areas, indexOf, source };
}

/**
 * A territory of villages and their districts. Both keep the order given: area i is the i-th.
 * A district without a village is allowed, and has no numbers of its own.
 * @param villages each with the code of its district as `parent`.
 * @param asOf the date whose boundaries these are, ISO 8601, or '' where unknown.
 * @throws where a code comes twice, there is no village, or a village's parent is not among the districts: whoever
 * reads a file reports these as problems before.
 */
export function buildTerritory(
  name: string,
  villages: readonly Area[],
  districts: readonly Area[],
  source: Source,
  asOf: string,
): Territory {
  invariant(villages.length > 0, 'a territory has villages');
  const upper = geography('district', name, districts, source, asOf);
  const lower = geography('village', name, villages, source, asOf);
  const districtIndex = (village: Area): number => {
    const index = upper.indexOf.get(village.parent ?? ('' as AreaCode));
    invariant(index !== undefined, `district of village ${village.code}`);
    return index;
  };
  return { name, villages: lower, districts: upper, districtOf: Uint32Array.from(villages, districtIndex) };
}

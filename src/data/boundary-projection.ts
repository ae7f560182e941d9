import type { Problem } from '#core/problem.ts';
import type { BoundaryOption, BoundaryQuestion } from './boundary-question.ts';
import { projectionOf } from './reprojection.ts';

const ZONES = [46, 47, 48, 49, 50, 51, 52, 53, 54];

function optionOf(epsg: number): readonly BoundaryOption[] {
  const known = projectionOf(epsg);
  return known === null ? [] : [{ id: String(epsg), label: known.name, follows: {} }];
}

/**
 * Coordinates in meters of which the file does not say the system, as shapefiles without .prj: the reader says it. The
 * zone that codes and place tell comes alone; where they tell none, all of UTM in Indonesia on the side of the equator.
 */
export function projectionQuestion(problems: readonly Problem[]): readonly BoundaryQuestion[] {
  const [message] = problems.filter(({ code }) => code === 'geojson/projected');
  const { epsg, system, side } = message?.detail ?? {};
  const first = side === 'S' ? 32_700 : 32_600;
  const guessed = typeof epsg === 'number' ? [epsg] : [];
  const all = system === 'UTM' ? ZONES.map((zone) => first + zone) : guessed;
  const options = all.flatMap(optionOf);
  if (message === undefined || options.length === 0 || message.detail?.stated !== undefined) return [];
  return [{ id: 'projection', about: 'projection', blocking: true, options, message }];
}

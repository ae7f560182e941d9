import { useMemo } from 'react';
import type { Geography } from '#core/area.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { movesBetween } from '#picture/scenario-comparison.ts';
import { DASH } from '#words/format.ts';
import type { ScenarioProps } from './scenario-props.ts';

/** What the meeting took in that the list has not, and left out that it has. */
export function ProposalChanges({ picture, words, layer, scenario }: ScenarioProps) {
  const { geography } = picture;
  const say = words.rooms.proposal;
  const { entered, left } = useMemo(() => {
    const listed = new Set(listedAreas(layer));
    const chosen = new Set<number>(
      scenario.areas.flatMap(({ code, chosen: yes }) => (yes ? (geography.indexOf.get(code) ?? []) : [])),
    );
    return movesBetween(listed, chosen);
  }, [geography, layer, scenario]);
  if (scenario.areas.every(({ chosen }) => !chosen)) return null;
  if (entered.length + left.length === 0) return <p className="note">{say.same}</p>;
  return (
    <dl className="proposal-changes" aria-label={say.changes}>
      <dt>{say.entered}</dt>
      <dd>{namesOf(geography, entered)}</dd>
      <dt>{say.left}</dt>
      <dd>{namesOf(geography, left)}</dd>
    </dl>
  );
}

function namesOf({ areas }: Geography, indices: readonly number[]): string {
  return indices.length === 0 ? DASH : indices.map((i) => areas[i]?.name ?? DASH).join(', ');
}

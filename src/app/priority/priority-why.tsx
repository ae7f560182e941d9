import type { ReactNode } from 'react';
import type { PriorityPanelProps } from '#app/kit/priority-panel-props.ts';
import { PriorityAccount } from '#app/sheet/priority-account.tsx';
import type { AreaIndex } from '#core/area.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { DASH } from '#words/format.ts';

interface PriorityWhyProps extends PriorityPanelProps {
  /** What can be done with the area. */
  readonly children: (area: AreaIndex) => ReactNode;
}

/** What makes the score of the area selected last, else of the first in the list, and what would take it out. */
export function PriorityWhy(props: PriorityWhyProps) {
  const { picture, words, layer, children } = props;
  const say = words.priority.why;
  const area = picture.selected.at(-1) ?? (listedAreas(layer)[0] as AreaIndex | undefined);
  if (area === undefined) return null;
  return (
    <details className="priority-why">
      <summary>{say.heading(picture.geography.areas[area]?.name ?? DASH)}</summary>
      <PriorityAccount {...props} area={area} mostWays={Number.POSITIVE_INFINITY} />
      {children(area)}
      <p className="note">
        {words.sheet.parts} {say.choose}
      </p>
    </details>
  );
}

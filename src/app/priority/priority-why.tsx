import type { ReactNode } from 'react';
import { Folded } from '#app/kit/folded.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { PriorityAccount } from '#app/sheet/priority-account.tsx';
import { Whole } from '#app/whole.tsx';
import type { AreaIndex } from '#core/area.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { DASH } from '#words/format.ts';
import type { PriorityPartProps } from './priority-part-props.ts';

interface PriorityWhyProps extends PriorityPartProps {
  /** What can be done with the area. */
  readonly children: (area: AreaIndex) => ReactNode;
}

/** What makes the score of the area selected last, else of the first in the list, and what would take it out. */
export function PriorityWhy({ layer, children }: PriorityWhyProps) {
  const { words } = usePage();
  const selected = usePicture((picture) => picture.selected.at(-1));
  const { areas } = usePicture((picture) => picture.geography);
  const say = words.priority.why;
  const area = selected ?? (listedAreas(layer)[0] as AreaIndex | undefined);
  if (area === undefined) return null;
  return (
    <Folded className="priority-why" summary={say.heading(areas[area]?.name ?? DASH)}>
      {() => (
        <>
          <Whole>
            {(panel) => (
              <PriorityAccount {...panel} layer={layer} area={area} mostWays={Number.POSITIVE_INFINITY} />
            )}
          </Whole>
          {children(area)}
          <p className="note">
            {words.sheet.parts} {say.choose}
          </p>
        </>
      )}
    </Folded>
  );
}

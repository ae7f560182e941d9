import type { ReactNode } from 'react';
import { Folded } from '#app/kit/folded.tsx';
import { usePage, usePanel, usePicture } from '#app/page.ts';
import { PriorityAccount } from '#app/sheet/priority-account.tsx';
import type { AreaIndex } from '#core/area.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { DASH } from '#words/format.ts';
import { usePriority } from './priority-shown.ts';

interface PriorityWhyProps {
  /** What can be done with the area. */
  readonly children: (area: AreaIndex) => ReactNode;
}

/** What makes the score of the area selected last, else of the first in the list, and what would take it out. */
export function PriorityWhy({ children }: PriorityWhyProps) {
  const { words } = usePage();
  const selected = usePicture((picture) => picture.selected.at(-1));
  const first = usePriority((layer) => listedAreas(layer)[0] as AreaIndex | undefined);
  const { areas } = usePicture((picture) => picture.geography);
  const say = words.priority.why;
  const area = selected ?? first;
  if (area === undefined) return null;
  return (
    <Folded className="priority-why" summary={say.heading(areas[area]?.name ?? DASH)}>
      {() => (
        <>
          <Account area={area} />
          {children(area)}
          <p className="note">
            {words.sheet.parts} {say.choose}
          </p>
        </>
      )}
    </Folded>
  );
}

function Account({ area }: { readonly area: AreaIndex }) {
  const panel = usePanel();
  const layer = usePriority();
  return <PriorityAccount {...panel} {...{ layer, area }} mostWays={Number.POSITIVE_INFINITY} />;
}

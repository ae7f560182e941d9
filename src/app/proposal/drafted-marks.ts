import { useEffect } from 'react';
import type { PanelProps } from '#app/panel-props.ts';
import type { Scenario } from '#picture/decision-value.ts';
import type { PriorityPicture } from '#picture/scenario-comparison.ts';
import { isAskedBy } from '#picture/scenario-view.ts';
import { markDrafted } from '#state/scenario.ts';
import { draftedReason } from '#words/decision-words.ts';

/** Reasons kept as text by an older version become marks where they say what the figures on the screen say. */
export function useDraftedMarks(
  { store, words, format }: Pick<PanelProps, 'store' | 'words' | 'format'>,
  { atlas, geography, view, priority }: PriorityPicture,
  scenario: Scenario | null,
): void {
  useEffect(() => {
    if (scenario === null || !isAskedBy(scenario, atlas, view)) return;
    const ground = { period: view.period, filters: view.filters, territory: atlas.territory };
    const drafts = scenario.areas.flatMap(({ code, drafted, reason }): readonly [string, string][] => {
      const index = geography.indexOf.get(code);
      if (drafted !== null || reason === '' || index === undefined) return [];
      return [[code, draftedReason(priority, index, ground, words, format)]];
    });
    if (drafts.length > 0) markDrafted(store, scenario.id, new Map(drafts));
  }, [store, words, format, atlas, geography, view, priority, scenario]);
}

import { Button } from 'react-aria-components';
import { pictureNow, usePage, usePicture } from '#app/page.ts';
import { type AreaDecision, decisionOf } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { decide, openScenario, scenariosHere, startScenario } from '#state/scenario.ts';
import { priorityNow, usePriority } from './priority-shown.ts';

/** Makes a proposal of the list, each area with its reason from the figures, and opens it. */
export function ProposeButton({ onPropose }: { readonly onPropose: () => void }) {
  const page = usePage();
  const { store, words, format } = page;
  const dataset = usePicture(({ atlas }) => atlas.dataset);
  const count = usePriority(({ listing }) => listing.list.listed);
  const propose = () => {
    if (dataset === null) return;
    const { geography } = pictureNow(page);
    const listed = listedAreas(priorityNow(page));
    const before = scenariosHere(store.getState()).length;
    const say = words.decision;
    const title = before === 0 ? say.firstTitle : say.nextTitle(String(before + 1));
    if (startScenario(store, title, figuresOf(dataset))) {
      const open = openScenario(store.getState());
      const chosen = listed.flatMap((i): readonly AreaDecision[] => {
        const code = geography.areas[i]?.code;
        if (code === undefined || open === null) return [];
        const own = decisionOf(open, code);
        return [{ ...own, chosen: true, drafted: own.reason === '' ? 'counts' : own.drafted }];
      });
      // What was chosen in the proposal before, and is not in this list, is not of this one.
      const dropped = open?.areas.map((one) => ({ ...one, chosen: false, drafted: null })) ?? [];
      if (open) decide(store, open.id, [...dropped, ...chosen]);
    }
    onPropose();
  };
  return (
    <Button className="button primary" isDisabled={dataset === null || count === 0} onPress={propose}>
      {words.rooms.priority.propose(format.count(count))}
    </Button>
  );
}

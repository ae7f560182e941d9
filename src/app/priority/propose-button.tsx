import { Button } from 'react-aria-components';
import type { PriorityPanelProps } from '#app/kit/priority-panel-props.ts';
import { type AreaDecision, decisionOf } from '#picture/decision-value.ts';
import { figuresOf } from '#picture/figures.ts';
import { listedAreas } from '#picture/listed-areas.ts';
import { decide, openScenario, scenariosHere, startScenario } from '#state/scenario.ts';

/** Makes a proposal of the list, each area with its reason from the figures, and opens it. */
export function ProposeButton(props: PriorityPanelProps & { readonly onPropose: () => void }) {
  const { picture, store, words, format, layer, onPropose } = props;
  const { dataset } = picture.atlas;
  const listed = listedAreas(layer);
  const propose = () => {
    if (dataset === null) return;
    const before = scenariosHere(store.getState()).length;
    const say = words.decision;
    const title = before === 0 ? say.firstTitle : say.nextTitle(String(before + 1));
    if (startScenario(store, title, figuresOf(dataset))) {
      const open = openScenario(store.getState());
      const chosen = listed.flatMap((i): readonly AreaDecision[] => {
        const code = picture.geography.areas[i]?.code;
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
    <Button className="button primary" isDisabled={dataset === null || listed.length === 0} onPress={propose}>
      {words.rooms.priority.propose(format.count(listed.length))}
    </Button>
  );
}

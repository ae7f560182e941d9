import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { changePriority } from '#app/kit/priority-asked.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { layerOf } from '#picture/layer.ts';
import { openScenario } from '#state/scenario.ts';
import { DecidedList } from './decided-list.tsx';
import { Decision } from './decision.tsx';
import './proposal-room.css';

/** What the meeting decided of the list. */
export function ProposalRoom(props: PanelProps & { readonly onPriority: () => void }) {
  const { picture, store, words, onPriority } = props;
  const layer = layerOf(picture, 'priority');
  const open = useStore(store, openScenario);
  if (layer === null && open !== null) return <DecidedList {...{ picture, words }} scenario={open} />;
  if (layer === null)
    return (
      <div className="room-invite">
        <p>{words.rooms.proposal.invite}</p>
        <Button className="button primary" onPress={onPriority}>
          {words.rooms.proposal.first}
        </Button>
      </div>
    );
  return (
    <div className="priority-tab">
      <Decision {...props} layer={layer} change={(patch) => changePriority(store, patch)} />
    </div>
  );
}

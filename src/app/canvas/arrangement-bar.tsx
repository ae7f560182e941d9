import { useStore } from 'zustand';
import type { PanelProps } from '#app/panel-props.ts';
import type { Arrangement } from '#picture/arrangement.ts';
import { arrange } from '#state/second-view.ts';
import './arrangement-bar.css';
import { Choice } from '#app/kit/choice.tsx';
import { useMedia } from '#app/kit/media.ts';
import { Segments } from '#app/kit/segments.tsx';

const KINDS: readonly Arrangement['kind'][] = ['one', 'side', 'swipe', 'many'];

/** How many maps, and where: under the sentence, in the room kept there for the chips. */
export function ArrangementBar({ store, words }: Pick<PanelProps, 'store' | 'words'>) {
  const { kind } = useStore(store, (state) => state.arrangement);
  const narrow = useMedia('(max-width: 1180px)');
  const props = {
    label: words.arrangement.label,
    value: kind,
    options: KINDS.map((id) => ({ id, label: words.arrangement.kinds[id] })),
    onChange: (next: Arrangement['kind']) => arrange(store, { kind: next }),
  };
  return <div className="arrangement-bar">{narrow ? <Choice {...props} /> : <Segments {...props} />}</div>;
}

import { useStore } from 'zustand';
import { Check } from '#app/kit/choice.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { hasShelf } from '#desk/dataset-shelf.ts';

/** Off unless the reader asks: what is opened from files is otherwise in memory alone. */
export function KeepDataset() {
  const { store, words, session } = usePage();
  const { tier } = usePicture(({ atlas }) => atlas.manifest);
  const kept = useStore(store, (state) => state.datasetKept);
  const say = words.keeping.dataset;
  const can = hasShelf();
  return (
    <div>
      <Check
        label={say.keep}
        selected={kept !== 'no'}
        disabled={!can || kept === 'keeping'}
        onChange={(wanted) => void session.keepDataset(wanted)}
      />
      <p className="note" role="status">
        {kept === 'keeping' ? say.working : can ? say.hint(words.tier[tier]) : say.insecure}
      </p>
    </div>
  );
}

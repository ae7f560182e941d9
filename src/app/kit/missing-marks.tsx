import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useAsked, usePage } from '#app/page.ts';

/** What became of hotspots that were asked for and are not on the map; null where none are missing. */
export function useMissingMarks(): 'running' | 'canceled' | 'failed' | null {
  const { store } = usePage();
  const missing = useAsked(({ view, hotspots }) => view.hotspots !== null && hotspots === null);
  const state = useStore(store, ({ hotspots }) => hotspots.layer.state);
  if (!missing) return null;
  return state === 'running' || state === 'canceled' || state === 'failed' ? state : null;
}

/** In the legend, where they would stand: a map without them would read as one that has none. */
export function MissingMarks() {
  const { words, hotspotDesk } = usePage();
  const missing = useMissingMarks();
  if (missing === null) return null;
  return (
    <p className="note" role={missing === 'running' ? 'status' : 'alert'}>
      {words.keeping.marks[missing]}{' '}
      {missing === 'running' ? null : (
        <Button className="link" onPress={() => hotspotDesk.again()}>
          {words.hotspots.again}
        </Button>
      )}
    </p>
  );
}

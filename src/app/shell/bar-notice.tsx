import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useDimmed, usePage } from '#app/page.ts';
import { takesBack } from '#picture/notice.ts';
import { undo } from '#state/history.ts';
import { NoticeText } from './notice-text.tsx';

/** Time to look up, and to read a long one twice. */
const SHOWN_MS = 12_000;

/** A word to the reader, in the bar: it covers nothing, is said politely, and goes by itself. */
export function BarNotice() {
  const { store, words, session } = usePage();
  const dimmed = useDimmed();
  const engine = useStore(store, (state) => state.engine);
  const notice = useStore(store, (state) => state.notice);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice === null || notice.kind === 'exporting') return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(() => {
        // Whoever points at it still reads it.
        if (place.current?.matches(':hover, :focus-within')) wait();
        else if (store.getState().notice === notice) store.setState({ notice: null });
      }, SHOWN_MS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [notice, store]);
  const failed = engine.state === 'failed';
  const fault = engine.state === 'failed' ? engine.fault : null;
  const loading = engine.state === 'loading' && dimmed;
  const shown = failed || loading || notice !== null;
  return (
    <div className="bar-notice" ref={place} data-shown={shown ? '' : undefined}>
      <p role={failed ? 'alert' : 'status'}>
        {failed ? (
          fault && words.data.engineFailed[fault.code]
        ) : loading ? (
          words.data.engineLoading
        ) : notice ? (
          <NoticeText notice={notice} />
        ) : (
          ''
        )}
      </p>
      {takesBack(notice) && !failed && !loading ? (
        <Button className="link" onPress={() => undo(store)}>
          {words.history.undo}
        </Button>
      ) : null}
      {failed ? (
        <Button className="link" onPress={() => session.retry()}>
          {words.data.retry}
        </Button>
      ) : notice && !loading ? (
        <Button
          className="icon-button"
          aria-label={words.rooms.bar.dismiss}
          onPress={() => store.setState({ notice: null })}
        >
          ×
        </Button>
      ) : null}
    </div>
  );
}

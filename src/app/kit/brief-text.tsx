import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage } from '#app/page.ts';
import './brief-text.css';
import { useMedia } from './media.ts';

/** Between a phone, where the page scrolls, and a wide screen, where there is room. */
const NARROW = '(max-width: 1180px) and (min-width: 821px)';
/** Two maps below each other's sentences want the height of a large screen. */
const LOW = '(max-height: 820px) and (min-width: 821px)';

/** A paragraph of at most two lines where room is dear, and all of it when asked. It is always there for the ear. */
export function BriefText({ text }: { readonly text: string }) {
  const { store, words } = usePage();
  const two = useStore(store, ({ arrangement: { kind } }) => kind === 'side' || kind === 'swipe');
  const [narrow, low] = [useMedia(NARROW), useMedia(LOW)];
  const dear = narrow || (two && low);
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [open, setOpen] = useState(false);
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const element = paragraph.current;
    if (!element || open || !dear || text === '') return;
    // Told after every layout, and once at first: nothing is laid out for the sake of looking.
    const watcher = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [text, open, dear]);
  const shortened = dear && cut;
  return (
    <div className="brief" data-dear={dear ? '' : undefined} data-open={open ? '' : undefined}>
      <p ref={paragraph} title={shortened && !open ? text : undefined}>
        {text}
      </p>
      {shortened ? (
        <Button className="link" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? words.brief.less : words.brief.more}
        </Button>
      ) : null}
    </div>
  );
}

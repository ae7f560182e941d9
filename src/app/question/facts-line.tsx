import { useEffect, useRef, useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { DialogPopover } from '#app/kit/dialog-popover.tsx';
import { usePage } from '#app/page.ts';

/** One line; where it is cut, or there is more to say, the rest under a press. All of it is there for the ear. */
export function FactsLine({
  facts,
  more,
}: {
  readonly facts: readonly string[];
  readonly more: readonly string[];
}) {
  const { words } = usePage();
  const line = useRef<HTMLParagraphElement>(null);
  const [cut, setCut] = useState(false);
  const text = facts.join(' · ');
  useEffect(() => {
    const element = line.current;
    if (!element || text === '') return;
    // Told after every layout, and once at first: nothing is laid out for the sake of looking.
    const watcher = new ResizeObserver(() => setCut(element.scrollWidth > element.clientWidth + 1));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [text]);
  const say = words.rooms.facts;
  return (
    <div className="facts-line">
      <p ref={line}>{text}</p>
      {cut || more.length > 0 ? (
        <DialogTrigger>
          <Button className="link">{say.more}</Button>
          <DialogPopover label={say.all} placement="bottom end">
            <ul className="facts-list">
              {[...more, ...facts].map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </DialogPopover>
        </DialogTrigger>
      ) : null}
    </div>
  );
}

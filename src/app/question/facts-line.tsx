import { type ComponentType, memo, useEffect, useRef, useState } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { DialogPopover } from '#app/kit/dialog-popover.tsx';
import { usePage } from '#app/page.ts';

interface FactsLineProps {
  readonly facts: readonly string[];
  /** Whether there is more to say than fits on any line. */
  readonly more: boolean;
  /** All of it, read while it is open. */
  readonly All: ComponentType;
}

/** One line; where it is cut, or there is more to say, the rest under a press. All of it is there for the ear. */
export function FactsLine({ facts, more, All }: FactsLineProps) {
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
  return (
    <div className="facts-line">
      <p ref={line}>{text}</p>
      {cut || more ? <Rest All={All} /> : null}
    </div>
  );
}

const Rest = memo(function Rest({ All }: Pick<FactsLineProps, 'All'>) {
  const say = usePage().words.rooms.facts;
  return (
    <DialogTrigger>
      <Button className="link">{say.more}</Button>
      <DialogPopover label={say.all} placement="bottom end">
        <ul className="facts-list">
          <All />
        </ul>
      </DialogPopover>
    </DialogTrigger>
  );
});

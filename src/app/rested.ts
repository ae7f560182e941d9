import { startTransition, useEffect, useRef, useState } from 'react';
import { REST_MS } from '#desk/priority-desk.ts';
import type { Picture } from '#picture/picture.ts';

/** What the weights of an index, and how sure its ranks are, change of a picture. */
const WEIGHTED: readonly (keyof Picture)[] = ['view', 'layer', 'ranks', 'shading', 'statusCounts'];

function sameBut<Whole extends object>(a: Whole, b: Whole, moving: readonly (keyof Whole)[]): boolean {
  return (Object.keys(a) as (keyof Whole)[]).every((key) => moving.includes(key) || a[key] === b[key]);
}

/** Whether nothing but what an index makes of its choices differs between two pictures of one. */
export function movesOnly(before: Picture, now: Picture): boolean {
  const indexed = before.view.question.kind === 'priority' && now.view.question.kind === 'priority';
  return indexed && sameBut(before, now, WEIGHTED) && sameBut(before.view, now.view, ['question']);
}

/** The picture given before, where nothing but an index has changed since: for what shows none of it. */
export function useStill(picture: Picture): Picture {
  const still = useRef(picture);
  if (!movesOnly(still.current, picture)) still.current = picture;
  return still.current;
}

/** The picture, but that of the last rest while only an index moves: for what need not follow every move. */
export function useRested(picture: Picture): Picture {
  const [rested, setRested] = useState(picture);
  const moving = rested !== picture && movesOnly(rested, picture);
  useEffect(() => {
    if (!moving) {
      setRested(picture);
      return;
    }
    const timer = setTimeout(() => startTransition(() => setRested(picture)), REST_MS);
    return () => clearTimeout(timer);
  }, [picture, moving]);
  return moving ? rested : picture;
}

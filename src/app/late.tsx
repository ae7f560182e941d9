import { type ComponentType, lazy } from 'react';
import { part } from './part.ts';

/** Of parts that could not be had: what has them asked for anew. */
const lost = new Set<() => void>();

/**
 * A component that is fetched when it is first shown, more than once if need be. Shown inside a `Bounded`, which says so
 * where it cannot be had.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const open = () =>
    lazy(async () => {
      try {
        return { default: await part(load) };
      } catch (reason) {
        lost.add(renew);
        throw reason;
      }
    }) as unknown as ComponentType<Props>;
  const renew = () => {
    Late = open();
  };
  let Late = open();
  return (props) => <Late {...props} />;
}

/** Has every part that could not be had asked for again when it is next shown. */
export function renewLate(): void {
  for (const renew of lost) renew();
  lost.clear();
}

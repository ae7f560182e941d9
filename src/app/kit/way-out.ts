import { createStore } from 'zustand/vanilla';
import type { Tier } from '#core/dataset.ts';

/** What a file or sheet holds: figures of a tier, or none at all. */
export type Holding = Tier | 'no-figures';

/** What only the gate lets through. */
export interface Door {
  /** Hands a text or an image to the reader as a file. */
  hand(name: string, content: string | Blob, type?: string): void;
  /** Opens the browser's own printing. */
  print(): void;
}

interface Gate {
  /** What waits for the reader's answer; null where nothing does. */
  readonly waiting: ((door: Door) => void) | null;
}

/** The one question of all ways out. */
export const gate = createStore<Gate>(() => ({ waiting: null }));

let printing = false;

/** Whether the printing that begins came through the gate: the browser's own menu goes past it. */
export function isPrintingAsked(): boolean {
  return printing;
}

const DOOR: Door = {
  hand(name, content, type = 'text/csv;charset=utf-8') {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads the address after this turn; a minute is plenty for the largest list.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  },
  print() {
    printing = true;
    const end = () => {
      printing = false;
    };
    window.addEventListener('afterprint', end, { once: true });
    window.print();
  },
};

/** Every way out of the program. What holds internal figures is asked about once, each time; all else goes at once. */
export function leave(holds: Holding, go: (door: Door) => void): void {
  if (holds === 'internal') gate.setState({ waiting: go });
  else go(DOOR);
}

/** The reader's answer. */
export function answerGate(goOn: boolean): void {
  const { waiting } = gate.getState();
  gate.setState({ waiting: null });
  if (goOn) waiting?.(DOOR);
}

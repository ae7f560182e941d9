import { createStore } from 'zustand/vanilla';
import type { AreaAnswer, PreparationStep } from '#core/preparation-report.ts';
import type { PreparedOffice } from '#data/preparation-port.ts';

export type Decile = '1' | '2' | '3' | '4';

/** What is to be counted, and how. */
export interface PreparationChoice {
  readonly files: readonly File[];
  readonly answers: ReadonlyMap<string, AreaAnswer>;
  /** ISO 8601 date. */
  readonly snapshot: string;
  readonly period: string;
  readonly decile: Decile;
}

export type PreparationWork =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly step: PreparationStep | null;
      readonly controller: AbortController;
    }
  | { readonly kind: 'done'; readonly office: PreparedOffice; readonly of: PreparationChoice }
  | { readonly kind: 'said'; readonly text: string };

interface PreparationState {
  /** Whether the desk stands in the room of data. */
  readonly isOpen: boolean;
  readonly choice: PreparationChoice;
  readonly work: PreparationWork;
}

function newChoice(): PreparationChoice {
  const snapshot = new Date().toISOString().slice(0, 10);
  return { files: [], answers: new Map(), snapshot, period: '', decile: '1' };
}

/** Outlives the room, so that a count goes on while the reader looks at something else; nothing of it is kept. */
export const preparation = createStore<PreparationState>(() => ({
  isOpen: false,
  choice: newChoice(),
  work: { kind: 'idle' },
}));

export function openPreparation(isOpen: boolean): void {
  preparation.setState({ isOpen });
}

export function choosePreparation(part: Partial<PreparationChoice>): void {
  preparation.setState(({ choice }) => ({ choice: { ...choice, ...part } }));
}

export function setPreparationWork(work: PreparationWork): void {
  preparation.setState({ work });
}

/** Ends what runs and drops files, answers and results. */
export function forgetPreparation(): void {
  const { work } = preparation.getState();
  preparation.setState({ choice: newChoice(), work: { kind: 'idle' } });
  if (work.kind === 'running') work.controller.abort();
}

/** Whether a result is of another choice than the one that is made now. */
export function isOldResult(of: PreparationChoice, now: PreparationChoice): boolean {
  return (
    of.files !== now.files ||
    of.answers !== now.answers ||
    of.snapshot !== now.snapshot ||
    of.period !== now.period ||
    of.decile !== now.decile
  );
}

import { createStore } from 'zustand/vanilla';
import type { Verdicts } from '#core/link-review.ts';
import type { AreaAnswer, PreparationStep } from '#core/preparation-report.ts';
import type { ReleaseProgress } from '#core/release-counts.ts';
import { USUAL_MINIMUM_CELL } from '#core/release-rule.ts';
import type { OfficeRun, PreparedOffice, ReleasedOffice } from '#data/preparation-port.ts';

export type Decile = '1' | '2' | '3' | '4';

/** What is to be counted, and how. */
export interface PreparationChoice {
  readonly files: readonly File[];
  readonly answers: ReadonlyMap<string, AreaAnswer>;
  /** What was said of links, by the places of their rows. */
  readonly verdicts: Verdicts;
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
  | {
      readonly kind: 'done';
      readonly office: PreparedOffice;
      readonly of: PreparationChoice;
      /** Holds what a release is made of. */
      readonly run: OfficeRun;
    }
  | { readonly kind: 'said'; readonly text: string };

/** What the office says of a release. */
export interface ReleaseChoice {
  /** The file in which it keeps its releases. */
  readonly register: File | null;
  readonly first: boolean;
  /** k. */
  readonly cell: number;
  readonly reason: string;
}

export type ReleaseWork =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: ReleaseProgress | null;
      readonly controller: AbortController;
    }
  /** Nothing of it leaves before the register, in which it is entered, is in the office's hands. */
  | { readonly kind: 'done'; readonly release: ReleasedOffice; readonly registerSaved: boolean }
  | { readonly kind: 'said'; readonly lines: readonly string[] };

interface PreparationState {
  /** Whether the desk stands in the room of data. */
  readonly isOpen: boolean;
  readonly choice: PreparationChoice;
  readonly work: PreparationWork;
  readonly releaseChoice: ReleaseChoice;
  readonly releaseWork: ReleaseWork;
}

const NEW_RELEASE: ReleaseChoice = { register: null, first: false, cell: USUAL_MINIMUM_CELL, reason: '' };

function newChoice(): PreparationChoice {
  const snapshot = new Date().toISOString().slice(0, 10);
  return { files: [], answers: new Map(), verdicts: new Map(), snapshot, period: '', decile: '1' };
}

/** Outlives the room, so that a count goes on while the reader looks at something else; nothing of it is kept. */
export const preparation = createStore<PreparationState>(() => ({
  isOpen: false,
  choice: newChoice(),
  work: { kind: 'idle' },
  releaseChoice: NEW_RELEASE,
  releaseWork: { kind: 'idle' },
}));

export function openPreparation(isOpen: boolean): void {
  preparation.setState({ isOpen });
}

export function choosePreparation(part: Partial<PreparationChoice>): void {
  preparation.setState(({ choice }) => ({ choice: { ...choice, ...part } }));
}

/** What was done before is forgotten by the worker that held it. */
export function setPreparationWork(work: PreparationWork): void {
  const { work: before, releaseWork } = preparation.getState();
  preparation.setState({ work, releaseWork: { kind: 'idle' } });
  if (releaseWork.kind === 'running') releaseWork.controller.abort();
  if (before.kind === 'done') before.run.end();
}

export function chooseRelease(part: Partial<ReleaseChoice>): void {
  preparation.setState(({ releaseChoice }) => ({ releaseChoice: { ...releaseChoice, ...part } }));
}

export function setReleaseWork(releaseWork: ReleaseWork): void {
  preparation.setState({ releaseWork });
}

/** Ends what runs and drops files, answers and results. */
export function forgetPreparation(): void {
  const { work } = preparation.getState();
  setPreparationWork({ kind: 'idle' });
  preparation.setState({ choice: newChoice(), releaseChoice: NEW_RELEASE });
  if (work.kind === 'running') work.controller.abort();
}

/** Links that were found wrong: the only verdicts that a count depends on. */
function rejections({ verdicts }: PreparationChoice): string {
  return [...verdicts]
    .flatMap(([key, verdict]) => (verdict === 'other' ? [key] : []))
    .sort()
    .join('\n');
}

/** Whether a result is of another choice than the one that is made now. */
export function isOldResult(of: PreparationChoice, now: PreparationChoice): boolean {
  return (
    of.files !== now.files ||
    of.answers !== now.answers ||
    rejections(of) !== rejections(now) ||
    of.snapshot !== now.snapshot ||
    of.period !== now.period ||
    of.decile !== now.decile
  );
}

import type { Problem } from '#core/problem.ts';
import type { QuestionKind, Room } from '#core/view.ts';

/** What lies over an indicator, as far as one takes the place of another. */
export type LayerName = Exclude<QuestionKind, 'single'> | 'hotspots';

/** Whether it tells of something ended or replaced unasked, which one step back brings again. */
export function takesBack(notice: Notice | null): boolean {
  return notice?.kind === 'layers' || notice?.kind === 'replaced';
}

/** A short word to the reader, as a value: it is said in the language of the moment in which it is read. */
export type Notice =
  | { readonly kind: 'layers'; readonly ended: readonly LayerName[]; readonly shown: LayerName | null }
  | { readonly kind: 'replaced'; readonly room: Room }
  | { readonly kind: 'link'; readonly problems: readonly Problem[] }
  | { readonly kind: 'exported'; readonly file: string }
  | { readonly kind: 'proposals-opened' | 'kept-broken'; readonly count: number }
  /** What two windows made of one thing: both versions are there, or what one deleted stays. */
  | { readonly kind: 'two-versions' | 'not-deleted'; readonly title: string }
  | {
      readonly kind:
        | 'not-kept'
        | 'kept-later'
        | 'no-longer-kept'
        | 'not-taken-away'
        | 'other-window'
        | 'wiped-elsewhere'
        | 'wiped-partly'
        | 'newer-version'
        | 'dataset-not-kept'
        | 'dataset-not-promised'
        | 'dataset-gone'
        | 'dataset-broken'
        | 'dataset-not-dropped'
        | 'wiped'
        | 'language-failed'
        | 'exporting'
        | 'export-failed'
        | 'proposals-foreign';
    };

import type { Problem } from '#core/problem.ts';
import type { QuestionKind, Room } from '#core/view.ts';

/** What lies over an indicator, as far as one takes the place of another. */
export type LayerName = Exclude<QuestionKind, 'single'> | 'hotspots';

/** A short word to the reader, as a value: it is said in the language of the moment in which it is read. */
export type Notice =
  | { readonly kind: 'layers'; readonly ended: readonly LayerName[]; readonly shown: LayerName | null }
  | { readonly kind: 'replaced'; readonly room: Room }
  | { readonly kind: 'link'; readonly problems: readonly Problem[] }
  | { readonly kind: 'exported'; readonly file: string }
  | { readonly kind: 'proposals-opened'; readonly count: number }
  | {
      readonly kind:
        | 'not-kept'
        | 'wiped'
        | 'language-failed'
        | 'exporting'
        | 'export-failed'
        | 'proposals-foreign';
    };

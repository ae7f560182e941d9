import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage } from '#app/page.ts';
import { PartMissing } from '#app/part.ts';
import { endPresentation } from '#state/presenter.ts';
import { BrokenButtons } from './broken-buttons.tsx';

export interface BrokenPartProps {
  readonly reason: unknown;
  readonly onRetry: () => void;
  readonly inLine: boolean;
}

/** In the place of a part that failed. */
export function BrokenPart({ reason, onRetry, inLine }: BrokenPartProps) {
  const { store, words } = usePage();
  const presenting = useStore(store, (state) => state.presenting);
  const say = words.keeping.broken;
  const why = reason instanceof PartMissing ? say.missing : say.failed;
  if (inLine)
    return (
      <Button className="link broken-line" aria-label={`${why} ${words.data.retry}`} onPress={onRetry}>
        {words.data.retry}
      </Button>
    );
  return (
    <section className="broken-part" role="alert">
      <p>{why}</p>
      <p className="note">{say.goesOn}</p>
      <BrokenButtons {...{ store, words, onRetry }}>
        {presenting ? (
          <Button className="button" onPress={() => endPresentation(store)}>
            {words.presentation.end}
          </Button>
        ) : null}
      </BrokenButtons>
    </section>
  );
}

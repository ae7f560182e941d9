import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { AppStore } from '#state/store.ts';
import type { Words } from '#words/id.ts';
import { saveWork } from './work-saving.ts';
import './broken-part.css';

interface BrokenButtonsProps {
  readonly store: AppStore;
  readonly words: Words;
  readonly onRetry: () => void;
  /** Further ways out. */
  readonly children?: ReactNode;
}

/** What can be done where something failed: try again, and save the work, whatever else still stands. */
export function BrokenButtons({ store, words, onRetry, children }: BrokenButtonsProps) {
  return (
    <div className="row">
      <Button className="button primary" onPress={onRetry}>
        {words.data.retry}
      </Button>
      <Button className="button" onPress={() => saveWork(store, words)}>
        {words.keeping.broken.save}
      </Button>
      {children}
    </div>
  );
}

import type { Words } from './id.ts';

/** What becomes of the reader's work on a bad day, in English. */
export const keepingEn: Words['keeping'] = {
  broken: {
    missing:
      'This part could not be fetched: the network, the server or the version of the program has changed.',
    failed: 'This part could not be shown.',
    goesOn: 'The other parts go on, and nothing is lost.',
    inMemory: 'Data and work are still there as long as this page is not closed.',
    save: 'Save the work',
    /** In the name of the file. */
    file: 'work',
    lastView: 'Last view',
  },
};

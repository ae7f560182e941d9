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
  otherVersion: (title) => `${title} (version of another window)`,
  twoVersions: (title) => `Changed in two windows: both are in the list, the other is called "${title}".`,
  notDeleted: (title) => `"${title}" was deleted in one window and changed in another: it stays.`,
  brokenEntries: (n) =>
    `Entries kept on this computer that cannot be read: ${n}. They are left alone and can be saved as a file.`,
  notices: {
    'kept-later':
      'The list on this computer is of a later version of the program. It is left alone; what is made now is not kept here.',
    'no-longer-kept':
      'Another window no longer keeps this list on the computer. In this window it is still there.',
    'not-taken-away':
      'The browser refuses to delete the list from this computer. Delete it in the settings of the browser.',
    'other-window': 'Changes of another window have come in.',
    'wiped-elsewhere': 'Data were deleted in another window, and here too.',
    'wiped-partly':
      'Data were deleted from this page. The storage of the browser is out of reach; what was ever kept there has to be deleted in the settings of the browser.',
  },
  aside: {
    said: (n) => `Kept entries that cannot be read, left alone on this computer: ${n}.`,
    save: 'Save as a file',
    drop: 'Delete what cannot be read',
    file: 'unreadable',
  },
};

import type { Words } from './id.ts';
import { counted } from './plural-en.ts';

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
    'newer-version':
      'A newer version of the program is ready. Take it any time in the room Data; nothing changes before that.',
    'dataset-not-kept':
      'The data cannot be kept on this computer: there is no room, or the browser forbids it. They are still open in this page.',
    'dataset-not-promised':
      'The data are kept, but the browser promises nothing: where the computer runs out of room it may delete them. Keep the original files too.',
    'dataset-gone': 'The data kept on this computer were older than 30 days and have been deleted.',
    'dataset-broken':
      'The data kept on this computer are no longer whole and were not opened. Open the original files again, then delete what is kept with “Remove data from this computer”.',
    'dataset-not-dropped':
      'The browser refuses to delete the data from this computer. Delete them in the settings of the browser.',
  },
  aside: {
    said: (n) => `Kept entries that cannot be read, left alone on this computer: ${n}.`,
    save: 'Save as a file',
    drop: 'Delete what cannot be read',
    file: 'unreadable',
  },
  dataset: {
    keep: 'Keep these data on this computer',
    hint: (tier) =>
      `Off unless ticked. All of the data (${tier}) is kept in this browser for 30 days or until it is deleted; whoever uses this account of the computer can open it.`,
    insecure:
      'Data can be kept only where the program is opened by https or on this computer itself (127.0.0.1).',
    working: 'Keeping the data',
    there: (name, tier, since, until) =>
      `These data are kept on this computer: ${name} (${tier}), since ${since}, deleted by themselves on ${until}.`,
    open: 'Open the kept data',
    drop: 'Delete from this computer',
  },
  wipe: {
    title: 'Remove all data from this computer?',
    gone: 'These are removed and cannot be brought back:',
    open: (name, tier) => `the open data: ${name} (${tier})`,
    kept: (name) => `the data kept on this computer: ${name}`,
    second: (name) => `the second source: ${name}`,
    places: (n) => `services on the map: ${counted(n, 'kind')}`,
    targets: (n) => (n === '1' ? '1 target that you filled in' : `${n} targets that you filled in`),
    surveys: 'survey figures that you filled in',
    views: (n) => counted(n, 'saved view'),
    proposals: (n) => counted(n, 'proposal'),
    aside: (n) => `${counted(n, 'kept entry', 'kept entries')} that cannot be read`,
    all: 'Remove everything',
  },
  marks: {
    running: 'Hot spots are being computed.',
    canceled:
      'Hot spots were asked for, but their computation was stopped. A map without marks does not mean that there are none.',
    failed:
      'Hot spots were asked for, but could not be computed. A map without marks does not mean that there are none.',
  },
  policy: {
    missing:
      'This server sends no security policy with its pages. The program still works on the data on this computer and closes its own ways out, but the browser does not guard it.',
    mend: 'For data of an office run the program by serve.mjs, npm start or the nginx.conf that comes with it, or have the server send the header Content-Security-Policy.',
    understood: 'Understood',
  },
  program: {
    heading: 'The program on this computer',
    newer: 'A newer version is ready. The page is loaded again; what is not saved is asked for first.',
    take: 'Take the newer version',
    parts: {
      unknown:
        'Whether the program is kept on this computer is not known yet. Until then it needs a network to open.',
      impossible: 'The browser cannot keep the program here: without its server it does not open.',
      keeping: 'The program is being kept for use without a network.',
      kept: 'The program is kept on this computer: it opens without its server and without a network too.',
      failed:
        'The program is not kept completely yet: it still needs a network to open. Keeping it goes on when it is opened again.',
    },
    insecure:
      'The page was opened by plain http: neither program nor data can be kept on this computer, and changes in other windows are brought together only once they are heard of. Open it by https or on this computer itself (127.0.0.1).',
  },
};

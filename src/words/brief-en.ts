import type { Words } from './id.ts';

/** What is shortened where room is dear, in English. */
export const briefEn: Words['brief'] = {
  more: 'read all',
  less: 'shorter',
  source: 'source',
};

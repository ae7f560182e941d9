import type { Language } from '#app/store.ts';
import { en } from './en.ts';
import { id, type Words } from './id.ts';

export const catalogues: Readonly<Record<Language, Words>> = { id, en };

import type { Language } from '#core/language.ts';
import { glossaryEn } from './glossary-en.ts';
import { glossaryId } from './glossary-id.ts';
import type { Glossary, HelpWords } from './help-catalogue.ts';
import { helpEn } from './help-en.ts';
import { helpId } from './help-id.ts';

/** Help in both languages, apart from the words of every page: fetched when it is first opened. */
export const HELP: Readonly<Record<Language, HelpWords>> = { id: helpId, en: helpEn };
export const GLOSSARY: Readonly<Record<Language, Glossary>> = { id: glossaryId, en: glossaryEn };

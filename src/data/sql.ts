import { invariant } from '#core/problem.ts';

/** What may be bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | null;

/** A quoted text constant: for statements that cannot bind values, never for a reader's words. */
export function textConstant(text: string): string {
  invariant(!text.includes('\0'), 'a text constant holds no NUL');
  return `'${text.replaceAll("'", "''")}'`;
}

/** Run once per session, in this order, before the engine sees any byte of a user: the last one locks the others. */
export const LOCKDOWN: readonly string[] = [
  'SET allow_community_extensions = false',
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_persistent_secrets = false',
  'SET enable_external_file_cache = false',
  "SET memory_limit = '512MB'",
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

const LONGEST_PART = 60;

/** A word of a file name: lower case, letters without marks, digits and hyphens only. */
export function fileWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_PART)
    .replace(/^-|-$/g, '');
}

export interface FileNameParts {
  /** Written as it is, in front: the tier's mark; '' for none. */
  readonly mark: string;
  readonly parts: readonly string[];
  /** Without the dot. */
  readonly ending: string;
}

/** `DATA-CONTOH-kota-kupang-stunting-2026-09.png`: safe on every file system, whatever the parts hold. */
export function fileName({ mark, parts, ending }: FileNameParts): string {
  return `${[mark, ...parts.map(fileWord)].filter((part) => part !== '').join('-')}.${ending}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * What Chrome 109 (the floor set in vite.config.ts) has not yet got. The build lowers syntax, but not what is missing
 * from the browser's library: Array's copying methods came with 110, the rest later.
 */
export const TOO_NEW =
  /\.(?:toSorted|toReversed|toSpliced|isWellFormed|transferToFixedLength|symmetricDifference)\(|\b(?:Object|Map)\.groupBy\b|\bPromise\.(?:withResolvers|try)\b|\bArray\.fromAsync\b|\bAbortSignal\.any\b|\bURL\.canParse\b|\bRegExp\.escape\b/;

/** Uses of such functions in the built scripts, dependencies included, as `file: ...code...`. */
export function floorFaults(folder: string): readonly string[] {
  const faults: string[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const text = readFileSync(resolve(folder, name), 'utf8');
    const found = TOO_NEW.exec(text);
    if (found !== null)
      faults.push(`${name}: ${text.slice(Math.max(0, found.index - 60), found.index + 60)}`);
  }
  return faults;
}

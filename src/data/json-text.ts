import type { Result } from '#core/problem.ts';

export interface JsonLimits {
  readonly maxCharacters: number;
  readonly maxDepth: number;
}

/** Deepest nesting, and how many brackets are left open at the end. Brackets inside strings do not count. */
function nesting(text: string): { deepest: number; open: number; inString: boolean } {
  let open = 0;
  let deepest = 0;
  let inString = false;
  for (let k = 0; k < text.length; k++) {
    const character = text.charCodeAt(k);
    if (inString) {
      if (character === 0x5c) k++;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x7b || character === 0x5b) {
      open++;
      if (open > deepest) deepest = open;
    } else if (character === 0x7d || character === 0x5d) open--;
  }
  return { deepest, open, inString };
}

/**
 * JSON from a stranger: limited in size and depth before it is parsed, and without keys named `__proto__`.
 * Numbers may still be infinite (1e999): whoever reads numbers checks them.
 */
export function parseJson(text: string, file: string, limits: JsonLimits): Result<unknown> {
  const refuse = (
    code: 'file/empty' | 'file/too-large' | 'file/truncated' | 'json/invalid' | 'json/too-deep',
    detail: Record<string, number> = {},
  ): Result<unknown> => ({ ok: false, problems: [{ code, severity: 'error', at: { file }, detail }] });
  if (text.trim() === '') return refuse('file/empty');
  if (text.length > limits.maxCharacters) return refuse('file/too-large', { limit: limits.maxCharacters });
  const { deepest, open, inString } = nesting(text);
  if (deepest > limits.maxDepth) return refuse('json/too-deep', { limit: limits.maxDepth });
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    const named = /__proto__|\\u005f/i.test(body);
    const value: unknown = named
      ? JSON.parse(body, (key, inner) => (key === '__proto__' ? undefined : inner))
      : JSON.parse(body);
    return { ok: true, value, problems: [] };
  } catch {
    return refuse(open > 0 || inString ? 'file/truncated' : 'json/invalid');
  }
}

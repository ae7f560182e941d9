/**
 * The one way text becomes code in this page: addresses of the program's own worker files. Markup and script made
 * from text are refused, whoever asks. Imported before everything else.
 */
interface PolicyRules {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(text: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): unknown;
}

function refuse(kind: string): never {
  throw new TypeError(`${kind} made from text is refused`);
}

/** A blob: address has the origin of the page too, and could hold anything: the scheme must be the page's own. */
export function ownScriptUrl(text: string, page: string): string {
  const url = new URL(text, page);
  const own = new URL(page);
  if (url.protocol !== own.protocol || url.origin !== own.origin) return refuse('a foreign script address');
  return url.href;
}

declare global {
  var trustedTypes: PolicyFactory | undefined;
}

/** Does nothing where the browser has no Trusted Types: there the Content-Security-Policy stands alone. */
export function installTrustedTypes(factory: PolicyFactory | undefined, page: string): void {
  factory?.createPolicy('default', {
    createHTML: () => refuse('HTML'),
    createScript: () => refuse('script'),
    createScriptURL: (text) => ownScriptUrl(text, page),
  });
}

if (typeof document !== 'undefined') installTrustedTypes(globalThis.trustedTypes, document.baseURI);

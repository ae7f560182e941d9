/** What the page may do, by directive: own files only, no inline code, no eval but WebAssembly. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data: blob:",
  'style-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app default',
};

function policyText(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export const CONTENT_SECURITY_POLICY = policyText(DIRECTIVES);

/** A browser ignores these, with a complaint, in a policy that stands in the page itself. */
const HEADER_ONLY = ['frame-ancestors'];

/** The policy as far as a `<meta>` element can carry it: for servers whose headers cannot be set. */
export const META_POLICY = policyText(
  Object.fromEntries(Object.entries(DIRECTIVES).filter(([name]) => !HEADER_ONLY.includes(name))),
);

const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** On every response, whatever its status: a worker obeys only the policy that came with its own script. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Marks the scripts and styles that Vite's development server puts inline; no such thing exists in a build. */
export const DEVELOPMENT_NONCE = 'development';

/** The same policy loosened by what hot reloading needs: its inline preamble and styles, and its own socket. */
export const DEVELOPMENT_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'content-security-policy': policyText({
    ...DIRECTIVES,
    'script-src': `${DIRECTIVES['script-src']} 'nonce-${DEVELOPMENT_NONCE}'`,
    'style-src': `${DIRECTIVES['style-src']} 'nonce-${DEVELOPMENT_NONCE}'`,
    'connect-src': `${DIRECTIVES['connect-src']} ws://127.0.0.1:*`,
  }),
};

import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, relative, resolve, sep } from 'node:path';
import { SECURITY_HEADERS } from './policy.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 4173;

export const MIME: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/** Suffix of the compressed sibling, best first; made by a release. On one computer files go as they are. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface Body {
  readonly path: string;
  readonly bytes: number;
}
interface ServedFile {
  readonly body: Body;
  readonly compressed: ReadonlyMap<string, Body>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RunningServer {
  /** With the final slash. */
  readonly url: string;
  /** It was there before: another process has it, and keeps it. */
  readonly alreadyRunning: boolean;
  close(): Promise<void>;
}

/** Every file that can be asked for, by URL path: what is not in this list does not exist, wherever it points. */
function listFiles(root: string): ReadonlyMap<string, ServedFile> {
  const bodies = new Map<string, Body>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = resolve(entry.parentPath, entry.name);
    const url = `/${relative(root, path).split(sep).join('/')}`;
    if (entry.isFile() && !url.includes('/.')) bodies.set(url, { path, bytes: statSync(path).size });
  }
  const files = new Map<string, ServedFile>();
  for (const [url, body] of bodies) {
    const compressed = new Map<string, Body>();
    for (const { name, suffix } of ENCODINGS) {
      const sibling = bodies.get(url + suffix);
      if (sibling !== undefined) compressed.set(name, sibling);
    }
    files.set(url, { body, compressed, headers: headersOf(url, body) });
  }
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}

function headersOf(url: string, body: Body): Record<string, string> {
  const hashed = url.startsWith('/assets/');
  return {
    'content-type': MIME[extname(url)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${body.bytes.toString(36)}-${Math.trunc(statSync(body.path).mtimeMs).toString(36)}"`,
    vary: 'accept-encoding',
  };
}

function acceptedEncodings(request: IncomingMessage): ReadonlySet<string> {
  const accepted = new Set<string>();
  for (const part of String(request.headers['accept-encoding'] ?? '').split(',')) {
    const [name = '', quality = ''] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    if (quality === '' || Number(quality) > 0) accepted.add(name);
  }
  return accepted;
}

/** Null where the target is not a path that can be decoded. */
function pathOf(target: string): string | null {
  try {
    return decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, text: string, extra = {}): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', ...extra });
  response.end(`${text}\n`);
}

function send(file: ServedFile, request: IncomingMessage, response: ServerResponse): void {
  const accepted = acceptedEncodings(request);
  const encoding = ENCODINGS.find(({ name }) => accepted.has(name) && file.compressed.has(name));
  const body = (encoding && file.compressed.get(encoding.name)) ?? file.body;
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    ...file.headers,
    ...(encoding === undefined ? {} : { 'content-encoding': encoding.name }),
    'content-length': body.bytes,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(body.path);
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

function answer(
  files: ReadonlyMap<string, ServedFile>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = pathOf(request.url ?? '/');
  const file = files.get(path ?? '');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'Method not allowed', { allow: 'GET, HEAD' });
  } else if (path === null) {
    refuse(response, 400, 'Bad request');
  } else if (file === undefined) {
    refuse(response, 404, 'Not found');
  } else if (request.headers['if-none-match'] === file.headers.etag) {
    response.writeHead(304, { ...SECURITY_HEADERS, ...file.headers });
    response.end();
  } else {
    send(file, request, response);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      done();
    });
  });
}

/** Says whose folder is being served, without saying where it is. */
const PROGRAM_HEADER = 'x-peta-sasaran';

function folderMark(root: string): string {
  return createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16);
}

/** What answers at an address: the mark of the folder that this program serves there, or null where it is another. */
async function markAt(url: string): Promise<string | null> {
  try {
    const { headers } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2_000) });
    return headers.get(PROGRAM_HEADER);
  } catch {
    return null;
  }
}

/**
 * The port is taken by something else. No other is taken unasked: what a browser keeps belongs to an address, port
 * included, and would seem gone at another.
 */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number, own: boolean) {
    super(
      [
        own
          ? `Porta ${port} dipakai salinan lain dari Peta Sasaran. Tutup salinan itu,`
          : `Porta ${port} dipakai program lain. Tutup program itu,`,
        `atau pilih nomor lain dengan menuliskannya di akhir perintah, misalnya: npm start -- ${port + 1}`,
        `(pada rilis: node serve.mjs ${port + 1}). Yang disimpan peramban di alamat lama tidak ikut ke alamat baru.`,
        own
          ? `Port ${port} is in use by another copy of Peta Sasaran. Close it,`
          : `Port ${port} is in use by another program. Close it,`,
        `or give another number at the end of the command: npm start -- ${port + 1}`,
        `(in a release: node serve.mjs ${port + 1}). What the browser keeps under the old address stays there.`,
      ].join('\n'),
    );
  }
}

/** A number of a port as written in a command; the usual one where none is. */
function portOf(text: string | undefined): number {
  if (text === undefined) return FIRST_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Error(`not a port: ${text}`);
  return port;
}

/**
 * Serves a folder to this computer only; files that change are seen once its page has changed. Where this program
 * already serves the same folder at the port, that is what comes back. Throws PortTaken where something else is there.
 * @param port 0 lets the system choose.
 */
export async function serve(root: string, port: number = FIRST_PORT): Promise<RunningServer> {
  let files = listFiles(resolve(root));
  const page = files.get('/')?.body.path;
  if (page === undefined) throw new Error(`no index.html in ${root}: run "npm run build" first`);
  const mark = folderMark(root);
  const pageTime = (): number => statSync(page, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  let listed = pageTime();
  const server = createServer((request, response) => {
    const now = pageTime();
    if (now !== listed && now !== 0) {
      listed = now;
      files = listFiles(resolve(root));
    }
    response.setHeader(PROGRAM_HEADER, mark);
    answer(files, request, response);
  });
  try {
    await listen(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const url = `http://${HOST}:${port}/`;
    const found = await markAt(url);
    if (found !== mark) throw new PortTaken(port, found !== null);
    return { url, alreadyRunning: true, close: async () => {} };
  }
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${chosen}/`,
    alreadyRunning: false,
    close: () =>
      new Promise((done, failed) => {
        server.close((error) => (error === undefined ? done() : failed(error)));
        server.closeAllConnections();
      }),
  };
}

/** What a command does: prints the address, and serves until it is told to stop, or ends where it is served already. */
export async function serveUntilStopped(root: string, port: string | undefined): Promise<string> {
  const server = await serve(root, portOf(port)).catch((reason: unknown) => {
    if (!(reason instanceof PortTaken)) throw reason;
    console.error(reason.message);
    process.exit(1);
  });
  console.log(server.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  return server.url;
}

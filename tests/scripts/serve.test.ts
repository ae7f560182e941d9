import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFolder } from '#scripts/compress.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '#scripts/policy.ts';
import { PortTaken, type RunningServer, serve } from '#scripts/serve.ts';

const SCRIPT = `export const a = '${'kelurahan '.repeat(400)}';\n`;

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** A request whose path is sent as it stands: fetch would tidy `..` away. */
function ask(url: string, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<Answer>((done, failed) => {
    const { hostname, port } = new URL(url);
    const sent = request({
      hostname,
      port,
      path,
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
    });
    sent.on('error', failed);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.end();
  });
}

describe('serve', () => {
  let folder: string;
  let server: RunningServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serve-'));
    const root = join(folder, 'dist');
    mkdirSync(join(root, 'assets'), { recursive: true });
    mkdirSync(join(root, '.vite'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>a</title>');
    writeFileSync(join(root, 'assets/app-1a2b3c4d.js'), SCRIPT);
    writeFileSync(join(root, 'assets/engine-1a2b3c4d.wasm'), Buffer.from([0, 97, 115, 109]));
    writeFileSync(join(root, 'daftar kelurahan.csv'), 'kode\n53.71.01.1001\n');
    writeFileSync(join(root, '.vite/manifest.json'), '{}');
    writeFileSync(join(folder, 'outside.txt'), 'not yours');
    symlinkSync(join(folder, 'outside.txt'), join(root, 'inside.txt'));
    await compressFolder(root, join(folder, 'memory'));
    server = await serve(root, 0);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/', 200],
    ['/assets/app-1a2b3c4d.js', 200],
    ['/nothing', 404],
    ['/%', 400],
  ])('%s answers %i with every security header', async (path, status) => {
    const answer = await ask(server.url, path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(SECURITY_HEADERS);
  });

  it('has the policy of the findings, word for word', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types app default",
    );
  });

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/../../outside.txt',
    '/..\\outside.txt',
    '//etc/passwd',
    '/inside.txt',
    '/.vite/manifest.json',
    '/index.html%00.js',
  ])('does not know %s', async (path) => {
    expect((await ask(server.url, path)).status).toBe(404);
  });

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('to accept-encoding %s answers %s, and it opens', async (accept, encoding, open) => {
    const { headers, body } = await ask(server.url, '/assets/app-1a2b3c4d.js', {
      headers: { 'accept-encoding': accept },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept-encoding');
    expect(body.length).toBeLessThan(SCRIPT.length / 10);
    expect(open(body).toString()).toBe(SCRIPT);
  });

  it('sends the file itself to who accepts nothing', async () => {
    const { headers, body } = await ask(server.url, '/assets/app-1a2b3c4d.js');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });

  it('knows types and what may be kept', async () => {
    const wasm = await ask(server.url, '/assets/engine-1a2b3c4d.wasm');
    expect(wasm.headers['content-type']).toBe('application/wasm');
    expect(wasm.headers['cache-control']).toContain('immutable');
    const table = await ask(server.url, '/daftar%20kelurahan.csv?x=1');
    expect(table.headers['content-type']).toContain('text/csv');
    expect(table.headers['cache-control']).toBe('no-cache');
    const again = await ask(server.url, '/daftar%20kelurahan.csv', {
      headers: { 'if-none-match': String(table.headers.etag) },
    });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect(again.headers).toMatchObject(SECURITY_HEADERS);
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const head = await ask(server.url, '/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    const post = await ask(server.url, '/', { method: 'POST' });
    expect(post.status).toBe(405);
    expect(post.headers.allow).toBe('GET, HEAD');
    expect(post.headers).toMatchObject(SECURITY_HEADERS);
  });

  it('reopens what it serves already, and ends nothing of it', async () => {
    const port = Number(new URL(server.url).port);
    const again = await serve(join(folder, 'dist'), port);
    expect(again).toMatchObject({ url: server.url, alreadyRunning: true });
    await again.close();
    expect((await ask(server.url, '/')).status).toBe(200);
  });

  it('takes no other port where one is taken by another program or another copy, and says how to choose', async () => {
    const other = createServer((_, response) => response.end('something else'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const refused = await serve(join(folder, 'dist'), port).catch((reason: unknown) => reason);
    other.close();
    expect(refused).toBeInstanceOf(PortTaken);
    expect(String(refused)).toContain(`npm start -- ${port + 1}`);

    const copy = join(folder, 'copy');
    cpSync(join(folder, 'dist'), copy, { recursive: true, verbatimSymlinks: true });
    const taken = Number(new URL(server.url).port);
    await expect(serve(copy, taken)).rejects.toThrow('salinan lain');
  });

  it('sees new files once the page has changed', async () => {
    const root = join(folder, 'changing');
    mkdirSync(root);
    writeFileSync(join(root, 'index.html'), 'old');
    const changing = await serve(root, 0);
    writeFileSync(join(root, 'new.js'), 'new');
    expect((await ask(changing.url, '/new.js')).status).toBe(404);
    writeFileSync(join(root, 'index.html'), 'new page');
    utimesSync(join(root, 'index.html'), 1, 1);
    expect((await ask(changing.url, '/new.js')).status).toBe(200);
    expect(String((await ask(changing.url, '/')).body)).toBe('new page');
    await changing.close();
  });

  it('says what to do where nothing was built', async () => {
    await expect(serve(folder, 0)).rejects.toThrow('npm run build');
  });
});

import { describe, expect, it } from 'vitest';
import { installTrustedTypes, ownScriptUrl } from '#app/trusted-types.ts';

const PAGE = 'http://127.0.0.1:4173/';

describe('trusted types', () => {
  it.each([
    ['/assets/worker-1a2b.js', 'http://127.0.0.1:4173/assets/worker-1a2b.js'],
    ['http://127.0.0.1:4173/assets/worker-1a2b.js', 'http://127.0.0.1:4173/assets/worker-1a2b.js'],
  ])('let the own address %s pass', (text, url) => {
    expect(ownScriptUrl(text, PAGE)).toBe(url);
  });

  it.each([
    'http://127.0.0.1:4174/worker.js',
    'https://127.0.0.1:4173/worker.js',
    '//foreign.invalid/worker.js',
    'blob:http://127.0.0.1:4173/2b1c',
    'data:text/javascript,0',
    'javascript:0',
  ])('refuse %s', (text) => {
    expect(() => ownScriptUrl(text, PAGE)).toThrow(/refused/);
  });

  it('make no markup and no script, and live without the browser feature', () => {
    const made: Record<string, Record<string, (text: string) => string>> = {};
    installTrustedTypes({ createPolicy: (name, rules) => Object.assign(made, { [name]: rules }) }, PAGE);
    expect(Object.keys(made)).toEqual(['default']);
    expect(() => made.default?.createHTML?.('<b>x</b>')).toThrow(/refused/);
    expect(() => made.default?.createScript?.('0')).toThrow(/refused/);
    expect(() => installTrustedTypes(undefined, PAGE)).not.toThrow();
  });
});

import { expect, it } from 'vitest';
import { hasPolicyHeader } from '#desk/page-policy.ts';

it('is told by the header of an answer, and unknown without one', async () => {
  const answer = (headers: Record<string, string>) => async () => ({ headers: new Headers(headers) });
  expect(await hasPolicyHeader(answer({ 'Content-Security-Policy': "default-src 'none'" }))).toBe(true);
  expect(await hasPolicyHeader(answer({}))).toBe(false);
  expect(await hasPolicyHeader(() => Promise.reject(new Error('no network')))).toBeNull();
});

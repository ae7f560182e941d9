import { expect, it } from 'vitest';
import { sealWorker } from '#core/sealed-worker.ts';

it('leaves a worker no way to the network, on itself or above', () => {
  const above = { fetch: () => 'sent', postMessage: () => 'kept' };
  const scope = Object.assign(Object.create(above), { WebSocket: class {} }) as Record<string, unknown>;
  sealWorker(scope);
  expect(scope.fetch).toBeUndefined();
  expect((above as Record<string, unknown>).fetch).toBeUndefined();
  expect(scope.WebSocket).toBeUndefined();
  expect(scope.postMessage).toBeTypeOf('function');
  expect(() => {
    scope.fetch = () => 'sent';
  }).toThrow();
});

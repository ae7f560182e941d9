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

it('leaves the engine its own module, and nothing else', () => {
  const asked: unknown[] = [];
  const scope = Object.assign(Object.create({ XMLHttpRequest: class {} }), {
    fetch: (address: unknown) => asked.push(address),
  }) as Record<string, unknown>;
  sealWorker(scope, (address) => address === 'https://own/engine.wasm');
  const sent = scope.fetch as (address: unknown) => unknown;
  sent('https://own/engine.wasm');
  sent({ url: 'https://own/engine.wasm' });
  expect(asked).toHaveLength(2);
  for (const address of [
    'https://elsewhere/engine.wasm',
    { url: 'https://own/x' },
    { href: 'https://elsewhere/' },
  ])
    expect(() => sent(address)).toThrow('sealed');
  expect(asked).toHaveLength(2);
  expect(scope.XMLHttpRequest).toBeUndefined();
  expect(() => {
    scope.fetch = () => 'sent';
  }).toThrow();
});

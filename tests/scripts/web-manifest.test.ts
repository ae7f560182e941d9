import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { ROOT } from '#scripts/tool.ts';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly purpose?: string;
}
const PUBLIC = resolve(ROOT, 'public');
const manifest = JSON.parse(readFileSync(resolve(PUBLIC, 'manifest.webmanifest'), 'utf8')) as {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly Icon[];
};
const drawn = manifest.icons.filter(({ src }) => src.endsWith('.png'));
const read = ({ src }: Icon) => PNG.sync.read(readFileSync(resolve(PUBLIC, src)));

it('is linked from the page, and holds in any folder', () => {
  expect(readFileSync(resolve(ROOT, 'index.html'), 'utf8')).toContain(
    '<link rel="manifest" href="/manifest.webmanifest" />',
  );
  for (const address of [manifest.start_url, manifest.scope]) expect(address).toBe('./');
  for (const { src } of manifest.icons) expect(src).toMatch(/^[\w-]+\.(?:png|svg)$/);
});

it('has icons of the sizes that installing asks for, drawn in these sizes', () => {
  for (const icon of drawn) {
    const { width, height } = read(icon);
    expect(icon.sizes).toBe(`${width}x${height}`);
  }
  expect(drawn.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
});

it('has an icon that may be cut to a shape: no clear pixel, nothing drawn outside the inner four fifths', () => {
  const maskable = drawn.find(({ purpose }) => purpose === 'maskable');
  if (maskable === undefined) throw new Error('no maskable icon');
  const { width, height, data } = read(maskable);
  const ground = [0xfa, 0xfa, 0xf7];
  let clear = 0;
  let outside = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      if (data[at + 3] !== 255) clear += 1;
      const drawnHere = ground.some((value, k) => Math.abs(value - (data[at + k] ?? 0)) > 2);
      if (drawnHere && Math.hypot(x - width / 2, y - height / 2) > 0.4 * width) outside += 1;
    }
  expect([clear, outside]).toEqual([0, 0]);
});

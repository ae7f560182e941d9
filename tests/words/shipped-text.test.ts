import { expect, test } from 'vitest';
import { demoManifest } from '#scripts/demo/demo-manifest.ts';
import { en } from '#words/en.ts';
import { id } from '#words/id.ts';
import { shippedText } from '#words/shipped-text.ts';

const manifest = demoManifest([]);
const shipped = [
  manifest.title,
  manifest.boundaries.source.title,
  ...manifest.sources.map(({ title }) => title),
  ...Object.values(manifest.definitions),
];

test.each(shipped)('what the program ships is said in both languages: %s', (text) => {
  expect(shippedText(text, id)).toBe(text);
  expect(shippedText(text, en)).not.toBe(text);
  expect(Object.values(en.shipped)).toContain(shippedText(text, en));
});

test('what others have written stays as it is', () => {
  expect(shippedText('Penimbangan Oktober 2026', en)).toBe('Penimbangan Oktober 2026');
});

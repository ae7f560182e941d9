import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '#words/en.ts';
import { id } from '#words/id.ts';
import { literalTexts } from './literal-text.ts';

const ROOT = resolve(import.meta.dirname, '../../src');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);

describe('text that a reader sees', () => {
  it('is found in a component, wherever it stands', () => {
    const planted = `export function Planted({ words, on }) {
      return (
        <section aria-label="Peta" className="legend" data-kind="map">
          <p>{words.title} · 12 <b>Simpan</b></p>
          <input placeholder={on ? 'Cari' : words.search} title={\`Tampilan \${on}\`} type="text" />
          {on ? 'Menyala' : '–'}
          {on && 'ya'}
        </section>
      );
    }`;
    expect(literalTexts('planted.tsx', planted).toSorted()).toEqual([
      '3: Peta',
      '4: Simpan',
      '5: Cari',
      '5: Tampilan',
      '6: Menyala',
      '7: ya',
    ]);
  });

  it.each(files)('%s takes all of its text from the words', (name) => {
    expect(literalTexts(name, readFileSync(resolve(ROOT, name), 'utf8'))).toEqual([]);
  });

  it('is said in both languages, calmly', () => {
    const faults: string[] = [];
    const compare = (at: string, first: unknown, second: unknown): void => {
      if (typeof first === 'string') {
        if ((first === '') !== (second === '')) faults.push(`${at} is said in one language only`);
        if (/!/.test(`${first}${second}`)) faults.push(`${at} shouts`);
      } else if (typeof first === 'object' && first !== null) {
        for (const key of Object.keys(first)) {
          compare(
            `${at}.${key}`,
            (first as Record<string, unknown>)[key],
            (second as Record<string, unknown> | undefined)?.[key],
          );
        }
      }
    };
    compare('words', id, en);
    expect(faults).toEqual([]);
  });
});

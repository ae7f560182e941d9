// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { AreaBox } from '#app/kit/area-box.tsx';
import { territoryOf } from '#tests/real-table.ts';
import { id } from '#words/id.ts';

const territory = territoryOf('Kota Contoh', [
  { code: '53.71.05.1001', name: 'Bakunase', districtCode: '53.71.05', district: 'Kota Raja' },
]);

vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
afterEach(() => document.body.replaceChildren());

function type(input: HTMLInputElement, text: string): void {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    input.focus();
    set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('says of a name that nothing is found, and takes it back', () => {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  act(() => root.render(<AreaBox label="Cari" territory={territory} words={id} onChoose={() => {}} />));
  const input = document.querySelector('input');
  const status = () => document.querySelector('[role="status"]')?.textContent;
  expect(status()).toBe('');
  // Else a dialog could not hide the bar around it.
  expect(document.querySelector('[data-live-announcer]')).toBeNull();
  if (!input) throw new Error('no input');
  type(input, 'tidak ada');
  expect(status()).toBe(id.where.noMatch);
  expect(document.querySelector('.listbox')?.textContent).toBe(id.where.noMatch);
  expect(document.querySelector('[role="status"]')?.closest('[aria-hidden="true"]')).toBeNull();
  type(input, 'baku');
  expect(status()).toBe('');
  act(() => root.unmount());
});

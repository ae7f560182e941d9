// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, expect, it, vi } from 'vitest';
import { listenForDrops } from '#app/data/drop-listening.ts';
import { ReopenedNote } from '#app/data/reopened-note.tsx';
import type { Session } from '#desk/session.ts';
import { createAppStore } from '#state/store.ts';
import { id as words } from '#words/id.ts';

vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
afterAll(() => vi.unstubAllGlobals());

/** Whether the browser is kept from leaving the page for the file. */
async function drop(file: File): Promise<boolean> {
  const event = new Event('drop', { cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], items: [], files: [file] } });
  await act(async () => void window.dispatchEvent(event));
  return event.defaultPrevented;
}

const file = new File(['kode;nilai'], 'tabel.csv');

it('files dropped on the page that asks for them again are waiting in the file dialog, over the example', async () => {
  const store = createAppStore();
  store.setState({ openedBefore: { name: 'Kota', tier: 'internal' } });
  const openDemo = vi.fn(async () => store.setState({ importing: false }));
  const root = createRoot(document.createElement('div'));
  const session = { openDemo } as Partial<Session> as Session;
  await act(async () =>
    root.render(
      <ReopenedNote store={store} session={session}>
        {words.app.name}
      </ReopenedNote>,
    ),
  );
  expect(await drop(file)).toBe(true);
  expect(openDemo).toHaveBeenCalledOnce();
  expect(store.getState()).toMatchObject({ importing: true, openedBefore: null, brought: [file] });
  // The page has its own ear now.
  expect(await drop(file)).toBe(false);
  await act(async () => root.unmount());
});

it('files dropped are taken by who came last, and by who was there before once that one has gone', async () => {
  const taken: string[] = [];
  const stopFirst = listenForDrops(() => void taken.push('first'));
  const stopSecond = listenForDrops(() => void taken.push('second'));
  expect(await drop(file)).toBe(true);
  stopSecond();
  expect(await drop(file)).toBe(true);
  stopFirst();
  expect(await drop(file)).toBe(false);
  expect(taken).toEqual(['second', 'first']);
});

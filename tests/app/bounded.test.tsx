// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Boundary } from '#app/kit/bounded.tsx';
import { BrokenPage } from '#app/kit/broken-page.tsx';
import { late } from '#app/late.tsx';
import { type Page, PageContext } from '#app/page.ts';
import { PLACES, RoomPanel, TABS } from '#app/shell/room-panel.tsx';
import { ROOMS } from '#core/view.ts';
import { createEmergingDesk } from '#desk/emerging-desk.ts';
import { createHotspotDesk } from '#desk/hotspot-desk.ts';
import { createPictureStore } from '#desk/picture-store.ts';
import { createPriorityDesk } from '#desk/priority-desk.ts';
import { enterRoom } from '#state/rooms.ts';
import { atlasOf, storeWith } from '#tests/state/kept-view.ts';
import { createFormat } from '#words/format.ts';
import { id as words } from '#words/id.ts';

const SAID = words.keeping.broken.failed;
let host: HTMLElement;

vi.stubGlobal('CSS', { escape: (text: string) => text, supports: () => false });
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
});
afterEach(() => document.body.replaceChildren());
afterAll(() => vi.unstubAllGlobals());

/** What reaches no boundary is thrown by `act`. */
async function show(what: ReactNode): Promise<() => Promise<void>> {
  const root = createRoot(host, { onCaughtError: () => undefined });
  await act(async () => root.render(what));
  return () => act(async () => root.unmount());
}

function Planted(): never {
  throw new Error('planted');
}

const state = { well: false };
function Healing() {
  return state.well ? <p>here</p> : <Planted />;
}

describe('a part that throws', () => {
  it('gives its place to a word, and comes back when it can', async () => {
    state.well = false;
    let retry = () => {};
    const end = await show(
      <>
        <p>rest</p>
        <Boundary
          broken={({ onRetry }) => {
            retry = onRetry;
            return <p>broken</p>;
          }}
        >
          <Healing />
        </Boundary>
      </>,
    );
    expect(host.textContent).toBe('restbroken');
    state.well = true;
    await act(async () => retry());
    expect(host.textContent).toBe('resthere');
    await end();
  });

  it('that could not be fetched is asked for anew', async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error('not yet'));
    load.mockResolvedValue(() => <p>here</p>);
    const Late = late(load);
    let retry = () => {};
    const end = await show(
      <Boundary
        broken={({ reason, onRetry }) => {
          retry = onRetry;
          return String(reason);
        }}
      >
        <Late />
      </Boundary>,
    );
    expect(host.textContent).toBe('Error: not yet');
    await act(async () => retry());
    expect(host.textContent).toBe('here');
    await end();
  });
});

it('the whole page: a word, and the ways to try again and to save', async () => {
  const store = storeWith(atlasOf());
  const end = await show(
    <Boundary broken={(failure) => <BrokenPage store={store} {...failure} />}>
      <Planted />
    </Boundary>,
  );
  const offered = [...host.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(host.querySelector('[role="alert"]')?.textContent).toContain(SAID);
  expect(offered).toEqual([words.data.retry, words.keeping.broken.save]);
  await end();
});

describe('every room and tab', () => {
  const store = storeWith(atlasOf());
  const pictures = createPictureStore(store);
  const desks = {
    hotspotDesk: createHotspotDesk(() => {}),
    emergingDesk: createEmergingDesk(() => {}),
    priorityDesk: createPriorityDesk(() => {}),
  };
  const session = {} as Page['session'];
  const format = createFormat(words);
  const page: Page = { store, session, pictures, resting: pictures, map: null, ...desks, words, format };

  const places = ROOMS.flatMap((room) => TABS[room].map((tab) => [room, tab] as const));

  it('are those that this knows of', () => {
    const named = new Set(places.map(([, tab]) => tab));
    expect(named).toEqual(new Set([...Object.keys(PLACES), 'ranking']));
  });

  it.each(places.filter(([, tab]) => tab !== 'ranking'))(
    'in %s, %s: a throw is said there, and the tabs go on',
    async (room, tab) => {
      enterRoom(store, room);
      store.setState({ panels: { [room]: tab } });
      const own = { ...PLACES };
      Object.assign(PLACES, { [tab]: Planted });
      const end = await show(
        <PageContext value={page}>
          <RoomPanel room={room} />
        </PageContext>,
      );
      expect(host.querySelector('[role="alert"]')?.textContent).toContain(SAID);
      expect(host.querySelectorAll('[role="tab"]')).toHaveLength(TABS[room].length);
      expect(host.textContent).toContain(words.data.retry);
      expect(host.textContent).toContain(words.keeping.broken.save);
      await end();
      Object.assign(PLACES, own);
    },
  );
});

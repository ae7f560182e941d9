import { describe, expect, it, vi } from 'vitest';
import { createPictureStore, followPicture } from '#desk/picture-store.ts';
import { hotspotInput } from '#picture/hotspot-input.ts';
import type { HotspotLayer } from '#picture/hotspot-layer.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { openingPriority } from '#picture/priority-layer.ts';
import { enterRoom } from '#state/rooms.ts';
import { startScenario } from '#state/scenario.ts';
import { createAppStore, setView } from '#state/store.ts';
import { ratedCity } from '#tests/picture/rated-city.ts';
// What the store fetches late is there: a fetch that outlives this file would be another file's fault.
import '#worker/hotspot-thread.ts';
import '#worker/priority-thread.ts';

function opened() {
  const store = createAppStore();
  const pictures = createPictureStore(store);
  const atlas = ratedCity();
  return { store, pictures, atlas, open: () => store.setState({ atlas, view: openingView(atlas.manifest) }) };
}

describe('the picture store', () => {
  it('has nothing before there are data, and the same object for the same inputs', () => {
    const { pictures, open } = opened();
    expect(pictures.getState()).toBeNull();
    open();
    const shown = pictures.getState();
    expect(shown?.dimmed).toBe(false);
    expect(pictures.getState()).toBe(shown);
  });

  it('makes a new picture of a new question, and none of what only the page knows', () => {
    const { store, pictures, open } = opened();
    open();
    const before = pictures.getState();
    const told = vi.fn();
    const stop = pictures.subscribe(told);
    store.setState({ hovered: 1, importing: true });
    expect(told).not.toHaveBeenCalled();
    expect(pictures.getState()).toBe(before);
    setView(store, { indicator: 'wasting' });
    expect(told).toHaveBeenCalledOnce();
    expect(pictures.getState()?.picture.indicator.id).toBe('wasting');
    stop();
    setView(store, { indicator: 'stunting' });
    expect(told).toHaveBeenCalledOnce();
  });

  it('keeps the last picture, dimmed, while the present view cannot be answered', () => {
    const { store, pictures, atlas, open } = opened();
    open();
    const before = pictures.getState();
    store.setState({ atlas: { ...atlas, dataset: null } });
    const waiting = pictures.getState();
    expect(waiting?.dimmed).toBe(true);
    expect(waiting?.picture).toBe(before?.picture);
    expect(pictures.getState()).toBe(waiting);
  });

  it('keeps the answer of clusters while the reader is in another room, and drops it with their areas', () => {
    const { store, pictures, open } = opened();
    const { hotspotDesk } = followPicture(store, pictures);
    open();
    enterRoom(store, 'clusters');
    const picture = pictures.getState()?.picture;
    const input = picture ? hotspotInput(picture) : null;
    if (input === null) throw new Error('no clusters asked for');
    const layer = { state: 'ready', input, value: { input } as HotspotLayer } as const;
    store.setState(({ hotspots }) => ({ hotspots: { ...hotspots, layer } }));
    enterRoom(store, 'map');
    enterRoom(store, 'priority');
    expect(store.getState().hotspots.layer).toBe(layer);
    setView(store, { level: 'district' });
    expect(store.getState().hotspots.layer.state).toBe('idle');
    hotspotDesk.want(null);
  });

  it('shows what is decided in the room of proposals, and nowhere else', () => {
    const { store, pictures, open } = opened();
    open();
    const decision = () => {
      const shown = pictures.getState();
      return (shown && layerOf(shown.picture, 'priority')?.decision) ?? null;
    };
    enterRoom(store, 'proposal');
    expect(store.getState().view?.question.kind).toBe('single');
    const question = openingPriority(['stunting', 'wasting']);
    if (!question) throw new Error('no question');
    enterRoom(store, 'priority');
    setView(store, { question });
    startScenario(store, 'A', 'a'.repeat(64));
    expect(decision()).toBeNull();
    enterRoom(store, 'map');
    enterRoom(store, 'proposal');
    expect(store.getState().view).toMatchObject({ room: 'proposal', question });
    expect(decision()?.title).toBe('A');
    const told = vi.fn();
    pictures.subscribe(told);
    store.setState(({ scenarios }) => ({ scenarios: scenarios.map((one) => ({ ...one, title: 'B' })) }));
    expect(told).toHaveBeenCalledOnce();
    expect(decision()?.title).toBe('B');
    enterRoom(store, 'priority');
    expect(decision()).toBeNull();
  });
});

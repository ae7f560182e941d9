import type { EmergingMap } from '#core/emerging-hotspot.ts';
import type { PriorityUncertainty } from '#core/priority-uncertainty.ts';
import type { View } from '#core/view.ts';
import type { Atlas } from '#picture/atlas.ts';
import type { EmergingLayer } from '#picture/emerging-layer.ts';
import { emergingShading, isSameEmerging, withEmerging } from '#picture/emerging-layer.ts';
import { hotspotInput } from '#picture/hotspot-input.ts';
import { type HotspotLayer, isSameInput } from '#picture/hotspot-layer.ts';
import { layerOf } from '#picture/layer.ts';
import { openingView } from '#picture/opening-view.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { createPlaceJoiner } from '#picture/place-joiner.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { remember } from '#picture/remember.ts';
import { openScenario } from '#state/scenario.ts';
import type { AppState, AppStore } from '#state/store.ts';
import { createEmergingDesk, type EmergingDesk } from './emerging-desk.ts';
import { createHotspotDesk, type HotspotDesk } from './hotspot-desk.ts';
import {
  createPriorityDesk,
  isSameQuestion,
  type PriorityDesk,
  REST_MS,
  uncertaintyInput,
} from './priority-desk.ts';

/** What is on the screen. `dimmed`: the picture is an older one, a newer is being made. */
export interface Shown {
  readonly picture: Picture;
  readonly dimmed: boolean;
  /** For what chooses: the picture, with the view that was asked for while the picture is of an older one. */
  readonly asked: Picture;
}

/** The picture of an app store, made where it is read: the same inputs give the same object. */
export interface PictureStore {
  /** null until there is anything to show. */
  getState(): Shown | null;
  /** Told of every change of what a picture is made of. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** All that a picture is made of. */
const INPUTS = [
  'atlas',
  'view',
  'hotspots',
  'emerging',
  'priority',
  'places',
  'placesHidden',
  'scenarios',
  'scenarioOpen',
] as const satisfies readonly (keyof AppState)[];

/**
 * (atlas, view, what is decided, answers of the workers) -> picture. Where the picture of the present view cannot be made yet, the last
 * one stands, dimmed; answers of workers are joined only to the question that they are of.
 */
export function createPictureStore(store: AppStore): PictureStore {
  const paint = remember(createPainter());
  const open = remember((atlas: Atlas) => createPainter()(atlas, openingView(atlas.manifest)));
  const joinPlaces = createPlaceJoiner();
  const joinHotspots = remember(
    (picture: Picture, hotspots: HotspotLayer): Picture => ({ ...picture, hotspots }),
  );
  const joinUncertainty = remember(
    (picture: Picture, layer: PriorityLayer, uncertainty: PriorityUncertainty): Picture => ({
      ...picture,
      layer: { ...layer, uncertainty },
    }),
  );
  const joinEmerging = remember((picture: Picture, layer: EmergingLayer, map: EmergingMap): Picture => {
    const answered = withEmerging(layer, map);
    return { ...picture, layer: answered, shading: emergingShading(answered, picture.indicator) };
  });
  const shown = remember(
    (picture: Picture, dimmed: boolean, view: View): Shown => ({
      picture,
      dimmed,
      asked: dimmed ? { ...picture, view } : picture,
    }),
  );
  let last: Picture | null = null;

  const painted = (state: AppState): { picture: Picture; dimmed: boolean } | null => {
    const { atlas, view } = state;
    const decided = view?.room === 'proposal' ? openScenario(state) : null;
    const made = atlas && view ? paint(atlas, view, decided) : null;
    if (made) last = made;
    // A link may ask at once for more than the first answer holds: that answer stands until the rest is in.
    else if (atlas && (last === null || last.atlas.territory !== atlas.territory)) last = open(atlas) ?? last;
    return last && { picture: last, dimmed: made === null };
  };

  const joined = (picture: Picture, { hotspots: { layer }, emerging, priority }: AppState): Picture => {
    const over = layerOf(picture, 'emerging');
    if (over?.input && emerging.state === 'ready' && isSameEmerging(emerging.input, over.input))
      return joinEmerging(picture, over, emerging.value);
    const asked = hotspotInput(picture);
    const marked =
      layer.state === 'ready' && asked !== null && isSameInput(layer.value.input, asked)
        ? joinHotspots(picture, layer.value)
        : picture;
    const ranked = uncertaintyInput(marked);
    return priority.state === 'ready' && ranked !== null && isSameQuestion(priority.input, ranked)
      ? joinUncertainty(marked, ranked, priority.value)
      : marked;
  };

  const made = (state: AppState): Shown | null => {
    const base = painted(state);
    if (base === null) return null;
    const placed = joinPlaces(base.picture, state.places, state.placesHidden);
    return shown(joined(placed, state), base.dimmed, state.view ?? base.picture.view);
  };
  // Everything on the page reads it at every change: it is made once for each.
  let known: { state: AppState; shown: Shown | null } | null = null;

  return {
    getState() {
      const state = store.getState();
      const before = known?.state;
      if (before === undefined || INPUTS.some((input) => state[input] !== before[input]))
        known = { state, shown: made(state) };
      return known?.shown ?? null;
    },
    subscribe: (listener) =>
      store.subscribe((state, before) => {
        if (INPUTS.some((input) => state[input] !== before[input])) listener();
      }),
  };
}

export interface Desks {
  readonly hotspotDesk: HotspotDesk;
  readonly emergingDesk: EmergingDesk;
  readonly priorityDesk: PriorityDesk;
}

/** Sets the workers to what the picture asks for: hotspots at once, how sure ranks are once the weights rest. */
export function followPicture(store: AppStore, pictures: PictureStore): Desks {
  const hotspotDesk = createHotspotDesk((change) =>
    store.setState(({ hotspots, hotspotsKnown }) => ({
      hotspots: { ...hotspots, ...change },
      hotspotsKnown: change.layer?.state === 'ready' ? change.layer.value : hotspotsKnown,
    })),
  );
  const emergingDesk = createEmergingDesk((emerging) => store.setState({ emerging }));
  const priorityDesk = createPriorityDesk((priority) => store.setState({ priority }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: Shown | null = null;
  let resting: PriorityLayer | null = null;
  pictures.subscribe(() => {
    const shown = pictures.getState();
    if (shown === seen || shown === null || shown.dimmed) return;
    seen = shown;
    const { picture } = shown;
    const marks = picture.atlas.dataset ? hotspotInput(picture) : null;
    const { layer } = store.getState().hotspots;
    // An answer that is there waits for the reader to come back to its room.
    const waits = marks === null && layer.state === 'ready' && layer.input.geography === picture.geography;
    if (!waits) hotspotDesk.want(marks);
    const over = layerOf(picture, 'emerging');
    // An answer that is there waits for the reader to come back to it.
    if (over !== null) emergingDesk.want(over.input);
    else if (store.getState().emerging.state !== 'ready') emergingDesk.want(null);
    const asked = uncertaintyInput(picture);
    if (asked !== null && resting !== null && isSameQuestion(asked, resting)) return;
    resting = asked;
    clearTimeout(timer);
    timer = setTimeout(() => priorityDesk.want(asked), asked === null ? 0 : REST_MS);
  });
  return { hotspotDesk, emergingDesk, priorityDesk };
}

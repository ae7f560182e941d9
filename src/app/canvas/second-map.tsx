import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { type Page, PageContext, standing, usePage, usePicture } from '#app/page.ts';
import { shownMapOf } from '#app/shown-map.ts';
import { useShown } from '#app/use-shown.ts';
import { createPictureStore, type Shown } from '#desk/picture-store.ts';
import { lockCameras } from '#map/camera-lock.ts';
import type { Picture } from '#picture/picture.ts';
import { followFirst, isLinked } from '#state/second-store.ts';
import { arrange } from '#state/second-view.ts';
import { type AppStore, createAppStore } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import { sentenceOf } from '#words/sentence.ts';
import './second-map.css';
import { BriefText } from '#app/kit/brief-text.tsx';
import { Legend } from './legend.tsx';
import { MapView } from './map-view.tsx';
import { SecondMenu } from './second-choice.tsx';
import { SwipeDivider } from './swipe-divider.tsx';

/** What map B shows; while it cannot be made, nothing. */
function useSecond(store: AppStore): Shown | null {
  const [pictures] = useState(() => createPictureStore(store));
  const shown = useDeferredValue(useShown(pictures));
  const { places, geography } = usePicture();
  // Services lie where they lie, whatever the period; what is counted of them is by area of one level.
  return useMemo(() => {
    if (shown === null || shown.dimmed) return null;
    const own = shown.picture;
    const picture = own.geography === geography ? { ...own, places } : own;
    return { picture, dimmed: false, asked: picture };
  }, [shown, geography, places]);
}

/** Map B beside or over the first, with its own sentence and legend; gone with all its memory when it is closed. */
export function SecondMap() {
  const first = usePage();
  const { words } = first;
  const [store] = useState(createAppStore);
  useEffect(() => followFirst(first.store, store), [first.store, store]);
  const shown = useSecond(store);
  const kind = useStore(first.store, (state) => state.arrangement.kind);
  useLockedCameras(first.store, store);
  const own = useMemo<Page | null>(() => {
    if (shown === null) return null;
    const pictures = standing(shown);
    const map = { ...words.map, map: words.arrangement.mapB };
    const legend = { ...words.legend, heading: words.arrangement.legendB };
    return { ...first, store, pictures, resting: pictures, map: null, words: { ...words, map, legend } };
  }, [first, words, store, shown]);
  const asked = useStore(store, (state) => state.view);
  const said = asked ? words.arrangement.waiting : words.arrangement.noPeriod;
  return (
    <div className="second-map">
      <SecondHead store={store} picture={shown?.picture ?? null} />
      {own ? (
        <>
          <PageContext value={own}>
            <MapView />
          </PageContext>
          {kind === 'swipe' ? <SwipeDivider /> : null}
          <PageContext value={own}>
            <Legend />
          </PageContext>
        </>
      ) : (
        <p className="second-empty" role="status">
          {said}
        </p>
      )}
    </div>
  );
}

function useLockedCameras(first: AppStore, second: AppStore): void {
  const a = useStore(shownMapOf(first), (map) => map?.surface ?? null);
  const b = useStore(shownMapOf(second), (map) => map?.surface ?? null);
  useEffect(() => (a && b ? lockCameras(a, b) : undefined), [a, b]);
}

interface SecondHeadProps {
  readonly store: AppStore;
  readonly picture: Picture | null;
}

/** The sentence of map B, what may mislead in comparing it, and the figures of the area pointed at. */
function SecondHead({ store, picture }: SecondHeadProps) {
  const { words, format } = usePage();
  const sentence = picture && sentenceOf(picture, words, format);
  const leftOut = useStore(store, ({ view }) => view !== null && (view.hotspots !== null || view.burden));
  return (
    <section className="second-head" aria-label={words.arrangement.second}>
      <div className="second-sentence">
        <h2>
          <span className="map-letter">B</span> {sentence?.title ?? words.arrangement.second}
        </h2>
        <SecondMenu />
      </div>
      {sentence ? <BriefText text={sentence.parts.join(' · ')} /> : null}
      {picture ? <Cautions second={picture} leftOut={leftOut} /> : null}
      {picture ? <Pointed second={picture} /> : null}
    </section>
  );
}

function sameEdges(a: Picture, b: Picture): boolean {
  const [own, other] = [a.classification.edges, b.classification.edges];
  return own.length === other.length && own.every((edge, k) => edge === other[k]);
}

interface ComparedProps {
  readonly second: Picture;
}

function Cautions({ second, leftOut }: ComparedProps & { readonly leftOut: boolean }) {
  const { store, words } = usePage();
  const first = usePicture();
  const say = words.arrangement;
  const { classes } = useStore(store, (state) => state.arrangement);
  const single = first.shading.kind === 'single' && second.shading.kind === 'single';
  const sameKind = first.shading.kind === second.shading.kind;
  const sameUnit = first.view.measure === second.view.measure;
  const differs = single && sameUnit && !sameEdges(first, second);
  const linked = isLinked(first.view, second.view);
  const take = () => arrange(store, { classes: { kind: 'fixed', breaks: [...first.classification.edges] } });
  return (
    <div className="second-cautions">
      {!sameUnit ? <span>{say.unitsDiffer}</span> : null}
      {!sameKind && sameUnit ? <span>{say.kindsDiffer}</span> : null}
      {differs ? <span>{say.classesDiffer}</span> : null}
      {differs && first.classification.edges.length > 0 ? (
        <Button className="link" onPress={take}>
          {say.sameClasses}
        </Button>
      ) : null}
      {classes ? (
        <Button className="link" onPress={() => arrange(store, { classes: null })}>
          {say.ownClasses}
        </Button>
      ) : null}
      {linked ? null : (
        <span>{say.levelsDiffer(words.level[first.view.level], words.level[second.view.level])}</span>
      )}
      {leftOut ? <span>{say.leftOut}</span> : null}
    </div>
  );
}

/** The area pointed at, in both maps; for the ear it is said by the map itself. */
function Pointed({ second }: ComparedProps) {
  const { store, words, format } = usePage();
  const first = usePicture();
  const hovered = useStore(store, (state) => state.hovered);
  const linked = isLinked(first.view, second.view);
  if (!linked) return null;
  const say = words.arrangement;
  if (hovered === null || second.geography !== first.geography)
    return (
      <p className="second-pointed" aria-hidden="true" data-hint="">
        {say.unpointed}
      </p>
    );
  const told = (picture: Picture) => {
    const { value, parts } = areaWords(picture, hovered, words, format);
    return parts ? `${value} (${parts})` : value;
  };
  return (
    <p className="second-pointed" aria-hidden="true">
      {say.pointed(first.geography.areas[hovered]?.name ?? '', told(first), told(second))}
    </p>
  );
}

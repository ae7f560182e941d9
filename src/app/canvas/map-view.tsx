import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useDimmed, usePage, usePicture } from '#app/page.ts';
import { PartMissing, part } from '#app/part.ts';
import { shownMapOf } from '#app/shown-map.ts';
import type { AreaCode, AreaIndex } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { hasGeography } from '#core/dataset.ts';
import type { ScreenPoint } from '#map/area-pointer.ts';
import type { MapCamera } from '#map/camera-lock.ts';
import { type Bounds, boundsOf } from '#map/extent.ts';
import { type Box, placeLegend } from '#map/legend-clearance.ts';
import type { MapFailure, MapSurface, MapSurfaceHandlers, MapSurfaceOptions } from '#map/map-surface.ts';
import { buildScene, type MapScene } from '#map/scene.ts';
import { seenBounds } from '#map/seen-bounds.ts';
import { isSimplified } from '#map/svg-projection.ts';
import { areaLabels } from '#picture/area-labels.ts';
import { createMarks } from '#picture/hotspot-marks.ts';
import type { Picture } from '#picture/picture.ts';
import { placesAt } from '#picture/place-overlay.ts';
import { type AppStore, select } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import type { Words } from '#words/id.ts';
import type { AreaWords } from '#words/layer-wording.ts';
import { layerTitle } from '#words/place-words.ts';

/** While presenting the names are read from the back row: at least 24 px. */
const TALK_LABEL_SCALE = 2;
/** Of services that lie on each other, so many are named. */
const NAMED_PLACES = 3;

/** The map with its tooltip and spoken twin. The surface is imperative; React only hands it scenes. */
export function MapView() {
  const { store, words, format } = usePage();
  const picture = usePicture();
  const dimmed = useDimmed();
  const host = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<MapSurface | null>(null);
  const [drawn, setDrawn] = useState<DrawnReason | null>(null);
  const [trouble, setTrouble] = useState<'unavailable' | 'lost' | null>(null);
  const before = useRef<MapCamera | null>(null);
  const [cutting, setCutting] = useState(false);
  const [pointer, setPointer] = useState<ScreenPoint | null>(null);
  const [byKeyboard, setByKeyboard] = useState(false);
  const hovered = useStore(store, (state) => state.hovered);
  const labelScale = useStore(store, (state) => (state.presenting ? TALK_LABEL_SCALE : 1));
  const latest = useRef(picture);
  latest.current = picture;
  const wordsNow = useRef(words);
  wordsNow.current = words;

  useEffect(() => {
    const container = host.current;
    if (!container) return;
    let made: MapSurface | null = null;
    let gone = false;
    /** Takes the place of what is there now, which is ended once React has put the new one in its place. */
    const take = ({ surface: opened, drawn: why }: Opened): void => {
      if (gone) {
        opened.destroy();
        return;
      }
      made = opened;
      setTrouble(null);
      setCutting(false);
      setDrawn(why);
      setSurface(opened);
    };
    const giveUp = (reason: unknown): void => {
      if (!(reason instanceof PartMissing)) reportError(reason);
      if (!gone) setTrouble('unavailable');
      store.setState({ mapSettled: true });
    };
    const codeAt = (index: number): AreaCode | null => latest.current.geography.areas[index]?.code ?? null;
    const handlers = {
      onHover: (index: AreaIndex | null, point: ScreenPoint | null, by: 'pointer' | 'keyboard') => {
        if (store.getState().hovered !== index) store.setState({ hovered: index });
        setPointer(index === null ? null : point);
        setByKeyboard(by === 'keyboard');
      },
      onSelect: (index: number, additive: boolean) => select(store, codeAt(index), additive),
      onClear: () => select(store, null, false),
      onReady: () => {
        performance.mark('first-map');
        store.setState({ mapSettled: true });
      },
      onCutting: setCutting,
      onContextLost: () => setTrouble('lost'),
      onContextRestored: () => setTrouble(null),
      onFailed: (why: MapFailure) => {
        before.current = made?.camera() ?? null;
        openDrawn(container, handlers, options, why).then(take, giveUp);
      },
    };
    const options = {
      words: wordsNow.current.map,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    };
    openSurface(container, handlers, options).then(take, giveUp);
    return () => {
      gone = true;
    };
  }, [store]);
  useEffect(() => () => surface?.destroy(), [surface]);
  useEffect(() => surface?.setWords(words.map), [surface, words]);

  const { view, atlas, shading, geography, selected, layer, measure, indicator } = picture;
  const boundaries = view.level === 'village' ? atlas.boundaries.villages : atlas.boundaries.districts;
  const labels = useMemo(
    () => areaLabels({ layer, measure, indicator, geography, shading }),
    [layer, measure, indicator, geography, shading],
  );
  const outlineLabels = useMemo(
    () =>
      view.level === 'village'
        ? atlas.territory.districts.areas.map((area) => ({ text: area.name, point: area.centroid }))
        : [],
    [atlas, view.level],
  );
  const [marksOf] = useState(createMarks);
  const linksShown = useStore(store, (state) => state.linksShown);
  const marks = marksOf(picture, linksShown);
  const scene = useRef<MapScene | null>(null);
  useEffect(() => {
    scene.current = buildScene({
      boundaries,
      outlines: atlas.boundaries.districts,
      labels,
      outlineLabels,
      labelScale,
      classOf: shading.classOf,
      status: shading.status,
      colors: shading.colors,
      hatched: shading.hatched,
      selected,
      hovered: hovered as AreaIndex | null,
      dimmed,
      marks,
    });
    surface?.setScene(scene.current);
  }, [
    surface,
    boundaries,
    atlas,
    labels,
    outlineLabels,
    labelScale,
    shading,
    selected,
    hovered,
    dimmed,
    marks,
  ]);

  useEffect(() => {
    const seen = (): Bounds | null => {
      const frame = host.current;
      const areas = scene.current && boundsOf(scene.current.boundaries);
      if (!surface || !frame || !areas) return null;
      return seenBounds(surface.project, { width: frame.clientWidth, height: frame.clientHeight }, areas);
    };
    shownMapOf(store).setState({ scene: () => scene.current, seen, surface }, true);
  }, [store, surface]);

  useLegendClearance(surface, host, boundaries);
  useCamera(surface, picture, store);
  useEffect(() => {
    if (surface && before.current) surface.setCamera(before.current);
    before.current = null;
  }, [surface]);

  const spoken = hovered === null ? null : areaWords(picture, hovered, words, format);
  const near = surface && pointer ? placesAt(picture.places, surface.project, pointer) : [];
  const spots = near.slice(0, NAMED_PLACES).map(({ layer, name }) => ({
    name: name || words.places.unnamed(words.places.kinds[layer.kind]),
    layer: layerTitle(layer, words),
  }));
  return (
    <div
      className="map-frame"
      data-dimmed={dimmed ? '' : undefined}
      data-tiles={hasGeography(atlas.manifest) ? undefined : ''}
    >
      <div className="map-surface" ref={host} />
      {trouble ? (
        <p className="map-message">{trouble === 'lost' ? words.map.lost : words.map.unavailable}</p>
      ) : null}
      {cutting ? (
        <p className="map-note late" role="status">
          {words.map.cutting}
        </p>
      ) : null}
      {drawn ? (
        <p className="map-note">
          {words.map.drawn[drawn]}
          {isSimplified(boundaries) ? ` ${words.map.simplified}` : ''}
        </p>
      ) : null}
      {spoken && pointer && hovered !== null ? (
        <Tooltip {...{ spoken, spots, pointer, words }} frame={host.current} />
      ) : null}
      <p className="visually-hidden">{words.map.help}</p>
      <p className="visually-hidden" aria-live="polite" role="status">
        {spoken && byKeyboard ? spokenSentence(spoken) : ''}
      </p>
    </div>
  );
}

/** Why the map is drawn as SVG. */
type DrawnReason = keyof Words['map']['drawn'];
interface Opened {
  readonly surface: MapSurface;
  readonly drawn: DrawnReason | null;
}

/** The WebGL map where it can be had, else the same map as SVG; `?peta=svg` in the address asks for the latter. */
async function openSurface(
  container: HTMLElement,
  handlers: MapSurfaceHandlers,
  options: MapSurfaceOptions,
): Promise<Opened> {
  if (new URLSearchParams(location.search).get('peta') === 'svg')
    return openDrawn(container, handlers, options, 'asked');
  const opened = await part(() => import('#map/map-surface.ts')).catch(() => null);
  if (opened === null) return openDrawn(container, handlers, options, 'part');
  try {
    return { surface: opened.createMapSurface(container, handlers, options), drawn: null };
  } catch (reason) {
    if (!(reason instanceof opened.MapUnavailable)) throw reason;
  }
  return openDrawn(container, handlers, options, 'webgl2');
}

async function openDrawn(
  container: HTMLElement,
  handlers: MapSurfaceHandlers,
  options: MapSurfaceOptions,
  drawn: DrawnReason,
): Promise<Opened> {
  const { createSvgSurface } = await part(() => import('#map/svg-surface.ts'));
  return { surface: createSvgSurface(container, handlers, options), drawn };
}

/** As in app.css. */
const LEGEND_MARGIN_PX = 16;

const CONTROLS = '.map-tools, .svg-map-buttons > *, .maplibregl-ctrl-top-right > .maplibregl-ctrl';

/** What of the buttons lies over a map's frame, from its top right corner. */
function controlsOver(frame: HTMLElement): Box {
  const over = frame.getBoundingClientRect();
  const own = [...(frame.closest('.map-place')?.querySelectorAll(CONTROLS) ?? [])]
    .map((element) => element.getBoundingClientRect())
    .filter(
      ({ left, right, top, bottom, width }) =>
        width > 0 && left < over.right && right > over.left && top < over.bottom && bottom > over.top,
    );
  return {
    width: over.right - Math.min(over.right, ...own.map(({ left }) => left)),
    height: Math.max(over.top, ...own.map(({ bottom }) => bottom)) - over.top,
  };
}

/** Keeps the fitted areas out from under the legend, whatever its size. */
function useLegendClearance(
  surface: MapSurface | null,
  host: RefObject<HTMLElement | null>,
  boundaries: BoundaryCollection,
): void {
  useEffect(() => {
    const frame = host.current?.parentElement;
    const legend = frame?.parentElement?.querySelector<HTMLElement>('.legend');
    if (!surface || !frame || !legend) return;
    const place = () => {
      const over = getComputedStyle(legend).position === 'absolute';
      const box = {
        width: legend.offsetWidth + LEGEND_MARGIN_PX,
        height: legend.offsetHeight + LEGEND_MARGIN_PX,
      };
      const size = frame.getBoundingClientRect();
      const { corner, padding } = placeLegend(boundaries, size, over ? box : null, controlsOver(frame));
      legend.dataset.corner = corner;
      surface.setPadding(padding);
    };
    const watcher = new ResizeObserver(place);
    watcher.observe(legend);
    watcher.observe(frame);
    return () => watcher.disconnect();
  }, [surface, host, boundaries]);
}

/** Follows wishes to bring an area, a district or everything into view. */
function useCamera(surface: MapSurface | null, picture: Picture, store: AppStore): void {
  const camera = useStore(store, (state) => state.camera);
  const { boundaries, territory } = picture.atlas;
  useEffect(() => {
    if (!surface) return;
    if ('district' in camera && camera.district === null) {
      surface.fitAll();
      return;
    }
    const box =
      'area' in camera
        ? boundsOf(boundaries.villages, (i) => i === territory.villages.indexOf.get(camera.area))
        : boundsOf(boundaries.districts, (i) => {
            const code = territory.districts.areas[i]?.code;
            if (code === undefined) return false;
            return 'districts' in camera ? camera.districts.includes(code) : camera.district === code;
          });
    if (box) surface.fitTo(box);
  }, [surface, camera, boundaries, territory]);
}

export function spokenSentence(area: AreaWords): string {
  return [
    area.name,
    area.district,
    area.value,
    area.partial,
    area.parts,
    area.interval,
    area.band,
    area.rank,
    ...area.more,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Here a tooltip beside the finger would run over the edge. */
const NARROW_PX = 560;
const TOOLTIP_MARGIN_PX = 8;

interface TooltipProps {
  readonly spoken: AreaWords;
  /** Services under the pointer. */
  readonly spots: readonly { readonly name: string; readonly layer: string }[];
  readonly pointer: { readonly x: number; readonly y: number };
  readonly frame: HTMLElement | null;
  readonly words: Words;
}

function Tooltip({ spoken, spots, pointer, frame, words }: TooltipProps) {
  const width = frame?.clientWidth ?? 0;
  const narrow = width < NARROW_PX;
  const left = pointer.x > width - 280;
  const height = frame?.clientHeight ?? 0;
  // In a low frame there is no room for all of it on either side.
  const above = pointer.y > Math.max(height / 2, height - 190 - 30 * (spoken.more.length + spots.length));
  const [dx, dy] = [left ? -14 : 14, above ? -14 : 14];
  const style = narrow
    ? {
        // Over the whole width, away from the finger.
        left: TOOLTIP_MARGIN_PX,
        right: TOOLTIP_MARGIN_PX,
        ...(pointer.y > height / 2 ? { top: TOOLTIP_MARGIN_PX } : { bottom: TOOLTIP_MARGIN_PX }),
        maxWidth: 'none',
      }
    : {
        left: pointer.x + dx,
        top: pointer.y + dy,
        transform: `translate(${left ? '-100%' : '0'}, ${above ? '-100%' : '0'})`,
      };
  return (
    <div className="tooltip" style={style} aria-hidden="true">
      {spots.map(({ name, layer }) => (
        <div key={`${layer} ${name}`} className="spot">
          <strong>{name}</strong> {layer === name ? null : <span className="note">{layer}</span>}
        </div>
      ))}
      <strong>{spoken.name}</strong>
      {spoken.district ? (
        <div className="note">
          {words.level.District} {spoken.district}
        </div>
      ) : null}
      <div className={spoken.observed ? 'value' : ''}>{spoken.value}</div>
      {spoken.partial ? <div className="note">{spoken.partial}</div> : null}
      {spoken.parts ? <div>{spoken.parts}</div> : null}
      {spoken.interval ? <div>{spoken.interval}</div> : null}
      {spoken.band && !spoken.crosses ? <div>{spoken.band}</div> : null}
      {spoken.crosses ? <div>{spoken.crosses}</div> : null}
      {spoken.rank ? <div className="note">{spoken.rank}</div> : null}
      {spoken.more.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

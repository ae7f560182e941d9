import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useDimmed, usePage, usePicture } from '#app/page.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { hasGeography } from '#core/dataset.ts';
import { type Box, clearPadding, placeLegend } from '#map/legend-clearance.ts';
import type { MapSurface } from '#map/map-surface.ts';
import type { Rectangle } from '#map/svg-camera.ts';
import { isSimplified } from '#map/svg-projection.ts';
import { placesAt } from '#picture/place-overlay.ts';
import { areaWords } from '#words/area-words.ts';
import type { Words } from '#words/id.ts';
import type { AreaWords } from '#words/layer-wording.ts';
import { layerTitle } from '#words/place-words.ts';
import { type LivingMap, openLivingMap, shownBoundaries } from './living-map.ts';

/** Of services that lie on each other, so many are named. */
const NAMED_PLACES = 3;

/** The map with its tooltip and spoken twin. The map itself stands without React, which gives its element a place. */
export function MapView() {
  const page = usePage();
  return page.map ? <Placed map={page.map} /> : <Own />;
}

/** Of a page without a map: one for as long as this is on the screen. */
function Own() {
  const { store, pictures, words } = usePage();
  const [map, setMap] = useState<LivingMap | null>(null);
  const first = useRef(words.map);
  useEffect(() => {
    const opened = openLivingMap(store, first.current);
    setMap(opened);
    return () => {
      opened.element.remove();
      opened.destroy();
    };
  }, [store]);
  useEffect(() => {
    const show = () => {
      const shown = pictures.getState();
      if (shown) map?.show(shown);
    };
    show();
    return pictures.subscribe(show);
  }, [map, pictures]);
  return map && <Placed map={map} />;
}

function Placed({ map }: { readonly map: LivingMap }) {
  const { words } = usePage();
  const dimmed = useDimmed();
  const boundaries = usePicture(shownBoundaries);
  const placed = usePicture(({ atlas }) => hasGeography(atlas.manifest));
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const { surface, drawn, trouble, cutting } = useStore(map.state);
  useLayoutEffect(() => host.current?.append(map.element), [map]);
  useEffect(() => surface?.setWords(words.map), [surface, words]);
  useLegendClearance(surface, frame, boundaries);
  return (
    <div
      className="map-frame"
      ref={frame}
      data-dimmed={dimmed ? '' : undefined}
      data-tiles={placed ? undefined : ''}
    >
      <div className="map-host" ref={host} />
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
      <p className="visually-hidden">{words.map.help}</p>
      <Pointed map={map} frame={frame} />
    </div>
  );
}

interface PointedProps {
  readonly map: LivingMap;
  readonly frame: RefObject<HTMLElement | null>;
}

/** What is said of the area pointed at: beside the pointer, or for the ear. */
function Pointed({ map, frame }: PointedProps) {
  const { store } = usePage();
  const hovered = useStore(store, (state) => state.hovered);
  const byKeyboard = useStore(map.state, (state) => state.byKeyboard);
  return (
    <>
      {hovered === null ? null : <PointedTip map={map} frame={frame} hovered={hovered} />}
      <p className="visually-hidden" aria-live="polite" role="status">
        {hovered !== null && byKeyboard ? <Spoken hovered={hovered} /> : ''}
      </p>
    </>
  );
}

function PointedTip({ map, frame, hovered }: PointedProps & { readonly hovered: number }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const { surface, pointer } = useStore(map.state);
  if (pointer === null) return null;
  const near = surface ? placesAt(picture.places, surface.project, pointer) : [];
  const spots = near.slice(0, NAMED_PLACES).map(({ layer, name }) => ({
    name: name || words.places.unnamed(words.places.kinds[layer.kind]),
    layer: layerTitle(layer, words),
  }));
  const spoken = areaWords(picture, hovered, words, format);
  return <Tooltip {...{ spoken, spots, pointer, words }} frame={frame.current} />;
}

function Spoken({ hovered }: { readonly hovered: number }) {
  const { words, format } = usePage();
  return usePicture((picture) => spokenSentence(areaWords(picture, hovered, words, format)));
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

/** What stands over a map, each by itself. */
const COVERS = `.legend, .map-note, .svg-map-marks, .maplibregl-ctrl-bottom-right, ${CONTROLS}`;
/** The scale is as wide as its round length, which goes with the zoom. */
const SCALE_PX = 120;

function boxesOver(frame: HTMLElement): readonly Rectangle[] {
  const over = frame.getBoundingClientRect();
  return [...(frame.closest('.map-place')?.querySelectorAll(COVERS) ?? [])].flatMap((element) => {
    const { right, top, width, height } = element.getBoundingClientRect();
    const wide = element.matches('.svg-map-marks, .maplibregl-ctrl-bottom-right')
      ? Math.max(width, SCALE_PX)
      : width;
    return width === 0 ? [] : [{ x: right - wide - over.left, y: top - over.top, width: wide, height }];
  });
}

/** How much of a map's frame lies under the sheet of a telephone; of one that is drawn up nothing is to be seen anyway. */
function underSheet(frame: HTMLElement): number {
  const sheet = frame.closest('.shell')?.querySelector('.side');
  if (!sheet || getComputedStyle(sheet).position !== 'sticky') return 0;
  const { bottom, height } = frame.getBoundingClientRect();
  const under = Math.max(0, bottom - sheet.getBoundingClientRect().top);
  return under < height / 2 ? under : 0;
}

/** Keeps the fitted areas out from under the legend, whatever its size. */
function useLegendClearance(
  surface: MapSurface | null,
  frameRef: RefObject<HTMLElement | null>,
  boundaries: BoundaryCollection,
): void {
  useEffect(() => {
    const frame = frameRef.current;
    const legend = frame?.parentElement?.querySelector<HTMLElement>('.legend');
    if (!surface || !frame || !legend) return;
    const place = () => {
      const over = getComputedStyle(legend).position === 'absolute';
      const box = {
        width: legend.offsetWidth + LEGEND_MARGIN_PX,
        height: legend.offsetHeight + LEGEND_MARGIN_PX,
      };
      const { width, height } = frame.getBoundingClientRect();
      const under = underSheet(frame);
      const covers = {
        frame: { width, height: height - under },
        legend: over ? box : null,
        controls: controlsOver(frame),
      };
      const { corner, padding } = placeLegend(boundaries, covers);
      legend.dataset.corner = corner;
      surface.setCovers({
        clearance: (areas) => {
          const own = areas === boundaries ? padding : clearPadding(areas, covers, corner);
          return { ...own, bottom: own.bottom + under };
        },
        boxes: boxesOver(frame),
      });
    };
    const watcher = new ResizeObserver(place);
    watcher.observe(legend);
    watcher.observe(frame);
    return () => watcher.disconnect();
  }, [surface, frameRef, boundaries]);
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

import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { buildScene, type SceneLabel } from '#map/scene.ts';
import {
  areaOfSmallMap,
  paintSmallMap,
  pointSmallMap,
  type SmallDrawing,
  type SmallFrame,
} from '#map/small-map.ts';
import type { Picture } from '#picture/picture.ts';
import { isPartlyReported } from '#picture/report-status.ts';
import type { AppStore } from '#state/store.ts';

export interface SmallCanvasProps {
  readonly picture: Picture;
  readonly drawing: SmallDrawing;
  /** Names of the areas, with the numbers that they bear on the main map. */
  readonly labels: readonly SceneLabel[];
  readonly store: AppStore;
  /** Whether its areas are those of the view, so that pointer and selection mean the same. */
  readonly linked: boolean;
}

const NOBODY = { hovered: null, selected: [] } as const;

/** One small map on two canvases: its colors, and over them who is pointed at and selected. */
export function SmallCanvas({ picture, drawing, labels, store, linked }: SmallCanvasProps) {
  const place = useRef<HTMLSpanElement>(null);
  const colors = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const frame = useFrame(place);
  const hovered = useStore(store, (state) => (linked ? state.hovered : null));
  const codes = useStore(store, (state) => state.view?.selected);
  const { atlas, view, geography, shading } = picture;
  const scene = useMemo(
    () =>
      buildScene({
        boundaries: view.level === 'village' ? atlas.boundaries.villages : atlas.boundaries.districts,
        outlines: atlas.boundaries.districts,
        labels: labels.map((label, i) => ({ ...label, partial: isPartlyReported(picture, i) })),
        classOf: shading.classOf,
        status: shading.status,
        colors: shading.colors,
        hatched: shading.hatched,
        selected: [],
        hovered: null,
      }),
    [picture, atlas, view.level, labels, shading],
  );
  useEffect(() => {
    const context = frame && colors.current?.getContext('2d');
    if (context) paintSmallMap(context, drawing, scene, frame);
  }, [drawing, scene, frame]);
  useEffect(() => {
    const context = frame && over.current?.getContext('2d');
    const selected = (codes ?? []).flatMap((code) => geography.indexOf.get(code) ?? []);
    if (context) pointSmallMap(context, drawing, linked ? { hovered, selected } : NOBODY, frame);
  }, [drawing, frame, geography, hovered, codes, linked]);
  const point = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent) => {
    if (!linked || !frame) return;
    const { ratio } = frame;
    const index = areaOfSmallMap(drawing, frame, { x: offsetX * ratio, y: offsetY * ratio });
    if (index !== store.getState().hovered) store.setState({ hovered: index });
  };
  const leave = () => (linked ? store.setState({ hovered: null }) : undefined);
  const size = { width: frame?.width ?? 1, height: frame?.height ?? 1 };
  return (
    <span
      className="small-canvas"
      ref={place}
      style={{ aspectRatio: Math.min(1.6, Math.max(0.8, drawing.width / drawing.height)) }}
      onPointerMove={point}
      onPointerLeave={leave}
    >
      <canvas ref={colors} {...size} />
      <canvas ref={over} {...size} />
    </span>
  );
}

/** The place of an element in device px, as it changes. */
function useFrame(place: { readonly current: HTMLElement | null }): SmallFrame | null {
  const [frame, setFrame] = useState<SmallFrame | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => {
      const ratio = devicePixelRatio;
      const width = Math.round(element.clientWidth * ratio);
      const height = Math.round(element.clientHeight * ratio);
      setFrame(width > 0 && height > 0 ? { width, height, ratio } : null);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place]);
  return frame;
}

import type { Color, Layer } from '@deck.gl/core';
import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Position } from 'geojson';
import type { IControl, Map as MapLibre } from 'maplibre-gl';
import { dashesOf, linePx, pxPerDegreeAt } from './line-dash.ts';
import { type MarkLines, markLines } from './mark-line.ts';
import { casingColor, POINTED_LOOK, SYMBOL_LOOK } from './mark-look.ts';
import { placeLayer } from './place-icons.ts';
import type { MapScene } from './scene.ts';
import type { PlaceMarks, SymbolMark } from './scene-marks.ts';

/** Marks over a MapLibre map, on a canvas of their own that nothing can point at. */
export interface DeckMarks {
  show(scene: MapScene): void;
  /** Only who is pointed at or chosen has changed. */
  point(scene: MapScene): void;
  /** Onto a picture of the map, once what was asked for is drawn. */
  copyTo(context: CanvasRenderingContext2D): Promise<void>;
  close(): void;
}

interface Row {
  readonly path: Float64Array;
  readonly color: Color;
  readonly width: number;
}

/** Dashes are cut for a zoom: anew at each of so many steps a zoom level. */
const STEPS_PER_ZOOM = 2;
/** With more than this they grow with the map instead. */
const MOST_DASHES = 20_000;

function colorOf(hex: string, opacity = 1): Color {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5), Math.round(255 * opacity)];
}

function flat(line: readonly Position[]): Float64Array {
  const path = new Float64Array(2 * line.length);
  line.forEach(([longitude = 0, latitude = 0], k) => {
    path[2 * k] = longitude;
    path[2 * k + 1] = latitude;
  });
  return path;
}

function rowsOf(lines: readonly (readonly Position[])[], color: Color, width: number): Row[] {
  return lines.map((line) => ({ path: flat(line), color, width }));
}

function casingRows(groups: readonly MarkLines[]): Row[] {
  return groups.flatMap(({ lines, casingColor, look }) => rowsOf(lines, colorOf(casingColor), look.casing));
}

function solidRows(groups: readonly MarkLines[]): Row[] {
  return groups.flatMap(({ lines, color, look }) =>
    look.dash === null ? rowsOf(lines, colorOf(color), look.width) : [],
  );
}

function dashedRows(groups: readonly MarkLines[], zoom: number): Row[] {
  const px = pxPerDegreeAt(zoom);
  return groups.flatMap(({ lines, color, look: { dash, width } }) =>
    dash === null
      ? []
      : rowsOf(
          lines.flatMap((line) => dashesOf(line, dash, px)),
          colorOf(color),
          width,
        ),
  );
}

/** The zoom from which dashes are no longer cut finer. */
function closestDashZoom(groups: readonly MarkLines[]): number {
  let dashes = 0;
  for (const { lines, look } of groups) {
    if (look.dash === null) continue;
    for (const line of lines) dashes += linePx(line, pxPerDegreeAt(0)) / (look.dash[0] + look.dash[1]);
  }
  return Math.log2(MOST_DASHES / dashes);
}

function pointedRows({ boundaries, selected, hovered, marks }: MapScene): Row[] {
  if (marks === null) return [];
  return [...selected, ...(hovered === null ? [] : [hovered])].flatMap((index) => {
    const geometry = boundaries.features[index]?.geometry;
    if (geometry === undefined) return [];
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    return rowsOf(rings, colorOf(POINTED_LOOK.color), POINTED_LOOK.width);
  });
}

function pathLayer(id: string, data: readonly Row[]): PathLayer<Row> {
  return new PathLayer<Row>({
    id,
    data,
    pickable: false,
    positionFormat: 'XY',
    widthUnits: 'pixels',
    jointRounded: true,
    getPath: (row) => row.path,
    getColor: (row) => row.color,
    getWidth: (row) => row.width,
  });
}

function symbolLayer(id: string, data: readonly SymbolMark[], over: boolean): ScatterplotLayer<SymbolMark> {
  const { width, casing, fillOpacity } = SYMBOL_LOOK;
  return new ScatterplotLayer<SymbolMark>({
    id,
    data,
    pickable: false,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    stroked: true,
    filled: over,
    getPosition: ({ point: [longitude, latitude] }) => [longitude, latitude],
    getRadius: ({ radiusPx }) => radiusPx,
    getLineWidth: over ? width : casing,
    getLineColor: ({ color }) => colorOf(over ? color : casingColor(color)),
    getFillColor: ({ color }) => colorOf(color, fillOpacity),
  });
}

interface MarkControl extends IControl {
  /** The canvas has its graphics context. */
  initialized(): void;
}

/**
 * Lies under all other controls and takes neither pointer nor focus. deck.gl leaves its graphics context to the garbage
 * collector, and a browser that has given out sixteen takes the oldest, which is the map's: it is given back here, as
 * soon as there is one.
 */
function untouchable(overlay: MapLibreOverlay): MarkControl {
  let element: HTMLElement | null = null;
  let initialized = false;
  let removedFrom: MapLibre | null = null;

  function giveBack(map: MapLibre): void {
    const context = overlay.getCanvas()?.getContext('webgl2');
    overlay.onRemove(map);
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  return {
    onAdd(map) {
      element = overlay.onAdd(map);
      element.classList.add('map-marks');
      element.setAttribute('aria-hidden', 'true');
      element.inert = true;
      return element;
    },
    onRemove(map) {
      element?.remove();
      removedFrom = map;
      if (initialized) giveBack(map);
    },
    initialized() {
      initialized = true;
      if (removedFrom !== null) giveBack(removedFrom);
    },
  };
}

/** @param onLost is called once where the graphics context is lost; what is left is to be closed then. */
export function openDeckMarks(map: MapLibre, onLost: () => void): DeckMarks {
  let groups: readonly MarkLines[] = [];
  let symbols: readonly SymbolMark[] = [];
  let places: readonly PlaceMarks[] = [];
  let current: readonly Layer[] = [];
  let closest = 0;
  let dashZoom = Number.NaN;
  let rows: Record<'casing' | 'dashed' | 'solid' | 'pointed', readonly Row[]> = {
    casing: [],
    dashed: [],
    solid: [],
    pointed: [],
  };
  let closed = false;
  let drawn = Promise.resolve();
  let tellDrawn = (): void => {};
  const overlay = new MapLibreOverlay({
    interleaved: false,
    _pickable: false,
    onAfterRender: () => {
      if (current.every((layer) => layer.isLoaded)) tellDrawn();
    },
    onDeviceInitialized: ({ lost }) => {
      void lost.then(() => {
        if (!closed) onLost();
      });
      // deck.gl goes on with its device once it has told of it.
      queueMicrotask(control.initialized);
    },
  });
  const control = untouchable(overlay);

  function draw(): void {
    tellDrawn();
    drawn = new Promise((resolve) => {
      tellDrawn = resolve;
    });
    current = [
      pathLayer('mark-casing', rows.casing),
      pathLayer('mark-dashed', rows.dashed),
      pathLayer('mark-solid', rows.solid),
      symbolLayer('mark-symbol-casing', symbols, false),
      symbolLayer('mark-symbol', symbols, true),
      placeLayer('mark-place', places),
      pathLayer('mark-pointed', rows.pointed),
    ];
    overlay.setProps({ layers: [...current] });
    // The overlay draws whenever the map does: both in one frame.
    map.triggerRepaint();
  }
  const wantedDashZoom = () => Math.min(closest, Math.round(map.getZoom() * STEPS_PER_ZOOM) / STEPS_PER_ZOOM);
  const redash = (): void => {
    const zoom = wantedDashZoom();
    if (zoom === dashZoom) return;
    dashZoom = zoom;
    rows = { ...rows, dashed: dashedRows(groups, zoom) };
    draw();
  };

  // deck.gl learns of a new size a frame after the map has drawn in it.
  const resized = (): void => {
    requestAnimationFrame(() => requestAnimationFrame(() => !closed && draw()));
  };

  map.addControl(control, 'top-left');
  map.on('zoom', redash);
  map.on('resize', resized);

  return {
    show(scene) {
      const { marks, boundaries } = scene;
      groups = marks === null ? [] : markLines(marks, boundaries);
      symbols = marks?.symbols ?? [];
      places = marks?.places ?? [];
      closest = closestDashZoom(groups);
      dashZoom = wantedDashZoom();
      rows = {
        casing: casingRows(groups),
        dashed: dashedRows(groups, dashZoom),
        solid: solidRows(groups),
        pointed: pointedRows(scene),
      };
      draw();
    },
    point(scene) {
      rows = { ...rows, pointed: pointedRows(scene) };
      draw();
    },
    async copyTo(context) {
      await drawn;
      const canvas = overlay.getCanvas();
      if (canvas === null || canvas.width === 0) return;
      const { width, height } = context.canvas;
      context.drawImage(canvas, 0, 0, width, height);
    },
    close() {
      closed = true;
      tellDrawn();
      map.off('zoom', redash);
      map.off('resize', resized);
      map.removeControl(control);
    },
  };
}

import '#app/trusted-types.ts';
import type { AreaIndex } from '#core/area.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import { createMapSurface, type MapSurface } from '#map/map-surface.ts';
import { buildScene, type SceneInput } from '#map/scene.ts';
import type { SceneMarks } from '#map/scene-marks.ts';

/** SceneInput as it survives the way into a page. */
export interface PlainInput {
  readonly boundaries: BoundaryCollection;
  readonly outlines: BoundaryCollection | null;
  readonly labels: SceneInput['labels'];
  readonly outlineLabels?: SceneInput['labels'];
  readonly classOf: readonly number[];
  readonly status: readonly number[];
  readonly colors: readonly string[];
}

export type HarnessEvent = readonly [name: string, ...values: readonly (number | string | boolean | null)[]];

let surface: MapSurface | null = null;
let input: SceneInput | null = null;
const events: HarnessEvent[] = [];
const words = {
  map: 'Peta',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  fitAll: 'Tampilkan semua',
  north: 'U',
  northUp: 'Utara di atas',
  kilometers: 'km',
  meters: 'm',
};

function put(patch: Partial<SceneInput>): void {
  if (input === null || surface === null) throw new Error('nothing is open');
  input = { ...input, ...patch };
  surface.setScene(buildScene(input));
}

async function picture(): Promise<ImageData> {
  const canvas = await surface?.toCanvas();
  const image = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (image === undefined) throw new Error('no picture');
  return image;
}

const harness = {
  events,
  open(plain: PlainInput): Promise<void> {
    input = {
      ...plain,
      classOf: Uint8Array.from(plain.classOf),
      status: Uint8Array.from(plain.status),
      selected: [],
      hovered: null,
    };
    return new Promise((resolve) => {
      const container = document.querySelector<HTMLElement>('#map');
      if (container === null) throw new Error('no container');
      surface = createMapSurface(
        container,
        {
          onHover(index, _point, by) {
            events.push(['hover', index, by]);
            put({ hovered: index });
          },
          onSelect(index, additive) {
            events.push(['select', index, additive]);
            put({ selected: additive ? [...(input?.selected ?? []), index] : [index] });
          },
          onClear() {
            events.push(['clear']);
            put({ selected: [] });
          },
          onReady: resolve,
          onContextLost: () => void events.push(['lost']),
          onContextRestored: () => void events.push(['restored']),
          onFailed: (why) => void events.push(['failed', why]),
        },
        { reducedMotion: true, words },
      );
      put({});
    });
  },
  reopen(boundaries: BoundaryCollection, labels: SceneInput['labels']): void {
    put({ boundaries, labels });
  },
  speak(other: Partial<typeof words>): void {
    surface?.setWords({ ...words, ...other });
  },
  close(): void {
    surface?.destroy();
    surface = null;
  },
  select(indices: readonly number[]): void {
    put({ selected: indices as readonly AreaIndex[] });
  },
  mark(marks: SceneMarks | null): void {
    put({ marks });
  },
  recolor(classOf: readonly number[], status: readonly number[]): void {
    put({ classOf: Uint8Array.from(classOf), status: Uint8Array.from(status) });
  },
  /** Where an area's label stands, in CSS px. */
  place(index: number): { x: number; y: number } {
    const point = input?.labels[index]?.point;
    if (point === undefined || surface === null) throw new Error('no such area');
    return surface.project(point);
  },
  /** Color of the picture at each place, `#rrggbb`. */
  async colorsAt(places: readonly { x: number; y: number }[]): Promise<string[]> {
    const { data, width } = await picture();
    return places.map(({ x, y }) => {
      const at = 4 * (Math.round(y * devicePixelRatio) * width + Math.round(x * devicePixelRatio));
      return `#${[...data.subarray(at, at + 3)].map((v) => v.toString(16).padStart(2, '0')).join('')}`;
    });
  },
  /** Rows of the picture: 1 where something is drawn, 0 where the sea is. */
  async land(): Promise<string[]> {
    const { data, width, height } = await picture();
    const drawn = (k: number) =>
      data[4 * k] === 0xee && data[4 * k + 1] === 0xf0 && data[4 * k + 2] === 0xec ? 0 : 1;
    return Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => drawn(y * width + x)).join(''),
    );
  },
  /** Takes the graphics context away and gives it back, as a driver reset does. */
  async loseContext(canvas = '.maplibregl-canvas', back = true): Promise<void> {
    const element = document.querySelector<HTMLCanvasElement>(canvas);
    const gl = element?.getContext('webgl2');
    const extension = gl?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('no context to lose');
    const lost = new Promise((resolve) => element?.addEventListener('webglcontextlost', resolve));
    extension.loseContext();
    if (!back) return;
    await lost;
    if (!back) return;
    // It may be given back once all have heard of it.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    extension.restoreContext();
  },
};

declare global {
  var mapHarness: typeof harness;
}
globalThis.mapHarness = harness;

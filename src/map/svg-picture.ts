import type { AreaIndex } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { BoundaryCollection } from '#core/boundary.ts';
import type { EmptyStatus } from '#core/empty-status.ts';
import { type AreaState, DEFAULT_STATE, diffScene, type MapScene } from './scene.ts';
import { LIGHT_HATCH, LIGHT_HATCH_ID, PATTERN_IDS, PATTERN_TILE, STATUS_PATTERNS } from './status-pattern.ts';
import { type FrameSize, type SvgView, viewBoxOf } from './svg-camera.ts';
import { svgElement } from './svg-element.ts';
import { createSvgMarks } from './svg-marks.ts';
import { areaPath, drawingOf, type SvgProjection } from './svg-projection.ts';

const INK = '#1f1f1c';
const HALO = '#ffffff';
export const SEA = '#eef0ec';
const OUTLINE = '#77746a';

/** A scene as SVG elements. Its units are those of `projection`; the surface decides what part of it is seen. */
export interface SvgPicture {
  readonly element: SVGSVGElement;
  readonly projection: SvgProjection | null;
  show(scene: MapScene): void;
  setView(view: SvgView, frame: FrameSize): void;
  areaAt(target: EventTarget | null): AreaIndex | null;
}

let made = 0;

function patternElement(status: EmptyStatus, id: string): SVGPatternElement {
  const { ground, path, stroke, strokeWidth } = STATUS_PATTERNS[status];
  return svgElement(
    'pattern',
    { id, width: PATTERN_TILE, height: PATTERN_TILE, patternUnits: 'userSpaceOnUse' },
    svgElement('rect', { width: PATTERN_TILE, height: PATTERN_TILE, fill: ground }),
    svgElement('path', {
      d: path ?? '',
      fill: 'none',
      stroke,
      'stroke-width': strokeWidth,
      'stroke-linecap': 'round',
    }),
  );
}

function hatchElement(id: string): SVGPatternElement {
  const lines = LIGHT_HATCH.lines.map(({ stroke, width }) =>
    svgElement('path', { d: LIGHT_HATCH.path, fill: 'none', stroke, 'stroke-width': width }),
  );
  return svgElement(
    'pattern',
    { id, width: PATTERN_TILE, height: PATTERN_TILE, patternUnits: 'userSpaceOnUse' },
    ...lines,
  );
}

function lineElement(stroke: string, width: number, dash?: readonly number[] | null): SVGPathElement {
  return svgElement('path', {
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linejoin': 'round',
    'vector-effect': 'non-scaling-stroke',
    'pointer-events': 'none',
    ...(dash ? { 'stroke-dasharray': dash.join(' ') } : {}),
  });
}

/** Draws scenes: the whole geography where it is new, else only the areas that differ. */
export function createSvgPicture(): SvgPicture {
  made += 1;
  const own = `svg-map-${made}-`;
  const patterns = new Map(
    [...PATTERN_IDS].map(([status, id]) => [status, patternElement(status, own + id)]),
  );
  const lightHatch = hatchElement(own + LIGHT_HATCH_ID);
  const hatched = svgElement('path', { fill: `url(#${lightHatch.id})`, 'pointer-events': 'none' });
  const areas = svgElement('g', { class: 'areas', 'fill-rule': 'evenodd', 'stroke-width': 0.8 });
  const unreported = STATUS_PATTERNS[CellStatus.notReported];
  const lines = {
    casing: lineElement(HALO, 2.2),
    outline: lineElement(OUTLINE, 0.9),
    unreported: lineElement(unreported.edge, 1.2, unreported.edgeDash),
    hovered: lineElement(INK, 1.4),
    selectedCasing: lineElement(HALO, 6.5),
    selected: lineElement(INK, 3),
  };
  const marks = createSvgMarks();
  const element = svgElement(
    'svg',
    { width: '100%', height: '100%', preserveAspectRatio: 'none' },
    svgElement('defs', {}, ...patterns.values(), lightHatch),
    areas,
    hatched,
    ...Object.values(lines),
    marks.element,
  );
  const indexOf = new WeakMap<EventTarget, AreaIndex>();
  let shown: MapScene | null = null;
  let geometry: BoundaryCollection | null = null;
  let projection: SvgProjection | null = null;
  let grid = 1;
  let paths: readonly string[] = [];
  let elements: readonly SVGPathElement[] = [];
  let states: AreaState[] = [];

  function draw(boundaries: BoundaryCollection): void {
    geometry = boundaries;
    const drawing = drawingOf(boundaries);
    projection = drawing?.projection ?? null;
    grid = drawing?.grid ?? 1;
    paths = drawing?.paths ?? [];
    elements = paths.map((d, i) => {
      const path = svgElement('path', { d, 'vector-effect': 'non-scaling-stroke' });
      indexOf.set(path, i as AreaIndex);
      return path;
    });
    states = paths.map(() => DEFAULT_STATE);
    areas.replaceChildren(...elements);
    for (const i of elements.keys()) paint(i);
  }

  function paint(i: number): void {
    const { fill, edge, status } = states[i] ?? DEFAULT_STATE;
    const pattern = patterns.get(status as EmptyStatus);
    elements[i]?.setAttribute('fill', pattern === undefined ? fill : `url(#${pattern.id})`);
    elements[i]?.setAttribute('stroke', edge);
  }

  const joined = (keep: (state: AreaState) => boolean): string =>
    paths.filter((_, i) => keep(states[i] ?? DEFAULT_STATE)).join('');

  function drawOver(): void {
    lines.unreported.setAttribute(
      'd',
      joined(({ status }) => status === CellStatus.notReported),
    );
    hatched.setAttribute(
      'd',
      joined((state) => state.hatched),
    );
  }

  function drawOutlines(outlines: BoundaryCollection | null): void {
    const onto = projection;
    const d =
      onto === null || outlines === null
        ? ''
        : outlines.features.map((feature) => areaPath(feature, onto, grid)).join('');
    lines.casing.setAttribute('d', d);
    lines.outline.setAttribute('d', d);
  }

  function drawPointed({ hovered, selected }: MapScene): void {
    const chosen = selected.map((i) => paths[i] ?? '').join('');
    const pointed = hovered === null ? '' : (paths[hovered] ?? '');
    lines.hovered.setAttribute('d', pointed);
    marks.point(chosen + pointed);
    lines.selectedCasing.setAttribute('d', chosen);
    lines.selected.setAttribute('d', chosen);
  }

  return {
    element,
    get projection() {
      return projection;
    },
    show(scene) {
      if (scene.boundaries !== geometry) draw(scene.boundaries);
      const change = diffScene(shown, scene);
      let restated = change.boundaries;
      for (const { index, state } of change.areas) {
        states[index] = { ...(states[index] ?? DEFAULT_STATE), ...state };
        const { fill, edge, status, hatched: over } = state;
        if (fill === undefined && edge === undefined && status === undefined && over === undefined) continue;
        paint(index);
        restated = true;
      }
      if (restated) drawOver();
      if (change.outlines || change.boundaries) drawOutlines(scene.outlines);
      if (change.marks) marks.show(scene, projection);
      drawPointed(scene);
      shown = scene;
    },
    setView(view, frame) {
      element.setAttribute('viewBox', viewBoxOf(view, frame));
      marks.setScale(view.scale);
      // Hatches keep their size on the screen.
      for (const pattern of [...patterns.values(), lightHatch])
        pattern.setAttribute('patternTransform', `scale(${1 / view.scale})`);
    },
    areaAt: (target) => (target === null ? null : (indexOf.get(target) ?? null)),
  };
}

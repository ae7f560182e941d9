import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Segments } from '#app/kit/segments.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { measureTotals } from '#core/measure.ts';
import type { SceneLabel } from '#map/scene.ts';
import { type SmallDrawing, smallDrawing } from '#map/small-map.ts';
import { createAreaLabels } from '#picture/area-labels.ts';
import { layerOf } from '#picture/layer.ts';
import { createPainter, type Picture } from '#picture/picture.ts';
import { type SmallPart, type SmallView, smallViews } from '#picture/small-views.ts';
import { toldList } from '#picture/told-list.ts';
import { arrange } from '#state/second-view.ts';
import { setView } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import { legendWords } from '#words/legend-words.ts';
import { SmallCanvas } from './small-canvas.tsx';
import './small-maps.css';
import { StatusSwatch } from '#app/kit/status-swatch.tsx';
import type { EmptyStatus } from '#core/empty-status.ts';
import type { Atlas } from '#picture/atlas.ts';
import { statusLabel } from '#words/status-words.ts';

interface SmallMap {
  readonly part: SmallPart;
  readonly picture: Picture;
  /** The whole city, as a measure of one row. */
  readonly city: AreaMeasure;
}

/** Longer than this nothing else waits. */
const SLICE_MS = 12;

function smallMapOf(part: SmallPart, picture: Picture): SmallMap {
  const { measure, indicator, totals, view, atlas } = picture;
  const showSmallRates = view.showSmallRates && atlas.manifest.tier !== 'release';
  const options = { measure: view.measure, showSmallRates };
  return { part, picture, city: measureTotals([totals.city], measure.table, indicator, options) };
}

/** The pictures of the views, made a few at a time; those before stand until there are new ones. */
function useSmallMaps(
  atlas: Atlas,
  views: readonly SmallView[],
): { readonly maps: readonly SmallMap[]; readonly busy: boolean } {
  const [painters] = useState(() => new Map<string, ReturnType<typeof createPainter>>());
  const [made, setMade] = useState<{ views: unknown; maps: readonly SmallMap[]; done: boolean }>({
    views: null,
    maps: [],
    done: false,
  });
  useEffect(() => {
    let timer = 0;
    let next = 0;
    const maps: SmallMap[] = [];
    const step = () => {
      const until = performance.now() + SLICE_MS;
      do {
        const one = views[next];
        next += 1;
        if (!one) break;
        const key = Object.values(one.part).join();
        const paint = painters.get(key) ?? createPainter({ facets: false });
        painters.set(key, paint);
        const picture = paint(atlas, one.view);
        if (picture) maps.push(smallMapOf(one.part, picture));
      } while (performance.now() < until);
      const done = next >= views.length;
      setMade({ views, maps: [...maps], done });
      if (!done) timer = window.setTimeout(step);
    };
    step();
    return () => clearTimeout(timer);
  }, [atlas, views, painters]);
  return { maps: made.maps, busy: made.views !== views || !made.done };
}

/** The same views as long as nothing in them has changed. */
function useSmallViews({ picture, store }: PanelProps): readonly SmallView[] {
  const { by } = useStore(store, (state) => state.arrangement);
  const { manifest, territory } = picture.atlas;
  const views = smallViews(picture.view, by, manifest, territory.villages.areas.length);
  const kept = useRef(views);
  if (JSON.stringify(kept.current) !== JSON.stringify(views)) kept.current = views;
  return kept.current;
}

/** One small map for each period or indicator, with one pointer and one selection; each becomes the map by a press. */
export function SmallMaps(panel: PanelProps) {
  const { picture, store, words } = panel;
  const say = words.arrangement.many;
  const { by } = useStore(store, (state) => state.arrangement);
  const views = useSmallViews(panel);
  const { maps, busy } = useSmallMaps(picture.atlas, views);
  const level = maps[0]?.picture.view.level ?? picture.view.level;
  const { boundaries } = picture.atlas;
  const drawing = useMemo(
    () =>
      smallDrawing(level === 'village' ? boundaries.villages : boundaries.districts, boundaries.districts),
    [boundaries, level],
  );
  const [first] = maps;
  const [labelsOf] = useState(createAreaLabels);
  const numbered = labelsOf(picture);
  const plain = useMemo(
    () => first?.picture.geography.areas.map(({ name, centroid }) => ({ text: name, point: centroid })) ?? [],
    [first?.picture.geography],
  );
  const labels = level === picture.view.level ? numbered : plain;
  return (
    <section className="small-maps" aria-label={say.region} aria-busy={busy} data-by={by}>
      <header>
        <Segments
          label={say.by}
          value={by}
          options={(['period', 'indicator'] as const).map((id) => ({ id, label: say[id] }))}
          onChange={(next) => arrange(store, { by: next })}
        />
        <Summary {...panel} maps={maps} />
      </header>
      {first && by === 'period' ? <Classes {...panel} picture={first.picture} heading={say.shared} /> : null}
      <ul className="small-grid">
        {drawing
          ? maps.map((map) => (
              <li key={Object.values(map.part).join()}>
                <Card {...panel} {...{ map, drawing, labels }} />
                {by === 'indicator' ? <Classes {...panel} picture={map.picture} /> : null}
              </li>
            ))
          : null}
      </ul>
      {first ? <Foot {...panel} maps={maps} /> : null}
    </section>
  );
}

function titleOf({ part }: SmallMap, { words, format }: Pick<PanelProps, 'words' | 'format'>): string {
  return 'period' in part ? format.period(part.period) : words.indicator[part.indicator].short;
}

/** The value of the whole city, or why there is none. */
function cityText({ city, picture }: SmallMap, { words, format }: PanelProps): string {
  const status = city.status[0] ?? CellStatus.notApplicable;
  if (status !== CellStatus.observed) return statusLabel(status, picture, words);
  const value = city.value[0] ?? Number.NaN;
  return city.measure === 'rate' ? format.percentUnit(value) : format.count(value);
}

/** n of N of the whole city; null of counts, and where there is none. */
function cityParts({ city }: SmallMap, { words, format }: PanelProps): string | null {
  const n = city.table.numerator[0] ?? Number.NaN;
  const total = city.table.denominator[0] ?? Number.NaN;
  if (city.measure !== 'rate' || Number.isNaN(n) || Number.isNaN(total)) return null;
  return words.arrangement.many.cityParts(format.count(n), format.count(total));
}

interface CardProps extends PanelProps {
  readonly map: SmallMap;
  readonly drawing: SmallDrawing;
  readonly labels: readonly SceneLabel[];
}

const Card = memo(function Card({ map, drawing, labels, ...panel }: CardProps) {
  const { picture: main, store, words } = panel;
  const { picture, part } = map;
  const say = words.arrangement.many;
  const linked = picture.view.level === main.view.level;
  const title = titleOf(map, panel);
  const city = say.city(cityText(map, panel));
  const parts = cityParts(map, panel);
  const isMain = picture.view.period === main.view.period && picture.view.indicator === main.view.indicator;
  return (
    <Button
      className="small-map"
      aria-label={say.open(title, parts ? `${city} (${parts})` : city)}
      {...(isMain ? { 'aria-current': 'true' as const } : {})}
      onPress={() => {
        setView(store, part);
        arrange(store, { kind: 'one' });
      }}
    >
      <span className="small-title">{title}</span>
      <span className="small-city">
        <b>{city}</b>
        {parts}
      </span>
      <SmallCanvas {...{ picture, drawing, labels, store, linked }} />
      {linked ? <PointedValue {...panel} picture={picture} /> : null}
    </Button>
  );
});

/** The figure of the area pointed at, in the corner of each map. */
function PointedValue({ store, picture, words, format }: PanelProps) {
  const hovered = useStore(store, (state) => state.hovered);
  if (hovered === null) return null;
  const { value } = areaWords(picture, hovered, words, format);
  const name = picture.geography.areas[hovered]?.name;
  return (
    <span className="small-value">
      {name} <b>{value}</b>
    </span>
  );
}

/** What the maps show, in one sentence: also for those who do not see them. */
function Summary({ maps, ...panel }: PanelProps & { readonly maps: readonly SmallMap[] }) {
  const { picture, store, words, format } = panel;
  const say = words.arrangement.many;
  const { by } = useStore(store, (state) => state.arrangement);
  const layered = picture.layer.kind !== 'single' || picture.view.hotspots !== null;
  const level = maps[0]?.picture.view.level;
  const notes = [
    ...(level === picture.view.level && toldList(picture).areas.length > 0
      ? [layerOf(picture, 'priority')?.decision ? say.decided : say.numbered]
      : []),
    ...(layered ? [say.layers] : []),
    ...(level && level !== picture.view.level ? [say.districts] : []),
  ];
  const known = maps.filter(({ city }) => city.status[0] === CellStatus.observed);
  const count = format.count(maps.length);
  const told = () => {
    if (by === 'indicator') return say.indicatorSummary(count, format.period(picture.view.period));
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return say.none;
    const highest = known.reduce((most, one) =>
      (one.city.value[0] ?? 0) > (most.city.value[0] ?? 0) ? one : most,
    );
    const [from, to, most] = [first, last, highest].map((one) => cityText(one, panel));
    const [since, until, at] = [first, last, highest].map((one) => titleOf(one, panel));
    return say.periodSummary(count, since ?? '', from ?? '', until ?? '', to ?? '', most ?? '', at ?? '');
  };
  return <p>{[maps.length > 0 ? told() : say.drawing, ...notes].join(' ')}</p>;
}

/** The classes of a map, or of all. */
function Classes({ picture, words, format, heading }: PanelProps & { readonly heading?: string }) {
  const legend = legendWords(picture, words, format);
  const unit = heading ? `${heading}: ${legend.heading}` : legend.heading;
  return (
    <div className="small-legend">
      <span className="small-unit">{unit}</span>
      <ul>
        {legend.classes.map(({ label, color }) => (
          <li key={label}>
            <svg className="swatch" aria-hidden="true">
              <rect width="100%" height="100%" fill={color} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The states without a color that some map shows, and where everything comes from. */
function Foot({ maps, words, format }: PanelProps & { readonly maps: readonly SmallMap[] }) {
  const seen = new Map<EmptyStatus, string>();
  for (const { picture } of maps)
    for (const [status, areas] of picture.statusCounts.entries())
      if (status !== CellStatus.observed && areas > 0)
        seen.set(status as EmptyStatus, statusLabel(status, picture, words));
  const [first] = maps;
  const legend = first && legendWords(first.picture, words, format);
  return (
    <footer>
      <ul className="small-statuses">
        {[...seen].map(([status, label]) => (
          <li key={status}>
            <StatusSwatch status={status} /> {label}
          </li>
        ))}
      </ul>
      <p className="note">
        {[legend?.source, legend?.boundaries, words.arrangement.many.simplified].filter(Boolean).join(' · ')}
      </p>
    </footer>
  );
}

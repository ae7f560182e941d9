import { type ReactNode, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Bounded } from '#app/kit/bounded.tsx';
import { IntervalBar, tickStyle } from '#app/kit/interval-bar.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { AreaIndex, Source } from '#core/area.ts';
import { type AreaMeasure, CellStatus } from '#core/area-table.ts';
import { classify, NO_CLASS } from '#core/classification.ts';
import { type CoverageSum, coverageOf, coverageRate, coverageSum } from '#core/coverage.ts';
import { areAllTied } from '#core/standing.ts';
import { paletteFor } from '#map/color.ts';
import { areaBounds } from '#picture/unmeasured.ts';
import { select } from '#state/store.ts';
import { areaWords } from '#words/area-words.ts';
import { everyoneText, filterWords } from '#words/filter-words.ts';
import { DASH } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { layerWords } from '#words/layer-words.ts';
import { shippedText } from '#words/shipped-text.ts';
import { boundsText } from '#words/unmeasured-words.ts';
import { selectionTotal } from './selection-total.ts';
import '#app/map/ranking.css';
import { areaStatusLabel, statusLabel } from '#words/status-words.ts';

/** More than these are counted, not listed. */
const LISTED = 100;

/**
 * The numbers of what is selected, with numerator, denominator, coverage, period, source and definition. What else is
 * known of it stands before the source.
 */
export function SelectionPanel({ children, ...props }: PanelProps & { readonly children?: ReactNode }) {
  const { picture, dimmed } = props;
  const [first, second] = picture.selected;
  return (
    <div className="selection" data-dimmed={dimmed ? '' : undefined} aria-busy={dimmed}>
      {first === undefined ? (
        <p className="selection-none">{props.words.selection.none}</p>
      ) : (
        <Bounded>
          {second === undefined ? <OneArea {...props} index={first} /> : <SeveralAreas {...props} />}
        </Bounded>
      )}
      {children}
      <Bounded>
        <Provenance {...props} />
      </Bounded>
    </div>
  );
}

function OneArea(props: PanelProps & { readonly index: AreaIndex }) {
  const { picture, store, words, format, index } = props;
  const spoken = areaWords(picture, index, words, format);
  const { measure, classification, geography } = picture;
  return (
    <>
      <header>
        <h2>{spoken.name}</h2>
        <Button className="link" onPress={() => select(store, null, false)}>
          {words.selection.clear}
        </Button>
        <p className="note">
          {spoken.district ? `${words.level.District} ${spoken.district} · ` : ''}
          {geography.areas[index]?.code}
        </p>
      </header>
      <Value
        {...props}
        measure={measure}
        at={index}
        classOf={classification.classOf[index] ?? NO_CLASS}
        points={layerWords(picture, words, format).points(index)}
      />
      {spoken.partial ? <p className="note">{spoken.partial}</p> : null}
      {spoken.band ? <p>{spoken.crosses ?? spoken.band}</p> : null}
      {spoken.more.length > 0 && picture.layer.kind !== 'priority' ? (
        <ul className="selection-more">
          {spoken.more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <Numbers
        {...props}
        measure={measure}
        at={index}
        areas={[index]}
        rank={rankWords(picture, index, props)}
      />
    </>
  );
}

function rankWords({ measure }: PanelProps['picture'], index: AreaIndex, { words, format }: PanelProps) {
  const rank = measure.rank[index] ?? 0;
  const ranked = measure.rank.reduce((count, each) => (each > 0 ? count + 1 : count), 0);
  return rank > 0 && !areAllTied(measure.rank)
    ? words.area.parts(format.count(rank), format.count(ranked))
    : null;
}

function SeveralAreas(props: PanelProps) {
  const { picture, store, words, format } = props;
  const { measure, indicator, selected, view, atlas, geography } = picture;
  const showSmallRates = view.showSmallRates && atlas.manifest.tier !== 'release';
  const total = useMemo(
    () => selectionTotal(measure, indicator, selected, showSmallRates),
    [measure, indicator, selected, showSmallRates],
  );
  const { method, edges } = picture.classification;
  const classOf = measure.measure === 'rate' ? classify(total.measure, method, edges).classOf[0] : undefined;
  const listed = selected.slice(0, LISTED);
  return (
    <>
      <header>
        <h2>{words.selection.several(format.count(selected.length), words.level[view.level])}</h2>
        <Button className="link" onPress={() => select(store, null, false)}>
          {words.selection.clear}
        </Button>
        <p className="note">{words.selection.sumOf(format.count(total.known), format.count(total.areas))}</p>
      </header>
      <Value {...props} measure={total.measure} at={0} classOf={classOf ?? NO_CLASS} />
      <Numbers {...props} measure={total.measure} at={0} areas={selected} rank={null} />
      <ul className="selection-list">
        {listed.map((index) => {
          const spoken = areaWords(picture, index, words, format);
          const code = geography.areas[index]?.code;
          return (
            <li key={index}>
              <span>{spoken.name}</span>
              <span className={spoken.observed ? 'value' : 'note'}>{spoken.value}</span>
              <Button
                className="icon-button"
                aria-label={words.selection.remove(spoken.name)}
                onPress={() => code && select(store, code, true)}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      {selected.length > LISTED ? (
        <p className="note">{words.selection.more(format.count(selected.length - LISTED))}</p>
      ) : null}
    </>
  );
}

interface MeasureAt extends PanelProps {
  readonly measure: AreaMeasure;
  readonly at: number;
}

/** The value in large, its interval drawn and written; or why there is none. */
function Value(props: MeasureAt & { readonly classOf: number; readonly points?: string | null }) {
  const { picture, words, format, measure, at, classOf, points } = props;
  const status = measure.status[at] ?? CellStatus.notApplicable;
  const { classification, indicator } = picture;
  if (status !== CellStatus.observed)
    return (
      <p className="selection-status">
        {measure === picture.measure
          ? areaStatusLabel(status, picture, at, words)
          : statusLabel(status, picture, words)}
      </p>
    );
  const value = measure.value[at] ?? Number.NaN;
  if (measure.measure === 'count') {
    return (
      <p className="selection-value">
        {format.count(value)} <small>{words.indicator[indicator.id].people}</small>
      </p>
    );
  }
  const [low, high] = [measure.low[at] ?? Number.NaN, measure.high[at] ?? Number.NaN];
  const { edges } = classification;
  // Of several areas together there is no measure of the picture.
  const bounds = measure === picture.measure ? boundsText(areaBounds(picture, at), words, format) : null;
  const reached = [value, high, (edges.at(-1) ?? 0) * 1.25].filter((x) => !Number.isNaN(x));
  const end = Math.max(...reached);
  return (
    <>
      <p className="selection-value">
        {format.percentUnit(value)}
        {points ? <small className="selection-points">{points}</small> : null}
      </p>
      <div style={tickStyle(edges, end)}>
        <IntervalBar
          value={value}
          low={low}
          high={high}
          end={end}
          color={paletteFor(classification.classes, indicator.polarity)[classOf] ?? null}
          filled={false}
        />
      </div>
      {low <= high ? <p>{words.area.interval(format.percent(low), format.percent(high))}</p> : null}
      {bounds === null ? null : <p className="note">{bounds}</p>}
    </>
  );
}

function Numbers(props: MeasureAt & { readonly areas: readonly AreaIndex[]; readonly rank: string | null }) {
  const { picture, words, format, measure, at, areas, rank } = props;
  const { table, status } = measure;
  const counted = status[at] === CellStatus.observed || status[at] === CellStatus.tooFew;
  const count = (values: Float64Array) => (counted ? format.count(values[at] ?? Number.NaN) : DASH);
  const { measured, target } = useCoverage(picture, areas);
  const { kind, unit } = picture.indicator;
  const isCoverage = kind === 'coverage';
  const everyone = everyoneText(picture.view.filters, words);
  const ofAll = (term: string) => (everyone === null ? term : `${term}, ${everyone}`);
  return (
    <dl className="numbers">
      {isCoverage ? null : (
        <>
          <Entry
            term={`${words.indicator[picture.indicator.id].people} (${words.selection.numerator})`}
            value={count(table.numerator)}
          />
          <Entry
            term={
              unit === 'child'
                ? words.selection.denominator
                : `${words.units[unit].noun} (${words.selection.denominator})`
            }
            value={count(table.denominator)}
          />
        </>
      )}
      {unit === 'child' ? (
        <>
          <Entry term={ofAll(words.selection.measured)} value={format.count(measured)} />
          <Entry term={ofAll(words.selection.target)} value={format.count(target)} />
          <Entry
            term={ofAll(words.selection.coverage)}
            value={format.percentUnit(coverageRate(measured, target))}
          />
        </>
      ) : null}
      {rank ? <Entry term={words.selection.rank} value={rank} /> : null}
    </dl>
  );
}

/** D and S of one area as reported, or of several together. */
export function useCoverage(
  { atlas, view: { level, period } }: PanelProps['picture'],
  areas: readonly AreaIndex[],
): Pick<CoverageSum, 'measured' | 'target'> {
  const { coverage, territory } = atlas;
  const columns = useMemo(
    () => coverageOf(coverage, territory, level, period),
    [coverage, territory, level, period],
  );
  const [only = -1] = areas;
  if (areas.length !== 1) return coverageSum(columns, areas);
  return { measured: columns.measured[only] ?? Number.NaN, target: columns.target[only] ?? Number.NaN };
}

/** Period, source and definition belong to every number, also to none. */
export function Provenance({ picture, words, format }: PanelProps) {
  const { manifest } = picture.atlas;
  const { indicator, view } = picture;
  const own = manifest.definitions[indicator.id];
  const { districts } = picture.atlas.territory;
  const filters = filterWords(
    view.filters,
    words,
    (code) => districts.areas.find((area) => area.code === code)?.name ?? code,
  );
  const complete = manifest.periods.find((entry) => entry.id === view.period)?.complete ?? true;
  return (
    <dl className="provenance">
      <dt>{words.selection.period}</dt>
      <dd>
        {format.period(view.period)}
        {complete ? '' : ` (${words.period.incomplete})`}
      </dd>
      {filters.length > 0 ? (
        <>
          <dt>{words.who.chips}</dt>
          <dd>{filters.join(' · ')}</dd>
        </>
      ) : null}
      <dt>{words.selection.source}</dt>
      <dd>
        {layerWords(picture, words, format).sources(
          manifest.sources.map((source) => sourceText(source, words)).join('; '),
        )}
      </dd>
      <dt>{words.selection.definition}</dt>
      <dd>
        {words.indicator[indicator.id].short}: {words.indicator[indicator.id].definition}{' '}
        {own === undefined ? null : shippedText(own, words)}
      </dd>
    </dl>
  );
}

function sourceText(source: Source, words: Words): string {
  const { publisher } = source;
  const title = shippedText(source.title, words);
  return publisher === '' || title.includes(publisher) ? title : `${title}, ${publisher}`;
}

function Entry({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

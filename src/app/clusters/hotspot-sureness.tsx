import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { exportName } from '#app/export.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { CellStatus } from '#core/area-table.ts';
import { receiptCommand } from '#export/hotspot-receipt.ts';
import { type HotspotLayer, isSameInput, standingOut } from '#picture/hotspot-layer.ts';
import { DASH } from '#words/format.ts';
import { exactPText, neighborsText } from '#words/hotspot-words.ts';
import { statusLabel } from '#words/status-words.ts';

type SureProps = PanelProps & { readonly layer: HotspotLayer };

const FEWEST_AREAS = '20';

/** With what the hotspots were computed, what would change under other neighbors, and how to repeat them. */
export function HotspotSureness(props: SureProps) {
  const { words, format, layer } = props;
  const say = words.hotspots.sure;
  const { answer, input } = layer;
  const { map } = answer;
  const { choice } = input;
  const both = choice.method === 'co-location';
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 1 });
  const { least, mean, most } = map.neighbors;
  return (
    <section className="sure">
      <h2>{say.heading}</h2>
      <dl className="sure-list">
        <Line name={say.used}>
          {say.usedOf(format.count(map.used), format.count(input.geography.areas.length))}
          <LeftOut {...props} />
        </Line>
        <Line name={say.rates}>{both ? say.ratesJoin : say.ratesEb}</Line>
        <Line name={say.rule}>
          {neighborsText(choice.neighbors, words)};{' '}
          {say.average(number.format(mean), format.count(least), format.count(most))}
        </Line>
        <Line name={say.islands}>
          <Islands {...props} />
        </Line>
        <Line name={say.components}>{format.count(map.components)}</Line>
        <Line name={say.permutations}>
          {both
            ? say.exact
            : `${format.count(choice.permutations)}; ${say.smallest(exactPText(2 / (choice.permutations + 1), words))}`}
        </Line>
        {both ? null : <Line name={say.seed}>{String(choice.seed)}</Line>}
        <Line name={say.correction}>{say.correctionFdr}</Line>
        <Line name={say.stability}>
          <Stability {...props} />
        </Line>
        <Line name={say.district}>
          <DistrictLevel {...props} />
        </Line>
      </dl>
      <p className="note">{say.borders}</p>
      <Receipt {...props} />
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Why areas take no part, counted. */
function LeftOut({ picture, words, format, layer }: SureProps) {
  const { table } = layer.input;
  const counts = new Map<string, number>();
  for (const status of table.status) {
    if (status === CellStatus.observed) continue;
    const label = statusLabel(status, picture, words);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isolates = layer.answer.map.isolates.length;
  if (isolates > 0) counts.set(words.hotspots.patterns['no-neighbours'], isolates);
  if (counts.size === 0) return null;
  const reasons = [...counts].map(([label, count]) => words.charts.reason(format.count(count), label));
  return <> ({words.hotspots.sure.leftOut(reasons.join(', '))})</>;
}

function Islands({ picture, words, layer }: SureProps) {
  const say = words.hotspots.sure;
  const { attached } = layer.answer.graph;
  const { areas } = picture.geography;
  const number = new Intl.NumberFormat(words.language.locale, { maximumFractionDigits: 1 });
  if (attached.length === 0) return say.noIslands;
  return attached
    .slice(0, 10)
    .map(({ area, to, kilometers }) =>
      say.island(areas[area]?.name ?? DASH, areas[to]?.name ?? DASH, number.format(kilometers)),
    )
    .concat(attached.length > 10 ? ['…'] : [])
    .join('; ');
}

/** How many of the areas that stand out would do so under other neighbors. */
function Stability({ store, words, format, layer }: SureProps) {
  const say = words.hotspots.sure;
  const others = useStore(store, ({ hotspots }) => hotspots.others);
  if (others.state === 'running') return words.hotspots.running(format.percentUnit(others.progress));
  if (others.state !== 'ready' || !isSameInput(others.input, layer.input)) return DASH;
  const own = standingOut(layer.answer.map);
  return (
    <>
      {others.value.map(({ neighbors, answer }) => {
        const there = standingOut(answer.map);
        const same = own.filter(
          (i) => answer.map.tier[i]! > 0 && answer.map.pattern[i] === layer.answer.map.pattern[i],
        );
        const rule = neighborsText(neighbors, words);
        return (
          <div key={rule}>
            {own.length > 0
              ? say.stable(rule, format.count(same.length), format.count(own.length))
              : say.stableNone(rule, format.count(there.length))}
          </div>
        );
      })}
    </>
  );
}

function DistrictLevel({ picture, words, format }: SureProps) {
  const { districts } = picture.atlas.territory;
  const count = districts.areas.length;
  return count < Number(FEWEST_AREAS)
    ? words.hotspots.sure.districtFew(format.count(count), FEWEST_AREAS)
    : words.hotspots.sure.districtHint(words.level.district);
}

/** The tested data as a file, and the command that gives the same numbers. */
function Receipt({ picture, words, layer }: SureProps) {
  const say = words.hotspots.sure;
  return (
    <details className="receipt">
      <summary>{say.receipt}</summary>
      <p className="note">{say.receiptNote}</p>
      <code>{receiptCommand(layer, exportName(picture, words, 'geojson'))}</code>
    </details>
  );
}

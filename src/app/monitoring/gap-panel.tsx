import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { ChartFrame } from '#app/kit/chart-frame.tsx';
import { type Inequality, inequality, type WelfareGroup } from '#core/inequality.ts';
import { wilsonInterval } from '#core/rates.ts';
import { type GapLayer, hasFigures, WELFARE_GROUPS } from '#picture/gap-layer.ts';
import { intervalText, partsText } from '#words/chart-words.ts';
import { estimateText, gapRange, groupText, plainText } from '#words/gap-wording.ts';

type GapPanelProps = MonitoredProps<GapLayer>;

/** Group by group of the chosen area or the whole, what it comes to, and kecamatan by kecamatan. */
export function GapPanel(props: GapPanelProps) {
  return (
    <>
      <ByGroup {...props} />
      <Measures {...props} />
    </>
  );
}

function ByGroup(props: GapPanelProps) {
  const { layer, picture, words, format } = props;
  const { selected, geography, atlas, view } = picture;
  const say = words.gap.panel;
  const index = selected[0];
  const section = index === undefined ? 'city' : 'area';
  const groups = layer.groupsOf(section, index ?? 0);
  const gap = index === undefined ? layer.city : layer.areas;
  const place = (index === undefined ? undefined : geography.areas[index]?.name) ?? atlas.territory.name;
  const [poor, rich] = [groups[0], groups.at(-1)];
  const told = { words, format };
  const summary =
    poor && rich && hasFigures(gap, index ?? 0)
      ? say.sentence(
          groupText(poor, told),
          groupText(rich, told),
          format.points(gap.difference[index ?? 0] ?? Number.NaN),
          gapRange(gap, index ?? 0, told),
        )
      : say.unknown;
  return (
    <ChartFrame
      words={words}
      title={say.heading(words.indicator[view.indicator].short, place)}
      summary={summary}
      head={say.head}
      rows={() =>
        WELFARE_GROUPS.map((group, k) => {
          const { n, N } = groups[k] ?? { n: Number.NaN, N: Number.NaN };
          const [low, high] = wilsonInterval(n, N);
          return {
            key: group,
            cells: [
              words.classes.poverty[group],
              format.percentUnit(n / N),
              partsText(n, N, format),
              intervalText(low, high, format),
            ],
          };
        })
      }
      note={say.note}
    >
      <GroupDots groups={groups} {...props} />
    </ChartFrame>
  );
}

const [ROW, LEFT, RIGHT, WIDTH] = [30, 118, 56, 380] as const;

/** A dot and its interval for each group, on one scale from 0. */
function GroupDots({ groups, words, format }: GapPanelProps & { readonly groups: readonly WelfareGroup[] }) {
  const intervals = groups.map(({ n, N }) => wilsonInterval(n, N));
  const reach = Math.max(0.01, ...intervals.flatMap(([, high]) => (Number.isNaN(high) ? [] : [high])));
  const at = (rate: number) => LEFT + (rate / reach) * (WIDTH - LEFT - RIGHT);
  return (
    <svg className="group-dots" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${ROW * groups.length + 6}`}>
      {WELFARE_GROUPS.map((group, k) => {
        const { n, N } = groups[k] ?? { n: Number.NaN, N: Number.NaN };
        const [low, high] = intervals[k] ?? [Number.NaN, Number.NaN];
        const y = ROW * (k + 0.5) + 3;
        return (
          <g key={group}>
            <text x={0} y={y + 4}>
              {words.classes.poverty[group]}
            </text>
            <line className="track" x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} />
            {low <= high ? (
              <>
                <line className="whisker" x1={at(low)} x2={at(high)} y1={y} y2={y} />
                <circle cx={at(n / N)} cy={y} r={5} />
              </>
            ) : null}
            <text x={WIDTH} y={y + 4} textAnchor="end" className="value">
              {format.percentUnit(n / N)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const MEASURES = [
  'difference',
  'ratio',
  'slope',
  'concentration',
] as const satisfies readonly (keyof Inequality)[];

/** The whole, then kecamatan by kecamatan. */
function Measures({ layer, picture, words, format }: GapPanelProps) {
  const { territory } = picture.atlas;
  const say = words.gap.panel;
  const { districts } = picture.view.filters;
  const places = [
    { key: 'city', name: territory.name, of: inequality(layer.groupsOf('city', 0)) },
    ...territory.districts.areas.flatMap(({ code, name }, d) =>
      districts.length === 0 || districts.includes(code)
        ? [{ key: code, name, of: inequality(layer.groupsOf('district', d)) }]
        : [],
    ),
  ];
  const write = {
    difference: format.points,
    ratio: (value: number) => plainText(value, words),
    slope: format.points,
    concentration: (value: number) => plainText(value, words),
  };
  return (
    <section className="chart" aria-label={say.measures}>
      <h2>{say.measures}</h2>
      {places.map(({ key, name, of }) => (
        <dl key={key} className="gap-measures">
          <dt>{name}</dt>
          {MEASURES.map((measure) => (
            <dd key={measure}>
              <span>{say.names[measure]}</span>
              <span>{estimateText(of[measure], write[measure], words)}</span>
            </dd>
          ))}
        </dl>
      ))}
    </section>
  );
}

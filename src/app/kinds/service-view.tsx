import { Absent } from '#app/kit/absent.tsx';
import { LegendLine } from '#app/kit/legend-line.tsx';
import { late } from '#app/late.tsx';
import { ServicePart } from '#app/monitoring/service-part.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import { serviceStatus } from '#core/service-coverage.ts';
import { openingService, type ServiceLayer } from '#picture/service-layer.ts';
import { cellText, percentText, serviceNotes, serviceWording, shownService } from '#words/service-wording.ts';
import type { AddedCell, QuestionView } from './question-view.ts';

const ServicePanel = late(() =>
  import('#app/monitoring/service-panel.tsx').then((module) => module.ServicePanel),
);

/** The furthest behind first. */
function ServiceLegend({ layer }: { readonly layer: ServiceLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const level = words.level[picture.view.level];
  const { classOf } = picture.shading;
  const lines = serviceWording.legend
    .classes(layer, { picture, words, format })
    .map((line, k) => ({ ...line, k }));
  return (
    <>
      <ul>
        {lines.reverse().map(({ k, label, color, count }) => (
          <LegendLine
            key={k}
            name={words.rooms.legend.entry(label, count, level)}
            test={(i) => classOf[i] === k}
          >
            <svg className="swatch" aria-hidden="true">
              <rect width="100%" height="100%" fill={color} />
            </svg>
            <span>{label}</span>
            <span className="count">{count}</span>
          </LegendLine>
        ))}
      </ul>
      <p className="note">{serviceNotes(layer, { words, format })[0]}</p>
    </>
  );
}

/** Percent of a service, by position. */
function percents(layer: ServiceLayer, section: 'city' | 'district'): Float64Array {
  const { place, stand } = layer;
  const cells = section === 'city' ? stand.city : null;
  if (place === null) return new Float64Array(section === 'city' ? 1 : 0).fill(Number.NaN);
  const own = cells ? [cells[place]!] : stand.districts[place]!;
  return Float64Array.from(own, (cell) =>
    serviceStatus(cell) === CellStatus.observed ? (100 * cell.n) / cell.N : Number.NaN,
  );
}

function ServiceCellText({ layer, added, row, words, format }: AddedCell<ServiceLayer, Float64Array>) {
  const percent = added[row.index] ?? Number.NaN;
  if (!Number.isNaN(percent)) return <>{format.percent(percent / 100)}</>;
  const indicator = shownService(layer);
  if (indicator === null || layer.place === null)
    return row.section === 'area' ? <Absent why={words.service.states.missing} /> : null;
  const { stand, place } = layer;
  const cells =
    row.section === 'city'
      ? [stand.city[place]!]
      : row.section === 'district'
        ? stand.districts[place]!
        : stand.cells[place]!;
  const cell = cells[row.index];
  return cell ? <Absent why={cellText(cell, indicator, { words, format })} /> : null;
}

export const serviceView: QuestionView<ServiceLayer, Float64Array> = {
  Legend: ServiceLegend,
  column: {
    width: 'var(--change)',
    head: ({ place }, words) => words.service.column[place === null ? 'score' : 'indicator'],
    order: (words) => words.service.order,
    areas: ({ value }) => value,
    sums: (layer, _rates, _picture, section) => percents(layer, section),
    keys: (value) => value,
    cell: (props) => <ServiceCellText {...props} />,
  },
  against: null,
  monitored: {
    name: (words) => words.service.name,
    opening: ({ picture }) => openingService(picture.atlas.dataset?.services),
    Subject: ServicePart,
    Panel: ServicePanel,
  },
  talk({ words, format }, layer, { areas }) {
    return {
      caption: areas.length > 0 ? words.service.talk.told : words.service.talk.none,
      color: null,
      columns: [
        {
          header: words.service.column[layer.place === null ? 'score' : 'indicator'],
          about: words.service.order,
          write: (i) => percentText(layer.value[i] ?? Number.NaN, format),
          isSure: () => true,
        },
      ],
    };
  },
};

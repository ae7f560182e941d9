import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import type { MonitoredProps } from '#app/kinds/question-view.ts';
import { NO_CLASS } from '#core/classification.ts';
import { SERVICE_COLORS, type ServiceLayer, serviceClass } from '#picture/service-layer.ts';
import { select, setView } from '#state/store.ts';
import { cellText, serviceName } from '#words/service-wording.ts';

/** Pixels of a cell; of many areas the rows are lower. */
const CELL = { width: 12, tall: 9, low: 4 };
const MANY_AREAS = 200;
const [EMPTY, NO_RATE, MARK] = ['#ffffff', '#d9d9d9', '#1c1b18'] as const;
const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** All services of all areas on one canvas: drawn once a change, read cell by cell by pointer or arrows. */
export function ServiceHeat(props: MonitoredProps<ServiceLayer>) {
  const { layer, picture, store, words, format } = props;
  const { cells, indicators } = layer.stand;
  const { areas } = picture.geography;
  const canvas = useRef<HTMLCanvasElement>(null);
  const readout = useId();
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const height = areas.length > MANY_AREAS ? CELL.low : CELL.tall;
  const [row, column] = [Math.min(at[0], areas.length - 1), Math.min(at[1], indicators.length - 1)];
  useEffect(() => {
    const brush = canvas.current?.getContext('2d');
    if (!brush) return;
    cells.forEach((own, k) => {
      own.forEach((cell, i) => {
        const found = serviceClass(cell, indicators[k]!);
        brush.fillStyle =
          cell.state === 'missing'
            ? EMPTY
            : found === NO_CLASS
              ? NO_RATE
              : (SERVICE_COLORS[found] ?? NO_RATE);
        brush.fillRect(k * CELL.width, i * height, CELL.width - 1, height - 1);
      });
    });
    brush.strokeStyle = MARK;
    brush.strokeRect(column * CELL.width - 0.5, row * height - 0.5, CELL.width, height);
    return () => brush.clearRect(0, 0, indicators.length * CELL.width, areas.length * height);
  }, [cells, indicators, areas, height, row, column]);
  const [area, indicator, cell] = [areas[row], indicators[column], cells[column]?.[row]];
  if (!area || !indicator || !cell) return null;
  const say = words.service.heat;
  const choose = () => {
    setView(store, { question: { ...layer.asked, shown: { kind: 'indicator', id: indicator.id } } });
    select(store, area.code, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    setAt([
      Math.max(0, Math.min(areas.length - 1, row + step[0])),
      Math.max(0, Math.min(indicators.length - 1, column + step[1])),
    ]);
  };
  const onPointer = ({ nativeEvent }: PointerEvent) => {
    const [y, x] = [Math.floor(nativeEvent.offsetY / height), Math.floor(nativeEvent.offsetX / CELL.width)];
    if (areas[y] && indicators[x]) setAt([y, x]);
  };
  return (
    <section className="chart" aria-label={say.title(words.level[picture.view.level])}>
      <h2>{say.title(words.level[picture.view.level])}</h2>
      <p className="chart-summary" id={readout} aria-live="polite">
        {say.cell(area.name, serviceName(indicator, words), cellText(cell, indicator, { words, format }))}
      </p>
      <div className="service-heat">
        <button
          type="button"
          aria-label={say.name}
          aria-describedby={readout}
          onKeyDown={onKeyDown}
          onPointerMove={onPointer}
          onClick={choose}
        >
          <canvas ref={canvas} width={indicators.length * CELL.width} height={areas.length * height} />
        </button>
      </div>
      <p className="note">{say.hint}</p>
    </section>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { part } from '#app/part.ts';
import { type Desk, lacksBoundaries, standTiles } from '#desk/office-desk.ts';
import type { CardProps } from './import-cards.tsx';

type Drawing = 'idle' | 'drawing' | 'unknown' | 'failed';

/** Tables of which no boundaries are open: the way to a first look without any, and what stands in for them. */
export function TilesCard({ desk, setDesk, words, format }: CardProps) {
  const [drawing, setDrawing] = useState<Drawing>('idle');
  const say = words.maps.tiles;
  if (desk.tiles) {
    const { villages, districts } = desk.ground.territory;
    return (
      <section className="card">
        <div className="card-head">
          <span className="kind">{say.kind}</span>
          <strong>{say.name(desk.ground.territory.name)}</strong>
          <span className="facts">
            {words.import.areas(format.count(villages.areas.length))} ·{' '}
            {words.where.districts(format.count(districts.areas.length))}
          </span>
          <Button
            className="icon-button"
            aria-label={words.import.remove(say.kind)}
            onPress={() => setDesk(standTiles(desk, null))}
          >
            ×
          </Button>
        </div>
        <p className="note">{say.note}</p>
      </section>
    );
  }
  if (!lacksBoundaries(desk)) return null;
  const draw = async () => {
    setDrawing('drawing');
    const drawn = await tilesFor(desk).catch(() => ({ ok: false }) as const);
    setDrawing(!drawn.ok ? 'failed' : drawn.ground === null ? 'unknown' : 'idle');
    if (drawn.ok && drawn.ground !== null) setDesk(standTiles(desk, drawn.ground));
  };
  return (
    <section className="card questions" aria-label={say.heading}>
      <h3>{say.heading}</h3>
      <p>{say.offer}</p>
      {drawing === 'unknown' ? <p role="alert">{say.unknown}</p> : null}
      {drawing === 'failed' ? <p role="alert">{say.failed}</p> : null}
      <Button className="button" isDisabled={drawing === 'drawing'} onPress={() => void draw()}>
        {drawing === 'drawing' ? say.drawing : say.draw}
      </Button>
    </section>
  );
}

async function tilesFor(desk: Desk) {
  const { createFileReader } = await part(() => import('#data/file-reader.ts'));
  const tables = desk.tables.map(
    ({ name, sheets, problems }) => ({ kind: 'table', name, sheets, problems }) as const,
  );
  return createFileReader().tiles(tables);
}

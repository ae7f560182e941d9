import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { Bounded } from '#app/kit/bounded.tsx';
import { late } from '#app/late.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { Whole } from '#app/whole.tsx';
import type { Manifest } from '#core/dataset.ts';
import { tierOf } from '#picture/tier.ts';
import { enterRoom } from '#state/rooms.ts';
import type { Words } from '#words/id.ts';
import { shippedText, sourceTitles } from '#words/shipped-text.ts';
import { Doors } from './doors.tsx';
import { KeepDataset } from './keep-dataset.tsx';
import { MonitoringData } from './monitoring-data.tsx';
import { PeriodLedger } from './period-ledger.tsx';
import { openPreparation, preparation } from './preparation-work.ts';
import { ProgramState } from './program-state.tsx';
import { Services } from './services.tsx';
import { WipeButton } from './wipe-button.tsx';
import './data-room.css';

const SecondSourceChoice = late(() =>
  import('./second-source.tsx').then((module) => module.SecondSourceChoice),
);

const PreparationPanel = late(() =>
  import('./preparation-panel.tsx').then((module) => module.PreparationPanel),
);

const SqlPanel = late(() => import('./sql-panel.tsx').then((module) => module.SqlPanel));

/** What is open, what of it came in, and the ways in and out. */
export function DataRoom() {
  // Other data begin anew: with the doors where it is the example again.
  return <Room key={usePicture(({ atlas }) => atlas.manifest.id)} />;
}

function Room() {
  const { store, words, session } = usePage();
  const { manifest, second } = usePicture(({ atlas }) => atlas);
  const laid = usePicture(({ places }) => places.length > 0);
  const say = words.rooms.data;
  const [more, setMore] = useState(false);
  const [asking, setAsking] = useState(false);
  const loaded = usePicture(({ atlas }) => atlas.dataset !== null);
  const preparing = useStore(preparation, ({ isOpen }) => isOpen);
  const open = () => store.setState({ importing: true });
  if (preparing)
    return (
      <Bounded>
        <PreparationPanel onBack={() => openPreparation(false)} />
      </Bounded>
    );
  if (asking && loaded)
    return (
      <Bounded>
        <SqlPanel onBack={() => setAsking(false)} />
      </Bounded>
    );
  const prepare = (
    <Button className="link data-more" onPress={() => openPreparation(true)}>
      {say.prepare}
    </Button>
  );
  // What the reader has laid beside the example is not behind a link.
  const own = second !== undefined || laid;
  if (manifest.tier === 'example' && !more && !own)
    return (
      <div className="data-room">
        <Bounded>
          <Doors onOffice={open} onExample={() => enterRoom(store, 'map')} />
        </Bounded>
        <Button className="link data-more" onPress={() => setMore(true)}>
          {say.open}: {shippedText(manifest.title, words)}
        </Button>
        {prepare}
        <p className="note">{words.app.local}</p>
        <Bounded>
          <ProgramState />
        </Bounded>
      </div>
    );
  return (
    <div className="data-room">
      <section>
        <h2>{say.open}</h2>
        <Bounded>
          <OpenData />
        </Bounded>
        <div className="row data-ways">
          <Button className="button primary" onPress={open}>
            {say.replace}
          </Button>
          {manifest.tier === 'example' ? null : (
            <Button className="button" onPress={() => void session.openDemo()}>
              {say.example}
            </Button>
          )}
          <Bounded inLine>
            <WipeButton />
          </Bounded>
        </div>
        {prepare}
        {loaded ? (
          <Button className="link data-more" onPress={() => setAsking(true)}>
            {say.sql}
          </Button>
        ) : null}
        <Bounded>{manifest.tier === 'example' ? null : <KeepDataset />}</Bounded>
        <p className="note">{words.app.local}</p>
      </section>
      <Bounded>
        <PeriodLedger />
      </Bounded>
      {second ? (
        <Bounded>
          <Whole>{(panel) => <SecondSourceChoice {...panel} source={second} />}</Whole>
        </Bounded>
      ) : (
        <section>
          <h2>{words.sources.heading}</h2>
          <p className="note">{say.noSecond}</p>
        </section>
      )}
      <Bounded>
        <Services />
      </Bounded>
      <Bounded>
        <MonitoringData />
      </Bounded>
      <Bounded>
        <ProgramState />
      </Bounded>
    </div>
  );
}

function OpenData() {
  const { words, format } = usePage();
  const picture = usePicture();
  const { manifest, territory } = picture.atlas;
  const say = words.rooms.data;
  const rows: readonly (readonly [string, string])[] = [
    [say.territory, manifest.territory],
    [say.tier, words.tier[tierOf(picture)]],
    [say.areas, format.count(territory.villages.areas.length)],
    [say.districts, format.count(territory.districts.areas.length)],
    [say.sources, sourceTitles(manifest, words)],
    [say.boundaries, boundaryText(manifest, words)],
  ];
  return (
    <dl className="data-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function boundaryText({ boundaries }: Manifest, words: Words): string {
  const { kind, source, asOf } = boundaries;
  const said = words.boundaries[kind];
  const title = shippedText(source.title, words);
  const named = title.startsWith(said) ? [title] : [said, title];
  return [...named, asOf].filter((part) => part !== '').join(' · ');
}

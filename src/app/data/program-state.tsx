import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { usePage } from '#app/page.ts';
import { offline } from '#state/offline.ts';

/** How far the program itself is on this machine, and the newer version where there is one: offered, never forced. */
export function ProgramState() {
  const { words } = usePage();
  const { parts, newer } = useSyncExternalStore(offline.subscribe, offline.getState);
  const say = words.keeping.program;
  return (
    <section>
      <h2>{say.heading}</h2>
      {newer ? (
        <div className="row">
          <span>{say.newer}</span>
          <Button className="button" onPress={() => offline.takeNewer()}>
            {say.take}
          </Button>
        </div>
      ) : null}
      <p className="note" role="status">
        {say.parts[parts]}
      </p>
      {globalThis.isSecureContext ? null : <p className="note">{say.insecure}</p>}
    </section>
  );
}

import { Button } from 'react-aria-components';
import { leave } from '#app/kit/way-out.ts';
import { usePage, usePicture } from '#app/page.ts';
import { MONITORING_KINDS, NO_MONITORING } from '#core/monitoring.ts';
import { monitoringTemplateCsv } from '#data/monitoring-template.ts';

/** What is open for monitoring beside the counts, the way to more, and empty tables to begin with. */
export function MonitoringData() {
  const { store, words, format } = usePage();
  const monitoring = usePicture(({ atlas }) => atlas.dataset?.monitoring) ?? NO_MONITORING;
  const territory = usePicture(({ atlas }) => atlas.territory);
  const say = words.monitoringData;
  const held = MONITORING_KINDS.filter((kind) => monitoring[kind].length > 0);
  return (
    <section className="group services">
      <h2>{say.heading}</h2>
      <p className="note">
        {held.length === 0
          ? say.empty
          : held.map((kind) => say.holds[kind](format.count(monitoring[kind].length))).join(' · ')}
      </p>
      <div className="row services-doors">
        <Button className="button" onPress={() => store.setState({ importing: true })}>
          {say.open}
        </Button>
      </div>
      <details>
        <summary>{say.templates}</summary>
        <ul className="monitoring-templates">
          {MONITORING_KINDS.map((kind) => (
            <li key={kind}>
              <Button
                className="link"
                onPress={() =>
                  leave('no-figures', (door) =>
                    door.hand(say.files[kind], monitoringTemplateCsv(kind, territory)),
                  )
                }
              >
                {say.forms[kind]}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

import { Button } from 'react-aria-components';
import type { PanelProps } from '#app/panel-props.ts';
import { MONITORING_KINDS } from '#core/monitoring.ts';
import { type DeskMonitoring, monitoringReading } from '#desk/monitoring-desk.ts';
import { areaGround, type Desk, removeFile } from '#desk/office-desk.ts';

interface MonitoringCardProps extends Pick<PanelProps, 'words' | 'format'> {
  readonly desk: Desk;
  readonly setDesk: (desk: Desk) => void;
  readonly own: DeskMonitoring;
}

/** What a file for monitoring was taken for: each table of it, its columns and rows. */
export function MonitoringCard({ desk, setDesk, own, words, format }: MonitoringCardProps) {
  const { monitoring, sheets } = monitoringReading(own, areaGround(desk));
  const say = words.monitoringData;
  const facts = MONITORING_KINDS.flatMap((kind) =>
    monitoring[kind].length > 0 ? [say.holds[kind](format.count(monitoring[kind].length))] : [],
  );
  return (
    <section className="card">
      <div className="card-head">
        <span className="kind">{say.kind}</span>
        <strong>{own.name}</strong>
        <span className="facts">{facts.length > 0 ? facts.join(' · ') : say.nothing}</span>
        <Button
          className="icon-button"
          aria-label={words.import.remove(own.name)}
          onPress={() => setDesk(removeFile(desk, own.name))}
        >
          ×
        </Button>
      </div>
      {sheets.flatMap(({ sheet, form, roles, ledger }) =>
        form === null
          ? []
          : [
              <details className="columns" key={sheet}>
                <summary>
                  {[...(sheet === '' ? [] : [sheet]), say.forms[form]].join(': ')}
                  {' · '}
                  {words.import.ledger(
                    format.count(ledger.read),
                    format.count(ledger.used),
                    format.count(ledger.summed),
                    format.count(ledger.setAside),
                    format.count(ledger.notRows),
                  )}
                </summary>
                <ul>
                  {roles.map(({ column, role }, k) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
                    <li key={k}>
                      {column}: {say.roles[role as keyof typeof say.roles] ?? say.unread}
                    </li>
                  ))}
                </ul>
              </details>,
            ],
      )}
    </section>
  );
}

import { useState } from 'react';
import { Button } from 'react-aria-components';
import { usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import { coverageSum, villageCoverage } from '#core/coverage.ts';
import type { PeriodEntry } from '#core/dataset.ts';
import { periodKind } from '#core/period.ts';
import { coverageIn, reportedVillages } from '#picture/atlas.ts';
import type { Picture } from '#picture/picture.ts';
import { setView } from '#state/store.ts';
import { DASH } from '#words/format.ts';

const SHOWN = 6;

/** Periods as long as the one shown, the last first, and those in which only others are counted: the year of families. */
function listedPeriods({ atlas, view, indicator }: Picture): readonly PeriodEntry[] {
  const kind = periodKind(view.period);
  // Until the whole package is there, its periods are not known.
  const own = atlas.dataset && coverageIn(atlas, indicator.unit).periods;
  const periods = [...atlas.manifest.periods].reverse();
  return [
    ...periods.filter(({ id }) => periodKind(id) === kind),
    ...periods.filter(({ id }) => periodKind(id) !== kind && own?.includes(id) === false),
  ];
}

/** Of every period: who reported, what was set aside, and how many of the target were measured. */
export function PeriodLedger() {
  const { store, words, format } = usePage();
  const picture = usePicture();
  const { coverage, territory } = picture.atlas;
  const { period } = picture.view;
  const [all, setAll] = useState(false);
  const say = words.rooms.data;
  const kind = periodKind(period);
  const listed = listedPeriods(picture);
  const shown = all ? listed : listed.slice(0, SHOWN);
  const villages = [...territory.villages.areas.keys()];
  return (
    <section>
      <h2>{say.ledger}</h2>
      <table className="period-ledger">
        <thead>
          <tr>
            <th scope="col">{say.ledgerHeads.period}</th>
            <th scope="col">{say.ledgerHeads.reported}</th>
            <th scope="col">{say.ledgerHeads.setAside}</th>
            <th scope="col">{say.ledgerHeads.coverage}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, complete, setAside = 0 }) => {
            const known = coverage.periods.includes(id);
            const own = villageCoverage(coverage, id);
            const reported = reportedVillages(picture.atlas, picture.indicator, id);
            const sum = coverageSum(own, villages);
            return (
              <tr key={id} data-current={id === period ? '' : undefined}>
                <th scope="row">
                  {periodKind(id) === kind ? (
                    <Button className="link" onPress={() => setView(store, { period: id })}>
                      {format.period(id)}
                    </Button>
                  ) : (
                    format.period(id)
                  )}
                  {complete ? null : <small> {say.incomplete}</small>}
                </th>
                <td>
                  {reported === null ? DASH : say.of(format.count(reported), format.count(villages.length))}
                </td>
                <td>{setAside > 0 ? format.count(setAside) : DASH}</td>
                <td>
                  {known && sum.status === CellStatus.observed
                    ? format.percentUnit(sum.measured / sum.target)
                    : DASH}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {listed.length > shown.length ? (
        <Button className="link" onPress={() => setAll(true)}>
          {say.more(format.count(listed.length - shown.length))}
        </Button>
      ) : null}
    </section>
  );
}

import { Button, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { PRESSED_AGAIN } from '#app/kit/choice-list.tsx';
import { Segments } from '#app/kit/segments.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { latestComplete, type Period, type PeriodKind, periodKind } from '#core/period.ts';
import { periodsOf } from '#picture/comparable-periods.ts';
import { setView, stepPeriod } from '#state/store.ts';
import { PeriodPlay } from './period-play.tsx';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'semester', 'year'];

/** Which period: a calendar of those there are, and arrows to the ones beside it. */
export function PeriodPart() {
  const { store, words, format } = usePage();
  const manifest = useAsked(({ atlas }) => atlas.manifest);
  const indicator = useAsked(({ view }) => view.indicator);
  const periods = periodsOf(manifest, indicator);
  const current = useAsked(({ view }) => view.period);
  const kind = periodKind(current);
  const same = periods.filter((entry) => periodKind(entry.id) === kind);
  const at = same.findIndex((entry) => entry.id === current);
  const incomplete = same[at]?.complete === false;
  const years = [...new Set(same.map(({ id }) => id.slice(0, 4)))].sort().reverse();
  const ofKind = (wanted: PeriodKind): Period | null =>
    latestComplete(periods, wanted) ??
    periods.findLast((entry) => periodKind(entry.id) === wanted)?.id ??
    null;
  return (
    <span className="part-group">
      <Button
        className="part-step"
        aria-label={words.period.previous}
        isDisabled={at <= 0}
        onPress={() => stepPeriod(store, -1)}
      >
        ‹
      </Button>
      <Button
        className="part-step"
        aria-label={words.period.next}
        isDisabled={at >= same.length - 1}
        onPress={() => stepPeriod(store, 1)}
      >
        ›
      </Button>
      <PeriodPlay periods={same.map(({ id }) => id)} />
      <SentencePart
        label={words.rooms.sentence.period}
        says={({ view }) => {
          const phrase = format.period(view.period);
          return { phrase, full: incomplete ? `${phrase} (${words.period.incomplete})` : phrase };
        }}
      >
        {(close) => (
          <div className="period-calendar stack">
            <Segments
              label={words.period.kindLabel}
              value={kind}
              options={KINDS.map((id) => ({
                id,
                label: words.period.kind[id],
                disabled: ofKind(id) === null,
              }))}
              onChange={(wanted) => {
                const period = ofKind(wanted);
                if (period) setView(store, { period });
              }}
            />
            <ListBox
              className="listbox period-list"
              aria-label={words.rooms.sentence.period}
              autoFocus
              layout="grid"
              data-kind={kind}
              selectionMode="single"
              disallowEmptySelection
              {...PRESSED_AGAIN}
              selectedKeys={[current]}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : keys;
                const period = same.find(({ id }) => id === key);
                if (period) setView(store, { period: period.id });
                close();
              }}
            >
              {years.map((year) => (
                <ListBoxSection key={year} className="period-year">
                  <Header>{year}</Header>
                  {same
                    .filter(({ id }) => id.startsWith(year))
                    .map(({ id, complete }) => (
                      <ListBoxItem
                        key={id}
                        id={id}
                        className="item"
                        textValue={format.period(id)}
                        aria-label={
                          complete ? format.period(id) : `${format.period(id)}, ${words.period.incomplete}`
                        }
                        data-incomplete={complete ? undefined : ''}
                      >
                        {shortPeriod(format.period(id), kind, year)}
                      </ListBoxItem>
                    ))}
                </ListBoxSection>
              ))}
            </ListBox>
            {same.some(({ complete }) => !complete) ? (
              <p className="note period-key">{words.period.incomplete}</p>
            ) : null}
          </div>
        )}
      </SentencePart>
    </span>
  );
}

/** Under its year a month needs no year. */
function shortPeriod(name: string, kind: PeriodKind, year: string): string {
  if (kind === 'year') return name;
  const short = name.replace(year, '').trim();
  return kind === 'month' ? short.slice(0, 3) : short;
}

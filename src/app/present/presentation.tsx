import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { TalkList } from '#app/kinds/question-view.ts';
import { talkList } from '#app/kinds/question-views.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { filterValues, VISIONS, type Vision } from '#map/color-vision.ts';
import { endPresentation, stepSlide } from '#state/presenter.ts';
import { savedHere } from '#state/saved-views.ts';
import { stepPeriod } from '#state/store.ts';
import { legendWords } from '#words/legend-words.ts';
import './presentation.css';
import { tierOf } from '#picture/tier.ts';

const MOST_ROWS = 10;

/** What stands above the map while presenting: whose data, which saved view, and the presenter's few controls. */
export function PresentationBar({ picture, store, words }: PanelProps) {
  usePresenterKeys(store);
  return (
    <header className="talk-bar">
      <span className="tier" data-tier={tierOf(picture)}>
        {words.tier[tierOf(picture)]}
      </span>
      <SavedPlace store={store} words={words} />
      <Button
        className="talk-button"
        aria-label={words.period.previous}
        onPress={() => stepPeriod(store, -1)}
      >
        ‹
      </Button>
      <Button className="talk-button" aria-label={words.period.next} onPress={() => stepPeriod(store, 1)}>
        ›
      </Button>
      <VisionCheck words={words} />
      <Button className="talk-button" autoFocus onPress={() => endPresentation(store)}>
        {words.presentation.end}
      </Button>
      <p className="visually-hidden">{words.presentation.keys}</p>
    </header>
  );
}

/** Which of the saved views is shown, as '2/5 title'; empty where none was. */
function SavedPlace({ store, words }: Pick<PanelProps, 'store' | 'words'>) {
  const saved = useStore(store, (state) => state.saved);
  const atlas = useStore(store, (state) => state.atlas);
  const shown = useStore(store, (state) => state.savedShown);
  const here = savedHere({ saved, atlas });
  const at = here.findIndex(({ id }) => id === shown);
  return (
    <span className="talk-place" role="status" aria-label={words.presentation.saved}>
      {at < 0 ? '' : `${at + 1}/${here.length} ${here[at]?.title ?? ''}`}
    </span>
  );
}

/** Shows the page in grey, or as a color-blind guest sees it; back to the true colors when the presentation ends. */
function VisionCheck({ words }: Pick<PanelProps, 'words'>) {
  const [vision, setVision] = useState<Vision>('normal');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const shell = button.current?.closest<HTMLElement>('.shell');
    if (!shell) return;
    shell.style.filter = vision === 'normal' ? '' : `url("#vision-${vision}")`;
    return () => {
      shell.style.filter = '';
    };
  }, [vision]);
  const next = VISIONS[(VISIONS.indexOf(vision) + 1) % VISIONS.length] ?? 'normal';
  return (
    <>
      <Button className="talk-button" ref={button} onPress={() => setVision(next)}>
        {words.presentation.vision}: <span aria-live="polite">{words.presentation.visions[vision]}</span>
      </Button>
      <svg className="visually-hidden" aria-hidden="true" focusable="false">
        {VISIONS.map((each) =>
          each === 'normal' ? null : (
            <filter key={each} id={`vision-${each}`} colorInterpolationFilters="linearRGB">
              <feColorMatrix type="matrix" values={filterValues(each)} />
            </filter>
          ),
        )}
      </svg>
    </>
  );
}

/** A clicker's keys, before anything on the page takes them. Arrows are the map's while it has the focus. */
function usePresenterKeys(store: PanelProps['store']): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const inMap = event.target instanceof Element && event.target.closest('.map-frame') !== null;
      if (!stepSlide(store, event.key, inMap)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = () => {
      if (document.fullscreenElement === null) endPresentation(store);
    };
    window.addEventListener('keydown', listen, true);
    document.addEventListener('fullscreenchange', leave);
    return () => {
      window.removeEventListener('keydown', listen, true);
      document.removeEventListener('fullscreenchange', leave);
    };
  }, [store]);
}

/** The most urgent areas of what is shown, at most ten: as many as there is room for. */
export function PresentationTable(props: PanelProps) {
  const list = talkList(props);
  // Another caption leaves other room in the same place.
  return <TalkTable key={list.caption ?? ''} {...props} list={list} />;
}

function TalkTable({ picture, words, format, list }: PanelProps & { readonly list: TalkList }) {
  const { geography, selected } = picture;
  const { caption, color, areas, places, columns } = list;
  const place = useRef<HTMLElement>(null);
  const room = useRoom(place);
  const top = areas.slice(0, room);
  const say = columns.length === 1 ? words.presentation.top : words.area.parts;
  const shown = say(format.count(top.length), format.count(areas.length));
  return (
    <section className="talk-table" ref={place} aria-label={words.table.tab}>
      <table>
        {caption ? <caption>{caption}</caption> : null}
        <thead>
          <tr>
            <th scope="col">{words.table.rank}</th>
            <th scope="col">
              {color ? <span className="talk-swatch" style={{ background: color }} /> : null}
              {shown}
            </th>
            {columns.map(({ header, about }) => (
              <th scope="col" key={about} title={about}>
                <span aria-hidden="true">{header}</span>
                <span className="visually-hidden">{about}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {top.map((index, k) => (
            <tr key={index} data-selected={selected.some((each) => each === index) ? '' : undefined}>
              <td>{format.count(places[k] ?? k + 1)}</td>
              <th scope="row">{geography.areas[index]?.name}</th>
              {columns.map(({ about, write, isSure }) => (
                <td key={about} data-unsure={isSure(index) ? undefined : ''}>
                  {write(index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where the numbers and the boundaries come from: never away, however large the type. */
export function PresentationFoot({ picture, words, format }: PanelProps) {
  const { source, placeSources, boundaries } = legendWords(picture, words, format);
  return (
    <footer className="talk-foot">
      {[source, placeSources, boundaries].filter((part) => part !== null).join(' · ')}
    </footer>
  );
}

/** How many rows fit into a place under what stands above them, by the height of the first. */
function useRoom(place: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(MOST_ROWS);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => {
      const row = element.querySelector('tbody tr');
      if (!row) return;
      const { top, height } = row.getBoundingClientRect();
      const fitting = Math.floor((element.getBoundingClientRect().bottom - top) / height);
      // Before this frame is painted, so that no row is ever seen cut.
      flushSync(() => setRoom(Math.min(MOST_ROWS, Math.max(1, fitting))));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place]);
  return room;
}

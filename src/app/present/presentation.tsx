import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { talkList } from '#app/kinds/question-views.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { filterValues, VISIONS, type Vision } from '#map/color-vision.ts';
import { endPresentation, stepSlide } from '#state/presenter.ts';
import { savedHere } from '#state/saved-views.ts';
import { stepPeriod } from '#state/store.ts';
import { legendWords } from '#words/legend-words.ts';
import './presentation.css';
import { tierOf } from '#picture/tier.ts';
import { toldList } from '#picture/told-list.ts';
import './talk-list.css';

/** What stands above the map while presenting: whose data, which saved view, and the presenter's few controls. */
export function PresentationBar({ picture, store, words }: PanelProps) {
  usePresenterKeys(store);
  const blank = useStore(store, (state) => state.blank);
  const bar = useRef<HTMLElement>(null);
  // Not on a button: there the space bar would press it.
  useEffect(() => bar.current?.focus(), []);
  return (
    <section className="talk-bar" ref={bar} tabIndex={-1} aria-label={words.presentation.label}>
      {blank ? (
        <div className="talk-blank" role="status">
          <span className="visually-hidden">{words.presentation.blank}</span>
        </div>
      ) : null}
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
      <Button className="talk-button" onPress={() => endPresentation(store)}>
        {words.presentation.end}
      </Button>
      <p className="visually-hidden">{words.presentation.keys}</p>
    </section>
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
      if (event.ctrlKey || event.altKey || event.metaKey || store.getState().help !== null) return;
      const inMap = event.target instanceof Element && event.target.closest('.map-frame') !== null;
      if (!stepSlide(store, event.key, inMap)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = () => {
      // Esc leaves the full screen whatever is open; with help over it, the presentation goes on in the window.
      const { help } = store.getState();
      if (document.fullscreenElement === null && help === null) endPresentation(store);
    };
    window.addEventListener('keydown', listen, true);
    document.addEventListener('fullscreenchange', leave);
    return () => {
      window.removeEventListener('keydown', listen, true);
      document.removeEventListener('fullscreenchange', leave);
    };
  }, [store]);
}

/** More rows than these stand in two or three columns beside each other. */
const ROWS_OF_A_COLUMN = 14;

/** The list of what is shown, whole, with the numbers of the map: where there is little room its type is smaller. */
export function PresentationTable(props: PanelProps) {
  const { picture, words, format } = props;
  const { geography, selected } = picture;
  const { areas, places, of } = toldList(picture);
  const { caption, color, columns } = talkList(props);
  const place = useRef<HTMLElement>(null);
  useFittingType(place);
  const say = columns.length === 1 ? words.presentation.top : words.area.parts;
  const shown = say(format.count(areas.length), format.count(of));
  const parts = partsOf(areas.length);
  return (
    <section className="talk-table" ref={place} aria-label={words.table.tab}>
      <div className="talk-list" data-parts={parts.length}>
        {caption ? <p className="talk-caption">{caption}</p> : null}
        {parts.map(([from, to]) => (
          <table key={from}>
            <thead>
              <tr>
                <th scope="col">{words.table.rank}</th>
                <th scope="col">
                  {color ? <span className="talk-swatch" style={{ background: color }} /> : null}
                  {shown}
                </th>
                {columns.map(({ header, about, isWorded }) => (
                  <th scope="col" key={about} title={about} data-worded={isWorded ? '' : undefined}>
                    <span aria-hidden="true">{header}</span>
                    <span className="visually-hidden">{about}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {areas.slice(from, to).map((index, k) => (
                <tr key={index} data-selected={selected.some((each) => each === index) ? '' : undefined}>
                  <td>
                    <span className="talk-disc">{places[from + k] ?? from + k + 1}</span>
                  </td>
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
        ))}
      </div>
    </section>
  );
}

/** The rows of each column, as equal as they can be. */
function partsOf(rows: number): readonly (readonly [from: number, to: number])[] {
  const parts = Math.min(3, Math.max(1, Math.ceil(rows / ROWS_OF_A_COLUMN)));
  const each = Math.ceil(rows / parts);
  return Array.from({ length: parts }, (_, k) => [k * each, Math.min(rows, (k + 1) * each)] as const);
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

/** Makes the type in a place smaller until all of it is seen, and as large as the page's where there is room. */
function useFittingType(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = place.current;
    const list = element?.firstElementChild;
    if (!element || !(list instanceof HTMLElement)) return;
    const shrink = () => {
      let share = 1;
      list.style.fontSize = '';
      // A smaller type breaks lines elsewhere: a few steps lead there.
      for (let step = 0; step < 12 && list.scrollHeight > element.clientHeight; step++) {
        share *= Math.min(0.97, element.clientHeight / list.scrollHeight);
        list.style.fontSize = `${share}em`;
      }
    };
    const watcher = new ResizeObserver(shrink);
    watcher.observe(element);
    shrink();
    return () => watcher.disconnect();
  });
}

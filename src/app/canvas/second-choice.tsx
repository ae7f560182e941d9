import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useStore } from 'zustand';
import { usePage, usePicture } from '#app/page.ts';
import { decodeView } from '#core/view-codec.ts';
import type { SecondChoice } from '#picture/arrangement.ts';
import { periodsOf, usualPeriods } from '#picture/comparable-periods.ts';
import { openingView } from '#picture/opening-view.ts';
import { answerableIndicators } from '#picture/small-views.ts';
import { savedHere } from '#state/saved-views.ts';
import { arrange } from '#state/second-view.ts';

/** What map B shows: another period or indicator of the present view, that view as it is now, or a saved one. */
export function SecondMenu() {
  const { store, words, format } = usePage();
  const picture = usePicture();
  const { view, atlas } = picture;
  const { manifest, territory } = atlas;
  const say = words.arrangement;
  const saved = useStore(store, (state) => state.saved);
  const { previous, yearAgo } = usualPeriods(periodsOf(manifest, view.indicator), view.period);
  const take = (second: SecondChoice) => arrange(store, { second, classes: null });
  const show = (text: string) => {
    const read = decodeView(text, manifest, territory, openingView(manifest));
    if (read.ok) take({ kind: 'view', view: read.value });
  };
  return (
    <MenuTrigger>
      <Button className="button">
        {say.choose} <span aria-hidden="true">⌄</span>
      </Button>
      <Popover className="popover">
        <Menu className="listbox second-menu" aria-label={say.choose}>
          <MenuSection>
            <Header className="note">{say.periods}</Header>
            {previous ? (
              <MenuItem className="item" onAction={() => take({ kind: 'previous' })}>
                {say.previous(format.period(previous))}
              </MenuItem>
            ) : null}
            {yearAgo ? (
              <MenuItem className="item" onAction={() => take({ kind: 'year-ago' })}>
                {say.yearAgo(format.period(yearAgo))}
              </MenuItem>
            ) : null}
          </MenuSection>
          <MenuSection>
            <Header className="note">{say.indicators}</Header>
            {answerableIndicators(manifest, view)
              .filter((indicator) => indicator !== view.indicator)
              .map((indicator) => (
                <MenuItem
                  className="item"
                  key={indicator}
                  onAction={() => take({ kind: 'indicator', indicator })}
                >
                  {words.indicator[indicator].short}
                </MenuItem>
              ))}
          </MenuSection>
          <MenuSection>
            <Header className="note">{say.views}</Header>
            <MenuItem className="item" onAction={() => take({ kind: 'view', view })}>
              {say.keep}
            </MenuItem>
            {savedHere({ saved, atlas }).map(({ id, title, text }) => (
              <MenuItem className="item" key={id} onAction={() => show(text)}>
                {title}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

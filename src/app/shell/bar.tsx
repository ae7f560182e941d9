import { useCallback } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { AreaBox } from '#app/kit/area-box.tsx';
import { Choice } from '#app/kit/choice.tsx';
import { useMedia } from '#app/kit/media.ts';
import { Segments, type SegmentsProps } from '#app/kit/segments.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { ExportMenu } from '#app/present/export-menu.tsx';
import type { Area, Territory } from '#core/area.ts';
import { latestComplete, type Period, type PeriodKind, periodKind } from '#core/period.ts';
import { tierOf } from '#picture/tier.ts';
import { select, setView, stepPeriod } from '#state/store.ts';
import { PresentationButton, SavedViewsButton, UndoButtons } from './view-tools.tsx';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'semester', 'year'];

export interface BarProps extends PanelProps {
  readonly onOpenData: () => void;
  readonly onBackToDemo: () => void;
  readonly onWipe: () => void;
  readonly onLanguage: () => void;
  readonly otherLanguage: string;
}

export function Bar(props: BarProps) {
  const { picture, words, onOpenData, onBackToDemo, onWipe, onLanguage } = props;
  const { manifest } = picture.atlas;
  return (
    <header className="bar">
      <span className="brand">{words.app.name}</span>
      <span className="dataset" title={manifest.title}>
        {manifest.territory}
      </span>
      <span className="tier" data-tier={tierOf(picture)}>
        {words.tier[tierOf(picture)]}
      </span>
      <UndoButtons {...props} />
      <span className="spring" />
      <PeriodStepper {...props} />
      <AreaSearch territory={picture.atlas.territory} store={props.store} words={words} />
      <Button className="button primary" onPress={onOpenData}>
        {words.data.open}
      </Button>
      <MenuTrigger>
        <Button className="button">{words.data.menu}</Button>
        <Popover className="popover">
          <Menu className="listbox">
            <MenuItem className="item" onAction={onBackToDemo} isDisabled={manifest.tier === 'example'}>
              {words.data.back}
            </MenuItem>
            <MenuItem className="item" onAction={onWipe}>
              {words.data.wipe}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ExportMenu {...props} />
      <SavedViewsButton {...props} />
      <PresentationButton {...props} />
      <Button className="icon-button" onPress={onLanguage} aria-label={props.otherLanguage}>
        {words.language.otherCode}
      </Button>
    </header>
  );
}

/** A list that opens where the bar has no room for all kinds side by side. */
function PeriodKindChoice(props: SegmentsProps<PeriodKind>) {
  const narrow = useMedia('(min-width: 821px) and (max-width: 1180px)');
  return narrow ? <Choice {...props} /> : <Segments {...props} />;
}

function PeriodStepper({ picture, store, words, format }: PanelProps) {
  const { periods } = picture.atlas.manifest;
  const current = picture.view.period;
  const kind = periodKind(current);
  const same = periods.filter((entry) => periodKind(entry.id) === kind);
  const at = same.findIndex((entry) => entry.id === current);
  const complete = same[at]?.complete ?? true;
  const ofKind = (wanted: PeriodKind): Period | null =>
    latestComplete(periods, wanted) ??
    periods.findLast((entry) => periodKind(entry.id) === wanted)?.id ??
    null;
  return (
    <div className="row">
      <fieldset
        className="stepper"
        aria-label={words.period.label}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') stepPeriod(store, -1);
          else if (event.key === 'ArrowRight') stepPeriod(store, 1);
        }}
      >
        <Button
          className="icon-button"
          aria-label={words.period.previous}
          isDisabled={at <= 0}
          onPress={() => stepPeriod(store, -1)}
        >
          ‹
        </Button>
        <output aria-live="polite">
          {format.period(current)}
          {complete ? null : <small>{words.period.incomplete}</small>}
        </output>
        <Button
          className="icon-button"
          aria-label={words.period.next}
          isDisabled={at >= same.length - 1}
          onPress={() => stepPeriod(store, 1)}
        >
          ›
        </Button>
      </fieldset>
      <PeriodKindChoice
        label={words.period.kindLabel}
        value={kind}
        options={KINDS.map((id) => ({ id, label: words.period.kind[id], disabled: ofKind(id) === null }))}
        onChange={(wanted) => {
          const period = ofKind(wanted);
          if (period) setView(store, { period });
        }}
      />
    </div>
  );
}

/** Brings a village into view, selected. */
function AreaSearch({
  territory,
  store,
  words,
}: Pick<PanelProps, 'store' | 'words'> & { readonly territory: Territory }) {
  const choose = useCallback(
    ({ code }: Area) => {
      if (store.getState().view?.level !== 'village') setView(store, { level: 'village' });
      select(store, code, false);
      store.setState({ camera: { area: code } });
    },
    [store],
  );
  return <AreaBox label={words.where.search} territory={territory} words={words} onChoose={choose} />;
}

import { Button } from 'react-aria-components';
import { Choice } from '#app/kit/choice.tsx';
import { Segments } from '#app/kit/segments.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { indicators } from '#core/indicator.ts';
import { isAnswerable } from '#core/prevalence-sums.ts';
import { SINGLE } from '#core/view.ts';
import { setView } from '#state/store.ts';
import { Comparison } from './comparison.tsx';
import { OverlayChoice } from './overlay.tsx';

/** Which indicator, under which other, as a share or a count, by kelurahan or kecamatan, against which period. */
export function What(props: PanelProps) {
  const { picture, store, words } = props;
  const { view, atlas } = picture;
  const options = indicators(atlas.manifest.extremePovertyDecile).map((indicator) => ({
    id: indicator.id,
    label: words.indicator[indicator.id].short,
    disabled: !isAnswerable(atlas.manifest, indicator),
  }));
  return (
    <section className="group">
      <h2>{words.what.heading}</h2>
      <div className="stack">
        <Choice
          label={words.what.indicator}
          value={view.indicator}
          options={options}
          onChange={(indicator) => setView(store, { indicator })}
        />
        {picture.view.question.kind === 'priority' ? (
          <p className="note">
            {words.priority.shown}{' '}
            <Button className="link" onPress={() => setView(store, { question: SINGLE })}>
              {words.priority.end}
            </Button>
          </p>
        ) : null}
        {picture.view.question.kind === 'regions' ? <p className="note">{words.regions.shown}</p> : null}
        <OverlayChoice {...props} />
        <Segments
          label={words.measure.label}
          value={view.measure}
          options={[
            { id: 'rate', label: words.measure.rate },
            { id: 'count', label: words.measure.count },
          ]}
          onChange={(measure) => setView(store, { measure })}
        />
        <Segments
          label={words.level.label}
          value={view.level}
          options={[
            { id: 'village', label: words.level.village },
            { id: 'district', label: words.level.district },
          ]}
          onChange={(level) => setView(store, { level })}
        />
        <Comparison {...props} />
        <p className="note">{words.indicator[view.indicator].definition}</p>
      </div>
    </section>
  );
}

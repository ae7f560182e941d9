import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { Bounded } from '#app/kit/bounded.tsx';
import { Check, Choice } from '#app/kit/choice.tsx';
import { Segments } from '#app/kit/segments.tsx';
import { late } from '#app/late.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { MINIMUM_RATE_DENOMINATOR } from '#core/area-table.ts';
import type { ClassificationMethod } from '#core/classification.ts';
import type { Indicator } from '#core/indicator.ts';
import { periodKind } from '#core/period.ts';
import type { View } from '#core/view.ts';
import { lockedPeriod } from '#picture/picture.ts';
import { setView } from '#state/store.ts';
import { type BreakReading, readBreaks } from '#words/break-text.ts';
import { DASH } from '#words/format.ts';
import type { Words } from '#words/id.ts';

const ClassSensitivity = late(() => import('./class-table.tsx').then((module) => module.ClassSensitivity));

type MethodKind = ClassificationMethod['kind'];

/** How the classes are cut, and whether they stay while filters move. */
export function Style() {
  const { store, words, format } = usePage();
  const picture = useAsked();
  const { view, indicator, classification, atlas } = picture;
  const { kind } = view.classification;
  const bandsKnown = indicator.bands !== null && view.measure === 'rate';
  const edges = Array.from(classification.edges, (edge) => (view.measure === 'rate' ? edge * 100 : edge));
  const choose = (method: MethodKind) => {
    const classes = 'classes' in view.classification ? view.classification.classes : 5;
    if (method === 'bands') setView(store, { classification: { kind: 'bands' } });
    else if (method === 'fixed')
      setView(store, {
        classification: {
          kind: 'fixed',
          breaks: Array.from(classification.edges).filter((edge) => edge >= 0),
        },
      });
    else if (method === 'standard-deviation') setView(store, { classification: { kind: method, step: 1 } });
    else setView(store, { classification: { kind: method, classes } });
  };
  const locked = lockedPeriod(atlas.manifest, periodKind(view.period));
  const kinds: readonly MethodKind[] = [
    'bands',
    'quantile',
    'natural-breaks',
    'equal-interval',
    'standard-deviation',
    'fixed',
  ];
  return (
    <section className="group">
      <h2>{words.style.heading}</h2>
      <div className="stack">
        <Choice
          label={words.style.method}
          labelShown
          value={kind}
          options={kinds
            .filter((id) => id !== 'bands' || bandsKnown)
            .map((id) => ({ id, label: words.style.methods[id] }))}
          onChange={choose}
        />
        {'classes' in view.classification ? (
          <div className="row between">
            <span>{words.style.classes}</span>
            <Segments
              label={words.style.classes}
              value={String(view.classification.classes)}
              options={['3', '4', '5', '6', '7'].map((id) => ({ id, label: id }))}
              onChange={(classes) =>
                setView(store, {
                  classification: {
                    ...view.classification,
                    classes: Number(classes),
                  } as ClassificationMethod,
                })
              }
            />
          </div>
        ) : null}
        {kind === 'fixed' ? (
          <OwnBreaks key={view.measure} edges={edges} {...{ picture, store, words, format }} />
        ) : null}
        <Check
          label={words.style.lock}
          selected={view.classesLocked}
          onChange={(classesLocked) => setView(store, { classesLocked })}
        />
        {view.classesLocked && kind !== 'bands' && kind !== 'fixed' ? (
          <p className="note">{words.style.locked(locked ? format.period(locked) : DASH)}</p>
        ) : null}
        {view.measure === 'rate' && indicator.kind === 'prevalence' && atlas.manifest.tier !== 'release' ? (
          <Check
            label={words.style.small(String(MINIMUM_RATE_DENOMINATOR))}
            count={words.style.smallHint}
            selected={view.showSmallRates}
            onChange={(showSmallRates) => setView(store, { showSmallRates })}
          />
        ) : null}
        {picture.shading.kind === 'single' ? <Sensitivity /> : null}
      </div>
    </section>
  );
}

/** Computed only while it is open. */
function Sensitivity() {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{usePage().words.sheet.sensitivity.summary}</summary>
      {open ? (
        <Bounded>
          <ClassSensitivity />
        </Bounded>
      ) : null}
    </details>
  );
}

/** Largest break in the unit in which it is typed: a prevalence is at most 100 %, D may exceed S. */
export function mostBreak(indicator: Indicator, measure: View['measure']): number {
  return measure === 'rate' && indicator.kind === 'prevalence' ? 100 : Number.POSITIVE_INFINITY;
}

/** Why typed breaks cannot be used; '' where they can. */
export function breakFault({ kind }: BreakReading, unreadable: string, words: Words): string {
  if (kind === 'breaks') return '';
  return { unreadable, negative: words.style.breaksNegative, beyond: words.style.breaksBeyond }[kind];
}

function OwnBreaks({ edges }: { readonly edges: readonly number[] }) {
  const { store, words } = usePage();
  const picture = useAsked();
  const [text, setText] = useState(() =>
    edges
      .map((edge) => String(Number(edge.toFixed(1))).replace('.', words.language.code === 'ID' ? ',' : '.'))
      .join('; '),
  );
  const { indicator, view } = picture;
  const most = mostBreak(indicator, view.measure);
  const reading = readBreaks(text, most);
  return (
    <TextField
      value={text}
      isInvalid={reading.kind !== 'breaks'}
      onChange={(value) => {
        setText(value);
        const read = readBreaks(value, most);
        if (read.kind !== 'breaks') return;
        const stored = view.measure === 'rate' ? read.breaks.map((edge) => edge / 100) : read.breaks;
        setView(store, { classification: { kind: 'fixed', breaks: stored } });
      }}
    >
      <Label className="note">{words.style.breaks}</Label>
      <Input autoComplete="off" className="field" aria-description={words.style.breaksHint} />
      <FieldError className="error">{breakFault(reading, words.style.breaksInvalid, words)}</FieldError>
    </TextField>
  );
}

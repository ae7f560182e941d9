import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { Absent } from '#app/kit/absent.tsx';
import { LegendLine } from '#app/kit/legend-line.tsx';
import { usePage, usePicture } from '#app/page.ts';
import { CellStatus } from '#core/area-table.ts';
import { type ExceedanceMap, type RateThreshold, TOLD_NEITHER_WAY } from '#core/exceedance.ts';
import { roundThreshold } from '#core/region-classes.ts';
import type { ExceedanceLayer } from '#picture/exceedance-layer.ts';
import { setView } from '#state/store.ts';
import { readBreaks } from '#words/break-text.ts';
import { exceedanceWording, probabilityText, thresholdText } from '#words/exceedance-wording.ts';
import { statusLabel } from '#words/status-words.ts';
import type { AddedCell, AgainstOption, QuestionView, Told } from './question-view.ts';

/** The five classes, each a line that selects its areas; or that the figures tell no areas apart. */
function ExceedanceLegend({ layer }: { readonly layer: ExceedanceLayer }) {
  const { words, format } = usePage();
  const picture = usePicture();
  const told = { picture, words, format };
  const level = words.level[picture.view.level];
  const { classOf, distinguishes } = layer.map;
  const lines = exceedanceWording.legend.classes(layer, told).map((line, k) => ({ ...line, k }));
  const [note] = exceedanceWording.legend.notes(layer, told);
  return (
    <>
      {distinguishes ? (
        <ul>
          {lines.reverse().map(({ k, label, color, count }) => (
            <LegendLine
              key={k}
              name={words.rooms.legend.entry(label, count, level)}
              test={(i) => classOf[i] === k}
            >
              <svg className="swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill={color} />
              </svg>
              <span>{label}</span>
              <span className="count">{format.count(picture.shading.areasPerClass[k] ?? 0)}</span>
            </LegendLine>
          ))}
        </ul>
      ) : null}
      <p className="note">{note}</p>
    </>
  );
}

function ExceedanceCell({
  layer: { map },
  added,
  row: { section, index },
  picture,
  words,
  format,
}: AddedCell<ExceedanceLayer, Float64Array>) {
  const probability = added[index] ?? Number.NaN;
  if (!Number.isNaN(probability)) return probabilityText(probability, words, format);
  // Sums are no areas: what the areas share says nothing of them.
  if (section !== 'area') return null;
  const status = map.status[index] ?? CellStatus.notApplicable;
  const observed = status === CellStatus.observed;
  return <Absent why={observed ? words.exceedance.notes.same : statusLabel(status, picture, words)} />;
}

const idOf = (threshold: RateThreshold): string =>
  threshold.kind === 'band' ? `exceedance-${threshold.rate}` : `exceedance-${threshold.kind}`;

function option(
  threshold: RateThreshold,
  label: string,
  more: Pick<AgainstOption, 'note' | 'stays'> = {},
): AgainstOption {
  return { id: idOf(threshold), label, question: { kind: 'exceedance', threshold }, ...more };
}

/** Where the reader's own threshold begins. */
const OPENING_OWN = 0.2;

/** Edges of the bands, the rate of the whole, the reader's own; none of coverage, which is no sample. */
function options({ picture: { indicator, layer }, words, format }: Told): readonly AgainstOption[] {
  if (indicator.kind !== 'prevalence') return [];
  const say = words.exceedance.options;
  const start = layer.kind === 'exceedance' ? roundThreshold(layer.map.threshold) : OPENING_OWN;
  const bands = indicator.bands ?? [];
  return [
    ...bands.map((rate, k) =>
      option({ kind: 'band', rate }, say.band(format.percentUnit(rate)), {
        note: say.bandNote(words.bands[k + 1] ?? ''),
      }),
    ),
    option({ kind: 'city' }, say.city),
    option({ kind: 'own', rate: Math.min(0.999, Math.max(0.001, start)) }, say.own, { stays: true }),
  ];
}

/** The reader's own threshold, taken as it is typed. */
function OwnThreshold({ layer }: { readonly layer: ExceedanceLayer }) {
  const { store, words, format } = usePage();
  const own = layer.asked.kind === 'own' ? layer.asked.rate : null;
  const [text, setText] = useState(() => format.percent(own ?? OPENING_OWN));
  if (own === null) return null;
  const rateOf = (typed: string): number | null => {
    const read = readBreaks(typed, 100);
    const [percent, more] = read.kind === 'breaks' ? read.breaks : [];
    if (percent === undefined || more !== undefined) return null;
    const rate = roundThreshold(percent / 100);
    return rate > 0 && rate < 1 ? rate : null;
  };
  return (
    <TextField
      value={text}
      isInvalid={rateOf(text) === null}
      onChange={(typed) => {
        setText(typed);
        const rate = rateOf(typed);
        if (rate !== null)
          setView(store, { question: { kind: 'exceedance', threshold: { kind: 'own', rate } } });
      }}
    >
      <Label className="note">{words.exceedance.field}</Label>
      <Input autoComplete="off" className="field" inputMode="decimal" />
      <FieldError className="error">{words.exceedance.fault}</FieldError>
    </TextField>
  );
}

const none = ({ probability }: ExceedanceMap): Float64Array => probability.map(() => Number.NaN);

export const exceedanceView: QuestionView<ExceedanceLayer, Float64Array> = {
  Legend: ExceedanceLegend,
  column: {
    width: 'var(--change)',
    head: (_, words) => words.exceedance.column,
    order: (words) => words.exceedance.order,
    areas: ({ map }) => map.probability,
    sums: ({ map }) => none(map),
    keys: (probability) => probability,
    cell: (props) => <ExceedanceCell {...props} />,
  },
  against: {
    options,
    asked: (question, { words, format }) => {
      if (question.kind !== 'exceedance') return null;
      const { threshold } = question;
      const say = words.exceedance;
      const phrase =
        threshold.kind === 'city' ? say.aboveCity : say.aboveRate(format.percentUnit(threshold.rate));
      return { id: idOf(threshold), phrase };
    },
    leads: (words) => words.exceedance.leads,
    More: OwnThreshold,
  },
  talk({ words, format }, layer) {
    const { probability } = layer.map;
    const threshold = thresholdText(layer, format);
    return {
      caption: layer.map.distinguishes ? words.exceedance.talk(threshold) : words.exceedance.notes.same,
      color: null,
      columns: [
        {
          header: words.exceedance.column,
          about: words.exceedance.phrase(threshold),
          write: (i) => probabilityText(probability[i] ?? Number.NaN, words, format),
          isSure: (i) => layer.map.classOf[i] !== TOLD_NEITHER_WAY,
        },
      ],
    };
  },
};

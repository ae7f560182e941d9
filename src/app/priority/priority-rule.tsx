import { memo } from 'react';
import { Choice } from '#app/kit/choice.tsx';
import { Segments } from '#app/kit/segments.tsx';
import { WholeField } from '#app/kit/whole-field.tsx';
import { usePage, usePicture } from '#app/page.ts';
import type { IndicatorId } from '#core/indicator.ts';
import type { ListRule } from '#core/list-rule.ts';
import { LARGEST_AMOUNT, LARGEST_QUOTA } from '#core/priority-rule-text.ts';
import type { PriorityLayer } from '#picture/priority-layer.ts';
import { orderName, ruleParts } from '#words/list-words.ts';
import './list-rule.css';
import { lowerFirst } from '#words/phrase.ts';
import { type ChangePriority, useChangePriority, usePriority } from './priority-shown.ts';

interface RuleProps {
  readonly change: ChangePriority;
  readonly list: ListRule;
  /** Ids of the criteria that count affected children, joined. */
  readonly counting: string;
  readonly counted: string;
  /** The level in words, and whether its areas have districts. */
  readonly level: string;
  readonly hasDistricts: boolean;
}

/** By what the list is ordered, and how many each kecamatan may have in it: folded, for the plain list needs none. */
export function PriorityRule() {
  const { words, format } = usePage();
  const change = useChangePriority();
  const level = usePicture(({ view }) => view.level);
  const list = usePriority(({ choice }) => choice.list);
  const counting = usePriority(({ indicators }) =>
    indicators.flatMap(({ kind, id }) => (kind === 'prevalence' ? [id] : [])).join(),
  );
  const counted = usePriority(({ indicators, listing }) => indicators[listing.counted]?.id ?? '');
  const hasDistricts = usePriority(({ listing }) => listing.place.districtOf !== null);
  const told = usePriority((layer) =>
    [orderName(layer, words), ...ruleParts(layer, words, format)].join(', '),
  );
  return (
    <details className="list-rule">
      <summary>
        {words.list.rule}: {told}
      </summary>
      <Rule {...{ change, list, counting, counted, hasDistricts }} level={words.level[level]} />
      <FallsShort />
    </details>
  );
}

/** Rests while a weight is dragged. */
const Rule = memo(function Rule(props: RuleProps) {
  const { words } = usePage();
  const { change, list, counting, counted, hasDistricts } = props;
  const say = words.list;
  const set = (patch: Partial<ListRule>) => change({ list: { ...list, ...patch } });
  const others = counting === '' ? [] : (counting.split(',') as IndicatorId[]);
  const none = others.length === 0;
  return (
    <div className="stack">
      <div className="row between">
        <span>{say.order}</span>
        <Segments
          label={say.order}
          value={none ? 'index' : list.order}
          options={(['index', 'rate', 'count'] as const).map((id) => ({
            id,
            label: say.orders[id],
            disabled: none && id !== 'index',
          }))}
          onChange={(order) => set({ order })}
        />
      </div>
      {others.length > 1 ? (
        <Choice<string>
          label={say.of}
          labelShown
          value={counted}
          options={others.map((id) => ({ id, label: lowerFirst(words.indicator[id].short) }))}
          onChange={(id) => set({ of: others.find((other) => other === id) ?? null })}
        />
      ) : null}
      <div className="row between">
        <span>{say.limit}</span>
        <Segments
          label={say.limit}
          value={list.limit}
          options={(['areas', 'budget', 'share'] as const).map((id) => ({
            id,
            label: say.limits[id],
            disabled: none && id === 'share',
          }))}
          onChange={(limit) => set({ limit })}
        />
      </div>
      {list.limit === 'budget' ? <Amounts {...props} set={set} /> : null}
      {hasDistricts ? <Quota {...props} set={set} /> : null}
    </div>
  );
});

type SetRule = RuleProps & { readonly set: (patch: Partial<ListRule>) => void };

function Amounts({ list, level, set }: SetRule) {
  const { words, format } = usePage();
  const say = words.list;
  const amount = { words, format, least: 0, most: LARGEST_AMOUNT, mayBeEmpty: true };
  return (
    <div className="list-amounts">
      <WholeField {...amount} label={say.budget} value={list.budget} onValue={(budget) => set({ budget })} />
      <WholeField
        {...amount}
        label={say.perArea(level)}
        value={list.perArea}
        placeholder={say.perAreaHint}
        onValue={(perArea) => set({ perArea })}
      />
      <WholeField
        {...amount}
        label={say.perChild}
        value={list.perChild}
        onValue={(perChild) => set({ perChild })}
      />
    </div>
  );
}

function Quota({ list, level, set }: SetRule) {
  const { words, format } = usePage();
  const say = words.list;
  return (
    <fieldset className="list-quota">
      <legend>{say.quota}</legend>
      <WholeField
        {...{ words, format }}
        label={say.least}
        name={say.leastLabel(level)}
        least={0}
        most={LARGEST_QUOTA}
        mayBeEmpty
        placeholder={say.leastNone}
        value={list.least === 0 ? null : list.least}
        onValue={(value) => {
          const least = value ?? 0;
          set({ least, most: list.most === null ? null : Math.max(list.most, least) });
        }}
      />
      <WholeField
        {...{ words, format }}
        label={say.most}
        name={say.mostLabel(level)}
        least={1}
        most={LARGEST_QUOTA}
        mayBeEmpty
        placeholder={say.leastNone}
        value={list.most}
        onValue={(most) => set({ most, least: most === null ? list.least : Math.min(list.least, most) })}
      />
      <p className="note">{say.quotaNote}</p>
    </fieldset>
  );
}

/** A list too short to hold the least of every district says so. */
function FallsShort() {
  const { words, format } = usePage();
  const listed = usePriority(({ listing }) => listing.list.listed);
  return usePriority(fallsShort) ? (
    <p className="field-said">{words.list.fallsShort(format.count(listed))}</p>
  ) : null;
}

/** Whether an area that its district's least assures is left out. */
function fallsShort({ choice, listing }: PriorityLayer): boolean {
  const { districtOf } = listing.place;
  if (districtOf === null || choice.list.least === 0) return false;
  const { curve, listed } = listing.list;
  const taken = new Map<number, number>();
  return curve.order.some((i, at) => {
    const before = taken.get(districtOf[i] ?? 0) ?? 0;
    taken.set(districtOf[i] ?? 0, before + 1);
    return at >= listed && before < choice.list.least;
  });
}

import { useDeferredValue, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { areSelected, codesWhere, toggleAreas } from '#app/kit/selected-areas.ts';
import { usePage, usePicture } from '#app/page.ts';
import { type ClassChange, classSensitivity } from '#core/class-sensitivity.ts';
import type { ClassificationMethod } from '#core/classification.ts';
import { periodKind } from '#core/period.ts';
import { lockedPeriod, type Picture } from '#picture/picture.ts';
import './class-sensitivity.css';

const MOST_CLASSES = 9;

/** Other ways of making as many classes, and the indicator's own bands. */
function otherMethods({ classification, indicator, view }: Picture): readonly ClassificationMethod[] {
  const classes = Math.min(MOST_CLASSES, Math.max(2, classification.classes));
  const bandsKnown = indicator.bands !== null && view.measure === 'rate';
  const all: readonly ClassificationMethod[] = [
    ...(bandsKnown ? [{ kind: 'bands' } as const] : []),
    { kind: 'quantile', classes },
    { kind: 'natural-breaks', classes },
    { kind: 'equal-interval', classes },
  ];
  return all.filter(({ kind }) => kind !== classification.method.kind);
}

/** How many areas would change class under other methods; pressing one selects them. */
export function ClassSensitivity() {
  const { store, words, format } = usePage();
  const now = usePicture();
  // Of a whole country this takes part of a second.
  const picture = useDeferredValue(now);
  const { measure, classification, indicator, view, atlas } = picture;
  const changes = useMemo(
    () => classSensitivity(measure, classification.edges, otherMethods(picture), indicator.bands),
    [measure, classification, indicator, picture],
  );
  const say = words.sheet.sensitivity;
  const known = classification.areasPerClass.reduce((sum, count) => sum + count, 0);
  if (known === 0) return <p className="note">{say.none}</p>;
  const level = words.level[view.level];
  const base = view.classesLocked ? lockedPeriod(atlas.manifest, periodKind(view.period)) : null;
  const cut = !['bands', 'fixed'].includes(classification.method.kind);
  return (
    <div className="class-sensitivity">
      <p className="note">{say.note(format.count(known), level)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.heads.method}</th>
            <th scope="col">{say.heads.changed}</th>
            <th scope="col">{say.heads.into}</th>
            <th scope="col">{say.heads.out}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <MethodRow
              key={change.method.kind}
              {...{ picture, store, words, format, change }}
              own={classification.classes}
            />
          ))}
        </tbody>
      </table>
      {base !== null && cut && base !== view.period ? (
        <p className="note">{say.locked(format.period(base))}</p>
      ) : null}
    </div>
  );
}

interface MethodRowProps {
  readonly change: ClassChange;
  /** How many classes the map has. */
  readonly own: number;
}

function MethodRow({ change, own }: MethodRowProps) {
  const { store, words, format } = usePage();
  const picture = usePicture();
  const say = words.sheet.sensitivity;
  const { classOf } = picture.classification;
  const codes = useMemo(
    () => codesWhere(picture, (i) => change.classOf[i] !== classOf[i]),
    [picture, change, classOf],
  );
  const method = words.style.methods[change.method.kind];
  const count = format.count(change.changed);
  return (
    <tr>
      <th scope="row">
        {method}
        {change.classes === own ? null : <small>{say.classes(format.count(change.classes))}</small>}
      </th>
      <td>
        {change.changed === 0 ? (
          count
        ) : (
          <Button
            className="link"
            aria-label={say.show(count, words.level[picture.view.level], method)}
            aria-pressed={areSelected(picture, codes)}
            onPress={() => toggleAreas(store, picture, codes)}
          >
            {count}
          </Button>
        )}
      </td>
      <td>{format.count(change.intoHighest)}</td>
      <td>{format.count(change.outOfHighest)}</td>
    </tr>
  );
}

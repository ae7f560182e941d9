import { memo } from 'react';
import { Button } from 'react-aria-components';
import { BriefText } from '#app/kit/brief-text.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import type { Geography } from '#core/area.ts';
import { CellStatus } from '#core/area-table.ts';
import type { Filters } from '#core/view.ts';
import { setFilters, setView } from '#state/store.ts';
import { filterChips, sentenceOf } from '#words/sentence.ts';
import { MethodNote } from './method-note.tsx';

/** What the page shows, in one sentence, with a chip for every filter. */
export function Heading({ picture, store, words, format }: PanelProps) {
  const { view, classification } = picture;
  const sentence = sentenceOf(picture, words, format);
  const cut =
    picture.layer.kind !== 'priority' &&
    picture.layer.kind !== 'regions' &&
    view.classification.kind !== 'bands' &&
    view.classification.kind !== 'fixed';
  const occupied = classification.areasPerClass.filter((areas) => areas > 0).length;
  const oneClass = cut && view.classesLocked && classification.classes > 1 && occupied === 1;
  const small = picture.statusCounts[CellStatus.tooFew] ?? 0;
  const manySmall = view.measure === 'rate' && small * 4 >= picture.geography.areas.length;
  return (
    <div className="sentence">
      <h1>{sentence.title}</h1>
      <BriefText {...{ store, words }} text={sentence.parts.join(' · ')} />
      <Chips {...{ store, words }} filters={view.filters} districts={picture.atlas.territory.districts} />
      {manySmall ? (
        <div className="hint">
          <span>{words.hint.manySmall(format.count(small), words.level[view.level])}</span>
          <Button className="link" onPress={() => setView(store, { measure: 'count' })}>
            {words.hint.seeCounts}
          </Button>
          {view.level === 'village' ? (
            <Button className="link" onPress={() => setView(store, { level: 'district' })}>
              {words.hint.seeDistricts}
            </Button>
          ) : null}
        </div>
      ) : null}
      <MethodNote {...{ picture, store, words }} />
      {oneClass && !manySmall ? (
        <div className="hint">
          <span>{words.hint.oneClass}</span>
          <Button className="link" onPress={() => setView(store, { classesLocked: false })}>
            {words.hint.unlock}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface ChipsProps extends Pick<PanelProps, 'store' | 'words'> {
  readonly filters: Filters;
  readonly districts: Geography;
}

const Chips = memo(function Chips({ store, words, filters, districts }: ChipsProps) {
  const name = (code: string) => districts.areas.find((area) => area.code === code)?.name ?? code;
  const chips = filterChips(filters, words, name);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={words.who.chips}>
      {chips.map((chip) => (
        <li className="chip" key={chip.key}>
          {chip.label}
          <Button
            aria-label={words.who.remove(chip.label)}
            onPress={() => setFilters(store, () => chip.without)}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
});

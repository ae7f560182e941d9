import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { setView } from '#state/store.ts';

/** By kelurahan or by kecamatan. */
export function LevelPart() {
  const { words } = usePage();
  const label = words.rooms.sentence.level;
  return (
    <SentencePart label={label} says={({ view }) => ({ phrase: words.level[view.level] })}>
      {(close) => <Levels close={close} />}
    </SentencePart>
  );
}

function Levels({ close }: { readonly close: () => void }) {
  const { store, words } = usePage();
  const level = useAsked(({ view }) => view.level);
  return (
    <ChoiceList
      label={words.rooms.sentence.level}
      value={level}
      options={(['village', 'district'] as const).map((id) => ({ id, label: words.level[id] }))}
      onChange={(id) => {
        setView(store, { level: id });
        close();
      }}
    />
  );
}

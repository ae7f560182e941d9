import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { setView } from '#state/store.ts';

/** By kelurahan or by kecamatan. */
export function LevelPart({ picture, store, words }: PanelProps) {
  const { level } = picture.view;
  const label = words.rooms.sentence.level;
  return (
    <SentencePart label={label} phrase={words.level[level]}>
      {(close) => (
        <ChoiceList
          label={label}
          value={level}
          options={(['village', 'district'] as const).map((id) => ({ id, label: words.level[id] }))}
          onChange={(id) => {
            setView(store, { level: id });
            close();
          }}
        />
      )}
    </SentencePart>
  );
}

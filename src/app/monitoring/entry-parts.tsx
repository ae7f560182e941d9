import { ChoiceList } from '#app/kit/choice-list.tsx';
import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import type { Day } from '#core/calendar-day.ts';
import { ENTRY_PARTS, type EntryPart } from '#core/entry-snapshot.ts';
import { questionOf } from '#core/view.ts';
import { layerOf } from '#picture/layer.ts';
import { setView } from '#state/store.ts';
import { snapshotText } from '#words/entry-wording.ts';

/** Which share, and of which day. */
export function EntryParts() {
  const { store, words, format } = usePage();
  const { parts, part: label, snapshot, at, latest } = words.entry;
  const change = (patch: { readonly part?: EntryPart; readonly snapshot?: Day | null }) => {
    const question = questionOf(store.getState().view ?? { question: { kind: 'single' } }, 'entry');
    if (question) setView(store, { question: { ...question, ...patch } });
  };
  return (
    <>
      <SentencePart
        label={label}
        says={({ view }) => {
          const asked = questionOf(view, 'entry');
          return { phrase: asked ? parts[asked.part].asked : '' };
        }}
      >
        {(close) => (
          <PartChoices
            onChange={(part) => {
              change({ part });
              close();
            }}
          />
        )}
      </SentencePart>
      {words.rooms.sentence.comma}
      <SentencePart
        label={snapshot}
        says={(picture) => {
          const layer = layerOf(picture, 'entry');
          return { phrase: layer ? at(snapshotText(layer, { words, format })) : words.entry.noSnapshot };
        }}
      >
        {(close) => (
          <SnapshotChoices
            latest={latest}
            onChange={(day) => {
              change({ snapshot: day });
              close();
            }}
          />
        )}
      </SentencePart>
    </>
  );
}

function PartChoices({ onChange }: { readonly onChange: (part: EntryPart) => void }) {
  const { words } = usePage();
  const part = useAsked(({ view }) => questionOf(view, 'entry')?.part ?? 'nik');
  return (
    <ChoiceList<EntryPart>
      label={words.entry.part}
      value={part}
      options={ENTRY_PARTS.map((id) => ({ id, label: words.entry.parts[id].asked }))}
      onChange={onChange}
    />
  );
}

interface SnapshotChoicesProps {
  readonly latest: (day: string) => string;
  readonly onChange: (day: Day | null) => void;
}

/** The latest stays the latest when another comes in. */
function SnapshotChoices({ latest, onChange }: SnapshotChoicesProps) {
  const { words, format } = usePage();
  const layer = useAsked((picture) => layerOf(picture, 'entry'));
  const days = [...(layer?.days ?? [])].reverse();
  const current = layer?.days[layer.at];
  return (
    <ChoiceList<string>
      label={words.entry.snapshot}
      value={current ?? ''}
      options={days.map((id, k) => ({ id, label: k === 0 ? latest(format.day(id)) : format.day(id) }))}
      onChange={(id) => {
        const day = days.find((one) => one === id);
        if (day) onChange(day === days[0] ? null : day);
      }}
    />
  );
}

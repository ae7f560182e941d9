import { type ReactNode, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useStore } from 'zustand';
import { AsideNote } from '#app/kit/aside-note.tsx';
import { Check } from '#app/kit/choice.tsx';
import { FileChoice } from '#app/kit/file-choice.tsx';
import { leave } from '#app/kit/way-out.ts';
import type { PanelProps } from '#app/panel-props.ts';
import { dataKey } from '#picture/data-key.ts';
import {
  addSavedViews,
  deleteSaved,
  isFull,
  moveSaved,
  renameSaved,
  SAVED_VIEWS_KEY,
  saveDistrictViews,
  savedViewsFile,
  saveView,
  showSaved,
} from '#state/saved-views.ts';
import { viewTitle } from '#words/view-title.ts';
import './saved-views.css';
import type { SavedView } from '#picture/saved-view.ts';

/** The reader's own views under their titles: to save, show, order, rename, delete, keep and hand on. */
export function SavedViews(props: PanelProps) {
  const { store, words } = props;
  const saved = useStore(store, (state) => state.saved);
  const kept = useStore(store, (state) => state.savedKept);
  return (
    <div className="saved-views">
      <h2>{words.saved.heading}</h2>
      {isFull(saved) ? (
        <p className="error">{words.saved.full}</p>
      ) : (
        <>
          <NewView {...props} />
          <DistrictViews {...props} />
        </>
      )}
      {saved.length === 0 ? (
        <p className="note">{words.saved.none}</p>
      ) : (
        <ol>
          {saved.map((one, at) => (
            <SavedLine key={one.id} {...props} one={one} first={at === 0} last={at === saved.length - 1} />
          ))}
        </ol>
      )}
      <Check
        label={words.saved.keep}
        selected={kept}
        onChange={(savedKept) => store.setState({ savedKept })}
      />
      <p className="note">{words.saved.keepHint}</p>
      <AsideNote store={store} words={words} format={props.format} of={SAVED_VIEWS_KEY} />
      <Files {...props} saved={saved} />
    </div>
  );
}

/** The title is that of the sentence until the reader writes another. */
function NewView({ picture, store, words, format }: PanelProps) {
  const [written, setWritten] = useState<string | null>(null);
  const title = written ?? viewTitle(picture, words, format);
  return (
    <form
      className="saved-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (saveView(store, title)) setWritten(null);
      }}
    >
      <TextField value={title} onChange={setWritten} maxLength={200}>
        <Label className="note">{words.saved.title}</Label>
        <Input autoComplete="off" className="field" />
      </TextField>
      <Button className="button primary" type="submit" isDisabled={title.trim() === ''}>
        {words.saved.save}
      </Button>
    </form>
  );
}

/** A view for each kecamatan, for a meeting that goes through them. */
function DistrictViews({ picture, store, words, format }: PanelProps) {
  const [said, setSaid] = useState('');
  if (picture.atlas.territory.districts.areas.length < 2) return null;
  const save = () => {
    const added = saveDistrictViews(store, (filters) => viewTitle(picture, words, format, filters));
    setSaid(added === 0 ? words.saved.perDistrictThere : words.saved.imported(format.count(added)));
  };
  return (
    <p className="row">
      <Button className="button" onPress={save}>
        {words.saved.perDistrict}
      </Button>
      <span className="note" role="status">
        {said}
      </span>
    </p>
  );
}

interface SavedLineProps extends PanelProps {
  readonly one: SavedView;
  readonly first: boolean;
  readonly last: boolean;
}

function SavedLine({ picture, store, words, one, first, last }: SavedLineProps) {
  const [title, setTitle] = useState<string | null>(null);
  const shown = useStore(store, (state) => state.savedShown) === one.id;
  if (title !== null) {
    const finish = () => {
      renameSaved(store, one.id, title);
      setTitle(null);
    };
    return (
      <li>
        <form
          className="saved-rename"
          onSubmit={(event) => {
            event.preventDefault();
            finish();
          }}
        >
          <Input
            autoComplete="off"
            className="field"
            aria-label={words.saved.title}
            autoFocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button className="button" type="submit">
            {words.saved.done}
          </Button>
        </form>
      </li>
    );
  }
  const fits = one.data === dataKey(picture.atlas);
  return (
    <li aria-current={shown ? 'true' : undefined}>
      <Button
        className="saved-title"
        isDisabled={!fits}
        aria-label={words.saved.show(one.title)}
        onPress={() => showSaved(store, one)}
      >
        {one.title}
        {fits ? null : <small> ({words.saved.otherData})</small>}
      </Button>
      <LineButton label={words.saved.up(one.title)} off={first} onPress={() => moveSaved(store, one.id, -1)}>
        ↑
      </LineButton>
      <LineButton label={words.saved.down(one.title)} off={last} onPress={() => moveSaved(store, one.id, 1)}>
        ↓
      </LineButton>
      <LineButton label={words.saved.rename(one.title)} onPress={() => setTitle(one.title)}>
        ✎
      </LineButton>
      <LineButton label={words.saved.remove(one.title)} onPress={() => deleteSaved(store, one.id)}>
        ×
      </LineButton>
    </li>
  );
}

interface LineButtonProps {
  readonly label: string;
  readonly off?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function LineButton({ label, off, onPress, children }: LineButtonProps) {
  return (
    <Button className="icon-button" aria-label={label} isDisabled={off ?? false} onPress={onPress}>
      {children}
    </Button>
  );
}

function Files({ store, words, format, saved }: PanelProps & { readonly saved: readonly SavedView[] }) {
  const [said, setSaid] = useState('');
  const add = async (file: File | undefined) => {
    if (!file) return;
    const added = addSavedViews(store, await file.text());
    setSaid(added === null ? words.saved.notImported : words.saved.imported(format.count(added)));
  };
  return (
    <div className="row">
      <Button
        className="button"
        isDisabled={saved.length === 0}
        onPress={() =>
          leave('no-figures', (door) => {
            door.hand(`${words.saved.file}.json`, savedViewsFile(saved), 'application/json');
            store.setState({ savedFiled: saved });
          })
        }
      >
        {words.saved.export}
      </Button>
      <FileChoice acceptedFileTypes={['.json']} onFiles={([file]) => void add(file)}>
        {words.saved.import}
      </FileChoice>
      <span className="note" role="status">
        {said}
      </span>
    </div>
  );
}

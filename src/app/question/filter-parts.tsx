import { SentencePart } from '#app/kit/sentence-part.tsx';
import type { PanelProps } from '#app/panel-props.ts';
import { setFilters } from '#state/store.ts';
import { wherePhrase, whoPhrase } from './phrases.ts';
import { Where } from './where.tsx';
import { Who } from './who.tsx';

/** Which children. */
export function WhoPart(props: PanelProps) {
  const { picture, store, words } = props;
  const say = words.rooms.sentence;
  const said = whoPhrase(picture.view.filters, words);
  return (
    <SentencePart
      label={say.who}
      phrase={said?.short ?? say.everyone}
      full={said?.full ?? say.everyone}
      quiet={said === null}
      wide
      clear={
        said === null
          ? null
          : {
              label: say.everyoneAgain,
              act: () => setFilters(store, (old) => ({ ...old, classes: {} })),
            }
      }
    >
      {() => <Who {...props} />}
    </SentencePart>
  );
}

/** Which kecamatan. */
export function WherePart(props: PanelProps) {
  const { picture, store, words } = props;
  const say = words.rooms.sentence;
  const said = wherePhrase(picture, words);
  return (
    <SentencePart
      label={say.where}
      phrase={said?.short ?? say.everywhere}
      full={said?.full ?? say.everywhere}
      quiet={said === null}
      clear={
        said === null
          ? null
          : {
              label: say.everywhereAgain,
              act: () => {
                setFilters(store, (old) => ({ ...old, districts: [] }));
                store.setState({ camera: { district: null } });
              },
            }
      }
    >
      {() => <Where {...props} />}
    </SentencePart>
  );
}

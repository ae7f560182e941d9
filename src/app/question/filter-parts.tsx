import { SentencePart } from '#app/kit/sentence-part.tsx';
import { useAsked, usePage } from '#app/page.ts';
import { setFilters } from '#state/store.ts';
import { wherePhrase, whoPhrase } from './phrases.ts';
import { Where } from './where.tsx';
import { Who } from './who.tsx';

/** Which children. */
export function WhoPart() {
  const { store, words } = usePage();
  const say = words.rooms.sentence;
  const filters = useAsked(({ view }) => view.filters);
  const said = whoPhrase(filters, words);
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
      {() => <Who />}
    </SentencePart>
  );
}

/** Which kecamatan. */
export function WherePart() {
  const { store, words } = usePage();
  const say = words.rooms.sentence;
  const atlas = useAsked((picture) => picture.atlas);
  const filters = useAsked(({ view }) => view.filters);
  const said = wherePhrase(atlas, filters, words);
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
      {() => <Where />}
    </SentencePart>
  );
}

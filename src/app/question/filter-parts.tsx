import { SentencePart } from '#app/kit/sentence-part.tsx';
import { usePage } from '#app/page.ts';
import { unitOfIndicator } from '#core/indicator.ts';
import { setFilters } from '#state/store.ts';
import { wherePhrase, whoPhrase } from './phrases.ts';
import { Where } from './where.tsx';
import { Who } from './who.tsx';

/** Which children. */
export function WhoPart() {
  const { store, words } = usePage();
  const say = words.rooms.sentence;
  return (
    <SentencePart
      label={say.who}
      says={({ view }) => {
        const said = whoPhrase(view.filters, words);
        const { everyone } = words.units[unitOfIndicator(view.indicator)];
        return {
          phrase: said?.short ?? everyone,
          full: said?.full ?? everyone,
          quiet: said === null,
          clear: said === null ? null : say.everyoneAgain,
        };
      }}
      onClear={() => setFilters(store, (old) => ({ ...old, classes: {} }))}
      wide
    >
      {() => <Who />}
    </SentencePart>
  );
}

/** Which kecamatan. */
export function WherePart() {
  const { store, words } = usePage();
  const say = words.rooms.sentence;
  return (
    <SentencePart
      label={say.where}
      says={({ atlas, view }) => {
        const said = wherePhrase(atlas, view.filters, words);
        return {
          phrase: said?.short ?? say.everywhere,
          full: said?.full ?? say.everywhere,
          quiet: said === null,
          clear: said === null ? null : say.everywhereAgain,
        };
      }}
      onClear={() => setFilters(store, (old) => ({ ...old, districts: [] }))}
    >
      {() => <Where />}
    </SentencePart>
  );
}

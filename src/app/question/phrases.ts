import { againstOf } from '#app/kinds/question-views.ts';
import { type Filters, questionOf } from '#core/view.ts';
import type { Atlas } from '#picture/atlas.ts';
import type { Picture } from '#picture/picture.ts';
import { filterWords } from '#words/filter-words.ts';
import type { Format } from '#words/format.ts';
import type { Words } from '#words/id.ts';
import { lowerFirst, namesList } from '#words/phrase.ts';
import { filterChips, sentenceOf } from '#words/sentence.ts';

/** So many are named in the sentence; of more the rest is counted. */
const NAMED = 2;

export function districtNamer({ atlas }: Pick<Picture, 'atlas'>): (code: string) => string {
  const { areas } = atlas.territory.districts;
  return (code) => areas.find((area) => area.code === code)?.name ?? code;
}

/** The indicator as it stands in the sentence: what leads to it, what is pressed, and what follows. */
export function indicatorPhrase(picture: Pick<Picture, 'view'>, words: Words) {
  const { view } = picture;
  // What is asked, also while the picture of it is still being made.
  const overlay = questionOf(view, 'overlay');
  const regions = questionOf(view, 'regions');
  const { leads, together } = words.rooms.sentence;
  if (regions)
    return {
      lead: '',
      phrase: namesList(
        regions.problems.map(({ indicator }, k) => {
          const { short } = words.indicator[indicator];
          return k === 0 ? short : lowerFirst(short);
        }),
        words,
      ),
      tail: together,
    };
  const measure = questionOf(view, 'target')?.measure ?? view.measure;
  const name = words.indicator[view.indicator][measure];
  const lead = leads.find((start) => name.startsWith(start)) ?? '';
  const before = againstOf(view.question)?.leads?.(words) ?? '';
  const monitored = view.room === 'monitoring';
  const own = (before !== '' || monitored) && lead === '' ? lowerFirst(name) : name.slice(lead.length);
  const second = overlay ? lowerFirst(words.indicator[overlay.indicator].short) : null;
  const led = before === '' && !monitored ? lead : `${before}${lowerFirst(lead)}`;
  return { lead: led, phrase: second === null ? own : words.layers.overlay.both(own, second), tail: '' };
}

function shortened(names: readonly string[], words: Words): string {
  const said = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? words.rooms.sentence.more(said, String(names.length - NAMED)) : said;
}

/** Which children: short for the sentence, and in full; null where nobody is left out. */
export function whoPhrase(filters: Filters, words: Words): { short: string; full: string } | null {
  const own = { ...filters, districts: [] };
  const chips = filterChips(own, words, () => '');
  if (chips.length === 0) return null;
  const labels = chips.map(({ label }) => label);
  return {
    short: words.rooms.sentence.only(shortened(labels.map(lowerFirst), words)),
    full: filterWords(own, words, () => '').join('; '),
  };
}

/** Which kecamatan; null where none is left out. */
export function wherePhrase(
  atlas: Atlas,
  { districts }: Filters,
  words: Words,
): { short: string; full: string } | null {
  if (districts.length === 0) return null;
  const names = districts.map(districtNamer({ atlas }));
  const say = words.rooms.sentence;
  return {
    short: names.length > NAMED ? say.districts(String(names.length)) : say.within(namesList(names, words)),
    full: say.within(namesList(names, words)),
  };
}

/** What is said beside the sentence: all its parts but those that are controls. */
export function factsOf(picture: Picture, words: Words, format: Format): readonly string[] {
  const own = filterWords(picture.view.filters, words, districtNamer(picture));
  const { hotspots } = picture;
  const marks = hotspots
    ? words.regions.hotspotsShown(words.hotspots.methods[hotspots.input.choice.method])
    : null;
  return sentenceOf(picture, words, format).parts.filter((part) => !own.includes(part) && part !== marks);
}

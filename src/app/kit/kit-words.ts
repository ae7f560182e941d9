import { id, type Words } from '#words/id.ts';

/** What the kit hands to a message. */
type Given = Readonly<Record<string, unknown>>;
type Message = (given: Given) => string;

/**
 * React Aria has texts of its own for the ear (a hidden button that closes, how many suggestions there are), in its
 * languages, of which Indonesian is none. It takes a page's from here, once; they are read when they are said. A package
 * of React Aria that speaks and is not named here throws when it does.
 */
export function nameKit(words: () => Words['kit']): void {
  const text = (given: Given, key: string) => String(given[key] ?? '');
  const packages: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
    '@react-aria/overlays': { dismiss: () => words().dismiss },
    '@react-aria/searchfield': { 'Clear search': () => words().clear },
    '@react-aria/menu': { longPressMessage: () => words().longPress },
    '@react-aria/combobox': {
      buttonLabel: () => words().showSuggestions,
      listboxLabel: () => words().suggestions,
      countAnnouncement: (given) => words().options(text(given, 'optionCount')),
      selectedAnnouncement: (given) => words().chosen(text(given, 'optionText')),
      focusAnnouncement(given) {
        const { group, chosen } = words();
        const option = text(given, 'optionText');
        const entered =
          given.isGroupChange === true ? group(text(given, 'groupTitle'), text(given, 'groupCount')) : '';
        return entered + (given.isSelected === true ? chosen(option) : option);
      },
    },
    'react-aria-components': { selectPlaceholder: () => words().choose },
  };
  Reflect.set(globalThis, Symbol.for('react-aria.i18n.locale'), id.language.locale);
  Reflect.set(globalThis, Symbol.for('react-aria.i18n.strings'), packages);
}

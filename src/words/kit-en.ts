import type { Words } from './id.ts';
import { counted } from './plural-en.ts';

export const kitEn: Words['kit'] = {
  dismiss: 'Dismiss',
  clear: 'Clear',
  suggestions: 'Suggestions',
  showSuggestions: 'Show suggestions',
  options: (n) => `${counted(n, 'option')} available.`,
  group: (title, n) => `Entered group ${title}, with ${counted(n, 'option')}. `,
  chosen: (option) => `${option}, selected`,
  longPress: 'Long press or press Alt + ArrowDown to open menu',
  choose: 'Choose',
};

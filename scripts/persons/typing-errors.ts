import type { RandomStream } from '#scripts/demo/random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One letter dropped, doubled, changed or turned with its neighbor. */
export function mistypedName(random: RandomStream, name: string): string {
  if (name.length < 4) return name;
  const at = 1 + Math.floor(random.uniform() * (name.length - 2));
  const kind = Math.floor(random.uniform() * 4);
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1);
  if (kind === 1) return name.slice(0, at) + name[at] + name.slice(at);
  if (kind === 2) return name.slice(0, at) + LETTERS[Math.floor(random.uniform() * 26)] + name.slice(at + 1);
  return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
}

/** The same name in another spelling or length. */
export function respeltName(random: RandomStream, name: string): string {
  const changed = name
    .replace(/^Muhammad\b/, ['Muh.', 'Moh', 'M.', 'Mohammad'][Math.floor(random.uniform() * 4)]!)
    .replace(/^Yohanes\b/, 'Johanes')
    .replace(/u/, random.chance(0.2) ? 'oe' : 'u');
  const words = changed.split(' ');
  return words.length > 2 && random.chance(0.4) ? words.slice(0, 2).join(' ') : changed;
}

/** One digit changed. */
export function mistypedDigits(random: RandomStream, digits: string): string {
  const at = Math.floor(random.uniform() * digits.length);
  const other = String((Number(digits[at]) + 1 + Math.floor(random.uniform() * 9)) % 10);
  return digits.slice(0, at) + other + digits.slice(at + 1);
}

/** Day and month changed for each other, where that is a date; else one digit of the day. */
export function mistypedDate(random: RandomStream, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (Number(day) <= 12 && random.chance(0.7)) return `${year}-${day}-${month}`;
  const other = String(1 + ((Number(day) + Math.floor(random.uniform() * 9)) % 28)).padStart(2, '0');
  return `${year}-${month}-${other}`;
}

/** What is left of sixteen digits that a spreadsheet took for a number. */
export function roundedDigits(digits: string): string {
  return `${digits.slice(0, 15)}0`;
}

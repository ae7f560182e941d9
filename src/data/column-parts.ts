import type { Source } from './column-source.ts';
import type { HeaderReading } from './header-reading.ts';

/** Whether bands of completed months cover 0 to 59 without gap or overlap. */
function coverAll(bands: readonly (readonly [number, number])[]): boolean {
  const sorted = [...bands].sort((a, b) => a[0] - b[0]);
  let next = 0;
  for (const [from, to] of sorted) {
    if (from !== next) return false;
    next = to + 1;
  }
  return next === 60;
}

const isPart = ({ reading }: Source): boolean => reading.sex !== null || reading.months !== null;

function keyOf({ reading }: Source): string {
  const role = reading.role === 'ignored' ? `? ${reading.candidate}` : reading.role;
  return `${role} ${reading.period?.text ?? ''} ${reading.of ?? ''} ${reading.byWeight}`;
}

/** Boys and girls, each once, or one column of both. */
function bySexComplete(group: readonly Source[]): boolean {
  if (group.length === 1) return group[0]?.reading.sex === null;
  const sexes = group.map(({ reading }) => reading.sex).sort();
  return group.length === 2 && sexes[0] === 'female' && sexes[1] === 'male';
}

function complete(parts: readonly Source[]): boolean {
  const bands = new Map<string, Source[]>();
  for (const part of parts) {
    const key = part.reading.months?.join() ?? '';
    bands.set(key, [...(bands.get(key) ?? []), part]);
  }
  if (![...bands.values()].every(bySexComplete)) return false;
  if (bands.size === 1 && bands.has('')) return true;
  if (bands.has('')) return false;
  return coverAll([...bands.values()].map(([one]) => one!.reading.months!));
}

function limited(source: Source): Source {
  const { sex, months, role, candidate } = source.reading;
  const words = [
    ...(sex === null ? [] : [sex === 'male' ? 'laki-laki' : 'perempuan']),
    ...(months === null ? [] : [`${months[0]}-${months[1]} bulan`]),
  ];
  if (role === 'ignored' && candidate === null) return source;
  const reading: HeaderReading = {
    ...source.reading,
    role: 'ignored',
    confidence: 'low',
    why: 'qualified',
    candidate: candidate ?? role,
    qualifiers: [...source.reading.qualifiers, ...words],
  };
  return { ...source, reading, role: 'ignored', confidence: 'low', why: 'qualified' };
}

/**
 * Columns that are parts of one thing become one source: boys and girls, age bands that cover 0 to 59 months. Where the
 * whole has a column of its own, that one counts and the parts are left out; parts that make no whole are limited to
 * what they say, and no longer the plain thing.
 */
export function partsOf(readings: readonly HeaderReading[], headers: readonly string[]): Source[] {
  const single = readings.map((reading, index): Source => {
    const { role, confidence, why } = reading;
    return { indexes: [index], header: headers[index] ?? '', reading, role, confidence, why };
  });
  const groups = new Map<string, Source[]>();
  for (const source of single) {
    const key = keyOf(source);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()].flatMap((group): readonly Source[] => {
    const parts = group.filter(isPart);
    const wholes = group.filter((source) => !isPart(source));
    const [first] = parts;
    if (!first || first.role === 'sex' || first.role === 'age') return group;
    if (wholes.length > 0)
      return [...wholes, ...parts.map((part): Source => ({ ...part, role: 'ignored', why: 'part' }))];
    if (parts.length > 1 && complete(parts)) {
      const header = parts.map((part) => part.header).join(' + ');
      return [
        {
          ...first,
          indexes: parts.flatMap(({ indexes }) => indexes),
          header,
          reading: { ...first.reading, sex: null, months: null },
        },
      ];
    }
    return group.map(limited);
  });
}

/** Columns of all that stand beside parts of theirs which make the whole. */
export function wholesOf(
  sources: readonly Source[],
): readonly { readonly whole: Source; readonly parts: readonly Source[] }[] {
  return sources.flatMap((whole) => {
    if (whole.role === 'ignored' || isPart(whole)) return [];
    const parts = sources.filter((one) => one.why === 'part' && keyOf(one) === keyOf(whole));
    return parts.length > 1 && complete(parts) ? [{ whole, parts }] : [];
  });
}

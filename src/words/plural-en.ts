const RULES = new Intl.PluralRules('en');

/** A count with its noun: '1 view', '1,204 views'. @param n as it is written, with English thousands. */
export function counted(n: string, one: string, other = `${one}s`): string {
  return `${n} ${RULES.select(Number(n.replaceAll(',', ''))) === 'one' ? one : other}`;
}

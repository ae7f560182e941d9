/** What a generator of steps returns, for a caller that does not wait between them. */
export function finished<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

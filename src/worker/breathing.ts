/** After this long others get their turn: a cancel can arrive. */
const BREATH_MS = 12;

/** Steps aside until messages that wait have been handled. */
function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs a generator to its end, a breath now and then between its steps. Null where it was to stop.
 * @param onBreath is told the share done; false ends the work.
 */
export async function breathing<Result>(
  work: Generator<number, Result>,
  onBreath: (share: number) => boolean,
): Promise<{ readonly result: Result } | null> {
  let until = performance.now() + BREATH_MS;
  for (;;) {
    const { done, value } = work.next();
    if (done) return { result: value };
    if (performance.now() < until) continue;
    await breathe();
    if (!onBreath(value)) return null;
    until = performance.now() + BREATH_MS;
  }
}

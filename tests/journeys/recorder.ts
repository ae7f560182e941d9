import type { Page } from 'playwright-core';

interface Fault {
  readonly kind: 'request' | 'violation' | 'console' | 'error' | 'rejection' | 'response';
  readonly text: string;
}

export interface Recorder {
  /** Addresses of all requests so far, workers' included. */
  readonly requests: readonly string[];
  readonly faults: readonly Fault[];
  /** Everything written to the console, of whatever kind. */
  readonly console: readonly string[];
  /** Throws, naming the first, where a request left the origin or anything broke the policy or complained. */
  expectClean(): void;
}

/** The software renderer's on reading the picture back (there is no GPU here to be stalled), and the test tool's own. */
const REMARK =
  /GPU stall due to ReadPixels|GL Driver Message|Service Worker registration blocked by Playwright/;

function isOwn(url: string, origin: string): boolean {
  return url.startsWith('data:') || url.startsWith('blob:') || new URL(url).origin === origin;
}

declare global {
  var reportFault: (kind: Fault['kind'], text: string) => Promise<void>;
}

/** Runs in the page before any of its scripts. */
function watchPage(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const at = `${event.sourceFile}:${event.lineNumber}`;
    void globalThis.reportFault(
      'violation',
      `${event.effectiveDirective} ${event.blockedURI} ${event.sample} at ${at}`,
    );
  });
  addEventListener('unhandledrejection', (event) => {
    void globalThis.reportFault('rejection', String(event.reason));
  });
}

/**
 * A worker's breach of its policy reaches neither the document nor Playwright: only the worker's own log has it.
 * Log.enable repeats what was logged before it, so nothing is missed however early it happened.
 */
async function hearWorkers(page: Page, note: (kind: Fault['kind'], text: string) => void): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const message = JSON.stringify({ id: 1, method: 'Log.enable' });
    session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => {});
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as {
      method?: string;
      params?: { entry?: { level: string; text: string; url?: string } };
    };
    const entry = method === 'Log.entryAdded' ? params?.entry : undefined;
    if (entry === undefined || (entry.level !== 'error' && entry.level !== 'warning')) return;
    note('violation', `in a worker: ${entry.text} at ${entry.url ?? 'an unknown place'}`);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
}

/** Listens to all that happens in a page; attach before the first navigation. */
export async function recordPage(page: Page, origin: string): Promise<Recorder> {
  const requests: string[] = [];
  const faults: Fault[] = [];
  const written: string[] = [];
  const note = (kind: Fault['kind'], text: string) => void faults.push({ kind, text });

  await page.exposeFunction('reportFault', note);
  await page.addInitScript(watchPage);
  await hearWorkers(page, note);
  page.on('request', (request) => {
    requests.push(request.url());
    if (!isOwn(request.url(), origin)) note('request', `left the origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note('response', `${response.status()} ${response.url()}`);
  });
  page.on('websocket', (socket) => note('request', `opened a socket: ${socket.url()}`));
  page.on('pageerror', (error) => note('error', error.stack ?? error.message));
  page.on('crash', () => note('error', 'the page crashed'));
  page.on('console', (message) => {
    written.push(message.text());
    const heard = message.type() === 'error' || message.type() === 'warning';
    if (heard && !REMARK.test(message.text())) {
      note('console', `${message.type()}: ${message.text()}`);
    }
  });

  return {
    requests,
    faults,
    console: written,
    expectClean() {
      const first = faults[0];
      if (first === undefined) return;
      throw new Error(
        `${first.kind}: ${first.text}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
      );
    },
  };
}

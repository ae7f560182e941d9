import type { CDPSession, Page } from 'playwright-core';

/** What one kind of thread asked for, and complained of. */
export interface Heard {
  threads: number;
  requests: number;
  /** Addresses outside the origin. */
  readonly foreign: string[];
  /** Breaches of the policy. */
  readonly violations: string[];
  /** Errors and rejections that nobody caught. */
  readonly uncaught: string[];
}

interface Message {
  readonly method?: string;
  readonly params?: {
    readonly entry?: { readonly source: string; readonly level: string; readonly text: string };
    readonly issue?: { readonly code: string };
    readonly exceptionDetails?: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
    readonly request?: { readonly url: string };
  };
}

const HEARD = ['Log.enable', 'Audits.enable', 'Runtime.enable', 'Network.enable'] as const;

function isOwn(url: string, origin: string): boolean {
  return /^(?:data|blob):/.test(url) || new URL(url).origin === origin;
}

/** The kind of a thread by its script: `engine`, `service`, or the page itself. */
function kindOf(type: string, url: string): string {
  if (type === 'page') return 'page';
  return /(?:^|\/)([\w-]+?)-worker[^/]*\.js/.exec(url)?.[1] ?? url;
}

/**
 * Listens to a page, each worker that it starts and the service worker by what the browser itself logs of them: a breach
 * inside a worker reaches neither the page nor its listeners. Called before the page is opened.
 */
export async function hearThreads(page: Page, origin: string): Promise<ReadonlyMap<string, Heard>> {
  const heard = new Map<string, Heard>();
  const of = (kind: string): Heard => {
    const known = heard.get(kind) ?? { threads: 0, requests: 0, foreign: [], violations: [], uncaught: [] };
    heard.set(kind, known);
    return known;
  };
  const note = (kind: string, { method, params = {} }: Message): void => {
    const { entry, issue, exceptionDetails, request } = params;
    if (request && method === 'Network.requestWillBeSent') {
      of(kind).requests++;
      if (!isOwn(request.url, origin)) of(kind).foreign.push(request.url);
    }
    if (entry?.source === 'security' || issue?.code === 'ContentSecurityPolicyIssue')
      of(kind).violations.push(entry?.text ?? JSON.stringify(issue));
    if (exceptionDetails)
      of(kind).uncaught.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  };
  /** Workers of a session, and the threads that they start. */
  const attend = (session: CDPSession): void => {
    const kinds = new Map<string, string>();
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type, url } }) => {
      const kind = kindOf(type, url);
      kinds.set(sessionId, kind);
      of(kind).threads++;
      for (const [k, method] of HEARD.entries())
        session
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: k + 1, method }) })
          .catch(() => {});
    });
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) =>
      note(kinds.get(sessionId) ?? '', JSON.parse(message) as Message),
    );
  };

  const own = await page.context().newCDPSession(page);
  of('page').threads++;
  own.on('Log.entryAdded', (params) => note('page', { params }));
  own.on('Audits.issueAdded', (params) => note('page', { params }));
  own.on('Runtime.exceptionThrown', (params) => note('page', { params }));
  own.on('Network.requestWillBeSent', (params) =>
    note('page', { method: 'Network.requestWillBeSent', params }),
  );
  for (const method of HEARD) await own.send(method);
  attend(own);
  await own.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });

  const browser = page.context().browser();
  if (browser === null) throw new Error('a page without a browser');
  const whole = await browser.newBrowserCDPSession();
  attend(whole);
  const attached = new Set<string>();
  const attach = ({
    targetInfo: { targetId, type, url },
  }: {
    targetInfo: { targetId: string; type: string; url: string };
  }) => {
    if (type !== 'service_worker' || !url.startsWith(origin) || attached.has(targetId)) return;
    attached.add(targetId);
    whole.send('Target.attachToTarget', { targetId, flatten: false }).catch(() => {});
  };
  whole.on('Target.targetCreated', attach);
  whole.on('Target.targetInfoChanged', attach);
  await whole.send('Target.setDiscoverTargets', { discover: true });
  return heard;
}

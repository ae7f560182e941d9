import { BidiFault, type BidiSession } from './bidi-session.ts';

const PATIENCE_MS = 30_000;
const STEP_MS = 50;

interface NodeReference {
  readonly sharedId: string;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** What a reader does with a page, by the names that assistive technology reads. */
export class FirefoxPage {
  readonly #session: BidiSession;
  readonly #context: string;

  constructor(session: BidiSession, context: string) {
    this.#session = session;
    this.#context = context;
  }

  static async open(session: BidiSession, width: number, height: number): Promise<FirefoxPage> {
    const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await session.send('browsingContext.setViewport', { context, viewport: { width, height } });
    return new FirefoxPage(session, context);
  }

  async goTo(url: string): Promise<void> {
    await this.#session.send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  /** The value of an expression in the page, which must be a string. */
  async read(expression: string): Promise<string> {
    const { type, result, exceptionDetails } = await this.#session.send<Evaluated>('script.evaluate', {
      expression: `String(${expression})`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (type === 'exception') throw new BidiFault(`${expression}: ${exceptionDetails?.text}`);
    return String(result?.value);
  }

  /** Asks until what is read fits, and gives it. */
  async until(what: string, ask: () => Promise<string>, fits: (text: string) => boolean): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await ask();
      if (fits(found)) return found;
      if (Date.now() > end) throw new BidiFault(`${what}: still ${JSON.stringify(found)}`);
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  }

  /** Reads in the page until it fits. */
  readUntil(expression: string, fits: (text: string) => boolean): Promise<string> {
    return this.until(expression, () => this.read(expression), fits);
  }

  async #named(role: string, name: string): Promise<NodeReference | undefined> {
    const { nodes } = await this.#session.send<{ nodes: readonly NodeReference[] }>(
      'browsingContext.locateNodes',
      { context: this.#context, locator: { type: 'accessibility', value: { role, name } }, maxNodeCount: 1 },
    );
    return nodes[0];
  }

  /** Presses what has this role and name, once it is there. */
  press(role: string, name: string): Promise<void> {
    return this.#pressFound(`${role} ${name}`, () => this.#named(role, name));
  }

  /** Presses the element that an expression in the page finds, once it is there. */
  pressElement(expression: string): Promise<void> {
    return this.#pressFound(expression, async () => {
      const { result } = await this.#session.send<{ result?: Partial<NodeReference> }>('script.evaluate', {
        expression,
        target: { context: this.#context },
        awaitPromise: false,
      });
      return result?.sharedId === undefined ? undefined : { sharedId: result.sharedId };
    });
  }

  async #pressFound(what: string, find: () => Promise<NodeReference | undefined>): Promise<void> {
    let found: NodeReference | undefined;
    const ask = async () => {
      found = await find();
      return found ? 'there' : 'nothing';
    };
    await this.until(what, ask, (text) => text === 'there');
    const press = [
      { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: found } },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#session.send('input.performActions', {
      context: this.#context,
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: press }],
    });
  }

  /** @param key as WebDriver writes it: one character, special keys as code points of their own. */
  async key(key: string): Promise<void> {
    const actions = [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ];
    await this.#session.send('input.performActions', {
      context: this.#context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }
}

/** A fault that the browser answered with, or that a page of it threw. */
export class BidiFault extends Error {
  override readonly name = 'BidiFault';
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The part of a message that is read here: an answer by its id, or an event by its name. */
interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** One session of WebDriver BiDi (W3C), over the socket that the browser offers. */
export class BidiSession {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (params: Readonly<Record<string, unknown>>) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new BidiFault('the browser is gone'));
      this.#waiting.clear();
    });
  }

  static async open(address: string): Promise<BidiSession> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new BidiFault(`no session at ${address}`)));
    });
    const session = new BidiSession(socket);
    await session.send('session.new', { capabilities: {} });
    return session;
  }

  #take({ id, type, method, params, result, error, message }: Message): void {
    if (type === 'event') {
      this.#listeners.get(method ?? '')?.(params ?? {});
      return;
    }
    const waiting = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (type === 'success') waiting?.resolve(result);
    else waiting?.reject(new BidiFault(`${error}: ${message}`));
  }

  /** @returns what the command is specified to give: the caller names it. */
  send<Result = unknown>(method: string, params: object): Promise<Result> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async listen(event: string, heard: (params: Readonly<Record<string, unknown>>) => void): Promise<void> {
    this.#listeners.set(event, heard);
    await this.send('session.subscribe', { events: [event] });
  }

  close(): void {
    this.#socket.close();
  }
}

/** What has become of a piece of long work. `last` is the answer to an earlier input, shown until the new one is in. */
export type Loadable<Input, Value> =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      readonly input: Input;
      /** 0 to 1. */
      readonly progress: number;
      readonly last: Ready<Input, Value> | null;
    }
  | Ready<Input, Value>
  | { readonly state: 'canceled'; readonly input: Input }
  | { readonly state: 'failed'; readonly input: Input; readonly reason: unknown };

export interface Ready<Input, Value> {
  readonly state: 'ready';
  readonly input: Input;
  readonly value: Value;
}

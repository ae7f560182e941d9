import { DIST } from '#scripts/build.ts';
import { type RunningServer, serve } from '#scripts/serve.ts';

let common: Promise<RunningServer> | null = null;

/** The built app behind the server and the policy that `npm start` uses, on a port of its own; one for all journeys. */
export function commonServer(): Promise<RunningServer> {
  common ??= serve(DIST, 0);
  return common;
}

import { DIST } from '#scripts/build.ts';
import { type RunningServer, serve } from '#scripts/serve.ts';

/** The built app behind the server and the policy that `npm start` uses, on a port of its own. */
export function startServer(): Promise<RunningServer> {
  return serve(DIST, 0);
}
